import type { Box } from "../../../model/index.ts";
import { boundsOf, inkOfSubpath, isPoint } from "../../page/ink/subpath.ts";
import type { Subpath } from "../../page/ink/subpath.ts";
import { childOf } from "../package/tree.ts";
import type { OfdElement } from "../package/tree.ts";
import { EVERYWHERE, intersection, pointsIn } from "./canvas.ts";
import type { Canvas, PaintedFill } from "./canvas.ts";
import { dashesOf } from "../../page/ink/dashes.ts";
import { lookOf } from "./look.ts";
import type { ObjectSpace } from "./objects.ts";
import { outlinesOf, type PathOutline } from "./path.ts";
import { isEvenOdd, isUprightRectangle, shareInside } from "./region.ts";

/** Points by which a line may lie outside its object's box, because writers give level lines boxes without height. */
const SLACK = 3;
/** At most so many fills of one path are compared with one another. */
const MOST_COMPARED = 64;
/** At most so many fills are compared with a white shape. */
const MOST_GROUNDS = 500;

/** Paints the lines and fills of a path (GB/T 33190 9). */
export function paintPath(element: OfdElement, space: ObjectSpace, canvas: Canvas): void {
  const look = lookOf(element, { fill: false, stroke: true }, space.resources, space.drawParams);
  if (!space.visible) return;
  const data = childOf(element, "AbbreviatedData")?.text ?? "";
  const { outlines, points: drawn, isStrange } = outlinesOf(data, canvas.budget.points);
  canvas.budget.points -= drawn;
  const { matrix } = space;
  const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
  const filled = look.fill !== undefined && look.fill.alpha * space.alpha > 0;
  const stroked = look.stroke !== undefined && look.stroke.alpha * space.alpha > 0;
  if (!filled && !stroked) return;
  if (isStrange || space.isDisputed || isCutOtherwise(outlines, filled, space, canvas)) {
    paintUnknown(space, canvas);
    return;
  }
  const sight = intersection(space.clip, grown(space.own, SLACK));
  const before = canvas.fills.length;
  const fillAlpha = (look.fill?.alpha ?? 1) * space.alpha;
  const dashes = look.dashes && {
    lengths: look.dashes.lengths.map((length) => length * scale),
    phase: look.dashes.phase * scale,
  };
  for (const { points, closed, curved } of outlines) {
    const onPage = pointsIn(matrix, points);
    const shown = curved ? onPage : clamped(onPage, sight);
    const subpath: Subpath = {
      points: shown,
      closed,
      curved,
      colour: look.fill?.colour,
      strokeColour: look.stroke?.colour,
      filled,
      stroked,
      width: look.lineWidth * scale,
    };
    for (const one of dashesOf(subpath, dashes)) paintSubpath(one, fillAlpha, canvas);
    if (shown !== onPage && space.clip === EVERYWHERE) {
      // Not every program cuts a path at its object's box.
      canvas.outlines.push({ ...subpath, points: onPage });
      canvas.drawings.push(boundsOf(onPage));
    }
  }
  joinFills(canvas, before, isEvenOdd(element));
  if (stroked && hasTiles(element, "StrokeColor")) paintUnknown(space, canvas);
  if (filled && hasTiles(element, "FillColor")) {
    const shape = boundsOf(outlines.flatMap(({ points }) => pointsIn(matrix, points)));
    paintUnknown({ ...space, own: intersection(space.own, shape) }, canvas);
  }
}

/** Whether a path shows only a part of itself that is no box: a fill then shows the shape of its clip, as of letters. */
function isCutOtherwise(
  outlines: readonly PathOutline[],
  filled: boolean,
  { clips, matrix }: ObjectSpace,
  { steps }: Canvas,
): boolean {
  if (clips.length === 0) return false;
  const box = boundsOf(outlines.flatMap(({ points }) => pointsIn(matrix, points)));
  return clips.some((region) => region === undefined || (filled && shareInside(box, region, steps) !== 1));
}

/** A pattern is made of objects of its own, which may include text (GB/T 33190 8.3.4). */
function hasTiles(element: OfdElement, name: "FillColor" | "StrokeColor"): boolean {
  const pattern = childOf(childOf(element, name) ?? element, "Pattern");
  return (childOf(pattern ?? element, "CellContent")?.children.length ?? 0) > 0;
}

