import { hasDigits } from "../../../printed/numbers.ts";
import type { Box } from "../../../model/index.ts";
import type { Glyph } from "../../page/sheet/page.ts";
import { PAGE_BOUNDS } from "../engine/engine.ts";
import type { ShownFrame, Library } from "./library.ts";
import { characterOf } from "../../page/sheet/characters.ts";
import { isType3, styleOf } from "./style.ts";
import type { GlyphStyle } from "./style.ts";
import {
  FLAT_GLYPH,
  INKED_SIGN,
  INKED_SPACE,
  EDGE_OF_PAGE,
  LEAST_INK,
  ODD_EXTENT,
  ONE_COLOUR,
  PALE,
} from "../engine/tolerances.ts";
import { areOfOneNumber } from "../../page/sheet/one-number.ts";

/** A character where the engine found it, seen or not. */
export interface PlacedGlyph {
  readonly glyph: Glyph;
  readonly style: GlyphStyle;
  /** The text object to which it belongs. */
  readonly object: number;
  /** Whether the font has an outline for it: without one its ink cannot be looked for. */
  readonly inked: boolean;
  /** Whether the engine gives it no height or no width: its font has no outline for it, or one without ink. */
  readonly blank: boolean;
  /** Whether it surely writes nothing: its render mode draws nothing, it has no size, or it lies off the page. */
  readonly unseen: boolean;
}

/**
 * The characters of a page in the order of its text, those in form XObjects included, and the fonts in which they are
 * set.
 */
export function readGlyphs(
  library: Library,
  page: number,
  frame: ShownFrame,
): { placed: PlacedGlyph[]; truncated: boolean; fonts: ReadonlySet<number> } {
  const { call, heap, scratch } = library;
  const placed: PlacedGlyph[] = [];
  const fonts = new Set<number>();
  const text = call.FPDFText_LoadPage!(page);
  if (text === 0) return { placed, truncated: true, fonts };
  try {
    const found = call.FPDFText_CountChars!(text);
    const count = Math.min(found, PAGE_BOUNDS.glyphs);
    // The style is asked for once a text object, not once a glyph.
    const styles = new Map<number, GlyphStyle>();
    for (let index = 0; index < count; index++) {
      // PDFium inserts spaces and line ends by its own reading of the gaps.
      if (call.FPDFText_IsGenerated!(text, index) === 1) continue;
      const character = characterOf(
        call.FPDFText_GetUnicode!(text, index),
        call.FPDFText_HasUnicodeMapError!(text, index) === 1,
      );
      // A line's end writes nothing; but a mark without width may still be drawn as something.
      if (character.text === "" && !isMark(call.FPDFText_GetUnicode!(text, index))) continue;
      const object = call.FPDFText_GetTextObject!(text, index);
      let style = styles.get(object);
      if (style === undefined) {
        styles.set(object, (style = styleOf(library, text, index, object, frame)));
        fonts.add(style.font);
      }
      const one = place(index, character, style, object);
      if (one === undefined) continue;
      const before = placed.at(-1);
      const [earlier, later] = before ? spokenAgainst(before, one) : [];
      if (earlier) placed[placed.length - 1] = earlier;
      placed.push(later ?? one);
    }
    return { placed: withoutLies(placed), truncated: found > count, fonts };
  } finally {
    call.FPDFText_ClosePage!(text);
  }

  /**
   * Two digits of one number, marked with what speaks against it: the page ends between them, or they differ in colour.
   * Nothing where nothing does.
   */
  function spokenAgainst(before: PlacedGlyph, one: PlacedGlyph): readonly PlacedGlyph[] {
    if (!areOfOneNumber(one.glyph, before.glyph)) return [];
    const outside = isOutside(one.glyph, frame);
    const cut = outside !== isOutside(before.glyph, frame);
    const isMixed = differInColour(before.style, one.style);
    if (!cut && !isMixed) return [];
    const marked = (placed: PlacedGlyph, isCut: boolean): PlacedGlyph => {
      const { glyph } = placed;
      const doubt = glyph.doubt ?? (isMixed ? "mixed-look" : undefined);
      return { ...placed, glyph: { ...glyph, cut: glyph.cut || isCut, ...(doubt && { doubt }) } };
    };
    return [marked(before, cut && outside), marked(one, cut)];
  }

  function place(
    index: number,
    character: ReturnType<typeof characterOf>,
    style: GlyphStyle,
    object: number,
  ): PlacedGlyph | undefined {
    // The engine writes doubles (left, right, bottom, top), then floats (left, top, right, bottom of the advance box),
    // then the origin.
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
    // A space has no ink, and a damaged outline may have ink anywhere: such a glyph stands where its advance is.
    const near = isNear(ink, loose);
    const extent = upright ? loose[3] - loose[1] : loose[2] - loose[0];
    // The size of a Type 3 font says nothing without the font's own matrix (PDF 32000-1, 9.6.5). Other fonts whose
    // height is odd give it wrong: some writers take the box around all their glyphs.
    const odd = extent > ODD_EXTENT * style.size || extent * ODD_EXTENT < style.size;
    const size = odd && extent > 0 && isType3(library, style.font) ? extent : style.size;
    // Less ink than this is rounding: the glyph has no outline.
    const blank = near && Math.min(ink[2] - ink[0], ink[3] - ink[1]) <= LEAST_INK * size;
    const inked = near && !blank;
    const plain: Glyph = {
      text: character.text,
      box: near ? ink : loose,
      start: upright ? loose[0] : loose[1],
      end: upright ? loose[2] : loose[3],
      baseline: upright ? y : x,
      size,
      angle: style.angle,
      bold: style.bold,
      faint: style.faint,
      unreadable: character.unreadable,
      cut: false,
    };
    const doubt = hasDigits(character.text) ? doubtOf(plain, style, frame) : undefined;
    const glyph = doubt === undefined ? plain : { ...plain, doubt };
    const flat = (upright ? loose[2] - loose[0] : loose[3] - loose[1]) < FLAT_GLYPH * size;
    const outside = isOutside(glyph, frame) && glyph.doubt !== "half-hidden";
    const unseen = style.invisible || size < 1 || (flat && hasDigits(glyph.text)) || outside;
    return { glyph, style, object, inked, blank, unseen };
  }
}

