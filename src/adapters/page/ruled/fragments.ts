import type { Box } from "../../../model/index.ts";
import { boxOf } from "./cells.ts";
import type { Lattice, LatticeCell } from "./cells.ts";
import { latticesWithFrames, withFrame } from "./frames.ts";
import type { Glyph, Page } from "../sheet/page.ts";
import { isNumber } from "../../../printed/numbers.ts";
import { linesOf } from "../sheet/text.ts";
import { contentOf } from "../sheet/table.ts";
import type { Fragment, TableCell } from "../sheet/table.ts";
import { astride } from "./astride.ts";
import { crossing } from "./crossing.ts";
import {
  COLUMN_GAP,
  MOST_OVERFLOWING,
  NEXT_LINE,
  NUMBERS_OF_A_CELL,
  NUMBERS_OF_A_TABLE,
  ONE_SIZE,
  ROUNDING,
} from "./tolerances.ts";

/** Ruled tables of a page, and the glyphs that stand outside them. */
export function ruledFragments(page: Page): {
  readonly fragments: readonly Fragment[];
  readonly rest: readonly Glyph[];
} {
  const { lattices, frames } = latticesWithFrames(page.rules);
  const owner = new Map<Lattice, Glyph[][]>();
  for (const lattice of lattices)
    owner.set(
      lattice,
      lattice.cells.map(() => []),
    );
  // Smallest first, because a table inside another's cell, or inside a page frame, owns its text.
  const bySize = [...lattices].sort((a, b) => area(boxOf(a)) - area(boxOf(b)));
  const finders = bySize.map((lattice) => ({ lattice, cells: owner.get(lattice)!, find: finder(lattice) }));
  let rest: Glyph[] = [];
  for (const glyph of page.glyphs) {
    const x = (glyph.box[0] + glyph.box[2]) / 2;
    const y = (glyph.box[1] + glyph.box[3]) / 2;
    let found = false;
    for (const { cells, find } of finders) {
      const cell = find(x, y);
      if (cell < 0) continue;
      cells[cell]!.push(glyph);
      found = true;
      break;
    }
    if (!found) rest.push(glyph);
  }
  for (const lattice of lattices) rest = takeOverflow(lattice, owner.get(lattice)!, rest);
  const crossed = new Set(crossing(page.glyphs, owner));
  for (const { lattice, cells, find } of finders)
    for (const index of astride(lattice, find, cells, rest)) crossed.add(cells[index]!);
  const fragments: Fragment[] = [];
  for (const lattice of lattices) {
    const glyphs = owner.get(lattice)!;
    if (glyphs.every((members) => members.every((glyph) => glyph.text.trim() === ""))) continue;
    const fragment: Fragment = {
      page: page.number,
      columns: lattice.columns,
      rows: lattice.rows,
      cells: lattice.cells.map((cell, index) =>
        withFrame(cellWith(glyphs[index]!, cell, page.number, crossed.has(glyphs[index]!)), frames),
      ),
      openTop: lattice.openTop,
      openBottom: lattice.openBottom,
    };
    // Where the lines do not show columns, the alignment may.
    if (
      isChart(fragment) ||
      isUnderRuled(fragment, glyphs) ||
      (lattice.shaded === true && glyphs.some(hasColumns))
    )
      rest.push(...glyphs.flat());
    else fragments.push(fragment);
  }
  return { fragments, rest };
}

function cellWith(
  glyphs: readonly Glyph[],
  { row, column, rowEnd, columnEnd, box }: LatticeCell,
  page: number,
  isCrossed: boolean,
): TableCell {
  const content = contentOf(glyphs, box, page);
  const { text, parts } = content;
  const doubt = isCrossed ? ({ kind: "unreadable", reason: "crosses-line" } as const) : content.doubt;
  return doubt === undefined
    ? { row, column, rowEnd, columnEnd, text, parts }
    : { row, column, rowEnd, columnEnd, text, doubt, parts };
}

