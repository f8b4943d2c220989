import { readValue } from "../../../printed/numbers.ts";
import type { RowFit } from "../../match/fit/fit.ts";
import { isBlankValue, printedRow, type FormRow, type PrintedValue } from "../../rows/form-row.ts";
import type { WeightedSum } from "../sums/equations.ts";
import type { Assignment } from "./assignment.ts";

/** A blank is an exception in a table if not more than this share of its rows has one. */
const EXCEPTION = 0.1;
/**
 * Rows of fewer cells than this often end in a blank one, so a blank there shows something only where at least
 * `MANY_ALIKE` other rows end in none.
 */
const LEAST = 3;
/** A row that lost more cells than this is taken for one that nobody filled in. */
const MOST_BLANKS = 2;
/** From so many rows on two of them are few: both rows of three cells that the form of 2021 has beside four others. */
const PAIR = 6;
const MANY_ALIKE = 10;
/** From this many rows of numbers on, a table's only blank cells are no habit of the office, even if it prints no zeros. */
const SOME_FILLED = 4;

/**
 * The rows that may have lost a cell, or hold two numbers in one, and were filled up with a blank one at their ends, or
 * were pushed on by a blank one before them, so that values stand beside their headings: only the last cell is blank, in
 * a table that has no other blanks, or where that cell is a sum that seems to stand in the cell before it, or where
 * another sum of the row does not hold; or only the first is, and a sum does not hold without it.
 */
export function emptiedRows(
  assignments: ReadonlyMap<RowFit, Assignment>,
  sumsOf: (rowFit: RowFit) => readonly WeightedSum[],
): readonly RowFit[] {
  // Without a blank cell no row was filled up with one.
  if (!hasBlank(assignments)) return [];
  const rows = wholeRows(assignments);
  // In a table without zeros a blank cell may be how it prints them, unless there is only one.
  const printsZeros = rows.some(({ values }) => values.some(({ text }) => readValue(text).value === 0));
  // A row of many cells that nobody filled in shows nothing of the others.
  const isUnfilled = ({ values }: WholeRow) => values.length >= LEAST && values.every(isBlankValue);
  const open = rows.filter((row) => row.values.some(isBlankValue) && !isUnfilled(row)).length;
  const filled = rows.filter(({ values }) => values.every(isCount));
  const filledOf = (length: number) => filled.filter(({ values }) => values.length === length).length;
  const isOnlyBlank = (row: WholeRow, at: number): boolean =>
    row.values.findIndex(isBlankValue) === at && row.values.findLastIndex(isBlankValue) === at;
  const emptied = rows.filter(endsInBlanks);
  // Two such rows, and no other blank, are still exceptions.
  const isPair = open === 2 && emptied.length === 2 && rows.length >= PAIR;
  const most = Math.max(isPair ? 2 : 1, rows.length * EXCEPTION);
  const pushed = rows.filter((row) => isOnlyBlank(row, 0) && row.parts.some((part) => misses(part, sumsOf)));
  const isBroken = (row: WholeRow) => row.parts.some((part) => breaks(part, sumsOf));
  // Sums say nothing of a row where those of most other rows do not hold.
  const tells = filled.filter(isBroken).length * 2 <= filled.length;
  // A sum that seems to have moved tells of a row with other blanks, too.
  const ended = rows.filter(({ values }) => isBlankValue(values.at(-1)!));
  const sums = new Map(ended.map((row) => [row, tells ? hasMovedSum(row.parts.at(-1)!, sumsOf) : undefined]));
  const moved = ended.filter((row) => sums.get(row) === true || (isBroken(row) && emptied.includes(row)));
  const isDoubtful = (row: WholeRow): boolean =>
    sums.get(row) !== false &&
    ((isPair && row.values.length >= LEAST) ||
      filledOf(row.values.length) >= (row.values.length < LEAST ? MANY_ALIKE : Number(!printsZeros)));
  const isRare = printsZeros ? open <= most : (open === 1 || isPair) && filled.length >= SOME_FILLED;
  const alone = isRare ? emptied.filter(isDoubtful) : [];
  const doubted = [...(alone.length > 0 ? alone : moved.length <= most ? moved : []), ...pushed];
  return doubted.flatMap(({ parts }) => parts.map(({ rowFit }) => rowFit));
}