/** Records ink of which only the place is known. */
export function paintUnknown(space: ObjectSpace, canvas: Canvas): void {
  if (!space.visible) return;
  const box = intersection(space.own, space.clip);
  if (box[0] < box[2] && box[1] < box[3])
    canvas.pictures.push({ box, alpha: space.alpha, order: canvas.order, part: null, whole: false });
}

/** The part of an outline inside a box: exact for the shapes that tables are ruled with; the same list if that is all of it. */
function clamped(points: readonly number[], [left, top, right, bottom]: Box): readonly number[] {
  let isInside = true;
  for (let at = 0; isInside && at < points.length; at += 2) {
    const x = points[at]!;
    const y = points[at + 1]!;
    isInside = x >= left && x <= right && y >= top && y <= bottom;
  }
  if (isInside) return points;
  return points.map((value, at) =>
    at % 2 === 0 ? Math.min(right, Math.max(left, value)) : Math.min(bottom, Math.max(top, value)),
  );
}

function paintSubpath(subpath: Subpath, alpha: number, canvas: Canvas): void {
  const { rules, areas, drawings } = inkOfSubpath(subpath, canvas.order);
  for (const rule of rules) canvas.rules.push(rule);
  canvas.drawings.push(...drawings);
  const { colour, points } = subpath;
  for (const area of areas) {
    const { box, order } = area;
    canvas.areas.push(area);
    canvas.fills.push({
      box,
      order,
      paint: { colour, alpha },
      whole: isUprightRectangle(points) || !subpath.filled,
      region: [{ outlines: [points], evenOdd: false }],
    });
  }
  if (!isWhite(subpath)) canvas.outlines.push(asShown(subpath));
  else if (standsOut(subpath, canvas)) {
    canvas.outlines.push(asShown(subpath));
    canvas.drawings.push(boundsOf(points));
  }
}

/** A stroke without length still shows its ends. */
function asShown(subpath: Subpath): Subpath {
  if (!subpath.stroked) return subpath;
  const box = boundsOf(subpath.points);
  if (!isPoint(subpath, box)) return subpath;
  const [left, top, right, bottom] = grown(box, subpath.width / 2);
  return { ...subpath, points: [left, top, right, top, right, bottom, left, bottom], closed: true };
}

function isWhite({ stroked, colour }: Subpath): boolean {
  return !stroked && colour !== undefined && Math.min(...colour) >= 250;
}

/** Whether a white shape lies on something that is not white. */
function standsOut({ points }: Subpath, { fills, pictures, order }: Canvas): boolean {
  if (fills.length > MOST_GROUNDS) return true;
  const box = boundsOf(points);
  const meets = (other: Box): boolean => {
    const [left, top, right, bottom] = intersection(box, other);
    return left < right && top < bottom;
  };
  const isDarker = ({ paint: { colour } }: PaintedFill): boolean =>
    colour === undefined || Math.min(...colour) < 250;
  return (
    pictures.some((one) => meets(one.box)) ||
    fills.some((one) => one.order < order && isDarker(one) && meets(one.box))
  );
}

/** Subpaths of one path that lie within one another make one fill, so a frame does not cover what is inside it. */
function joinFills(canvas: Canvas, from: number, evenOdd: boolean): void {
  if (canvas.fills.length - from < 2) return;
  const some = canvas.fills.slice(from);
  if (some.length > MOST_COMPARED) return;
  const nested = some.some(({ box }, index) =>
    some.some((other, at) => {
      const [left, top, right, bottom] = intersection(box, other.box);
      return at < index && left < right && top < bottom;
    }),
  );
  if (!nested) return;
  const outlines = some.flatMap(({ region }) => region[0]!.outlines);
  canvas.fills.length = from;
  canvas.fills.push({
    ...some[0]!,
    box: boundsOf(outlines.flat()),
    whole: false,
    region: [{ outlines, evenOdd }],
  });
}

function grown([left, top, right, bottom]: Box, by: number): Box {
  return [left - by, top - by, right + by, bottom + by];
}
