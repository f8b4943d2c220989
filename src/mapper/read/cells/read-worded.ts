import type { CellValue, EvidenceStatus, Finding } from "../../../model/index.ts";
import { finding } from "../../../findings/finding.ts";
import { dayOf } from "../../../printed/calendar.ts";
import { foldDigits } from "../../../printed/folding.ts";
import { isStandIn, readValue } from "../../../printed/numbers.ts";
import { readTicks } from "../../../printed/ticks.ts";
import type { KnownColumn, KnownRow } from "../../form/known.ts";
import type { PrintedValue } from "../../rows/form-row.ts";

/** A cell of words as it was read. */
export interface ReadWords {
  readonly value: CellValue;
  readonly status: EvidenceStatus;
  readonly diagnostics: readonly Finding[];
}

/**
 * Reads a cell that holds words: a text, a date or a tick. The value is null where the cell is empty or not wholly
 * understood.
 */
export function readWorded(
  path: string,
  row: KnownRow["row"],
  { column }: KnownColumn,
  { text: raw, at, doubt }: PrintedValue,
): ReadWords {
  const type = row.type ?? column.type;
  const label = [row.label, column.label].filter((part) => part !== "").join(" / ");
  const unreadable = (reason: string): ReadWords => ({
    value: null,
    status: "unreadable",
    diagnostics: [finding("unreadable-value", { path, at, args: { raw, label, reason } })],
  });
  if (doubt?.kind === "unreadable") return unreadable(doubt.reason);
  if (doubt?.kind === "disagreement") {
    const about = { path, at, expected: doubt.other, actual: raw };
    return {
      value: type === "text" ? wordsOf(raw) : null,
      status: "conflict",
      diagnostics: [finding("readings-disagree", { ...about, args: { label, raw, other: doubt.other } })],
    };
  }
  if (raw.trim() === "") return { value: null, status: "blank", diagnostics: [] };
  const { options, several } = row.type === "choice" ? row : column;
  const ticks = type === "choice" ? readTicks(raw, options ?? {}) : null;
  if (isStandIn(raw) && !(ticks?.clear && ticks.ticked.length > 0))
    return { value: null, status: readValue(raw).status, diagnostics: [] };
  // A name or an address is no number, but a code, and so the name of a row in a list, may be one.
  if (row.type === "text" && SHORT_NUMBER.test(foldDigits(raw).trim())) return unreadable("number-for-words");
  if (type === "text") return { value: wordsOf(raw), status: "given", diagnostics: [] };
  if (!ticks) {
    const date = dayOf(raw);
    return date !== null ? { value: date, status: "given", diagnostics: [] } : unreadable("not-a-date");
  }
  const chosen = chosenOf(ticks, several ?? false);
  if (chosen !== null) return { value: chosen, status: "given", diagnostics: [] };
  const args = { raw, label, ticked: ticks.ticked.length };
  return {
    value: null,
    status: "unreadable",
    diagnostics: [finding("choice-unclear", { path, at, args })],
  };
}

/** A number with fewer digits than the code or the registration of a site; 0021 is a code. */
const SHORT_NUMBER = /^(?!0\d)\d{1,3}(?:,?\d{1,3})?(?:\.\d{1,6})?%?$/u;

/** The options that are ticked, one or several as the form asks; null where that is not clear. */
function chosenOf(
  { ticked, clear }: ReturnType<typeof readTicks>,
  several: boolean,
): string | readonly string[] | null {
  if (!clear) return null;
  if (several) return ticked.length > 0 ? ticked : null;
  return ticked.length === 1 ? ticked[0]! : null;
}

/** The text without the line ends between Chinese characters, which come from wrapping in a narrow cell. */
function wordsOf(raw: string): string {
  return raw
    .trim()
    .replace(/(?<=\p{sc=Han}|[，。；：、）])[ \t]{0,40}\n\s{0,40}/gu, "")
    .replace(/\s+/gu, " ");
}
