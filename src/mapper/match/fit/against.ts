import { AGAINST } from "../weights.ts";
import { prepared } from "../../../arithmetic/prepared.ts";
import type { TableTemplate } from "../../../model/index.ts";
import { withoutEnumerator } from "../../../printed/enumerators.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import type { KnownRow } from "../../form/known.ts";
import type { FormRow } from "../../rows/form-row.ts";
import type { Against } from "../../rows/against.ts";

/** How much a printed row counts as a row of the form, from 0 to 1. */
export function weightOf(table: TableTemplate, known: KnownRow, printed: FormRow): number {
  return againstAs(table, known, printed).reduce((weight, { kind }) => weight * AGAINST[kind], 1);
}

/**
 * Whether the objection makes a row doubtful even as the only candidate. An annex does not, because many reports carry
 * their tables there, nor does an empty form, because forms may be blank.
 */
export function isDoubtfulStanding({ kind }: Against): boolean {
  return kind !== "appendix" && kind !== "empty-form";
}

/**
 * What speaks against reading a row as one of the form's. A form may itself be called 上年度情况, head its columns
 * 2022年 and name its rows after offices, so its own words are no objection. A printed label says whose the row is only
 * where the form gives that row no label.
 */
export function againstAs(table: TableTemplate, { label }: KnownRow, printed: FormRow): readonly Against[] {
  const { against } = printed;
  if (against === undefined) return [];
  const isNamed = label.length > 0;
  return against.filter((one) => {
    if (
      one.ofLabel &&
      isNamed &&
      (one.kind === "other-office" || label.some(({ text }) => text === one.heading))
    )
      return false;
    if (one.kind === "other-office" && isPieceOfLabel(table, wordOf(one.heading))) return false;
    return !isDoubtfulStanding(one) || !wordsOf(table).has(wordOf(one.heading));
  });
}

const wordOf = (text: string): string => withoutEnumerator(normalizeLabel(text));

/**
 * 所指政府 is a piece of 不是《条例》所指政府信息 wrapped in a narrow column, and yet it ends like the name of an
 * office.
 */
function isPieceOfLabel(table: TableTemplate, piece: string): boolean {
  return rowWordsOf(table).some((word) => word.length > piece.length && word.includes(piece));
}

const rowWordsOf = prepared(({ blocks }: TableTemplate): readonly string[] =>
  blocks.flatMap(({ rows }) => rows.flatMap(({ label, aliases = [] }) => [label, ...aliases]).map(wordOf)),
);

/** All words that the form prints around its values. */
const wordsOf = prepared(({ title, blocks }: TableTemplate): ReadonlySet<string> => {
  const printed = blocks.flatMap(({ caption = "", captionAliases = [], corner, columns, rows, open }) => [
    caption,
    ...captionAliases,
    ...corner,
    open?.label ?? "",
    ...[...columns, ...rows].flatMap(({ label, aliases = [], group }) => [label, ...aliases, ...group]),
  ]);
  return new Set([title, ...printed].map(wordOf));
});
