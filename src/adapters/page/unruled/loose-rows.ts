import { isFilled } from "../../../printed/numbers.ts";
import { median } from "../sheet/median.ts";
import type { Placed } from "./aligned-cells.ts";
import { inColumns } from "./aligned-rows.ts";
import type { BodyRow } from "./aligned-rows.ts";
import { middle } from "./chunks.ts";
import type { Chunk } from "./chunks.ts";
import type { Stack } from "./stacks.ts";
import type { UnruledColumns } from "./columns.ts";
import type { HeaderCell } from "./headers.ts";
import { ALIGNED, ANCHORED, EDGE_ROUNDING, FEWEST_WHOLE } from "./tolerances.ts";

/**
 * What was found of a table: its rows, its labels by row, its headers, and its columns before and after the labels were
 * divided.
 */
interface FoundTable {
  readonly rows: readonly BodyRow[];
  readonly labels: readonly Placed[];
  readonly headers: readonly HeaderCell[];
  readonly columns: UnruledColumns;
  /** How many more columns the headers have than `columns`: the columns of labels beside labels. */
  readonly shift: number;
}

/**
 * Rows, by index, whose values may belong to a neighbouring row or column. Every other row has one value in each
 * column, under a header of its own, aligned by an edge or the middle with the values above and below, and on the line
 * of its label: a number that was moved, left out or run together with another leaves such a row incomplete.
 */
export function looseRows(table: FoundTable): readonly number[] {
  const { rows, columns } = table;
  const whole = new Map<number, readonly Stack[]>();
  for (const [index, row] of rows.entries()) {
    const values = wholeRow(row, columns);
    if (values !== undefined && isNamed(row, index, values, table)) whole.set(index, values);
  }
  const all = [...rows.keys()];
  // Columns that hold in a few rows only are not those of the table, as where two halves stand beside each other.
  if (whole.size < FEWEST_WHOLE * rows.length) return all;
  const numbers = columns.left.slice(columns.labels).flatMap((_, column) => {
    const found = [...whole].map(([index, values]) => [index, values[column]!] as const);
    // A column of units or labels has no numbers; any other column has only numbers.
    return found.some(([, stack]) => isNumber(stack)) ? [found] : [];
  });
  // Where only one column has numbers, a number has no other place.
  if (numbers.length === 0 || (numbers.length > 1 && !areHeaded(table))) return all;
  const loose = new Set([...all.filter((index) => !whole.has(index)), ...shiftedRows(table)]);
  for (const column of numbers) {
    for (const [index, stack] of column) if (!isNumber(stack)) loose.add(index);
    for (const index of astray(column.filter(([, stack]) => isNumber(stack)))) loose.add(index);
  }
  return all.filter((index) => loose.has(index));
}

/**
 * The rows around numbers without a label, as far as labels without numbers. Where a cell holds the labels of several
 * rows and its neighbours their numbers, a label of three lines moves the numbers after it to the labels before.
 */
function shiftedRows({ rows, labels }: FoundTable): readonly number[] {
  const own = new Map(
    labels.flatMap(({ row, rowEnd, column }) => (rowEnd === row + 1 ? [[row, column] as const] : [])),
  );
  // Between two labels of a deeper level stands the name of their group.
  const isOfGroup = (row: number, level: number) =>
    [row - 1, row + 1].every((other) => (own.get(other) ?? 0) > level);
  const named = new Set([...own].flatMap(([row, level]) => (isOfGroup(row, level) ? [] : [row])));
  const bare = [...named].filter((row) => rows[row]!.values.length === 0).sort((a, b) => a - b);
  return rows.flatMap(({ values }, at) => {
    if (named.has(at) || !values.some(isNumber)) return [];
    const from = bare.findLast((row) => row < at) ?? at;
    const to = bare.find((row) => row > at) ?? at;
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

/** The one value in each column; undefined where a column has none or more than one. */
function wholeRow(row: BodyRow, columns: UnruledColumns): readonly Stack[] | undefined {
  const count = columns.left.length - columns.labels;
  if (row.values.length !== count || row.strays.length > 0) return undefined;
  const own = row.values.map((stack) => [[...inColumns([stack], columns).keys()][0]!, stack] as const);
  const placed = new Map(own);
  return placed.size === count
    ? own.sort(([one], [other]) => one - other).map(([, stack]) => stack)
    : undefined;
}

function isNumber({ chunks }: Stack): boolean {
  return chunks.length === 1 && isFilled(chunks[0]!.text);
}

/** Whether a label of its own stands on the row's line or is wrapped around it, left of the values or among them. */
function isNamed(
  { baseline }: BodyRow,
  index: number,
  values: readonly Stack[],
  { labels, columns }: FoundTable,
): boolean {
  const isBeside = (one: { readonly top: number; readonly bottom: number }, size: number) =>
    Math.abs(middle(one) - baseline) < ANCHORED * size;
  const isOnLine = (chunks: readonly Chunk[]) => {
    const { size } = chunks[0]!;
    const top = Math.min(...chunks.map((chunk) => chunk.top));
    const bottom = Math.max(...chunks.map((chunk) => chunk.bottom));
    return isBeside({ top, bottom }, size) || chunks.some((chunk) => isBeside(chunk, size));
  };
  if (!values.every(({ chunks }) => isOnLine(chunks))) return false;
  if (columns.labels === 0) return values.some((stack) => !isNumber(stack));
  return labels.some(({ row, rowEnd, chunks }) => row === index && rowEnd === index + 1 && isOnLine(chunks));
}

/** Whether each column of values has a header that stands over it and over no other. */
function areHeaded({ headers, columns: { left, right, labels }, shift }: FoundTable): boolean {
  return left.slice(labels).every((_, index) => {
    const column = labels + index;
    const over = headers.filter((one) => one.column === column + shift && one.columnEnd === one.column + 1);
    const leaf = over.reduce<HeaderCell | undefined>(
      (lowest, one) => (lowest === undefined || one.row > lowest.row ? one : lowest),
      undefined,
    );
    if (leaf === undefined) return false;
    const { stack } = leaf;
    const before = index === 0 ? -Infinity : right[column - 1]!;
    const after = left[column + 1] ?? Infinity;
    return (
      stack.left < right[column]! &&
      stack.right > left[column]! &&
      stack.left > before - EDGE_ROUNDING &&
      stack.right < after + EDGE_ROUNDING
    );
  });
}

/** Numbers under each other that do not share the edge, or middle, that the others have in common. */
function astray(numbers: readonly (readonly [index: number, stack: Stack])[]): readonly number[] {
  const places = [
    ({ left }: Stack) => left,
    ({ left, right }: Stack) => (left + right) / 2,
    ({ right }: Stack) => right,
  ].map((placeOf) => {
    const found = numbers.map(([, stack]) => placeOf(stack));
    const common = median(found);
    const off = found.map((place) => Math.abs(place - common));
    return { off, sum: off.reduce((sum, one) => sum + one, 0) };
  });
  const [best] = places.sort((a, b) => a.sum - b.sum);
  return numbers.flatMap(([index, { chunks }], at) =>
    best!.off[at]! > ALIGNED * chunks[0]!.size ? [index] : [],
  );
}
