import type { InkColour } from "../../page/ink/subpath.ts";
import type { Calls, Library, ShownFrame } from "./library.ts";

/** Strokes around glyphs imitate bold up to this width, in em. */
const BROADEST_RIM = 0.12;

/** What is turned by less is turned by rounding, in degrees. */
const TILTED = 0.05;

/** How the glyphs of one text object look. */
export interface GlyphStyle {
  readonly size: number;
  /** The length of an em along the writing, which differs from the size where glyphs are drawn wider or narrower. */
  readonly widthOfEm: number;
  readonly font: number;
  readonly angle: number;
  /** Whether it is a little aslant of `angle`, which widens the boxes of its glyphs. */
  readonly tilted: boolean;
  /** How far its glyphs lean, which widens their boxes: the tangent, in hundredths. */
  readonly lean: number;
  readonly bold: boolean;
  readonly faint: boolean;
  readonly invisible: boolean;
  /** Whether the text becomes a clip, through whose shape alone later paint shows (render modes 4 to 7). */
  readonly clips: boolean;
  /** Whether it is seen from behind, so that 1435 reads 5341. */
  readonly mirrored: boolean;
  /** Undefined where the glyphs are not simply filled, or have rims so broad that they may blot. */
  readonly colour: InkColour | undefined;
}

/** The style of a text object on a page as shown. */
export function styleOf(
  { call, scratch, heap }: Library,
  text: number,
  index: number,
  object: number,
  { turn, unit }: ShownFrame,
): GlyphStyle {
  const matrix =
    call.FPDFText_GetMatrix!(text, index, scratch) !== 0
      ? heap.HEAPF32.slice(scratch >> 2, (scratch >> 2) + 4)
      : [1, 0, 0, 1];
  const [a = 1, b = 0, c = 0, d = 1] = matrix;
  const given = call.FPDFText_GetFontSize!(text, index);
  // A negative size turns the glyphs upside down and makes them run the other way (PDF 32000-1, 9.4.4).
  const upsideDown = given < 0 ? 180 : 0;
  // Text render modes 3 and 7 leave no mark; mode 2 fills and strokes, by which bold is imitated.
  const mode = call.FPDFTextObj_GetTextRenderMode!(object);
  const weight = call.FPDFText_GetFontWeight!(text, index);
  const [red, green, blue, alpha] = paint(call.FPDFText_GetFillColor!);
  const filled = mode !== 1 && mode !== 5;
  const mirrored = a * d - b * c < 0;
  const exact = ((Math.atan2(-b, a) * 180) / Math.PI + 90 * turn + upsideDown + 360) % 360;
  const turned = snappedAngle(exact);
  return {
    size: unit * Math.abs(given * Math.hypot(c, d)),
    widthOfEm: unit * Math.abs(given * Math.hypot(a, b)),
    font: call.FPDFTextObj_GetFont!(object),
    // Mirrored text stands upright in the line of its neighbours, whichever way it is written.
    angle: mirrored && turned === 180 ? 0 : turned,
    tilted: Math.abs(((exact - turned + 540) % 360) - 180) > TILTED,
    lean: Math.round((100 * (a * c + b * d)) / (a * d - b * c)) || 0,
    bold: weight >= 600 || mode === 2,
    faint: filled && (Math.min(red, green, blue) >= 170 || alpha < 150),
    invisible: mode === 3 || mode === 7 || (filled && alpha < 8),
    clips: mode >= 4,
    mirrored,
    colour: isPlain() && !isBlotted() && !isPattern([red, green, blue]) ? [red, green, blue] : undefined,
  };

  /** Whether the strokes around its glyphs are broader than those by which bold is imitated. */
  function isBlotted(): boolean {
    if (mode !== 2 || call.FPDFPageObj_GetStrokeWidth!(object, scratch) === 0) return false;
    return heap.HEAPF32[scratch >> 2]! > BROADEST_RIM * Math.abs(given * Math.hypot(c, d));
  }

  function isPlain(): boolean {
    if (alpha !== 255 || (mode !== 0 && mode !== 2)) return false;
    return mode === 0 || paint(call.FPDFText_GetStrokeColor!).join() === [red, green, blue, alpha].join();
  }

  function paint(get: Calls[string]): readonly [number, number, number, number] {
    if (get(text, index, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return [0, 0, 0, 255];
    const [r = 0, g = 0, bl = 0, al = 255] = heap.HEAPU32.subarray(scratch >> 2);
    return [r, g, bl, al];
  }
}

export function isInFile({ call }: Library, font: number): boolean {
  return call.FPDFFont_GetIsEmbedded!(font) === 1;
}

/** A font that is in the file but has no font program paints its glyphs. */
export function isType3(library: Library, font: number): boolean {
  if (!isInFile(library, font)) return false;
  const { call, heap, scratch } = library;
  return call.FPDFFont_GetFontData!(font, 0, 0, scratch) !== 0 && heap.HEAPU32[scratch >> 2] === 0;
}

/** Whether a colour is the grey that the engine gives for patterns. */
export function isPattern([red, green, blue]: InkColour): boolean {
  return red === 191 && green === 191 && blue === 191;
}

/**
 * The angle, with small leanings set to a quarter turn: a crooked scan or a sheared font is still upright, a watermark
 * is not.
 */
function snappedAngle(angle: number): number {
  const quarter = Math.round(angle / 90) * 90;
  return Math.abs(angle - quarter) <= 5 ? quarter % 360 : Math.round(angle);
}
