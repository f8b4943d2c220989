import { isNumber } from "../../../printed/numbers.ts";
import type { HeaderMatch } from "../../match/header/header-match.ts";
import { reach } from "./leave-out.ts";
import { numbersRows } from "../../rows/column-numbers.ts";
import { valueCount, type FormRow, type HeaderColumn, type PrintedValue } from "../../rows/form-row.ts";

/** The row's values that belong to the form's columns, without those under headings beside them. */
export function ownValuesOf(
  row: FormRow,
  count: number,
  header: HeaderMatch | null,
): readonly PrintedValue[] {
  const filled = row.kind === "spaced" && valueCount(row) === count;
  if (filled) return row.values.filter(({ text }) => text !== "");
  if (endsPage(row, count)) return row.values.slice(0, count);
  const besides = header?.foreign ? [] : besidesOf(row, header);
  const isBeside = (value: PrintedValue) =>
    besides.some((column) => reach(column, value) && !(isNumber(value.text) && headsNoNumber(column)));
  const apart = row.values.filter((value) => !isBeside(value));
  const disagree = apart.length < count;
  return disagree ? row.values : apart; // header and body disagree about the columns
}

/** The columns beside the form's. What stands under 代码 is no code where the row's code was taken out before. */
function besidesOf({ numbered }: FormRow, header: HeaderMatch | null): readonly HeaderColumn[] {
  const besides = header?.beside ?? [];
  const ofCodes = besides.filter(({ leaf }) => numbersRows(leaf));
  return numbered !== undefined && ofCodes.length === 1
    ? besides.filter((column) => column !== ofCodes[0])
    : besides;
}

/**
 * Whether a heading is that of the labels (信息内容) or of the units. A number under one belongs to the row and stands
 * beside its own heading.
 */
function headsNoNumber({ leaf }: HeaderColumn): boolean {
  return UNIT_HEADING.test(leaf) || !numbersRows(leaf);
}

/** Whether a row is complete on its line and only the page's number follows, a small number alone on the next line. */
function endsPage({ kind, apart, values }: FormRow, count: number): boolean {
  if (kind !== "listed" || apart !== true) return false;
  const [last, ...others] = values.toReversed();
  return (
    others.length === count &&
    others.every(({ at }) => at === others[0]!.at) &&
    last!.at !== others[0]!.at &&
    /^[1-9]\d{0,2}$/u.test(last!.text)
  );
}

/**
 * The heading of a column of units. A number below it stands beside its own heading, and so do the others of its row.
 */
export const UNIT_HEADING = /(?:^|年度?)(?:计[量算])?单位$/u;

/** The heading of a column of codes or numbers of rows, perhaps with a year before it. */
export const CODE_HEADING = /(?:^|年度?)(?:序号|[行栏]次|行号|编号|代码)$/u;
