import type { KnownColumn } from "../form/form.ts";
import { isVouchedFor, leaveOut, reach, type Settle } from "./leave-out.ts";
import type { HeaderMatch } from "../match/header/header-match.ts";
import { isNumber } from "../../printed/numbers.ts";
import { numbersRows } from "../rows/column-numbers.ts";
import { CODE_HEADING, ownValuesOf, UNIT_HEADING } from "./own-values.ts";
import {
  isGridRow,
  valueCount,
  type FormRow,
  type HeaderColumn,
  type PrintedValue,
} from "../rows/form-row.ts";

/** Which printed value stands under which column of the form. */
export interface Assignment {
  /** One entry for each column: its cell, or null where it is unclear which cell it is. */
  readonly values: readonly (PrintedValue | null)[];
  /**
   * - `counted`: as many values as columns, taken in order, and the header agrees
   * - `placed`: by the header's position
   * - `unheaded`: as many values as columns, but no header was readable
   * - `settled`: more cells than columns; the form's sums or the rows around allow only one choice of them
   * - `surplus`: more cells than columns; only one choice of them is possible, but nothing else supports it
   * - `fused`: digits of several cells in one run
   * - `lost`: neither count nor position shows which value is which
   */
  readonly how: "counted" | "placed" | "unheaded" | "settled" | "surplus" | "fused" | "lost";
  /** Cells under headings that the form does not have. */
  readonly added?: readonly AddedValue[];
}

export interface AddedValue {
  readonly heading: string;
  readonly value: PrintedValue;
}

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

/** Assigns a row with columns of other years, whose cells must all stand exactly under their headings. */
function ofOwnYear(
  row: FormRow,
  columns: readonly KnownColumn[],
  header: HeaderMatch,
  settle: Settle,
): Assignment {
  const added = header.others.flatMap((column): AddedValue[] => {
    const value = row.values.find((one) => isUnder(column, one));
    return value ? [{ heading: column.text, value }] : [];
  });
  if (added.length < header.others.length || added.some((one) => isBesideHeading(one, row.values)))
    return lost(columns.length);
  const values = row.values.filter((value) => !added.some((one) => one.value === value));
  const own = assign({ ...row, values }, columns, { ...header, others: [] }, settle);
  return { ...own, added: [...(own.added ?? []), ...added] };
}

/**
 * Whether what stands under a heading of units or codes shows that the headings do not stand over the row's own cells:
 * a number for a unit, or a code that no other cell repeats. A header printed for two years may repeat 单位 and 代码,
 * too, while the rows below print them once.
 */
function isBesideHeading(added: AddedValue, values: readonly PrintedValue[]): boolean {
  if (UNIT_HEADING.test(added.heading)) return isNumber(added.value.text);
  const code = added.value.text.trim();
  const again = values.some((value) => value !== added.value && value.text.trim() === code);
  return CODE_HEADING.test(added.heading) && code !== "" && !again;
}

function isUnder({ column, columnSpan }: HeaderColumn, value: PrintedValue): boolean {
  return value.column === column && value.columnSpan === columnSpan;
}

/**
 * Whether a cell stands beside the heading it was taken for. It may be a merged cell that was split around its
 * neighbour, so that another cell stands under that heading, or it may stand under another heading. A heading reaches
 * as far as the next one. Headings that begin left of all values have another frame and show nothing.
 */
export function standsBesideHeading(
  { kind, values: printed }: FormRow,
  header: HeaderMatch | null,
  { values }: Assignment,
): boolean {
  if (header !== null && printed.some((value) => holdsCode(value, header, printed))) return true;
  if (kind !== "cells" || header === null || header.foreign || header.reordered || values.length === 1)
    return false;
  const starts = header.columns.map((heading) => heading?.column ?? null);
  const first = printed[0]?.column ?? 0;
  if (starts.some((start) => start !== null && start < first)) return false;
  return header.columns.some((heading, index) => {
    const taken = values[index];
    if (!heading || !taken) return false;
    const next = starts.slice(index + 1).find((start) => start !== null);
    const columnSpan = Math.max(heading.columnSpan, (next ?? 0) - heading.column);
    if (reach({ column: heading.column, columnSpan }, taken)) return false;
    const isUnderOther = header.columns.some((other) => other && reach(other, taken));
    return isUnderOther || printed.some((value) => value.text.trim() !== "" && reach(heading, value));
  });
}

/**
 * Whether the cell of the row's code (代码) may hold a number, too: it reaches into a column of values, or one of the
 * values is blank.
 */
