import { readValue } from "../../printed/numbers.ts";
import { markedWords } from "../../printed/ticks.ts";
import type { ColumnTemplate, ValueType } from "../../model/index.ts";

/**
 * What a filled cell holds. `text` is a value wherever it stands, such as an address or a telephone number; `words` may
 * be a label or a value, which the place decides.
 */
export type ValueKind = "number" | "percent" | "date" | "choice" | "text" | "words" | "blank";

export function kindOf(text: string): ValueKind {
  const plain = text.trim();
  if (plain === "") return "blank";
  if (markedWords(plain).length > 0) return "choice";
  if (/^[-+]?\d{1,12}(?:\.\d{1,6})?\s?[%％]$/u.test(plain)) return "percent";
  if (/^(?:19|20)\d\d\s?[年./-]\s?\d{1,2}\s?(?:月|[./-]\s?\d{1,2})\s?(?:\d{1,2}\s?日)?$/u.test(plain))
    return "date";
  if (["given", "dash", "not-applicable"].includes(readValue(plain).status)) return "number";
  if (/^https?:|^www\.|^[\w.-]+@[\w.-]+$|^[\d()（）+转 -]{7,}$/iu.test(plain)) return "text";
  return "words";
}

/** Whether a cell is a value wherever it stands. */
export function isDefinite(text: string): boolean {
  return !["blank", "words"].includes(kindOf(text));
}

export type TypedColumn = Pick<ColumnTemplate, "type" | "options" | "several">;

/** The type shown by the filled cells of a column or row; null where they are of several kinds or all blank. */
export function typeOf(texts: readonly string[]): TypedColumn | null {
  const filled = texts.filter((text) => kindOf(text) !== "blank");
  const kinds = new Set(filled.map((text) => valueKind(kindOf(text))));
  const [kind, ...others] = kinds;
  if (kind === undefined || kind === "blank" || others.length > 0) return null;
  if (kind === "choice") return choice(filled);
  return { type: kind === "number" ? numberType(filled) : kind };
}

/** The kind that most cells have; numbers win over others that are as many. */
export function commonestType(texts: readonly string[]): TypedColumn {
  const byKind = new Map<string, string[]>([["number", []]]);
  for (const text of texts) {
    const kind = valueKind(kindOf(text));
    if (kind !== "blank") byKind.set(kind, [...(byKind.get(kind) ?? []), text]);
  }
  const [most] = [...byKind.values()].sort((a, b) => b.length - a.length);
  return typeOf(most ?? []) ?? { type: "count" };
}

function valueKind(kind: ValueKind): Exclude<ValueKind, "words"> {
  return kind === "words" ? "text" : kind;
}

function numberType(texts: readonly string[]): ValueType {
  const values = texts.flatMap((text) => readValue(text).value ?? []);
  const whole = values.every(Number.isInteger);
  if (values.some((value) => value < 0)) return whole ? "signed-change" : "signed-amount";
  return whole ? "count" : "amount";
}

function choice(texts: readonly string[]): TypedColumn {
  const all = texts.map(markedWords);
  const words = [...new Set(all.flat().map(({ word }) => word.slice(0, 100)))].slice(0, 50);
  const options = Object.fromEntries(words.map((word, at) => [`o${at + 1}`, [word]]));
  const several = all.some((marks) => marks.filter(({ ticked }) => ticked).length > 1);
  return { type: "choice", options, ...(several ? { several } : {}) };
}
