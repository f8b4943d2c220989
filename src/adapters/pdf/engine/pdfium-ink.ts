import type { Box } from "../../../model/index.ts";
import { PAGE_BOUNDS } from "./engine.ts";
import type { Rule } from "../../page/page.ts";
import type { Frame, Library } from "./pdfium-library.ts";
import { inkOfSubpath } from "./ink.ts";
import type { Fill } from "./ink.ts";

export interface Ink {
  readonly rules: readonly Rule[];
  readonly images: readonly Box[];
  /** Filled areas that are not white: white text shows on these alone. */
  readonly fills: readonly Fill[];
  readonly truncated: boolean;
}

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

const OBJECT = { path: 2, image: 3, form: 5 } as const;
const SEGMENT = { line: 0, curve: 1, move: 2 } as const;

/** Every stroke, filled area and image of a page, form XObjects included, down to a bounded depth. */
export function readInk(library: Library, page: number, frame: Frame): Ink {
  const { call, heap, scratch } = library;
  const floats = scratch >> 2;
  const rules: Rule[] = [];
  const images: Box[] = [];
  const fills: Fill[] = [];
  let objects: number = PAGE_BOUNDS.objects;
  let segments: number = PAGE_BOUNDS.segments;
  let truncated = false;

  walk(page, call.FPDFPage_CountObjects!(page), call.FPDFPage_GetObject!, IDENTITY, 0);
  return { rules, images, fills, truncated };

  function walk(
    holder: number,
    count: number,
    get: (holder: number, index: number) => number,
    outer: Matrix,
    depth: number,
  ) {
    for (let index = 0; index < count; index++) {
      if (objects-- <= 0 || segments <= 0) {
        truncated = true;
        return;
      }
      const object = get(holder, index);
      const type = call.FPDFPageObj_GetType!(object);
      if (type === OBJECT.path) path(object, outer);
      else if (type === OBJECT.image) images.push(unitSquare(multiply(matrixOf(object), outer)));
      else if (type === OBJECT.form) {
        if (depth >= PAGE_BOUNDS.formDepth) truncated = true;
        else
          walk(
            object,
            call.FPDFFormObj_CountObjects!(object),
            call.FPDFFormObj_GetObject!,
            multiply(matrixOf(object), outer),
            depth + 1,
          );
      }
    }
  }

  function path(object: number, outer: Matrix) {
    if (call.FPDFPath_GetDrawMode!(object, scratch, scratch + 4) === 0) return;
    const fillMode = heap.HEAP32[floats]!;
    const strokes = heap.HEAP32[floats + 1]!;
    const filled = fillMode !== 0 ? colour(call.FPDFPageObj_GetFillColor!, object) : undefined;
    const stroked = strokes !== 0 ? colour(call.FPDFPageObj_GetStrokeColor!, object) : undefined;
    const fills_ = filled !== undefined && filled.alpha > 0;
    const strokes_ = stroked !== undefined && stroked.alpha > 0;
    if (!fills_ && !strokes_) return;
    const matrix = multiply(matrixOf(object), outer);
    call.FPDFPageObj_GetStrokeWidth!(object, scratch);
    const width = heap.HEAPF32[floats]! * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));

    const count = call.FPDFPath_CountSegments!(object);
    let points: number[] = [];
    let curved = false;
    const finish = (closed: boolean) => {
      if (points.length >= 4)
        inkOfSubpath(
          { points, closed, curved, white: filled?.white ?? false, filled: fills_, stroked: strokes_, width },
          rules,
          fills,
        );
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
  }

  function matrixOf(object: number): Matrix {
    if (call.FPDFPageObj_GetMatrix!(object, scratch) === 0) return IDENTITY;
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = heap.HEAPF32.subarray(floats, floats + 6);
    return [a, b, c, d, e, f];
  }

  function colour(get: (...values: number[]) => number, object: number) {
    // Patterns and shadings have no single colour: ink all the same.
    if (get(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0)
      return { white: false, alpha: 255 };
    const [red = 0, green = 0, blue = 0, alpha = 0] = heap.HEAPU32.subarray(floats, floats + 4);
    return { white: Math.min(red, green, blue) >= 250, alpha };
  }

  function unitSquare(matrix: Matrix): Box {
    const [a, b, c, d, e, f] = matrix;
    const corners = [
      [e, f],
      [a + e, b + f],
      [c + e, d + f],
      [a + c + e, b + d + f],
    ] as const;
    const xs = corners.map(([x, y]) => frame.x(x, y));
    const ys = corners.map(([x, y]) => frame.y(x, y));
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  }
}

/** `inner` first, then `outer`; PDF 32000-1, 8.3.4. */
function multiply(inner: Matrix, outer: Matrix): Matrix {
  if (outer === IDENTITY) return inner;
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}
