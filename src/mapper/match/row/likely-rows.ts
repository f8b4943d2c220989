import { prepared } from "../../../arithmetic/prepared.ts";
import { withoutEnumerator } from "../../../printed/enumerators.ts";
import type { KnownText } from "../../../printed/labels.ts";
import { pairAt } from "../../../printed/words.ts";
import type { KnownTable } from "../../form/known.ts";
import type { FormRow } from "../../rows/form-row.ts";
import { LONGEST_PIECE, isPieceOf, SHORTEST_WRAPPED, wrappedLabels } from "./match-wrapped.ts";

/** What a printed row shows of its label before any label is compared with it. */
export interface LabelSigns {
  /** The pairs of neighbouring characters in its labels, or at the end of the text before it. */
  readonly pairs: ReadonlySet<number>;
  /** Its labels as pieces of one that goes on around its values; null where it has no label. */
  readonly pieces: readonly string[] | null;
  /** A piece of a group's name that may stand in the label's place; empty where it is none. */
  readonly group: string;
}

/** What a row shows; null where too little is printed to leave any label out, or where a scan may be misread. */
export function labelSigns(row: FormRow, longest: number): LabelSigns | null {
  const { labels, context, kind } = row;
  if (labels.length === 0) {
    // A bracket at the end, of any length, is no part of the label.
    const end = context.slice(-BRACKET_WITHIN).includes(")") ? context : context.slice(-longest);
    return { pairs: pairsIn(end), pieces: null, group: "" };
  }
  if (isRecognized(row)) return null;
  const pieces = kind === "spaced" ? [ownPiece(row), wholePiece(row)] : [ownPiece(row)];
  if (pieces.some(({ length }) => length < 2)) return null;
  const isShort = kind === "spaced" && pieces[0]!.length <= LONGEST_PIECE;
  return {
    pairs: pairsIn([labels.join(""), ...pieces].join("\n")),
    pieces,
    group: isShort ? withoutEnumerator(pieces[0]!) : "",
  };
}

/** A bracket closes within so many characters of a text's end, where a unit may stand behind it. */
const BRACKET_WITHIN = 4;

/** Whether any of the row's values was read from a scan. */
export function isRecognized({ values }: FormRow): boolean {
  return values.some(({ at }) => at.recognized !== undefined);
}

/** The label beside a row's values. One may be split as `其中` above `：主动公`. */
export function ownPiece({ kind, labels }: FormRow): string {
  const last = labels.at(-1)!;
  return kind === "spaced" ? last.replace(/^[:,.)]/u, "") : last;
}

/** The labels beside a row's values as one: letters printed apart give several pieces, `3 动 公开`. */
export function wholePiece({ labels }: FormRow): string {
  return labels.filter((text) => !/^\d+$/u.test(text)).join("");
}

/** Which rows of a form may have a printed row's label, whole, damaged or in pieces, by what that one shows; a mark for each. */
export function likelyRows(known: KnownTable, { pairs, pieces, group }: LabelSigns): Uint8Array {
  const { texts, byPair, byFirst } = textsOf(known);
  const shared = new Uint16Array(texts.length);
  const likely = new Uint8Array(known.rows.length);
  for (const pair of pairs) {
    for (const text of byPair.get(pair) ?? NONE) shared[text]! += 1;
    if (pieces === null) for (const row of byFirst.get(pair) ?? NONE) likely[row] = 1;
  }
  for (let index = 0; index < texts.length; index++) {
    const { text, row, needed, isWrapped } = texts[index]!;
    if (shared[index]! >= needed) likely[row] = 1;
    else if (isWrapped && shared[index]! > 0 && pieces?.some((piece) => text.includes(piece)))
      likely[row] = 1;
  }
  if (group !== "")
    for (const [index, row] of known.rows.entries()) if (isPieceOf(group, row)) likely[index] = 1;
  return likely;
}

const NONE: readonly number[] = [];

/** A label of a row. */
interface RowText {
  readonly text: string;
  readonly row: number;
  /** How many of its pairs are left at least in any text that counts as the label. */
  readonly needed: number;
  /** Whether it may be wrapped around values. */
  readonly isWrapped: boolean;
}

/** The labels of a form's rows, by the pairs that they have and, for those that may be wrapped, by their first one. */
const textsOf = prepared(({ rows }: KnownTable) => {
  const texts = rows.flatMap((row, index) => [
    ...row.label.map((label) => rowText(index, label.text, pairsLeft(label))),
    ...wrappedLabels(row)
      .slice(row.label.length)
      .map((text) => rowText(index, text, Infinity)),
  ]);
  const byPair = new Map<number, number[]>();
  const byFirst = new Map<number, number[]>();
  texts.forEach(({ text, row, isWrapped }, index) => {
    for (const pair of pairsIn(text)) listed(byPair, pair).push(index);
    if (isWrapped) listed(byFirst, pairAt(text, 1)).push(row);
  });
  return { texts, byPair, byFirst };
});

function rowText(row: number, text: string, needed: number): RowText {
  return { text, row, needed, isWrapped: text.length >= SHORTEST_WRAPPED };
}

function listed(lists: Map<number, number[]>, key: number): number[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/**
 * How many of a label's different pairs any text has that counts as the label. Each edit takes two pairs away; where characters
 * are lost, three in ten may be, and a bracket may be missing whole.
 */
function pairsLeft({ text, bare, allowed }: KnownText): number {
  const { length } = text;
  const edits = length >= LOSING ? Math.max(allowed, Math.floor(length * LOST)) : allowed;
  const repeated = length - 1 - pairsIn(text).size;
  const left = length - 1 - 2 * edits - repeated;
  return bare.length >= 4 ? Math.min(left, pairsIn(bare).size) : left;
}

/** From this length on, a label may have lost this share of its characters. */
const [LOSING, LOST] = [8, 0.3];

/** The different pairs of neighbouring characters in a text. */
function pairsIn(text: string): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (let index = 1; index < text.length; index++) pairs.add(pairAt(text, index));
  return pairs;
}
