import { prepared } from "../../arithmetic/prepared.ts";
import type { TableTemplate } from "../../model/index.ts";
import { withoutEnumerator } from "../../printed/enumerators.ts";
import { normalizeLabel } from "../../printed/folding.ts";
import type { KnownRow } from "../form/form.ts";
import type { FormRow } from "../rows/form-row.ts";
import type { Against } from "../rows/standing.ts";

/** What a row counts beside one that nothing speaks against. */
const WEIGHT: Readonly<Record<Against["kind"], number>> = {
  "other-year": 0.5,
  sample: 0.5,
  "other-office": 0.5,
  part: 0.5,
  appendix: 0.85,
  "empty-form": 0.8,
};

/** From 0 to 1: what a printed row counts as a row of the form. */
export function weightOf(table: TableTemplate, known: KnownRow, printed: FormRow): number {
  return againstAs(table, known, printed).reduce((weight, { kind }) => weight * WEIGHT[kind], 1);
}

/** What makes even the only candidate doubtful: annexes carry the tables of many a report, and forms may be blank. */
export function isDoubtfulStanding({ kind }: Against): boolean {
  return kind !== "appendix" && kind !== "empty-form";
}

/**
 * What speaks against a row as one of the form. A form may itself be called 上年度情况, head its columns 2022年 and name its
 * rows after offices; only in a row that it gives no label does a label say whose the row is.
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

/** 所指政府 of 不是《条例》所指政府信息, wrapped in a narrow column, ends like the name of an office. */
function isPieceOfLabel(table: TableTemplate, piece: string): boolean {
  return rowWordsOf(table).some((word) => word.length > piece.length && word.includes(piece));
}

const rowWordsOf = prepared(({ blocks }: TableTemplate): readonly string[] =>
  blocks.flatMap(({ rows }) => rows.flatMap(({ label, aliases = [] }) => [label, ...aliases]).map(wordOf)),
);

/** All that the form prints around its values. */
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
