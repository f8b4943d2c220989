import type { Glyph } from "../sheet/page.ts";
import type { PrintedLine } from "../sheet/printed-line.ts";
import { median } from "../sheet/median.ts";
import { linesOf } from "../sheet/text.ts";
import { HEADING_SIZE, PARTING_GAP } from "./tolerances.ts";

/**
 * A line's texts that stand side by side: a mark of secrecy or a number beside the title is no part of it. Only a gap
 * beside large letters, or between two sizes, parts a line, because prose has gaps of its own. `body` is the size of
 * most text.
 */
export function textsSideBySide(printed: PrintedLine, body: number): readonly PrintedLine[] {
  const { glyphs, size } = printed.line;
  if (size <= HEADING_SIZE * body || glyphs[0]?.angle !== 0) return [printed];
  const gaps = glyphs.map((glyph, index) =>
    index === 0 ? 0 : (glyph.start - glyphs[index - 1]!.end) / Math.max(glyph.size, glyphs[index - 1]!.size),
  );
  const least = Math.max(PARTING_GAP.least, PARTING_GAP.usual * median(gaps));
  const parts: Glyph[][] = [];
  for (const [index, glyph] of glyphs.entries())
    if (index === 0 || gaps[index]! > least) parts.push([glyph]);
    else parts.at(-1)!.push(glyph);
  if (parts.length === 1) return [printed];
  return parts.flatMap((part) => linesOf(part).map((line) => ({ ...printed, line })));
}
