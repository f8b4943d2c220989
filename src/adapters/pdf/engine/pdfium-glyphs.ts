import type { Box } from "../../../model/index.ts";
import type { Glyph } from "../../page/page.ts";
import { PAGE_BOUNDS } from "./engine.ts";
import type { Fill } from "./ink.ts";
import type { Frame, Library } from "./pdfium-library.ts";
import { characterOf } from "./characters.ts";

/** Characters of a page, form XObjects included: those a reader sees, and the others. */
export function readGlyphs(
  library: Library,
  page: number,
  frame: Frame,
  fills: readonly Fill[],
): { glyphs: Glyph[]; truncated: boolean; hidden: Glyph[]; fonts: ReadonlySet<number> } {
  const { call, heap, scratch } = library;
  const glyphs: Glyph[] = [];
  const hidden: Glyph[] = [];
  const fonts = new Set<number>();
  let before: Glyph | undefined;
  const text = call.FPDFText_LoadPage!(page);
  if (text === 0) return { glyphs, truncated: true, hidden, fonts };
  try {
    const found = call.FPDFText_CountChars!(text);
    const count = Math.min(found, PAGE_BOUNDS.glyphs);
    // Style is asked once a text object, not once a glyph.
    const styles = new Map<number, Style>();
    for (let index = 0; index < count; index++) {
      // Spaces and line ends PDFium inserts by its own reading of the gaps.
      if (call.FPDFText_IsGenerated!(text, index) === 1) continue;
      const { text: character, unreadable } = characterOf(
        call.FPDFText_GetUnicode!(text, index),
        call.FPDFText_HasUnicodeMapError!(text, index) === 1,
      );
      if (character === "") continue;
      const object = call.FPDFText_GetTextObject!(text, index);
      let style = styles.get(object);
      if (style === undefined) {
        styles.set(object, (style = styleOf(library, text, index, object, frame.turn)));
        fonts.add(call.FPDFTextObj_GetFont!(object));
      }
      const glyph = place(index, character, unreadable, style);
      if (glyph === undefined) continue;
      const outside = isOutside(glyph, frame);
      const cut = before !== undefined && outside !== isOutside(before, frame) && isOneNumber(before, glyph);
      if (cut && outside && glyphs.at(-1) === before) glyphs[glyphs.length - 1] = { ...before!, cut };
      (isHidden(glyph, style, frame, fills) ? hidden : glyphs).push(
        (before = cut ? { ...glyph, cut } : glyph),
      );
    }
    return { glyphs, truncated: found > count, hidden, fonts };
  } finally {
    call.FPDFText_ClosePage!(text);
  }

  function place(index: number, character: string, unreadable: boolean, style: Style): Glyph | undefined {
    // Doubles left, right, bottom, top; then floats left, top, right, bottom of the advance box; then the origin.
    if (call.FPDFText_GetCharBox!(text, index, scratch, scratch + 8, scratch + 16, scratch + 24) === 0)
      return undefined;
    if (call.FPDFText_GetLooseCharBox!(text, index, scratch + 32) === 0) return undefined;
    if (call.FPDFText_GetCharOrigin!(text, index, scratch + 48, scratch + 56) === 0) return undefined;
    const doubles = heap.HEAPF64;
    const floats = heap.HEAPF32;
    const d = scratch >> 3;
    const f = (scratch + 32) >> 2;
    const ink = boxOf(frame, doubles[d]!, doubles[d + 3]!, doubles[d + 1]!, doubles[d + 2]!);
    const loose = boxOf(frame, floats[f]!, floats[f + 1]!, floats[f + 2]!, floats[f + 3]!);
    const x = frame.x(doubles[d + 6]!, doubles[d + 7]!);
    const y = frame.y(doubles[d + 6]!, doubles[d + 7]!);
    const upright = style.angle === 0 || style.angle === 180;
    // A space has no ink, and a damaged outline ink anywhere: such a glyph stands where its advance is.
    const box = isNear(ink, loose) ? ink : loose;
    const extent = upright ? loose[3] - loose[1] : loose[2] - loose[0];
    return {
      text: character,
      box,
      start: upright ? loose[0] : loose[1],
      end: upright ? loose[2] : loose[3],
      baseline: upright ? y : x,
      size: style.size > 0 ? style.size : extent,
      angle: style.angle,
      bold: style.bold,
      faint: style.faint,
      unreadable,
      cut: false,
    };
  }
}

