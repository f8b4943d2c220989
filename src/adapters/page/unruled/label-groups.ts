import type { Placed } from "./aligned-cells.ts";
import type { BodyRow } from "./aligned-rows.ts";
import { middle } from "./chunks.ts";
import type { Stack } from "./stacks.ts";
import { beginsList, hasEnumerator } from "../../../printed/enumerators.ts";
import { BESIDE } from "./tolerances.ts";

/** Divides each run of rows that lack a label at this level among the texts that stand there. */
export function groupCells(
  groups: readonly Stack[],
  level: number,
  rows: readonly BodyRow[],
  depth: readonly number[],
  own: ReadonlyMap<Stack, BodyRow>,
): Placed[] {
  const cells: Placed[] = [];
  const label = new Map([...own].map(([stack, row]) => [row, stack.chunks.map(({ text }) => text).join("")]));
  for (let first = 0; first < rows.length;) {
    if (depth[first]! <= level) {
      first++;
      continue;
    }
    let end = first;
    while (end < rows.length && depth[end]! > level) end++;
    const from = first === 0 ? -Infinity : rows[first - 1]!.bottom;
    const to = end === rows.length ? Infinity : rows[end]!.top;
    const inside = atMost(
      end - first,
      acrossPages(
        groups.filter((stack) => middle(stack) > from && middle(stack) < to).sort((a, b) => a.top - b.top),
      ),
    );
    const bounds = shares(inside, rows, first, end, label);
    for (const [index, stack] of inside.entries())
      cells.push({
        row: bounds[index]!,
        rowEnd: bounds[index + 1]!,
        column: level,
        columnEnd: level + 1,
        chunks: stack.chunks,
      });
    first = end;
  }
  return cells;
}

/** Joins a label cut by the page break, （四）无 | 法提供: what continues on the next page has no number of its own. */
function acrossPages(groups: readonly Stack[]): Stack[] {
  const joined: Stack[] = [];
  for (const stack of groups) {
    const before = joined.at(-1);
    const page = stack.chunks[0]!.page;
    if (
      before !== undefined &&
      before.chunks.at(-1)!.page < page &&
      hasEnumerator(before.chunks[0]!.text) &&
      !hasEnumerator(stack.chunks[0]!.text)
    )
      joined[joined.length - 1] = join(before, stack);
    else joined.push(stack);
  }
  return joined;
}

/** Where there are more texts than rows, not every text can have a row, so the last ones share one. */
function atMost(rows: number, groups: readonly Stack[]): readonly Stack[] {
  const [first, ...rest] = groups.slice(rows - 1);
  return rest.length === 0 ? groups : [...groups.slice(0, rows - 1), rest.reduce(join, first!)];
}

function join(above: Stack, below: Stack): Stack {
  return { ...above, chunks: [...above.chunks, ...below.chunks], bottom: below.bottom };
}

/**
 * The row at which each group begins, and the end; there are no more groups than rows. Groups are divided by numbering
 * that starts again, by texts on their first row, or by texts in the middle.
 */
function shares(
  groups: readonly Stack[],
  rows: readonly BodyRow[],
  first: number,
  end: number,
  label: ReadonlyMap<BodyRow, string>,
): number[] {
  if (groups.length <= 1) return [first, end];
  const restarts: number[] = [];
  for (let row = first; row < end; row++) if (beginsList(label.get(rows[row]!) ?? "")) restarts.push(row);
  if (restarts.length === groups.length && restarts[0] === first) return [...restarts, end];
  const onRow = groups.map((stack) =>
    rows.findIndex(
      (row, index) =>
        index >= first &&
        index < end &&
        Math.abs(row.baseline - middle(stack.chunks[0]!)) < BESIDE * stack.chunks[0]!.size,
    ),
  );
  if (onRow[0] === first && onRow.every((row, index) => row >= 0 && (index === 0 || row > onRow[index - 1]!)))
    return [...onRow, end];
  const bounds = [first];
  for (const [index, stack] of groups.slice(0, -1).entries()) {
    // A group ends as far below the middle of its text as its first row is above; at least one row is left for each
    // group that follows.
    const start = rows[bounds.at(-1)!]!.top;
    const until = 2 * middle(stack) - start;
    const last = end - (groups.length - 1 - index);
    let next = bounds.at(-1)! + 1;
    while (next < last && middle(rows[next]!) < until) next++;
    bounds.push(next);
  }
  return [...bounds, end];
}
