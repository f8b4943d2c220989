import { foldDigits } from "../../../printed/folding.ts";
import { isNumber, isPlain } from "../../../printed/numbers.ts";
import type { RowFit } from "../../match/fit/fit.ts";
import type { HeaderMatch } from "../../match/header/header-match.ts";
import { numbersRows } from "../../rows/column-numbers.ts";
import { isBlankValue, type FormRow, type HeaderColumn, type PrintedValue } from "../../rows/form-row.ts";
import type { Assignment } from "./assignment.ts";
import { reach } from "./leave-out.ts";

/** The heading of a column of codes or row numbers, run together with the next one. */
const NAMES_CODES = /^(?:序号|[行栏]次|行号|编号|代码).|.(?:序号|[行栏]次|行号|编号|代码)$/u;
/** So many numbers that count on from row to row are the codes of rows. */
const CODES = 5;
/** A column is empty if more than this share of its cells is blank: a cell of a row that is cut short may stand there. */
const NEARLY_ALL = 0.9;

/**
 * The rows whose cells may all stand beside their headings, although each row has as many cells as there are headings,
 * because it was filled up with blank ones: a heading that is none of the form's has numbers below it, and the last of
 * the form's columns is blank in every row; the cell of a row's code holds a number that does not count on, and a value
 * is blank; the codes were taken for values; or a number stands in the place of the row's name.
 */
export function movedRows(assignments: ReadonlyMap<RowFit, Assignment>): ReadonlySet<RowFit> {
  const groups = new Map<HeaderMatch, Headed[]>();
  for (const [rowFit, { values, how }] of assignments) {
    const { printed, header } = rowFit;
    if (printed?.kind !== "cells" || header === null || header.foreign) continue;
    if (!printed.values.some(({ text }) => isNumber(text))) continue;
    const group = groups.get(header) ?? [];
    group.push({ rowFit, printed, values, isLost: how === "lost" });
    groups.set(header, group);
  }
  const moved = [...groups].flatMap(([header, rows]) => [
    ...movedUnder(header, rows),
    ...rows.filter(({ printed }) => hasNumberForName(printed)),
  ]);
  return new Set(moved.map(({ rowFit }) => rowFit));
}

interface Headed {
  readonly rowFit: RowFit;
  readonly printed: FormRow;
  readonly values: Assignment["values"];
  /** Whether the row is in doubt anyway. */
  readonly isLost: boolean;
}

function movedUnder(header: HeaderMatch, all: readonly Headed[]): readonly Headed[] {
  const strangers = strangersOf(header, all[0]!.printed);
  const rows = all.filter(({ isLost }) => !isLost);
  // The heading 代码本期实际 was that of two columns.
  const namesCodes = header.columns.some((column) => column !== null && NAMES_CODES.test(column.leaf));
  if (namesCodes && holdCodes(header, rows)) return rows;
  if (strangers.length === 0 || rows.length === 0) return [];
  if (strangers.some(({ leaf }) => numbersRows(leaf)) && holdCodes(header, rows)) return rows;
  const last = header.columns.reduce(further, null)!;
  const isEmptied = () =>
    rows.filter(({ printed }) => isBlankValue(under(last, printed) ?? NOTHING)).length >
    rows.length * NEARLY_ALL;
  const moved = strangers.flatMap((stranger) => {
    const found = rows.map(({ printed }) => numberOf(under(stranger, printed)));
    const held = found.filter((number) => number !== null).length;
    if (held === 0) return []; // under nearly every heading of labels
    const numbers = withNeighbours(found);
    const counted = numbers.filter(countsOn).length;
    if (counted * 2 <= held)
      return stranger.column < last.column && held * 2 > rows.length && isEmptied() ? rows : [];
    if (!numbersRows(stranger.leaf)) return [];
    return rows.filter(({ printed, values }, index) => {
      const number = numbers[index]!;
      if (number.own === null || isBetween(number)) return false;
      const isTaken = values.some((value) => value && isExpected(number, numberOf(value)));
      return isTaken || printed.values.some(isBlankValue);
    });
  });
  return [...moved, ...withOwnCode(all), ...unlikeOthers(all)];
}

/** Whether a number stands where a list has the name of its row, and a value is blank or in words. */
function hasNumberForName({ names = [], values }: FormRow): boolean {
  const filled = names.filter(({ text }) => text.trim() !== "");
  return filled.length > 0 && filled.every(({ text }) => isNumber(text)) && values.some(isNoNumber);
}