interface Style {
  readonly size: number;
  readonly angle: number;
  readonly bold: boolean;
  readonly faint: boolean;
  readonly invisible: boolean;
  readonly white: boolean;
}

function styleOf(
  { call, scratch, heap }: Library,
  text: number,
  index: number,
  object: number,
  turn: number,
): Style {
  const matrix =
    call.FPDFText_GetMatrix!(text, index, scratch) !== 0
      ? heap.HEAPF32.slice(scratch >> 2, (scratch >> 2) + 4)
      : [1, 0, 0, 1];
  const [a = 1, b = 0, c = 0, d = 1] = matrix;
  const size = call.FPDFText_GetFontSize!(text, index) * Math.hypot(c, d);
  // Text render modes 3 and 7 leave no mark; 2 fills and strokes, which is how bold is faked.
  const mode = call.FPDFTextObj_GetTextRenderMode!(object);
  const weight = call.FPDFText_GetFontWeight!(text, index);
  const [red, green, blue, alpha] = fillColour();
  const filled = mode !== 1 && mode !== 5;
  return {
    size: Math.abs(size),
    angle: snappedAngle(((Math.atan2(-b, a) * 180) / Math.PI + 90 * turn + 360) % 360),
    bold: weight >= 600 || mode === 2,
    faint: filled && (Math.min(red, green, blue) >= 170 || alpha < 150),
    invisible: mode === 3 || mode === 7 || (filled && alpha < 8),
    white: filled && Math.min(red, green, blue) >= 250,
  };

  function fillColour(): readonly [number, number, number, number] {
    if (call.FPDFText_GetFillColor!(text, index, scratch, scratch + 4, scratch + 8, scratch + 12) === 0)
      return [0, 0, 0, 255];
    const [r = 0, g = 0, bl = 0, al = 255] = heap.HEAPU32.subarray(scratch >> 2);
    return [r, g, bl, al];
  }
}

function boxOf(frame: Frame, left: number, top: number, right: number, bottom: number) {
  const [x0, y0, x1, y1] = [
    frame.x(left, top),
    frame.y(left, top),
    frame.x(right, bottom),
    frame.y(right, bottom),
  ];
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)] as const;
}

function isNear(ink: Box, loose: Box): boolean {
  if (ink[2] <= ink[0] || ink[3] <= ink[1]) return false;
  const reach = 0.25 * Math.max(loose[2] - loose[0], loose[3] - loose[1]);
  const x = (ink[0] + ink[2]) / 2;
  const y = (ink[1] + ink[3]) / 2;
  return x > loose[0] - reach && x < loose[2] + reach && y > loose[1] - reach && y < loose[3] + reach;
}

function isHidden(glyph: Glyph, style: Style, frame: Frame, fills: readonly Fill[]): boolean {
  if (style.invisible || glyph.size < 1 || isOutside(glyph, frame)) return true;
  const x = (glyph.box[0] + glyph.box[2]) / 2;
  const y = (glyph.box[1] + glyph.box[3]) / 2;
  return style.white && !fills.some(({ box }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]);
}

function isOutside({ box }: Glyph, { width, height }: Frame): boolean {
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  return x < 0 || y < 0 || x > width || y > height;
}

/** Digits set beside each other: where the page ends between them, the number that is seen is not the one that was set. */
function isOneNumber(before: Glyph, glyph: Glyph): boolean {
  return (
    /[\d０-９]/.test(before.text) &&
    /[\d０-９]/.test(glyph.text) &&
    Math.abs(glyph.baseline - before.baseline) < 0.1 * glyph.size &&
    Math.abs(glyph.start - before.end) < 0.3 * glyph.size
  );
}

/** A crooked scan or a sheared font is still upright; a watermark is not. */
function snappedAngle(angle: number): number {
  const quarter = Math.round(angle / 90) * 90;
  return Math.abs(angle - quarter) <= 5 ? quarter % 360 : Math.round(angle);
}
