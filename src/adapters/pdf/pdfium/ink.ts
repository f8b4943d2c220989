import type { Box } from "../../../model/index.ts";
import { PAGE_BOUNDS } from "../engine/engine.ts";
import type { ShownFrame, Library } from "./library.ts";
import type { RuledLine } from "../../page/sheet/page.ts";
import { boundsOf, inkOfSubpath } from "../../page/ink/subpath.ts";
import type { Area, InkColour, Ink, Subpath } from "../../page/ink/subpath.ts";
import { IDENTITY, multiply } from "../../page/ink/matrix.ts";
import type { Matrix } from "../../page/ink/matrix.ts";
import { BROAD_FOR_PATTERN, PALE } from "../engine/tolerances.ts";
import { isPattern } from "./style.ts";
import { dashesOf } from "../../page/ink/dashes.ts";
import { dashesIn } from "./dashes.ts";
import { hasOddClip, isClipped } from "./clips.ts";

/** Everything a page paints except its characters, form XObjects included, in the order of painting. */
export interface PaintedPage extends Ink {
  readonly images: readonly Box[];
  /** The objects of `images`, in their order. */
  readonly pictures: readonly number[];
  /** The boxes of whole objects that draw more than level and upright lines: pictures, shadings, paths. */
  readonly wholes: readonly Box[];
  /** Text objects, each with its place in the order of painting. */
  readonly texts: ReadonlyMap<number, number>;
  /** Text objects that a clip may cut, that are partly transparent, or that are in a form which is. */
  readonly veiled: ReadonlySet<number>;
  /** Text objects of form XObjects. */
  readonly inForms: ReadonlySet<number>;
  /**
   * Text that is almost white: the engine takes it for a copy of the text it wipes out, and does not give its
   * characters.
   */
  readonly pale: ReadonlyMap<number, Area>;
  readonly truncated: boolean;
}

const OBJECT = { text: 1, path: 2, image: 3, shading: 4, form: 5 } as const;
const SEGMENT = { line: 0, curve: 1, move: 2 } as const;

