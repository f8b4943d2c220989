import { middle } from "./chunks.ts";
import type { Stack } from "./stacks.ts";
import { isArticle } from "../../../printed/vocabulary.ts";
import {
  CENTRED,
  INDENT,
  ONE_LEVEL,
  RATHER_THAN_LEFT,
  SAME_EDGE,
  SAME_HEIGHT,
  TO_THE_RIGHT,
  WIDER,
} from "./tolerances.ts";

/** A header text with the rows and columns it stands over; indexes start at 0, ends are exclusive. */
export interface HeaderCell {
  readonly stack: Stack;
  readonly row: number;
  readonly rowEnd: number;
  readonly column: number;
  readonly columnEnd: number;
}

interface Placed {
  readonly stack: Stack;
  column: number;
  columnEnd: number;
  row: number;
}

/**
 * Places header texts over columns without lines. A text that stands over others is their common header and reaches as
 * far as no other text claims its height. `left` and `right` are the columns' edges, `bottom` is where the body begins.
 */
export function placeHeaders(
  stacks: readonly Stack[],
  left: readonly number[],
  right: readonly number[],
  bottom: number,
  labels: number,
): { cells: HeaderCell[]; height: number } {
  const placed: Placed[] = [...stacks]
    .sort((a, b) => middle(a) - middle(b) || a.left - b.left)
    .map((stack) => ({ stack, ...columnsUnder(stack, left, right, labels), row: 0 }));
  const [top] = placed;
  // A text alone on the first line, over labels as over values, is the caption of what follows.
  if (
    top !== undefined &&
    (top.column < Math.max(labels, 1) || isArticle(top.stack.chunks.map(({ text }) => text).join(""))) &&
    placed.every((other) => other === top || other.stack.top >= top.stack.bottom) &&
    placed.some((other) => other !== top && other.column < Math.max(labels, 1))
  ) {
    top.column = 0;
    top.columnEnd = left.length;
  }
  // The lower ones come first, because a common header may stand over common headers.
  const toTheRight = isToTheRight(placed, left, right);
  for (const header of [...placed].reverse()) reach(header, placed, left, right, bottom, labels, toTheRight);
  let height = 0;
  for (const header of placed) {
    const over = placed.filter(
      (other) =>
        other !== header &&
        middle(other.stack) < middle(header.stack) - SAME_HEIGHT &&
        other.column < header.columnEnd &&
        other.columnEnd > header.column,
    );
    header.row = Math.max(0, ...over.map((other) => other.row + 1));
    height = Math.max(height, header.row + 1);
  }
  const cells = placed.map((header) => {
    const under = placed.filter(
      (other) => other.row > header.row && other.column < header.columnEnd && other.columnEnd > header.column,
    );
    return {
      stack: header.stack,
      column: header.column,
      columnEnd: header.columnEnd,
      row: header.row,
      rowEnd: Math.min(height, ...under.map((other) => other.row)),
    };
  });
  return { cells, height };
}

function columnsUnder(
  stack: Stack,
  left: readonly number[],
  right: readonly number[],
  labels: number,
): { column: number; columnEnd: number } {
  const over = left.flatMap((from, index) =>
    stack.left < right[index]! && stack.right > from ? [index] : [],
  );
  if (over.length === 0) {
    // The header is flush left over numbers set to the right, or the other way round: it stands beside its column,
    // nearer to it than to the next one.
    const away = left.map((from, index) => Math.max(from - stack.right, stack.left - right[index]!));
    const nearest = away.indexOf(Math.min(...away));
    return { column: nearest, columnEnd: nearest + 1 };
  }
  // A corner text stands over all the label columns it is as wide as.
  if (over[0]! < labels)
    return { column: over[0]!, columnEnd: Math.max(over.at(-1)! + 1, over[0] === 0 ? labels : 0) };
  return { column: over[0]!, columnEnd: over.at(-1)! + 1 };
}

function isLeaf(header: Placed, all: readonly Placed[]): boolean {
  return all.every(
    (lower) =>
      lower === header ||
      middle(lower.stack) <= middle(header.stack) + SAME_HEIGHT ||
      lower.column >= header.columnEnd ||
      lower.columnEnd <= header.column,
  );
}