function holdsCode(value: PrintedValue, header: HeaderMatch, all: readonly PrintedValue[]): boolean {
  if (!header.beside.some((column) => numbersRows(column.leaf) && reach(column, value))) return false;
  if (header.columns.some((column) => column && reach(column, value))) return value.text.trim() !== "";
  return /\d{4}|\d\** \d/u.test(value.text) && all.some(({ text }) => text.trim() === "");
}

function assign(
  row: FormRow,
  columns: readonly KnownColumn[],
  header: HeaderMatch | null,
  settle: Settle,
): Assignment {
  const values = ownValuesOf(row, columns.length, header);
  if (row.kind === "run") return ofRun(values, columns.length, row.apart === true);
  if (row.kind === "listed" && values.length < columns.length) return lost(columns.length);
  if (header && isGridRow(row) && reachesAdded(values, header))
    return (row.kind === "cells" ? besideAdded(values, header) : null) ?? byPosition(values, header);
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
  return header && isGridRow(row) ? byPosition(values, header) : lost(columns.length);
}

/** Page text with a space between all cells keeps their borders. */
function ofRun(values: readonly PrintedValue[], count: number, apart: boolean): Assignment {
  const told = values.length === count && (count > 1 || apart);
  return told ? { values, how: "counted" } : { ...lost(count), how: "fused" };
}

function reachesAdded(values: readonly PrintedValue[], { added }: HeaderMatch): boolean {
  return added.some((column) => values.some((value) => reach(column, value)));
}

/** Takes as many values as columns in order. */
function inOrder(
  row: FormRow,
  values: readonly PrintedValue[],
  columns: readonly KnownColumn[],
  header: HeaderMatch | null,
): Assignment {
  // Where only spaces separate the columns, a blank is a guess, and so is the place of the numbers beside it.
  const guessed = row.kind === "spaced" && values.some(({ text }) => text === "") && valueCount(row) > 0;
  if (guessed) return { values, how: "placed" };
  const complete = header !== null && header.matched === columns.length;
  const certain = complete || row.kind === "listed" || columns.length === 1;
  return { values, how: certain ? "counted" : headed(header, columns) };
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
    if (!isVouchedFor(row, choices[0]!, header, settle)) return { values, how: "surplus" };
    return { values, how: header ? "counted" : "unheaded" };
  }
  const alike = choices.find(({ kept }) => kept.join() === settle.neighbours?.kept);
  if (alike) return { values: alike.values, how: "settled" };
  const agreeing = choices.filter((candidate) => settle.agree(candidate.values));
  return agreeing.length === 1 ? { values: agreeing[0]!.values, how: "settled" } : null;
}

function lost(count: number): Assignment {
  return { values: new Array<null>(count).fill(null), how: "lost" };
}

/**
 * Whether the header confirms the order. If more than half of the labels were found in order, the others have no other
 * place, unless the labels are crossed. An optional column is there only where its heading is.
 */
function headed(header: HeaderMatch | null, columns: readonly KnownColumn[]): "counted" | "unheaded" {
  if (columns.some(({ column }, at) => column.optional && !header?.columns[at])) return "unheaded";
  return header !== null && !header.crossed && header.matched * 2 > columns.length ? "counted" : "unheaded";
}

/**
 * Assigns a row that has columns the form lacks. Positions can be trusted only if each cell stands exactly under one
 * heading; null where header and body disagree about a single column.
 */
function besideAdded(values: readonly PrintedValue[], header: HeaderMatch): Assignment | null {
  const under = (column: HeaderColumn) => values.find((value) => isUnder(column, value)) ?? null;
  const placed = header.columns.map((column) => column && under(column));
  const added = header.added.flatMap((column) => {
    const value = under(column);
    return value ? [{ heading: column.text, value }] : [];
  });
  if (added.some((one) => isBesideHeading(one, values))) return lost(header.columns.length);
  const whole =
    !placed.includes(null) && new Set([...placed, ...added.map(({ value }) => value)]).size === values.length;
  return whole ? { values: placed, how: "counted", added } : null;
}

function byPosition(values: readonly PrintedValue[], header: HeaderMatch): Assignment {
  if (header.foreign) return lost(header.columns.length);
  const placed = header.columns.map((column) => {
    if (!column) return null;
    const under = values.filter((value) => reach(column, value));
    if (under.length !== 1) return null;
    const over = header.columns.filter((other) => other && reach(other, under[0]!));
    return over.length === 1 || under[0]!.text.trim() === "" ? under[0]! : null;
  });
  // A value under no heading means that header and body disagree about the columns, so no position can be trusted.
  const orphaned = values.some((value) => value.text.trim() !== "" && !placed.includes(value));
  return orphaned || placed.every((value) => value === null)
    ? lost(placed.length)
    : { values: placed, how: "placed" };
}
