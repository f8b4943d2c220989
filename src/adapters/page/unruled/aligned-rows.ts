import { middle } from "./chunks.ts";
import type { Chunk } from "./chunks.ts";
import type { Stack } from "./stacks.ts";
import type { UnruledColumns } from "./columns.ts";
import { ONE_ROW, STRAY } from "./tolerances.ts";

/** A row of the body: everything printed at one height, including values on the middle line of a wrapped label. */
export interface BodyRow {
  top: number;
  bottom: number;
  readonly baseline: number;
  readonly values: Stack[];
  /** Heights of values that do not stand at the row's own height. */
  readonly strays: readonly number[];
}

/** The rows, found from the heights of what stands in the value columns. */
export function bodyRows(stacks: readonly Stack[], columns: UnruledColumns): BodyRow[] {
  const rows: BodyRow[] = [];
  for (const stack of [...stacks].sort((a, b) => middle(a) - middle(b))) {
    const row = rows.at(-1);
    const size = stack.chunks[0]!.size;
    if (row !== undefined && Math.abs(middle(stack) - middle(row)) < ONE_ROW * size) {
      row.values.push(stack);
      row.top = Math.min(row.top, stack.top);
      row.bottom = Math.max(row.bottom, stack.bottom);
    } else
      rows.push({
        top: stack.top,
        bottom: stack.bottom,
        baseline: middle(stack),
        values: [stack],
        strays: [],
      });
  }
  return withStrays(rows, columns);
}

/**
 * Gives numbers that stand off their row to that row. A number wrapped in its narrow column, １２ over ３, stands on
 * half lines above and below its row's; one under an empty line stands half a line below. It belongs to the row when it
 * is nearer than a line and stands in a column where the row has nothing.
 */
function withStrays(rows: readonly BodyRow[], columns: UnruledColumns): BodyRow[] {
  const taken = new Map(rows.map((row) => [row, new Set(inColumns(row.values, columns).keys())]));
  const owners = new Map<BodyRow, BodyRow>();
  for (const [index, row] of rows.entries()) {
    const own = taken.get(row)!;
    const near = [rows[index - 1], rows[index + 1]].filter(
      (other) =>
        other !== undefined &&
        Math.abs(other.baseline - row.baseline) < STRAY * row.values[0]!.chunks[0]!.size &&
        taken.get(other)!.size > own.size &&
        [...own].every((column) => !taken.get(other)!.has(column)),
    );
    if (near.length === 1) owners.set(row, near[0]!);
  }
  const strays = new Map<BodyRow, number[]>();
  for (const [row, owner] of owners) {
    owner.values.push(...row.values);
    strays.set(owner, [...(strays.get(owner) ?? []), row.baseline]);
  }
  return rows.filter((row) => !owners.has(row)).map((row) => ({ ...row, strays: strays.get(row) ?? [] }));
}

export function inColumns(
  stacks: readonly Stack[],
  { left, right, labels }: UnruledColumns,
): Map<number, Chunk[]> {
  const found = new Map<number, Chunk[]>();
  for (const stack of stacks) {
    const centre = (stack.left + stack.right) / 2;
    let best = labels;
    let distance = Infinity;
    for (let column = labels; column < left.length; column++) {
      const off =
        stack.left < right[column]! && stack.right > left[column]!
          ? 0
          : Math.min(Math.abs(centre - left[column]!), Math.abs(centre - right[column]!));
      if (off < distance) [best, distance] = [column, off];
    }
    found.set(best, [...(found.get(best) ?? []), ...stack.chunks]);
  }
  return found;
}