function hasBlank(assignments: ReadonlyMap<RowFit, Assignment>): boolean {
  for (const { values } of assignments.values())
    if (values.some((value) => value !== null && isBlankValue(value))) return true;
  return false;
}

/** Whether the last cell of a row is blank, or the last two, and no other. */
function endsInBlanks({ values }: { readonly values: readonly PrintedValue[] }): boolean {
  const blanks = values.filter(isBlankValue).length;
  return blanks > 0 && blanks <= MOST_BLANKS && values.findIndex(isBlankValue) === values.length - blanks;
}

interface Part {
  readonly rowFit: RowFit;
  readonly values: Assignment["values"];
}

interface WholeRow {
  /** What the form takes from it, from left to right. */
  readonly parts: readonly Part[];
  readonly values: readonly PrintedValue[];
}

/** The printed rows with borders that were read whole, with what they hold in their order. */
function wholeRows(assignments: ReadonlyMap<RowFit, Assignment>): readonly WholeRow[] {
  const places = new Map<FormRow, Part[]>();
  for (const [rowFit, { values, how }] of assignments) {
    if (!rowFit.printed || rowFit.printed.kind === "spaced" || how === "lost" || how === "fused") continue;
    const place = printedRow(rowFit.printed);
    const parts = places.get(place) ?? [];
    parts.push({ rowFit, values });
    places.set(place, parts);
  }
  return [...places.values()].flatMap((parts) => {
    if (parts.some(({ values }) => values.includes(null))) return [];
    const ordered = parts.sort((one, other) => endOf(one) - endOf(other));
    const values = parts.flatMap((part) => part.values.map((value) => value!));
    return [{ parts: ordered, values: values.sort((one, other) => columnOf(one) - columnOf(other)) }];
  });
}

/**
 * Where the last cell of a row is the sum of others but blank, whether the cell before it may hold the sum: its number
 * is not less than all others, but for one, which may be two numbers in one cell. Undefined where nothing tells.
 */
function hasMovedSum(
  { rowFit, values }: Part,
  sumsOf: (rowFit: RowFit) => readonly WeightedSum[],
): boolean | undefined {
  const last = values.findLastIndex((value) => isBlankValue(value!));
  const said = sumsOf(rowFit).flatMap((sum) => {
    const own = sum.find(({ index }) => index === last);
    if (!own || sum.some(({ index, weight }) => index !== last && weight * own.weight > 0)) return [];
    const parts = sum.filter(({ index }) => index !== last).sort((one, other) => one.index - other.index);
    // Two cells that are gone leave two blanks at the end.
    const filled = parts.slice(0, parts.findLastIndex(({ index }) => !isBlankValue(values[index]!)) + 1);
    const numbers = filled.map(({ index }) => readValue(values[index]!.text).value ?? 0);
    const [before, others] = [numbers.at(-1) ?? 0, numbers.slice(0, -1)];
    const least = others.reduce((total, number) => total + number, 0) - Math.max(0, ...others);
    return before > 0 && others.length > 0 ? [before >= least] : [];
  });
  return said.length === 0 ? undefined : said.includes(true);
}

/** Whether a sum of the row does not hold, all of whose numbers are printed. */
function breaks({ rowFit, values }: Part, sumsOf: (rowFit: RowFit) => readonly WeightedSum[]): boolean {
  const numbers = values.map((value) => readValue(value!.text).value);
  return sumsOf(rowFit).some(
    (sum) =>
      sum.every(({ index }) => numbers[index] !== null) &&
      sum.reduce((total, { index, weight }) => total + weight * numbers[index]!, 0) !== 0,
  );
}

/** Whether a sum of the row, which has a blank cell, does not hold unless a number stands there. */
function misses({ rowFit, values }: Part, sumsOf: (rowFit: RowFit) => readonly WeightedSum[]): boolean {
  const numbers = values.map((value) => readValue(value!.text).value);
  return sumsOf(rowFit).some(
    (sum) =>
      sum.some(({ index }) => numbers[index] === null) &&
      sum.reduce((total, { index, weight }) => total + weight * (numbers[index] ?? 0), 0) !== 0,
  );
}

function endOf({ values }: Part): number {
  return Math.max(...values.map((value) => columnOf(value!)));
}

function columnOf({ column = 0 }: PrintedValue): number {
  return column;
}

function isCount({ text }: PrintedValue): boolean {
  return readValue(text).value !== null;
}
