import { NO_MATCH, PARTIAL, WRAPPED } from "../weights.ts";
import { prepared } from "../../../arithmetic/prepared.ts";
import type { KnownRow } from "../../form/known.ts";
import { withoutEnumerator } from "../../../printed/enumerators.ts";
import type { LabelMatch } from "../../../printed/labels.ts";

/** A shorter label is not wrapped. */
export const SHORTEST_WRAPPED = 5;

/** Matches a label wrapped around its values: it begins at the end of the text before and ends in the text after. */
export function matchWrapped(row: KnownRow, own: string, before: string, after: string): LabelMatch {
  for (const label of wrappedLabels(row)) {
    if (label.length < SHORTEST_WRAPPED || !mayBegin(label, own, before)) continue;
    for (const start of startsOf(own, label)) {
      const head = label.slice(0, start);
      const tail = label.slice(start + own.length);
      if (isTooShort(head, own, tail)) continue;
      if (!before.endsWith(head)) continue;
      if (after.startsWith(tail) || followsGroup(after, tail, row))
        return { score: WRAPPED, kind: "contained" };
      // The rest of the label stands among the words of a group's cell beside it.
      if (own.length >= 6 && (head.length + own.length) * 10 >= label.length * 6)
        return { score: PARTIAL, kind: "fuzzy" };
    }
  }
  return NO_MATCH;
}

/** Whether a piece of a label is too short to mean anything by itself. `（一）收` above `到申请数` is long enough. */
function isTooShort(head: string, own: string, tail: string): boolean {
  if (own.length === 1 && tail.length >= LONG_TAIL) return false;
  return own.length < 2 && (head.length < 2 || tail.length < 1);
}

/** With at least this much of the label on the next line, a single character is enough as its beginning. */
const LONG_TAIL = 3;

/** A row's labels, and with the 其中： before them, which may be cut anywhere, too: `其` above `中：主动公`. */
export const wrappedLabels = prepared(({ label, row }: KnownRow): readonly string[] => {
  const texts = label.map(({ text }) => text);
  return row.enumerator.startsWith("其中") ? [...texts, ...texts.map((text) => `其中:${text}`)] : texts;
});

/**
 * Whether a piece may belong to the label. An empty piece needs the label's first two characters in the text before it.
 */
function mayBegin(label: string, own: string, before: string): boolean {
  return own !== "" || before.slice(-label.length).includes(label.slice(0, 2));
}

/** Whether the rest of a label follows, perhaps behind a piece of its group's name: `提供 行制作`. */
function followsGroup(after: string, tail: string, row: KnownRow): boolean {
  const at = tail.length < 2 ? -1 : after.slice(0, LONGEST_PIECE + tail.length).indexOf(tail);
  return at > 0 && isGroupPiece(after.slice(0, at), row);
}

/** A narrow column holds at most this much of a group's name on one line. */
export const LONGEST_PIECE = 8;

export function isGroupPiece(text: string, row: KnownRow): boolean {
  return text.length <= LONGEST_PIECE && isPieceOf(withoutEnumerator(text), row);
}

/** Whether a text without its enumerator is a piece of a group's name. */
export function isPieceOf(piece: string, { groups }: KnownRow): boolean {
  if (piece === "") return false;
  for (const group of groups) if (group.includes(piece)) return true;
  return false;
}

/** The positions where a piece may begin in a label; for an empty piece, all between two characters. */
function startsOf(piece: string, label: string): number[] {
  if (piece === "") return Array.from({ length: label.length - 1 }, (_, index) => index + 1);
  const found: number[] = [];
  for (let index = label.indexOf(piece); index >= 0; index = label.indexOf(piece, index + 1))
    found.push(index);
  return found;
}
