import type { Glyph } from "../page/sheet/page.ts";
import type { ReadLine } from "./digits/guard.ts";
import type { PixelArea } from "./raster/lines.ts";
import { SPACE } from "./raster/tolerances.ts";

/**
 * A line's characters as glyphs; where there are as many strokes of ink as characters, each glyph takes the place of
 * its stroke.
 */
export function glyphsOfLine(
  { line, characters }: ReadLine,
  dpi: number,
  doubtful: boolean,
): readonly Glyph[] {
  const scale = 72 / dpi;
  const wide = line.right - line.left;
  const printed = characters.filter(({ text }) => text !== " ");
  if (printed.length === 0) return doubtful ? [blot(line, dpi)] : [];
  const exact = printed.length === line.strokes.length;
  const size = (line.bottom - line.top) * scale;
  const half = wide / printed.length / 2;
  const spans = printed.map(({ at }, index): readonly [number, number] =>
    exact
      ? [line.strokes[index]!.from, line.strokes[index]!.to]
      : [
          Math.max(line.left, line.left + at * wide - half),
          Math.min(line.right, line.left + at * wide + half),
        ],
  );
  return printed.map(({ text, probability }, index) => {
    const [left, right] = spans[index]!;
    const box = [left * scale, line.top * scale, right * scale, line.bottom * scale] as const;
    const [start, end] = advance(spans, index, SPACE * (line.bottom - line.top));
    return { ...glyph(text, box, size, probability, doubtful), start: start * scale, end: end * scale };
  });
}

function advance(
  spans: readonly (readonly [number, number])[],
  index: number,
  space: number,
): readonly [number, number] {
  const [from, to] = spans[index]!;
  const before = from - (spans[index - 1]?.[1] ?? -Infinity);
  const after = (spans[index + 1]?.[0] ?? Infinity) - to;
  return [before < space ? from - before / 2 : from, after < space ? to + after / 2 : to];
}

/** A glyph for ink in which nothing was read. */
export function blot({ left, top, right, bottom }: PixelArea, dpi: number): Glyph {
  const scale = 72 / dpi;
  return glyph(
    "\ufffd",
    [left * scale, top * scale, right * scale, bottom * scale],
    (bottom - top) * scale,
    0,
    true,
  );
}

function glyph(text: string, box: Glyph["box"], size: number, probability: number, doubtful: boolean): Glyph {
  return {
    text,
    box,
    start: box[0],
    end: box[2],
    baseline: box[3],
    size,
    angle: 0,
    bold: false,
    faint: false,
    unreadable: false,
    ...(doubtful ? { doubt: "scan" } : {}),
    cut: false,
    recognized: probability,
  };
}
