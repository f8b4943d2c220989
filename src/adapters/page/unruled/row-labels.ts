import type { Placed } from "./aligned-cells.ts";
import type { BodyRow } from "./aligned-rows.ts";
import { middle } from "./chunks.ts";
import { isAligned, stackUp } from "./stacks.ts";
import type { Chunk } from "./chunks.ts";
import type { Stack } from "./stacks.ts";
import type { UnruledColumns } from "./columns.ts";
import { hasEnumerator } from "../../../printed/enumerators.ts";
import { isArticle } from "../../../printed/vocabulary.ts";
import { groupCells } from "./label-groups.ts";
import { levelsOf, numbering } from "./label-levels.ts";
import { cutByPage, ownLabels } from "./own-labels.ts";
import { BESIDE, INDENT, LABEL_GROUP, LEADING, NEARER_THAN_ROWS, OVERHANG } from "./tolerances.ts";

export interface Labels {
  /** All columns, with those of the labels now divided into levels. */
  readonly columns: UnruledColumns;
  readonly cells: readonly Placed[];
  /** Label texts above the body. */
  readonly corner: readonly Stack[];
  /** The body's rows, including those that have a label and no value. */
  readonly body: readonly BodyRow[];
}

/**
 * Finds what stands left of the values: labels of one row, on its middle line or its first, and labels of several rows.
 */
export function findLabels(
  chunks: readonly Chunk[],
  values: readonly BodyRow[],
  headerHeights: readonly number[],
  top: number,
  columns: UnruledColumns,
): Labels {
  const stacks = stackLabels(chunks, values, headerHeights, top);
  const isCorner = (stack: Stack) => stack.bottom < top + 1;
  const corner = stacks.filter(isCorner);
  const body = stacks.filter((stack) => !isCorner(stack));
  const levels = columns.labels === 0 ? [] : levelsOf(body, columns.left[0]!);
  const levelOf = levelling(body, levels);
  const rows = values.map((row) => ({ ...row }));
  const own = ownLabels(body, rows, levelOf);
  const rests = cutByPage(body, own);
  // A text with rows at the right of its level, and no row of its own, is their common label; any other text makes a
  // row without values.
  const groups: Stack[] = [];
  for (const stack of body) {
    if (own.has(stack) || rests.has(stack)) continue;
    const level = levelOf(stack);
    if (level < levels.length - 1 && besideDeeper(stack, body, levels, levelOf)) groups.push(stack);
    else {
      const row: BodyRow = {
        top: stack.top,
        bottom: stack.bottom,
        baseline: middle(stack),
        values: [],
        strays: [],
      };
      rows.push(row);
      own.set(stack, row);
    }
  }
  rows.sort((a, b) => a.baseline - b.baseline);

  const cells: Placed[] = [];
  const depth = rows.map(() => levels.length);
  for (const [stack, row] of own) {
    const index = rows.indexOf(row);
    const level = levelOf(stack);
    depth[index] = level;
    // A row without values is a caption over the next rows when they begin with a header of their own.
    const caption = row.values.length === 0 && startsBlock(rows[index + 1]);
    cells.push({
      row: index,
      rowEnd: index + 1,
      column: level,
      columnEnd: levels.length + (caption ? columns.left.length - columns.labels : 0),
      chunks: stack.chunks,
    });
  }
  for (let level = 0; level < levels.length - 1; level++)
    cells.push(
      ...groupCells(
        groups.filter((stack) => levelOf(stack) === level),
        level,
        rows,
        depth,
        own,
      ),
    );
  const right = levels.map((_, index) =>
    index + 1 < levels.length ? levels[index + 1]! - 1 : columns.right[0]!,
  );
  return {
    columns: {
      left: [...levels, ...columns.left.slice(columns.labels)],
      right: [...right, ...columns.right.slice(columns.labels)],
      labels: levels.length,
    },
    cells,
    corner,
    body: rows,
  };
}

/** The texts of the label columns, each with all the lines over which it is wrapped. */
function stackLabels(
  chunks: readonly Chunk[],
  values: readonly BodyRow[],
  headerHeights: readonly number[],
  top: number,
): Stack[] {
  const heights = [...values.map(({ baseline }) => baseline), ...headerHeights];
  // Of two texts beside each other, the deeper one is the one that stands beside the values.
  const anchored = (chunk: Chunk) =>
    chunk.bottom > top + 1 &&
    heights.some((height) => Math.abs(height - middle(chunk)) < BESIDE * chunk.size) &&
    !chunks.some(
      (other) => other.left > chunk.right && Math.abs(other.baseline - chunk.baseline) < BESIDE * chunk.size,
    );
  const pitch = Math.min(...values.slice(1).map((row, index) => row.baseline - values[index]!.baseline));
  // Where rows are as close as lines, only a text without a value beside it can be a label's second line, or one that is
  // nearer to the line above than any two rows are.
  const isRow = (stack: Stack, chunk: Chunk) =>
    pitch < LEADING * chunk.size && chunk.baseline - stack.chunks.at(-1)!.baseline > NEARER_THAN_ROWS * pitch;
  return stackUp(
    chunks,
    (stack, chunk) =>
      (Math.abs(stack.left - chunk.left) < INDENT || isAligned(stack.chunks.at(-1)!, chunk)) &&
      !(anchored(chunk) && (isRow(stack, chunk) || stack.chunks.some(anchored))) &&
      !hasEnumerator(chunk.text) &&
      !isArticle(stack.chunks.map(({ text }) => text).join("")),
  );
}

/** The level of a text: the place where it begins, or the leftmost place of the texts with the same kind of number. */
function levelling(body: readonly Stack[], levels: readonly number[]): (stack: Stack) => number {
  const place = (stack: Stack) =>
    Math.max(
      0,
      levels.findLastIndex((x) => x <= stack.left + INDENT),
    );
  const byNumbering = new Map<string, number>();
  for (const stack of body) {
    const kind = numbering(stack);
    if (kind !== undefined) byNumbering.set(kind, Math.min(place(stack), byNumbering.get(kind) ?? Infinity));
  }
  return (stack) => byNumbering.get(numbering(stack) ?? "") ?? place(stack);
}

function besideDeeper(
  stack: Stack,
  all: readonly Stack[],
  levels: readonly number[],
  levelOf: (stack: Stack) => number,
): boolean {
  const next = levels[levelOf(stack) + 1];
  // Within a line or two of it, something starts farther right.
  return (
    next !== undefined &&
    stack.right < next + OVERHANG &&
    all.some(
      (other) =>
        other.left > stack.right &&
        Math.abs(middle(other) - middle(stack)) < LABEL_GROUP * stack.chunks[0]!.size,
    )
  );
}

function startsBlock(row: BodyRow | undefined): boolean {
  return (
    row !== undefined &&
    row.values.length > 0 &&
    row.values.every((stack) => !/\d/.test(stack.chunks.map(({ text }) => text).join("")))
  );
}
