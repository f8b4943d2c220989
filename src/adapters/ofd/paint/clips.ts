import type { Box } from "../../../model/index.ts";
import { multiply } from "../../page/ink/matrix.ts";
import type { Matrix } from "../../page/ink/matrix.ts";
import { boundsOf } from "../../page/ink/subpath.ts";
import { EVERYWHERE, intersection, pointsIn } from "./canvas.ts";
import { outlinesOf } from "./path.ts";
import { isEvenOdd, isUprightRectangle } from "./region.ts";
import type { Enclosed, PartOfPage } from "./region.ts";
import { childOf, childrenOf } from "../package/tree.ts";
import type { OfdElement } from "../package/tree.ts";
import { parsedBox, isFalse, matrixOf } from "../package/values.ts";

/** Limit for the points of all clips of one object. */
const MOST_POINTS = 20_000;

/** The part of an object that its clips leave, on the page. */
export interface ClipsOfObject {
  readonly box: Box;
  /** Clips that leave less than a whole box; undefined stands for a clip of which nothing is known. */
  readonly regions: readonly (PartOfPage | undefined)[];
}

/**
 * The part of an object that its clips leave (GB/T 33190 8.4): a clip is the union of its areas, and all clips apply
 * together. `matrix` is the object's matrix, `placed` the same without its CTM.
 */
export function clipOf(clips: OfdElement, matrix: Matrix, placed: Matrix): ClipsOfObject {
  // TransFlag says whether the object's own matrix also moves its clips.
  const around = isFalse(clips.attributes["TransFlag"]) ? placed : matrix;
  let box: Box = EVERYWHERE;
  const regions: (PartOfPage | undefined)[] = [];
  for (const clip of childrenOf(clips, "Clip")) {
    const areas = childrenOf(clip, "Area").map((area) => areaOf(area, around));
    if (areas.length === 0) continue;
    const known = areas.flatMap((area) => (area === undefined ? [] : [area]));
    if (known.length < areas.length) regions.push(undefined);
    else {
      const runs = known.flatMap(({ outlines }) => outlines);
      box = intersection(box, runs.map(boundsOf).reduce(union));
      if (runs.length > 1 || !isUprightRectangle(runs[0]!)) regions.push(known);
    }
  }
  return { box, regions };
}

/** Undefined for a clip of text or a path without points: programs disagree about both. */
function areaOf(area: OfdElement, around: Matrix): Enclosed | undefined {
  const path = childOf(area, "Path");
  if (path === undefined) return undefined;
  const [x, y] = parsedBox(path.attributes["Boundary"]) ?? [0, 0];
  const placed = multiply([1, 0, 0, 1, x, y], multiply(matrixOf(area), around));
  const matrix = multiply(matrixOf(path), placed);
  const { outlines } = outlinesOf(childOf(path, "AbbreviatedData")?.text ?? "", MOST_POINTS);
  if (outlines.length === 0) return undefined;
  return { outlines: outlines.map(({ points }) => pointsIn(matrix, points)), evenOdd: isEvenOdd(path) };
}

function union(one: Box, other: Box): Box {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}