/** Whether two texts differ in colour for the eye; whether pale text is seen at all is asked elsewhere. */
function differInColour({ colour: one }: GlyphStyle, { colour: other }: GlyphStyle): boolean {
  if (one === other || one === undefined || other === undefined) return false;
  if (Math.min(...one) > PALE || Math.min(...other) > PALE) return false;
  return one.some((level, channel) => Math.abs(level - other[channel]!) >= ONE_COLOUR);
}

/** Why a digit may be another one than is seen. */
function doubtOf({ box, size }: Glyph, style: GlyphStyle, frame: ShownFrame): Glyph["doubt"] {
  if (isOnEdge(box, frame, EDGE_OF_PAGE * size)) return "half-hidden";
  return style.mirrored ? "mirrored" : undefined;
}

function isMark(code: number): boolean {
  return code === 0x200b || code === 0xfeff || code === 0x09 || code === 0x0a || code === 0x0d;
}

/**
 * Makes some spaces unreadable characters. A space that leaves ink among digits is a digit or a sign that its font
 * calls a space; among letters it may be an accent. A sign is flat or a dot, and stands beside a digit.
 */
function withoutLies(placed: readonly PlacedGlyph[]): PlacedGlyph[] {
  return placed
    .map((one, index) => (isLyingSpace(one, placed[index - 1], placed[index + 1]) ? unreadable(one) : one))
    .filter(({ glyph }) => glyph.text !== "");
}

function isLyingSpace(
  one: PlacedGlyph,
  before: PlacedGlyph | undefined,
  after: PlacedGlyph | undefined,
): boolean {
  const { glyph, inked } = one;
  if (!inked || !/^[\s\p{Cf}]*$/u.test(glyph.text)) return false;
  const [left, top, right, bottom] = glyph.box;
  if (Math.max(right - left, bottom - top) < INKED_SIGN * glyph.size) return false;
  const beside = [before, after].filter((other) => isBeside(one, other));
  if (beside.some((other) => /\p{L}/u.test(other!.glyph.text))) return false;
  const isFlat = Math.min(right - left, bottom - top) < INKED_SPACE * glyph.size;
  return !isFlat || beside.some((other) => hasDigits(other!.glyph.text));
}

function unreadable(one: PlacedGlyph): PlacedGlyph {
  return { ...one, glyph: { ...one.glyph, text: "\uFFFD", unreadable: true } };
}

/** Whether two glyphs belong to one text object or are set beside each other. */
function isBeside({ object, glyph }: PlacedGlyph, other: PlacedGlyph | undefined): boolean {
  if (other === undefined || other.object === object) return other !== undefined;
  const near = Math.max(glyph.size, other.glyph.size);
  return (
    Math.abs(glyph.baseline - other.glyph.baseline) < near &&
    Math.abs(Math.max(glyph.start, other.glyph.start) - Math.min(glyph.end, other.glyph.end)) < near
  );
}

function boxOf(frame: ShownFrame, left: number, top: number, right: number, bottom: number) {
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

function isOutside({ box }: Glyph, { width, height }: ShownFrame): boolean {
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  return x < 0 || y < 0 || x > width || y > height;
}

/** Whether the page ends in the middle of it, so that only some of it is seen. */
function isOnEdge([left, top, right, bottom]: Box, { width, height }: ShownFrame, least: number): boolean {
  const isAcross = (from: number, to: number, edge: number) => edge - from > least && to - edge > least;
  const isWithin = right > 0 && bottom > 0 && left < width && top < height;
  return (
    isWithin &&
    [
      isAcross(left, right, 0),
      isAcross(left, right, width),
      isAcross(top, bottom, 0),
      isAcross(top, bottom, height),
    ].some(Boolean)
  );
}
