import type { Box } from "../../../model/index.ts";
import { multiply } from "../../page/ink/matrix.ts";
import type { Matrix } from "../../page/ink/matrix.ts";
import { EVERYWHERE, boxIn, intersection } from "./canvas.ts";
import { outlinesOf } from "./path.ts";
import { childOf, childrenOf } from "../package/tree.ts";
import type { OfdElement } from "../package/tree.ts";
import { parsedBox, isFalse, matrixOf } from "../package/values.ts";

/** Points of all clips of one object. */
const MOST_POINTS = 20_000;

/**
 * The box that an object's clips leave of it, on the page (GB/T 33190 8.4): each clip is all of its areas, and all clips
 * hold at once. `matrix` is the object's, `placed` the one without its CTM.
 */
export function clipOf(clips: OfdElement, matrix: Matrix, placed: Matrix): Box {
  // TransFlag says whether the object's own matrix moves its clips.
  const around = isFalse(clips.attributes["TransFlag"]) ? placed : matrix;
  return childrenOf(clips, "Clip").reduce<Box>((left, clip) => {
    const areas = childrenOf(clip, "Area").flatMap((area) => areaOf(area, around) ?? []);
    return areas.length === 0 ? left : intersection(left, areas.reduce(union));
  }, EVERYWHERE);
}

/** Text as a clip, which no report has, clips nothing. */
function areaOf(area: OfdElement, around: Matrix): Box[] | undefined {
  const path = childOf(area, "Path");
  if (path === undefined) return undefined;
  const [x, y] = parsedBox(path.attributes["Boundary"]) ?? [0, 0];
  const placed = multiply([1, 0, 0, 1, x, y], multiply(matrixOf(area), around));
  const matrix = multiply(matrixOf(path), placed);
  const { outlines } = outlinesOf(childOf(path, "AbbreviatedData")?.text ?? "", MOST_POINTS);
  const boxes = outlines.map(({ points }) => {
    const across = points.filter((_, at) => at % 2 === 0);
    const down = points.filter((_, at) => at % 2 === 1);
    const [left, top] = [least(across), least(down)];
    return boxIn(matrix, left, top, most(across) - left, most(down) - top);
  });
  return boxes.length === 0 ? undefined : [boxes.reduce(union)];
}

function least(values: readonly number[]): number {
  return values.reduce((one, other) => Math.min(one, other), Infinity);
}

function most(values: readonly number[]): number {
  return values.reduce((one, other) => Math.max(one, other), -Infinity);
}

function union(one: Box, other: Box): Box {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}