/** Reads what a page paints, down to a bounded depth and number of objects and path segments. */
export function readInk(library: Library, page: number, frame: ShownFrame): PaintedPage {
  const { call, heap, scratch } = library;
  const floats = scratch >> 2;
  const rules: RuledLine[] = [];
  const areas: Area[] = [];
  const drawings: Box[] = [];
  const images: Box[] = [];
  const pictures: number[] = [];
  const wholes: Box[] = [];
  const texts = new Map<number, number>();
  const veiled = new Set<number>();
  const inForms = new Set<number>();
  const pale = new Map<number, Area>();
  let objects: number = PAGE_BOUNDS.objects;
  let segments: number = PAGE_BOUNDS.segments;
  let truncated = false;

  walk(page, call.FPDFPage_CountObjects!(page), call.FPDFPage_GetObject!, IDENTITY, 0, false);
  return { rules, areas, drawings, images, pictures, wholes, texts, veiled, inForms, pale, truncated };

  function walk(
    holder: number,
    count: number,
    get: (holder: number, index: number) => number,
    outer: Matrix,
    depth: number,
    inVeil: boolean,
  ) {
    for (let index = 0; index < count; index++) {
      if (objects-- <= 0 || segments <= 0) {
        truncated = true;
        return;
      }
      const object = get(holder, index);
      switch (call.FPDFPageObj_GetType!(object)) {
        case OBJECT.text:
          texts.set(object, PAGE_BOUNDS.objects - objects);
          if (depth > 0) inForms.add(object);
          if (
            inVeil ||
            call.FPDFPageObj_HasTransparency!(object) !== 0 ||
            isClipped(library, object, frame.unit)
          )
            veiled.add(object);
          if (isPale(paintOf(call.FPDFPageObj_GetFillColor!, object)))
            pale.set(object, areaOf(boundsIn(object, outer)));
          break;
        case OBJECT.path:
          path(object, outer, inVeil);
          break;
        case OBJECT.image:
          pictures.push(object);
          images.push(area(unitSquare(multiply(matrixOf(object), outer))));
          wholes.push(images.at(-1)!);
          break;
        case OBJECT.shading:
          drawings.push(area(boundsIn(object, outer)));
          wholes.push(drawings.at(-1)!);
          break;
        case OBJECT.form:
          if (depth >= PAGE_BOUNDS.formDepth) truncated = true;
          else
            walk(
              object,
              call.FPDFFormObj_CountObjects!(object),
              call.FPDFFormObj_GetObject!,
              multiply(matrixOf(object), outer),
              depth + 1,
              inVeil || call.FPDFPageObj_HasTransparency!(object) !== 0,
            );
      }
    }
  }

  function area(box: Box): Box {
    areas.push(areaOf(box));
    return box;
  }

  function areaOf(box: Box): Area {
    return { box, colour: undefined, order: PAGE_BOUNDS.objects - objects };
  }

  function path(object: number, outer: Matrix, inVeil: boolean) {
    if (call.FPDFPath_GetDrawMode!(object, scratch, scratch + 4) === 0) return;
    const fillMode = heap.HEAP32[floats]!;
    const strokes = heap.HEAP32[floats + 1]!;
    const fill = fillMode !== 0 ? paintOf(call.FPDFPageObj_GetFillColor!, object) : undefined;
    const stroke = strokes !== 0 ? paintOf(call.FPDFPageObj_GetStrokeColor!, object) : undefined;
    const filled = fill !== undefined && fill.alpha > 0;
    const stroked = stroke !== undefined && stroke.alpha > 0;
    if (!filled && !stroked) return;
    const matrix = multiply(matrixOf(object), outer);
    call.FPDFPageObj_GetStrokeWidth!(object, scratch);
    const scale = frame.unit * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
    const width = heap.HEAPF32[floats]! * scale;
    const dashes = dashesIn(library, object, scale);

    const order = PAGE_BOUNDS.objects - objects;
    const before = areas.length;
    const drawn = drawings.length;
    const count = call.FPDFPath_CountSegments!(object);
    let points: number[] = [];
    let curved = false;
    const finish = (closed: boolean) => {
      // A path that is closed at the point where it began is a dot.
      const isDot = closed && points.length === 2;
      if (points.length >= 4 || isDot) {
        const whole: Subpath = {
          points: isDot ? [...points, ...points] : points,
          closed,
          curved,
          colour: fill?.colour,
          strokeColour: stroke?.colour,
          filled,
          stroked,
          width,
        };
        for (const one of dashesOf(whole, dashes)) add(inkOfSubpath(one, order));
      }
      points = [];
      curved = false;
    };
    for (let index = 0; index < count; index++) {
      if (segments-- <= 0) return;
      const segment = call.FPDFPath_GetPathSegment!(object, index);
      const type = call.FPDFPathSegment_GetType!(segment);
      if (type === SEGMENT.move) finish(false);
      if (type === SEGMENT.curve) curved = true;
      call.FPDFPathSegment_GetPoint!(segment, scratch, scratch + 4);
      const px = heap.HEAPF32[floats]!;
      const py = heap.HEAPF32[floats + 1]!;
      const x = px * matrix[0] + py * matrix[2] + matrix[4];
      const y = px * matrix[1] + py * matrix[3] + matrix[5];
      points.push(frame.x(x, y), frame.y(x, y));
      if (call.FPDFPathSegment_GetClose!(segment) !== 0) finish(true);
    }
    finish(false);
    const own = areas.slice(before).map(({ box }) => box);
    if (isPatterned(fill) || isPatterned(stroke) || (own.length > 0 && showsInPart(object, fill, inVeil)))
      drawings.push(...own);
    if (own.length === 0 && isBandOfPattern(stroke, width)) drawings.push(boundsIn(object, outer));
    addWhole(drawings.length > drawn, object, outer);
  }

  function addWhole(isDrawn: boolean, object: number, outer: Matrix) {
    if (isDrawn) wholes.push(boundsIn(object, outer));
  }

  function add(ink: Ink) {
    for (const rule of ink.rules) rules.push(rule);
    for (const one of ink.areas) areas.push(one);
    for (const box of ink.drawings) drawings.push(box);
  }

  /** What shows through a clip or a mask has shapes of its own, as what is painted with a pattern has. */
  function showsInPart(object: number, fill: Paint | undefined, inVeil: boolean): boolean {
    if (fill === undefined) return false;
    const isMasked = fill.alpha === 255 && call.FPDFPageObj_HasTransparency!(object) !== 0;
    return inVeil || isMasked || hasOddClip(library, object);
  }

  function matrixOf(object: number): Matrix {
    if (call.FPDFPageObj_GetMatrix!(object, scratch) === 0) return IDENTITY;
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = heap.HEAPF32.subarray(floats, floats + 6);
    return [a, b, c, d, e, f];
  }

  function paintOf(get: (...values: number[]) => number, object: number): Paint {
    // Patterns and shadings have no single colour, but they are ink.
    if (get(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0)
      return { colour: undefined, alpha: 255 };
    const [red = 0, green = 0, blue = 0, alpha = 0] = heap.HEAPU32.subarray(floats, floats + 4);
    // Transparent paint mixes its colour with that of the ground.
    const plain = alpha === 255 && !isPattern([red, green, blue]);
    return { colour: plain ? [red, green, blue] : undefined, alpha };
  }

  function boundsIn(object: number, outer: Matrix): Box {
    if (call.FPDFPageObj_GetBounds!(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0)
      return [0, 0, frame.width, frame.height];
    const [left = 0, bottom = 0, right = 0, top = 0] = heap.HEAPF32.subarray(floats, floats + 4);
    return unitSquare(multiply([right - left, 0, 0, top - bottom, left, bottom], outer));
  }

  function unitSquare([a, b, c, d, e, f]: Matrix): Box {
    const corners = [
      [e, f],
      [a + e, b + f],
      [c + e, d + f],
      [a + c + e, b + d + f],
    ] as const;
    return boundsOf(corners.flatMap(([x, y]) => [frame.x(x, y), frame.y(x, y)]));
  }
}

interface Paint {
  /** Undefined for patterns, and where it is mixed with the ground. */
  readonly colour: InkColour | undefined;
  readonly alpha: number;
}

/** A stroke of a pattern shows what the pattern paints, where it is broad enough for that. */
function isBandOfPattern(stroke: Paint | undefined, width: number): boolean {
  return stroke !== undefined && stroke.alpha > 0 && isPatterned(stroke) && width >= BROAD_FOR_PATTERN;
}

function isPatterned(paint: Paint | undefined): boolean {
  return paint !== undefined && paint.colour === undefined;
}

function isPale({ colour }: { readonly colour: InkColour | undefined }): boolean {
  return colour !== undefined && Math.min(...colour) > PALE;
}
