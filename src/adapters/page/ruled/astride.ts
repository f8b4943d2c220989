import { hasDigits } from "../../../printed/numbers.ts";
import type { Box } from "../../../model/index.ts";
import type { Glyph } from "../sheet/page.ts";
import { areOfOneNumber } from "../sheet/one-number.ts";
import { unionOf } from "../sheet/text.ts";
import type { Lattice } from "./cells.ts";
import { ASTRIDE } from "./tolerances.ts";

/** Gives the index of the cell at a point, or -1. */
export type FindCell = (x: number, y: number) => number;

/**
 * Indexes of cells that share a number with the cell beside them, because it stands on the line between them: nobody
 * can tell whose it is. `outside` holds the glyphs that are in no cell.
 */
export function astride(
  { cells, openTop }: Lattice,
  find: FindCell,
  owned: readonly (readonly Glyph[])[],
  outside: readonly Glyph[],
): ReadonlySet<number> {
  const shared = new Set<number>();
  const compare = (box: Box, own: number, add: (cell: number) => void): void => {
    for (const [x, y] of innerPoints(box)) {
      const other = find(x, y);
      if (other !== own) add(other);
    }
  };
  for (const [index, glyphs] of owned.entries()) {
    const { open, row, box: cell } = cells[index]!;
    for (const box of numbersIn(glyphs)) {
      if (isInside(box, cell)) continue;
      compare(box, index, (other) => {
        // A page break cuts a table without a line, and text goes on over it.
        if (other < 0 && (open || (openTop && row === 0))) return;
        shared.add(index);
        if (other >= 0) shared.add(other);
      });
    }
  }
  for (const { text, angle, box } of outside)
    if (angle === 0 && hasDigits(text)) compare(box, -1, (other) => shared.add(other));
  return shared;
}

/** The boxes around the numbers of a cell, each a run of digits. */
function numbersIn(glyphs: readonly Glyph[]): readonly Box[] {
  const boxes: Box[] = [];
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    if (glyph.angle !== 0 || !hasDigits(glyph.text)) continue;
    const goesOn = before !== undefined && areOfOneNumber(before, glyph);
    if (goesOn) boxes.push(unionOf([boxes.pop()!, glyph.box]));
    else boxes.push(glyph.box);
    before = glyph;
  }
  return boxes;
}

function isInside(box: Box, [left, top, right, bottom]: Box): boolean {
  return box[0] > left && box[1] > top && box[2] < right && box[3] < bottom;
}

/** Points a little inside of the middles of a box's sides. */
function innerPoints([left, top, right, bottom]: Box): readonly (readonly [number, number])[] {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const [across, down] = [ASTRIDE * (right - left), ASTRIDE * (bottom - top)];
  return [
    [x, top + down],
    [x, bottom - down],
    [left + across, y],
    [right - across, y],
  ];
}
