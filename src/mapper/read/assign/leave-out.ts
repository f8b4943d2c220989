import type { HeaderMatch } from "../../match/header/header-match.ts";
import { isBlankValue, type FormRow, type HeaderColumn, type PrintedValue } from "../../rows/form-row.ts";

export interface RowChoice {
  readonly values: readonly PrintedValue[];
  /** Indexes of the cells that stay. */
  readonly kept: readonly number[];
}

/**
 * The different rows that remain when the surplus cells of a row are left out. Where a merged cell was written out, the
 * cells it covers are empty or copies of their left neighbour, and a ragged row ends in empty cells; only such cells
 * are left out.
 */
export function leaveOut({ values, coveredBlank }: FormRow, count: number): readonly RowChoice[] {
  const surplus = values.length - count;
  if (surplus <= 0 || surplus > 4 || values.length > 24) return [];
  const text = (index: number) => values[index]!.text.trim();
  const found = new Map<string, RowChoice>();
  const search = (from: number, kept: readonly number[], left: number): void => {
    if (found.size > 16) return;
    if (from === values.length) {
      const key = kept.map(text).join("\t");
      if (left === 0 && !found.has(key))
        found.set(key, { values: kept.map((index) => values[index]!), kept });
      return;
    }
    const covered = text(from) === "" || (!coveredBlank && from > 0 && text(from) === text(from - 1));
    if (values.length - from > left) search(from + 1, [...kept, from], left);
    if (left > 0 && covered) search(from + 1, kept, left - 1);
  };
  search(0, [], surplus);
  return [...found.values()];
}

/**
 * The cells that rows of one block keep, as joined indexes, and the number of rows that show this by themselves, perhaps
 * none; `blank` is how many of them leave only empty cells out, and `isAlone` whether no other row of the block has as
 * many cells. `isColumn`: a row with as many cells has none that could be left out, so they are those of a column more.
 */
export interface SurplusPattern {
  readonly kept: string;
  readonly rows: number;
  readonly blank: number;
  readonly isAlone: boolean;
  readonly isColumn: boolean;
}

/** What helps to decide which cells are surplus: what the rows around keep, and the form's sums. */
export interface Settle {
  readonly neighbours: SurplusPattern | undefined;
  readonly agree: (values: readonly PrintedValue[]) => boolean;
}

/**
 * Whether anything more than an equal or empty neighbour supports leaving a cell out. It may be empty at the end of a
 * row under headings, or empty where covered cells are written empty and all others are filled; or the sums, other rows
 * with as many cells, or the headings, each over its own cell, may agree. In 600 | 500 | 10 | 10 | 20 the surplus cell
 * may as well be the last.
 */
export function isVouchedFor(
  row: FormRow,
  { values, kept }: RowChoice,
  header: HeaderMatch | null,
  { neighbours, agree }: Settle,
): boolean {
  // Two equal numbers side by side are then two numbers, and that a sum holds without one of them is chance.
  if (neighbours?.isColumn === true) return false;
  const left = row.values.flatMap((value, index) => (kept.includes(index) ? [] : [{ value, index }]));
  // A number that repeats its neighbour beside all headings is no merged cell written out.
  if (left.some(({ value }) => standsBeyond(value, row))) return agree(values);
  // Nor is it one where the other rows leave that place empty, or where there are no others to show it.
  const isCopied = left.some(({ value }) => !isBlankValue(value));
  const isUnshown = neighbours?.isAlone === true && mayBeCut(row, left.length, values.length);
  const isLeftEmpty =
    neighbours !== undefined && neighbours.rows > 0 && neighbours.blank * 2 >= neighbours.rows;
  if (isCopied && (isUnshown || isLeftEmpty)) return agree(values);
  if (values.length === 1) {
    const heading = header?.columns[0];
    const others = header ? [...header.beside, ...header.others] : [];
    const isUnderOther = others.some((other) => reach(other, values[0]!));
    return (
      !heading ||
      !isUnderOther ||
      reach(heading, values[0]!) ||
      !left.some(({ value }) => reach(heading, value))
    );
  }
  const allEmpty = left.every(({ value }) => isBlankValue(value));
  // Without any heading, the first cell of 21 | 0 | blank may just as well be the row's number.
  if (allEmpty && left.every(({ index }) => index > kept.at(-1)!)) return header !== null || agree(values);
  if (allEmpty && row.coveredBlank && !values.some(isBlankValue)) return true;
  if (agree(values)) return true;
  if (header !== null && neighbours && neighbours.rows > 1 && neighbours.kept === kept.join()) return true;
  if (header === null || header.foreign) return false;
  // A cell left out must be empty or repeat the value taken for the heading above it; any other number is reported.
  const isCopy = ({ value }: { readonly value: PrintedValue }) =>
    isBlankValue(value) ||
    header.columns.some(
      (column, index) => column && reach(column, value) && value.text.trim() === values[index]!.text.trim(),
    );
  return (
    left.every(isCopy) &&
    header.columns.every((column, index) => column !== null && reach(column, values[index]!))
  );
}

/**
 * Whether copies may be numbers of their own, or the other half of one: 11 as 1 and 1, but no number cut in three equal
 * parts. Of a row of zeros every cell reads the same.
 */
function mayBeCut({ values }: FormRow, copies: number, columns: number): boolean {
  return (copies === 1 || columns > 1) && !values.every(({ text }) => /^0+$/u.test(text.trim()));
}

/** Whether something is printed in a place that no heading names. */
function standsBeyond(value: PrintedValue, { headers }: FormRow): boolean {
  const isNamed = (columns: readonly HeaderColumn[]) =>
    columns.some((column) => reach(column, value) && namesColumn(column, columns));
  return !isBlankValue(value) && headers.length > 0 && !headers.some(({ columns }) => isNamed(columns));
}

/** Whether a column has a heading, and not only a part of the one over columns with headings of their own. */
function namesColumn({ text, texts }: HeaderColumn, columns: readonly HeaderColumn[]): boolean {
  if (text === "" || texts.at(-1) !== "") return text !== "";
  const above = texts.findLast((own) => own !== "");
  return !columns.some(
    ({ texts: others }) => others.at(-1) !== "" && others.at(-1) !== above && others.includes(above!),
  );
}

/** Whether a value stands under a heading, at least in part. */
export function reach(
  from: { readonly column: number; readonly columnSpan: number },
  value: PrintedValue,
): boolean {
  return (
    value.column !== undefined &&
    value.column < from.column + from.columnSpan &&
    value.column + value.columnSpan! > from.column
  );
}
