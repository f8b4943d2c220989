import type { Glyph } from "../sheet/page.ts";
import { ONE_LINE, TOUCHING } from "./tolerances.ts";

/**
 * Cells, with their glyphs, into which a number runs from the cell beside them, or out of which it runs: 41000 | 07 is
 * one number, set wider than its cell. `owner` holds the glyphs of each cell.
 */
export function crossing<Lattice>(
  glyphs: readonly Glyph[],
  owner: ReadonlyMap<Lattice, readonly (readonly Glyph[])[]>,
): ReadonlySet<readonly Glyph[]> {
  const cellOf = new Map<Glyph, readonly Glyph[]>();
  for (const cells of owner.values())
    for (const cell of cells) for (const glyph of cell) cellOf.set(glyph, cell);
  const crossed = new Set<readonly Glyph[]>();
  const digits = glyphs
    .filter(({ text, angle }) => angle === 0 && /[\d０-９.]/.test(text))
    .sort((a, b) => Math.round(a.baseline) - Math.round(b.baseline) || a.start - b.start);
  for (const [index, glyph] of digits.entries()) {
    const before = digits[index - 1];
    if (before === undefined || !isOneNumber(before, glyph)) continue;
    const [left, right] = [cellOf.get(before), cellOf.get(glyph)];
    if (left === right) continue;
    if (left !== undefined) crossed.add(left);
    if (right !== undefined) crossed.add(right);
  }
  return crossed;
}

function isOneNumber(before: Glyph, glyph: Glyph): boolean {
  return (
    Math.abs(glyph.baseline - before.baseline) < ONE_LINE * glyph.size &&
    Math.abs(glyph.start - before.end) < TOUCHING * glyph.size
  );
}