/** The rows that have their code among the values, where other rows have it before them. */
function withOwnCode(rows: readonly Headed[]): readonly Headed[] {
  // A label printed twice pushes the unit among the values, too.
  const cells = rows.map(({ printed }) => printed.values.find(({ text }) => !/\p{sc=Han}/u.test(text)));
  const isTaken = ({ values }: Headed, index: number) => values.includes(cells[index]!);
  if (rows.filter((row, index) => !isTaken(row, index)).length < CODES) return []; // nearly every table
  const codes = withNeighbours(cells.map(numberOf));
  const apart = rows.filter((row, index) => !isTaken(row, index) && countsOn(codes[index]!)).length;
  return apart < CODES ? [] : rows.filter((row, index) => isTaken(row, index) && countsOn(codes[index]!));
}

/** The rows with cells left out, where most rows with as many cells are lost. */
function unlikeOthers(rows: readonly Headed[]): readonly Headed[] {
  const surplus = rows.filter(({ printed, values }) => printed.values.length > values.length);
  const kept = surplus.filter(({ isLost }) => !isLost);
  return kept.length * 2 < surplus.length ? kept : [];
}

/** The printed headings that are none of the form's, nor of another year. */
function strangersOf({ columns, others }: HeaderMatch, { headers }: FormRow): readonly HeaderColumn[] {
  const own = columns.filter((column) => column !== null);
  const isThere = (printed: readonly HeaderColumn[], { column }: HeaderColumn) =>
    printed.some((one) => one.column === column);
  const printed = headers.find((one) => own.every((column) => isThere(one.columns, column)));
  return (printed?.columns ?? []).filter((column) => !isThere(own, column) && !isThere(others, column));
}

/** Whether the values of one of the form's columns count on from row to row, as only codes do. */
function holdCodes({ columns }: HeaderMatch, rows: readonly Headed[]): boolean {
  return columns.some((_, at) => {
    const numbers = rows.map(({ values }) => numberOf(values[at] ?? undefined));
    let run = 1;
    return numbers.some((number, index) => {
      run = index > 0 && number !== null && number - 1 === numbers[index - 1] ? run + 1 : 1;
      return run >= CODES;
    });
  });
}

function further(one: HeaderColumn | null, other: HeaderColumn | null): HeaderColumn | null {
  return one === null || (other !== null && other.column > one.column) ? other : one;
}

const NOTHING = { text: "" } as const;

function under(column: HeaderColumn, { values }: FormRow): PrintedValue | undefined {
  return values.find((value) => reach(column, value));
}

function isNoNumber(value: PrintedValue): boolean {
  return isBlankValue(value) || /\p{sc=Han}/u.test(value.text);
}

/** The number in a cell, perhaps with the stars of notes behind it. */
function numberOf(value: PrintedValue | undefined): number | null {
  if (value === undefined) return null;
  const text = isPlain(value.text) ? value.text : foldDigits(value.text).replace(/[*\s]/gu, "");
  return isNumber(text) ? Number(text) : null;
}

/** A number of a column, with the nearest ones above and below it; null where there is none. */
interface Numbered {
  readonly own: number | null;
  readonly above: number | null;
  readonly below: number | null;
}

function withNeighbours(numbers: readonly (number | null)[]): readonly Numbered[] {
  const above = nearestBefore(numbers);
  const below = nearestBefore(numbers.toReversed()).reverse();
  return numbers.map((own, index) => ({ own, above: above[index]!, below: below[index]! }));
}

function nearestBefore(numbers: readonly (number | null)[]): (number | null)[] {
  let nearest: number | null = null;
  return numbers.map((number) => {
    const before = nearest;
    nearest = number ?? nearest;
    return before;
  });
}

/** Whether a number counts on from the one above or leads on to the one below, as the codes of rows do. */
function countsOn({ own, above, below }: Numbered): boolean {
  return own !== null && (own - 1 === above || own + 1 === below);
}

/** The same, or whether it stands between the two where codes are missing. */
function isBetween(number: Numbered): boolean {
  const { own, above, below } = number;
  return countsOn(number) || (above !== null && below !== null && above < own! && own! < below);
}

/** Whether a number is the code that the rows beside it leave for a row. */
function isExpected({ above, below }: Numbered, number: number | null): boolean {
  return number !== null && (number - 1 === above || number + 1 === below);
}
