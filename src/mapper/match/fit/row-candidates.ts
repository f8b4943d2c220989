import type { KnownRow, KnownTable } from "../../form/known.ts";
import type { FormRow } from "../../rows/form-row.ts";
import { prepared } from "../../../arithmetic/prepared.ts";
import { likelyRows } from "../row/likely-rows.ts";
import { isFoundAtEnd, type RowClues } from "../row/row-clues.ts";

/**
 * The rows of the form that a printed row may be. If its label is the undamaged label of a row of any form, or the text
 * before it ends in one, these are the rows that bear that label and those without a label. Otherwise they are all
 * rows that the printed one may show, because the label may be damaged; but where digits run together, only a whole label
 * counts, and one that was not recognised is short or long.
 */
export function candidatesFor(
  known: KnownTable,
  { kind, labels }: FormRow,
  { intact, ending, signs }: RowClues,
): readonly number[] {
  const { all, unlabelled, notFound, byKey, byKeys } = rowsByKey(known);
  // Where only spaces separate the columns, another form's label may be a piece of this form's.
  const keys = kind === "spaced" ? ending : (intact ?? ending);
  if (!keys) {
    const some = kind === "run" && labels.length === 0 ? notFound : all;
    if (signs === null) return some;
    const likely = likelyRows(known, signs);
    return some.filter((index) => {
      const { label, key } = known.rows[index]!;
      return likely[index] === 1 || label.length === 0 || intact?.has(key);
    });
  }
  // Each label of the forms has one set of keys, so the set itself serves as the key of this cache.
  let found = byKeys.get(keys);
  if (!found)
    byKeys.set(keys, (found = [...[...keys].flatMap((key) => byKey.get(key) ?? []), ...unlabelled]));
  return found;
}

const rowsByKey = prepared(({ rows }: KnownTable) => {
  const all = rows.map((_, index) => index);
  const byKey = new Map<string, number[]>();
  rows.forEach(({ key, label }, index) => {
    if (label.length > 0) byKey.set(key, [...(byKey.get(key) ?? []), index]);
  });
  const unlabelled = all.filter((index) => rows[index]!.label.length === 0);
  const notFound = all.filter((index) => {
    const { label } = rows[index]!;
    return label.length === 0 || !label.every(({ text }) => isFoundAtEnd(text));
  });
  return { all, unlabelled, notFound, byKey, byKeys: new Map<ReadonlySet<string>, readonly number[]>() };
});

/** 微信 | 名称 is no row of 微博 where cells separate the form's own labels; elsewhere groups may be misplaced. */
export function isOfAnotherGroup(
  { row, groups }: KnownRow,
  { covers, labels }: FormRow,
  all: ReadonlySet<string>,
): boolean {
  if (covers === undefined || groups.size === 0 || labels.length < 2 || row.label === "") return false;
  const innermost = labels.slice(0, -1).findLast((label) => all.has(label));
  return innermost !== undefined && !groups.has(innermost);
}
