import { hasDigits } from "../../../printed/numbers.ts";
import type { Box } from "../../../model/index.ts";
import { boxesMeet } from "../../page/sheet/text.ts";
import { BOLD_COPY } from "../../page/sheet/tolerances.ts";
import { CONTRARY } from "../../page/ink/tolerances.ts";
import { ONE_GLYPH } from "../engine/tolerances.ts";
import type { PlacedGlyph } from "../pdfium/glyphs.ts";
import type { Library } from "../pdfium/library.ts";

/** The engine compares a text object with so many before it, and drops it where it repeats one of them nearby. */
const COMPARED = 5;

/** Text objects that were read and that a dropped one repeats: beside its place, or over it in another colour. */
interface Repeated {
  readonly apart: ReadonlySet<number>;
  readonly repainted: ReadonlySet<number>;
}

/**
 * Finds what the text objects paint whose characters the engine does not give, because it takes them for copies.
 * `texts` are in the order of painting.
 */
export function repeatedIn(
  library: Library,
  texts: readonly number[],
  placed: readonly PlacedGlyph[],
): Repeated {
  const given = new Set(placed.map(({ object }) => object));
  const apart = new Set<number>();
  const repainted = new Set<number>();
  for (const [index, object] of texts.entries()) {
    const copy = given.has(object) ? undefined : printOf(library, object);
    if (copy === undefined) continue;
    const before = texts.slice(Math.max(0, index - COMPARED), index).flatMap((other) => {
      const print = printOf(library, other);
      return print !== undefined && boxesMeet(print.box, copy.box) ? [print] : [];
    });
    for (const print of before) if (areContrary(print, copy)) repainted.add(print.object);
    const alike = before.filter((print) => isAlike(print, copy));
    if (alike.some((print) => !isApart(print, copy))) continue;
    for (const print of alike) apart.add(print.object);
  }
  return { apart, repainted };
}

/** Doubts the digits of text that is printed twice too far apart to be bold by it. */
export function doubtTwice(
  placed: readonly PlacedGlyph[],
  apart: ReadonlySet<number>,
): readonly PlacedGlyph[] {
  if (apart.size === 0) return placed;
  return placed.map((one) =>
    apart.has(one.object) && hasDigits(one.glyph.text)
      ? { ...one, glyph: { ...one.glyph, doubt: one.glyph.doubt ?? "overlapping" } }
      : one,
  );
}

/** How a text object is printed, in the units of the form or page that holds it. */
interface Print {
  readonly object: number;
  readonly box: Box;
  readonly size: number;
  /** The colour that is painted last, red, green, blue and opacity. */
  readonly paint: readonly number[];
}

/** Undefined for text that paints nothing. */
function printOf({ call, heap, scratch }: Library, object: number): Print | undefined {
  const floats = scratch >> 2;
  const mode = call.FPDFTextObj_GetTextRenderMode!(object) % 4;
  if (mode === 3 || call.FPDFTextObj_GetFontSize!(object, scratch) === 0) return undefined;
  const given = heap.HEAPF32[floats]!;
  if (call.FPDFPageObj_GetMatrix!(object, scratch) === 0) return undefined;
  const [a = 1, b = 0] = heap.HEAPF32.subarray(floats);
  if (call.FPDFPageObj_GetBounds!(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0)
    return undefined;
  const [left = 0, bottom = 0, right = 0, top = 0] = heap.HEAPF32.subarray(floats);
  const colour = mode === 0 ? call.FPDFPageObj_GetFillColor! : call.FPDFPageObj_GetStrokeColor!;
  colour(object, scratch, scratch + 4, scratch + 8, scratch + 12);
  const paint = [...heap.HEAPU32.subarray(floats, floats + 4)];
  return { object, box: [left, bottom, right, top], size: Math.abs(given) * Math.hypot(a, b), paint };
}

/** Whether two texts have one size and one colour. */
function isAlike(one: Print, other: Print): boolean {
  const slack = ONE_GLYPH * one.size;
  const isNear = (from: 0 | 1) =>
    Math.abs(one.box[from + 2]! - one.box[from]! - other.box[from + 2]! + other.box[from]!) <= slack;
  return isNear(0) && isNear(1) && one.paint.join() === other.paint.join();
}

function isApart(one: Print, other: Print): boolean {
  const by = Math.max(Math.abs(one.box[0] - other.box[0]), Math.abs(one.box[1] - other.box[1]));
  return by > BOLD_COPY * one.size;
}

function areContrary({ paint: one }: Print, { paint: other }: Print): boolean {
  return one.some((level, channel) => Math.abs(level - other[channel]!) > CONTRARY);
}