function reach(
  header: Placed,
  all: readonly Placed[],
  left: readonly number[],
  right: readonly number[],
  bottom: number,
  labels: number,
  toTheRight: boolean,
): void {
  if (header.column < labels || (header.columnEnd === left.length && !toTheRight)) return;
  const level = middle(header.stack);
  const size = header.stack.chunks[0]!.size;
  const below = (column: number) =>
    all.filter(
      (other) =>
        other !== header &&
        other.column <= column &&
        other.columnEnd > column &&
        middle(other.stack) > level + ONE_LEVEL * size,
    );
  if (below(header.column).length === 0) return;
  const free = (column: number) => {
    if (column < labels || column >= left.length) return false;
    const under = below(column);
    if (under.length === 0) return false;
    // A text at the same height claims the column; so does one centred over this height and the next.
    return all.every((other) => {
      if (other === header || other.column > column || other.columnEnd <= column) return true;
      if (Math.abs(middle(other.stack) - level) <= ONE_LEVEL * size) return false;
      const leaf = isLeaf(other, all);
      // A text set at the top of its height, as the common headers beside it are, says nothing about the height above.
      const atTop = all.some(
        (peer) =>
          peer !== other &&
          peer !== header &&
          Math.abs(peer.stack.top - other.stack.top) < SAME_HEIGHT &&
          !isLeaf(peer, all),
      );
      return middle(other.stack) < level || !leaf || atTop || 2 * middle(other.stack) - bottom > level;
    });
  };
  const start = header.column;
  const end = header.columnEnd;
  let low = start;
  let high = end;
  while (free(low - 1)) low--;
  while (free(high)) high++;
  const flush =
    !toTheRight &&
    Math.abs(header.stack.left - Math.min(...below(start).map((other) => other.stack.left), left[start]!)) <
      INDENT;
  if (flush) {
    header.columnEnd = high;
    return;
  }
  const centre = (header.stack.left + header.stack.right) / 2;
  const [peersLow, peersHigh] = peerRange(header, all, left, below);
  const leaves = (column: number) =>
    below(column)
      .filter((other) => other.columnEnd - other.column === 1)
      .map(({ stack }) => stack);
  const leftOf = (column: number) => Math.min(left[column]!, ...leaves(column).map((stack) => stack.left));
  const rightOf = (column: number) => Math.max(right[column]!, ...leaves(column).map((stack) => stack.right));
  // Every column below belongs to some header: of the ranges with this middle, the widest is taken.
  const distance = ({ from, to }: Range) => {
    const away = Math.abs((leftOf(from) + rightOf(to - 1)) / 2 - centre);
    return (away < CENTRED * size ? 0 : away) - WIDER * (to - from);
  };
  const bounds = [
    { from: low, to: high },
    { from: peersLow, to: peersHigh },
  ];
  const [best] = rangesOver({ from: start, to: end }, bounds)
    .map((range) => ({ ...range, away: distance(range) }))
    .sort((a, b) => a.away - b.away);
  header.column = best?.from ?? start;
  header.columnEnd = best?.to ?? end;
  if (toTheRight && header.column === start && header.columnEnd === end)
    header.column = Math.min(low, peersLow);
}

/** A range of columns; the end is exclusive. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** All ranges that hold `own` and lie in one of `bounds`, by their start and then their end. */
function rangesOver(own: Range, bounds: readonly Range[]): Range[] {
  const ranges: Range[] = [];
  for (let from = Math.min(...bounds.map((bound) => bound.from)); from <= own.from; from++)
    for (let to = own.to; to <= Math.max(...bounds.map((bound) => bound.to)); to++)
      if (bounds.some((bound) => from >= bound.from && to <= bound.to)) ranges.push({ from, to });
  return ranges;
}

/**
 * The columns around a header's middle whose next text below stands as high as the one there: they are one row of one
 * block.
 */
function peerRange(
  header: Placed,
  all: readonly Placed[],
  left: readonly number[],
  below: (column: number) => readonly Placed[],
): [number, number] {
  const level = middle(header.stack);
  const size = header.stack.chunks[0]!.size;
  const next = (column: number) => {
    const claimed = all.some(
      (other) =>
        other !== header &&
        other.column <= column &&
        other.columnEnd > column &&
        Math.abs(middle(other.stack) - level) <= ONE_LEVEL * size,
    );
    if (claimed) return undefined;
    return below(column).reduce<Placed | undefined>(
      (a, b) => (a === undefined || middle(b.stack) < middle(a.stack) ? b : a),
      undefined,
    );
  };
  const base = next(header.column);
  const isPeer = (column: number) => {
    const other = next(column);
    if (base === undefined || other === undefined) return false;
    return (
      Math.abs(middle(other.stack) - middle(base.stack)) < SAME_HEIGHT ||
      Math.abs(other.stack.top - base.stack.top) < SAME_HEIGHT
    );
  };
  let low = header.column;
  let high = header.columnEnd;
  while (low > 0 && isPeer(low - 1)) low--;
  while (high < left.length && isPeer(high)) high++;
  return [low, high];
}

/** Whether the table is set to the right: header texts end where their numbers end, and begin elsewhere. */
function isToTheRight(all: readonly Placed[], left: readonly number[], right: readonly number[]): boolean {
  const single = all.filter(({ column, columnEnd }) => columnEnd - column === 1);
  const ends = single.filter(({ stack, column }) => Math.abs(stack.right - right[column]!) < SAME_EDGE);
  const starts = single.filter(({ stack, column }) => Math.abs(stack.left - left[column]!) < SAME_EDGE);
  return ends.length > TO_THE_RIGHT * single.length && ends.length > RATHER_THAN_LEFT * starts.length;
}
