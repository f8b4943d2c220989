import { foldDigits } from "../../../printed/folding.ts";
import { hasDigits } from "../../../printed/numbers.ts";
import type { Box } from "../../../model/index.ts";
import type { Library } from "../pdfium/library.ts";
import { isAnother, shapeOf } from "../../font/shapes/shapes.ts";
import type { Outline, Shape } from "../../font/shapes/shapes.ts";
import { knownDigits } from "../../font/shapes/known-digits.ts";
import type { PlacedGlyph } from "../pdfium/glyphs.ts";
import type { GlyphStyle } from "../pdfium/style.ts";

/** Whether what a font draws for a digit, narrow or of full width, is another digit. */
export type DrawsAnother = (font: number, digit: string) => boolean;

/** Whether a text is one digit, narrow or of full width. */
export function isDigit(text: string): boolean {
  return text.length === 1 && hasDigits(text);
}

/** Which digit a text is that is one. */
export function digitOf(text: string): number {
  return Number(foldDigits(text));
}

const SEGMENT = { line: 0, curve: 1, move: 2 } as const;
/** The most segments of one glyph; a digit has about 30. */
const MOST_SEGMENTS = 600;

/**
 * Compares what the fonts of a document draw for each digit with the digits of well-known typefaces. The font is asked
 * for its outline by the character it claims, so a map that lies leads to another shape.
 */
export function drawsAnother(library: Library): DrawsAnother {
  return (font, digit) => {
    const path = pathOf(library, font, digit);
    return path !== undefined && isOutlineOfAnother(path, digitOf(digit));
  };
}

/** Whether an outline is that of another digit. */
function isOutlineOfAnother(path: Float32Array, digit: number): boolean {
  // Written out bit by bit: to print the numbers takes longer than to compare the shapes.
  const bits = new Uint16Array(path.buffer) as unknown as number[];
  const key = digit + String.fromCharCode.apply(null, bits);
  let another = compared.get(key);
  if (another === undefined) {
    const shape = shapeOf(outlineOf(path));
    another = shape !== undefined && isAnother(shape, digit, knownDigits());
    if (compared.size >= MOST_COMPARED) compared.clear();
    compared.set(key, another);
  }
  return another;
}

/**
 * What was found of each outline, for all documents: a few typefaces print nearly all reports, and the answer depends
 * on nothing else. Kept by outline and not by font, because the engine forgets fonts with their page and gives their
 * handles to others.
 */
const compared = new Map<string, boolean>();
/** A hundred fonts with all their digits, less than a megabyte. */
const MOST_COMPARED = 1000;

/**
 * The shape that the font draws for an upright digit; undefined for any other glyph, and where the font has no
 * outlines.
 */
export function shapeDrawn(library: Library, { glyph, style }: PlacedGlyph): Shape | undefined {
  if (!isDigit(glyph.text) || glyph.angle !== 0 || style.mirrored) return undefined;
  const path = pathOf(library, style.font, glyph.text);
  const outline = path && outlineOf(path);
  return outline && isDrawnThere(outline, glyph.box, style) ? shapeOf(outline) : undefined;
}

/** The largest difference in size between a glyph and its outline that rounding can make, in em. */
const ROUNDED = 0.03;

/**
 * Whether the outline has the size of the glyph on the page: a composite font that is asked by character may answer
 * with the outline of a stand-in.
 */
function isDrawnThere(
  outline: Outline,
  [left, top, right, bottom]: Box,
  { widthOfEm, size }: GlyphStyle,
): boolean {
  const points = outline.flat();
  const extent = (from: 0 | 1) => {
    const some = points.filter((_, index) => index % 2 === from);
    return Math.max(...some) - Math.min(...some);
  };
  return (
    Math.abs(extent(0) * widthOfEm - (right - left)) <= ROUNDED * widthOfEm &&
    Math.abs(extent(1) * size - (bottom - top)) <= ROUNDED * size
  );
}

/** The segments of a digit, as type, x and y of each; undefined where the font has none for it. */
function pathOf({ call, heap, scratch }: Library, font: number, digit: string): Float32Array | undefined {
  const path = call.FPDFFont_GetGlyphPath!(font, digit.codePointAt(0)!, 1);
  if (path === 0) return undefined;
  const count = call.FPDFGlyphPath_CountGlyphSegments!(path);
  if (count <= 0 || count > MOST_SEGMENTS) return undefined;
  const segments = new Float32Array(3 * count);
  for (let index = 0; index < count; index++) {
    const segment = call.FPDFGlyphPath_GetGlyphPathSegment!(path, index);
    const type = call.FPDFPathSegment_GetType!(segment);
    call.FPDFPathSegment_GetPoint!(segment, scratch, scratch + 4);
    segments[3 * index] = type;
    segments[3 * index + 1] = heap.HEAPF32[scratch >> 2]!;
    segments[3 * index + 2] = heap.HEAPF32[(scratch >> 2) + 1]!;
  }
  return segments;
}

/** The subpaths of segments, with chords in place of curves. */
function outlineOf(segments: Float32Array): Outline {
  const outline: number[][] = [];
  let points: number[] = [];
  let controls: number[] = [];
  for (let index = 0; index < segments.length; index += 3) {
    const [type, x, y] = [segments[index]!, segments[index + 1]!, segments[index + 2]!];
    if (type === SEGMENT.move) outline.push((points = [x, y]));
    else if (type === SEGMENT.line) points.push(x, y);
    else if (controls.push(x, y) === 6) {
      addChords(points, controls);
      controls = [];
    }
  }
  return outline;
}

/** Goes on from `points` by the ends of four chords, finer than the grid, of a cubic Bézier curve. */
function addChords(
  points: number[],
  [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0]: readonly number[],
): void {
  const [x0, y0] = [points.at(-2) ?? x1, points.at(-1) ?? y1];
  for (const t of ENDS) {
    const s = 1 - t;
    const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
    points.push(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
  }
}

/** Where the chords of a curve end. */
const ENDS = [0.25, 0.5, 0.75, 1];
