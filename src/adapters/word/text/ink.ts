import type { Label } from "../lists/list-counter.ts";
import { unknownCharacter } from "./symbols.ts";

/** A stretch [from, to, kind] of raised or lowered text. */
export type Script = readonly [from: number, to: number, kind: "superscript" | "subscript"];

/** A paragraph's text and what is known of its look. */
export interface WordInk {
  readonly text: string;
  readonly scripts: readonly Script[];
  /** True if a digit is struck out. */
  readonly struck: boolean;
  readonly formula: boolean;
}

/**
 * Puts a label before its text. `一、` joins the text as in typed headings, but a digit never touches a digit, nor `1.`
 * a 5.
 */
export function withLabel(label: Label, text: string): string {
  if (label.text === "" || text === "") return label.text + text;
  const clear = !/^[\d０-９.．]/.test(text);
  const closed = label.suffix === "nothing" || /[^\p{L}\p{N}]$/u.test(label.text);
  return label.text + (clear && closed ? "" : " ") + text;
}

/** 10⁶ and a reference mark ³ must not read as 106 and 3: raised digits become the raised characters. */
export function showScripts({ text, scripts }: Pick<WordInk, "text" | "scripts">): string {
  const covered = scripts.reduce((sum, [from, to]) => sum + to - from, 0);
  if (covered === 0 || covered === text.length) return text;
  let shown = "";
  let at = 0;
  for (const [from, to, kind] of scripts) {
    const digits = kind === "superscript" ? "⁰¹²³⁴⁵⁶⁷⁸⁹" : "₀₁₂₃₄₅₆₇₈₉";
    shown += text.slice(at, from) + text.slice(from, to).replace(/\d/g, (digit) => digits[Number(digit)]!);
    at = to;
  }
  return shown + text.slice(at);
}

/** True if a number continues from one text into the next. */
export function joinsNumber(before: string, after: string): boolean {
  return /[\d０-９.,，．\-−]$/.test(before) && /^[\d０-９.,，．%％]/.test(after);
}

export function doubtOf(paragraph: Pick<WordInk, "struck" | "formula">, text: string): string | undefined {
  if (/[\u202a-\u202e\u2066-\u2069]/.test(text)) return "bidirectional-control";
  if (text.includes(unknownCharacter)) return "unknown-glyph";
  if (/[\ue000-\uf8ff]/.test(text)) return "private-use-character";
  if (/\d[⁰¹²³⁴-⁹₀-₉]|[⁰¹²³⁴-⁹₀-₉]\d/.test(text)) return "raised-digit";
  if (paragraph.struck) return "struck-text";
  return paragraph.formula ? "formula" : undefined;
}
