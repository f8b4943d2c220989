import type { KnownColumn } from "../../form/known.ts";
import { isVouchedFor, leaveOut, reach, type Settle } from "./leave-out.ts";
import type { HeaderMatch } from "../../match/header/header-match.ts";
import { ownValuesOf } from "./own-values.ts";
import { isGridRow, type FormRow, type PrintedValue } from "../../rows/form-row.ts";
import { isUnit } from "../../../printed/units.ts";
import { type Assignment, type AddedValue, lostRow } from "./assignment.ts";
import { isUnder, isBesideHeading, besideAdded, byPosition } from "./by-position.ts";

/**
 * Assigns values by header, then by order, and never by position alone, because the spans of header and body disagree
 * in real tables (149|101×2|89 above 150×2|101|89). So as many values as columns are taken in order, and only unequal
 * counts are assigned by the columns covered.
 */
export function assignValues(
  row: FormRow,
  columns: readonly KnownColumn[],
  header: HeaderMatch | null,
  settle: Settle,
): Assignment {
  return header && header.others.length > 0 && isGridRow(row)
    ? ofOwnYear(row, columns, header, settle)
    : assign(row, columns, header, settle);
}

/**
 * Assigns a row with columns of other years, whose cells must all stand exactly under their headings, or be as many as
 * these. Where they are fewer, any of them may be gone.
 */
function ofOwnYear(
  row: FormRow,
  columns: readonly KnownColumn[],
  header: HeaderMatch,
  settle: Settle,
): Assignment {
  const headings = [...header.columns, ...header.others].flatMap((column) => column ?? []);
  if (row.values.length < headings.length) return lostRow(columns.length);
  const isCounted = row.kind === "cells" && headings.length === row.values.length;
  const inOrder = headings.sort((one, other) => one.column - other.column);
  const added = header.others.flatMap((column): AddedValue[] => {
    const value = isCounted
      ? row.values[inOrder.indexOf(column)]
      : row.values.find((one) => isUnder(column, one));
    return value ? [{ heading: column.text, value }] : [];
  });
  if (added.length < header.others.length || added.some((one) => isBesideHeading(one, row.values)))
    return lostRow(columns.length);
  const values = row.values.filter((value) => !added.some((one) => one.value === value));
  const own = assign({ ...row, values }, columns, { ...header, others: [] }, settle);
  return { ...own, added: [...(own.added ?? []), ...added] };
}

function assign(
  row: FormRow,
  columns: readonly KnownColumn[],
  header: HeaderMatch | null,
  settle: Settle,
): Assignment {
  const values = ownValuesOf(row, columns.length, header);
  if (isGridRow(row) && header && beginsWithUnit(values, header)) return lostRow(columns.length);
  if (row.kind === "run") return ofRun(values, columns.length, row.apart === true);
  if (row.kind === "listed" && values.length < columns.length) return lostRow(columns.length);
  if (header && isGridRow(row) && reachesAdded(values, header)) return besideOthers(row, values, header);
  if (header?.reordered) return byPosition(values, header);
  if (values.length === columns.length)
    return row.uneven && !settle.agree(values)
      ? { values, how: "surplus" }
      : inOrder(row, values, columns, header);
  const settled = withoutSurplus(row, columns.length, header, settle);
  if (settled) return settled;
  // This is one merged empty cell over all columns.
  if (values.length === 1 && values[0]!.text.trim() === "")
    return { values: columns.map(() => values[0]!), how: "counted" };
  return header && isGridRow(row) ? byPosition(values, header) : lostRow(columns.length);
}

/** Whether a unit stands under a heading of the form's, before plain numbers: then all of the row has moved. */
function beginsWithUnit(values: readonly PrintedValue[], { columns }: HeaderMatch): boolean {
  const [first] = values;
  if (first === undefined || !isUnit(first.text.trim())) return false;
  const filled = values
    .slice(1)
    .map(({ text }) => text.trim())
    .filter((text) => text !== "");
  const isPlain = filled.length > 0 && filled.every((text) => /^[\d.,]+$/u.test(text));
  return isPlain && columns.some((column) => column && reach(column, first));
}

/** Page text with a space between all cells keeps their borders. */
function ofRun(values: readonly PrintedValue[], count: number, apart: boolean): Assignment {
  const isCounted = values.length === count && (count > 1 || apart);
  return isCounted ? { values, how: "counted" } : { ...lostRow(count), how: "fused" };
}

function reachesAdded(values: readonly PrintedValue[], { added }: HeaderMatch): boolean {
  return added.some((column) => values.some((value) => reach(column, value)));
}

/** Each value under its own heading, where the form lacks some of the columns. */
function besideOthers(row: FormRow, values: readonly PrintedValue[], header: HeaderMatch): Assignment {
  const beside = besideAdded(values, header);
  if (beside === null) return byPosition(values, header);
  return isGuessed(row, row.values) ? { ...beside, how: "placed" } : beside;
}

/** Takes as many values as columns in order. */
function inOrder(
  row: FormRow,
  values: readonly PrintedValue[],
  columns: readonly KnownColumn[],
  header: HeaderMatch | null,
): Assignment {
  if (isGuessed(row, values)) return { values, how: "placed" };
  const complete = header !== null && header.matched === columns.length;
  const certain = complete || row.kind === "listed" || columns.length === 1;
  return { values, how: certain ? "counted" : headed(header, columns) };
}

/** Where only spaces separate the columns, a blank is a guess, and so is the place of the numbers beside it. */
function isGuessed({ kind }: FormRow, values: readonly PrintedValue[]): boolean {
  return (
    kind === "spaced" && values.some(({ text }) => text === "") && values.some(({ text }) => text !== "")
  );
}

/** The row without its surplus cells, where only one choice is possible; null where there are several, or none. */
function withoutSurplus(
  row: FormRow,
  count: number,
  header: HeaderMatch | null,
  settle: Settle,
): Assignment | null {
  const choices = row.kind === "spaced" ? [] : leaveOut(row, count);
  if (choices.length === 1) {
    const { values } = choices[0]!;
    if (row.uneven || !isVouchedFor(row, choices[0]!, header, settle)) return { values, how: "surplus" };
    return { values, how: header ? "counted" : "unheaded" };
  }
  const alike = choices.find(({ kept }) => kept.join() === settle.neighbours?.kept);
  if (alike) return { values: alike.values, how: "settled" };
  const agreeing = choices.filter((candidate) => settle.agree(candidate.values));
  return agreeing.length === 1 ? { values: agreeing[0]!.values, how: "settled" } : null;
}

/**
 * Whether the header confirms the order. If more than half of the labels were found in order, the others have no other
 * place, unless the labels are crossed. An optional column is there only where its heading is.
 */
function headed(header: HeaderMatch | null, columns: readonly KnownColumn[]): "counted" | "unheaded" {
  if (columns.some(({ column }, at) => column.optional && !header?.columns[at])) return "unheaded";
  return header !== null && !header.crossed && header.matched * 2 > columns.length ? "counted" : "unheaded";
}