/**
 * Gives an open cell the lines below its end. Chromium cuts a cell of several rows at its last row on the page, but
 * prints its whole text there: lines below the open end, one line height apart, belong to the cell. Returns the glyphs
 * that are left.
 */
function takeOverflow(lattice: Lattice, owned: readonly Glyph[][], rest: Glyph[]): Glyph[] {
  let left = rest;
  for (const [index, { box, open }] of lattice.cells.entries()) {
    const members = owned[index]!;
    if (!open || members.length === 0) continue;
    for (let line = 0; line < MOST_OVERFLOWING; line++) {
      const last = members.reduce((a, b) => (b.baseline > a.baseline ? b : a));
      const below = left.filter(
        (glyph) =>
          glyph.angle === 0 &&
          glyph.baseline > last.baseline + NEXT_LINE.least * last.size &&
          glyph.baseline < last.baseline + NEXT_LINE.most * last.size &&
          Math.abs(glyph.size - last.size) < ONE_SIZE * last.size &&
          glyph.start >= box[0] - ROUNDING &&
          glyph.end <= box[2] + ROUNDING,
      );
      if (below.length === 0) break;
      members.push(...below);
      const taken = new Set(below);
      left = left.filter((glyph) => !taken.has(glyph));
    }
  }
  return left;
}

/** Whether a lattice is the grid of a chart, with words only here and there. */
function isChart({ columns, cells }: Fragment): boolean {
  return columns.length === 2 && 2 * cells.filter(({ text }) => text !== "").length <= cells.length;
}

/**
 * Whether lines run around the whole and under the header, but not between the rows or the columns, so that cells hold
 * many numbers. Digits that are spread over a line, 1 2 4, stand nearer to each other than columns do.
 */
function isUnderRuled({ cells }: Fragment, glyphs: readonly (readonly Glyph[])[]): boolean {
  let numbers = 0;
  for (const [index, { text }] of cells.entries()) {
    if (text.length < 2 * NUMBERS_OF_A_CELL - 1) continue;
    const own = text.split(/\n|\s{1,}/).filter(isNumber).length;
    if (own < NUMBERS_OF_A_CELL) continue;
    if (text.includes("\n") || hasColumns(glyphs[index]!)) numbers += own;
  }
  return numbers >= NUMBERS_OF_A_TABLE;
}

/**
 * Whether the texts of one area stand in several columns: where every other row is shaded, a merged cell between two
 * shaded rows makes such an area.
 */
function hasColumns(glyphs: readonly Glyph[]): boolean {
  return linesOf(glyphs.filter(({ angle }) => angle === 0)).some((line) => {
    const inked = [...line.glyphs].sort((a, b) => a.start - b.start);
    return inked.some(
      (glyph, index) => index > 0 && glyph.start - inked[index - 1]!.end > COLUMN_GAP * glyph.size,
    );
  });
}

/** A function that gives the index of the cell at a point, or -1. */
function finder(lattice: Lattice): (x: number, y: number) => number {
  const { columns, rows } = lattice;
  const wide = columns.length - 1;
  const cellAt = new Int32Array(wide * (rows.length - 1)).fill(-1);
  for (const [index, cell] of lattice.cells.entries())
    for (let row = cell.row; row < cell.rowEnd; row++)
      for (let column = cell.column; column < cell.columnEnd; column++) cellAt[row * wide + column] = index;
  return (x, y) => {
    const column = stepAt(columns, x);
    const row = stepAt(rows, y);
    return column < 0 || row < 0 ? -1 : cellAt[row * wide + column]!;
  };
}

function stepAt(boundaries: readonly number[], value: number): number {
  if (value < boundaries[0]! || value > boundaries.at(-1)!) return -1;
  let low = 0;
  let high = boundaries.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (boundaries[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}

function area(box: Box): number {
  return (box[2] - box[0]) * (box[3] - box[1]);
}
