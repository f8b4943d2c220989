import { hasDigits } from "../../../printed/numbers.ts";
import type { Glyph } from "../sheet/page.ts";
import { EVEN, ONE_LINE, SPREAD, TOUCHING } from "./tolerances.ts";

type Cell = readonly Glyph[];

/**
 * Cells, with their glyphs, into which a number runs from the cell beside them, or out of which it runs: 41000 | 07 is
 * one number, set wider than its cell, and so is 4 1 0 | 0 0, whose digits are spread evenly. A number that is turned
 * by a quarter runs into the cell above or below. `owner` holds the glyphs of each cell.
 */
export function crossing<Lattice>(
  glyphs: readonly Glyph[],
  owner: ReadonlyMap<Lattice, readonly Cell[]>,
): ReadonlySet<Cell> {
  const cellOf = new Map<Glyph, Cell>();
  for (const cells of owner.values())
    for (const cell of cells) for (const glyph of cell) if (isOfNumber(glyph)) cellOf.set(glyph, cell);
  const crossed = new Set<Cell>();
  const add = (glyph: Glyph) => {
    const cell = cellOf.get(glyph);
    if (cell !== undefined) crossed.add(cell);
  };
  const ofNumbers = glyphs.filter(isOfNumber);
  for (const angle of [0, 90, 270]) {
    const digits = ofNumbers
      .filter((glyph) => glyph.angle === angle)
      .sort((a, b) => Math.round(a.baseline) - Math.round(b.baseline) || a.start - b.start);
    for (let index = 1; index < digits.length; index++) {
      const glyph = digits[index]!;
      const before = digits[index - 1]!;
      if (cellOf.get(before) === cellOf.get(glyph) || gapBetween(before, glyph) >= SPREAD) continue;
      if (isOneNumber(digits.slice(Math.max(0, index - 2), index), digits.slice(index, index + 2), cellOf)) {
        add(before);
        add(glyph);
      }
    }
  }
  return crossed;
}

function isOfNumber({ text }: Glyph): boolean {
  return hasDigits(text) || text.includes(".");
}

/**
 * Whether the digits on both sides of a cell's line are one number: they touch, or the gap between them is that between
 * the digits on one side.
 */
function isOneNumber(
  before: readonly Glyph[],
  after: readonly Glyph[],
  cellOf: ReadonlyMap<Glyph, Cell>,
): boolean {
  const gap = gapBetween(before.at(-1)!, after[0]!);
  if (gap < TOUCHING) return true;
  return (
    gap < SPREAD &&
    [before, after].some(
      ([one, other]) =>
        other !== undefined &&
        cellOf.get(one!) === cellOf.get(other) &&
        Math.abs(gapBetween(one!, other) - gap) < EVEN &&
        !isAnyBetween(one!, other, cellOf.get(other) ?? []),
    )
  );
}

/** Whether some letter stands between two digits. */
function isAnyBetween(before: Glyph, glyph: Glyph, cell: Cell): boolean {
  return cell.some(({ text, start }) => text.trim() !== "" && start > before.start && start < glyph.start);
}

/** The gap between two glyphs of one line, in em; infinite where they are on two lines. */
function gapBetween(before: Glyph, glyph: Glyph): number {
  const isLine = Math.abs(glyph.baseline - before.baseline) < ONE_LINE * glyph.size;
  return isLine ? Math.abs(glyph.start - before.end) / glyph.size : Infinity;
}
