import type { Box } from "../../../model/index.ts";
import { IDENTITY, multiply } from "../../page/ink/matrix.ts";
import type { Matrix } from "../../page/ink/matrix.ts";
import { inkOfSubpath } from "../../page/ink/subpath.ts";
import type { Subpath } from "../../page/ink/subpath.ts";
import { EVERYWHERE, boxIn, intersection, pointIn } from "./canvas.ts";
import type { Canvas, Space } from "./canvas.ts";
import { clipOf } from "./clips.ts";
import { alphaOf } from "./colours.ts";
import { lookOf } from "./look.ts";
import { outlinesOf } from "./path.ts";
import { paintText } from "./text.ts";
import { childOf } from "../package/tree.ts";
import type { OfdElement } from "../package/tree.ts";
import { parsedBox, isFalse, matrixOf } from "../package/values.ts";

/** Composite objects inside one another. */
const DEEPEST = 8;
/** Points by which a line may stand outside its object's box: writers give boxes without height to level lines. */
const SLACK = 3;

/** Paints what stands in a layer, a block, an annotation or a vector graphic (GB/T 33190 7.7, 8). */
export function paintObjects(holder: OfdElement, space: Space, canvas: Canvas): void {
  for (const element of holder.children) {
    if (canvas.budget.objects-- <= 0) return;
    canvas.order++;
    switch (element.name) {
      case "TextObject":
        paintText(element, objectSpace(element, space), canvas);
        break;
      case "PathObject":
        paintPath(element, objectSpace(element, space), canvas);
        break;
      case "ImageObject":
        paintPicture(element, objectSpace(element, space), canvas);
        break;
      case "CompositeObject":
        paintComposite(element, objectSpace(element, space), canvas);
        break;
      case "PageBlock":
      case "Layer":
        paintObjects(element, blockSpace(element, space), canvas);
    }
  }
}

export function blockSpace({ attributes }: OfdElement, space: Space): Space {
  return {
    ...space,
    visible: space.visible && !isFalse(attributes["Visible"]),
    drawParam: attributes["DrawParam"] ?? space.drawParam,
  };
}

/** An object's own space, whose origin is its box's top left corner; its box and clips on the page. */
export interface ObjectSpace extends Space {
  readonly boundary: Box;
}

function objectSpace(element: OfdElement, space: Space): ObjectSpace {
  const box = parsedBox(element.attributes["Boundary"]);
  const placed: Matrix =
    box === undefined ? space.matrix : multiply([1, 0, 0, 1, box[0], box[1]], space.matrix);
  const ctm = matrixOf(element);
  const matrix = ctm === IDENTITY ? placed : multiply(ctm, placed);
  const clips = childOf(element, "Clips");
  const { visible, alpha, resources, depth } = space;
  return {
    visible: visible && !isFalse(element.attributes["Visible"]),
    drawParam: element.attributes["DrawParam"] ?? space.drawParam,
    alpha,
    resources,
    depth,
    matrix,
    boundary: box === undefined ? EVERYWHERE : boxIn(space.matrix, ...box),
    clip: clips === undefined ? space.clip : intersection(space.clip, clipOf(clips, matrix, placed)),
  };
}

function paintPath(element: OfdElement, space: ObjectSpace, canvas: Canvas): void {
  const look = lookOf(element, { fill: false, stroke: true }, space.resources, space.drawParam);
  if (!space.visible) return;
  const data = childOf(element, "AbbreviatedData")?.text ?? "";
  const { outlines, points: drawn } = outlinesOf(data, canvas.budget.points);
  canvas.budget.points -= drawn;
  const { matrix } = space;
  const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
  const filled = look.fill !== undefined && look.fill.alpha * space.alpha > 0;
  const stroked = look.stroke !== undefined && look.stroke.alpha * space.alpha > 0;
  if (!filled && !stroked) return;
  const sight = intersection(space.clip, grown(space.boundary, SLACK));
  for (const { points, closed, curved } of outlines) {
    const onPage: number[] = [];
    for (let at = 0; at < points.length; at += 2) {
      const [x, y] = pointIn(matrix, points[at]!, points[at + 1]!);
      onPage.push(x, y);
    }
    const subpath: Subpath = {
      points: curved ? onPage : clamped(onPage, sight),
      closed,
      curved,
      colour: look.fill?.colour,
      strokeColour: look.stroke?.colour,
      filled,
      stroked,
      width: look.lineWidth * scale,
    };
    paintSubpath(subpath, (look.fill?.alpha ?? 1) * space.alpha, canvas);
  }
}

/** The part of an outline that a box shows: exact for what tables are ruled with. */
function clamped(points: readonly number[], [left, top, right, bottom]: Box): readonly number[] {
  return points.map((value, at) =>
    at % 2 === 0 ? Math.min(right, Math.max(left, value)) : Math.min(bottom, Math.max(top, value)),
  );
}

function paintSubpath(subpath: Subpath, alpha: number, canvas: Canvas): void {
  const areas = canvas.areas.length;
  inkOfSubpath(subpath, canvas.order, canvas);
  const { colour } = subpath;
  for (const { box, order } of canvas.areas.slice(areas))
    canvas.fills.push({
      box,
      order,
      paint: { colour, alpha },
      ragged: subpath.curved || subpath.points.length > 10,
    });
  canvas.outlines.push(subpath);
}

function paintPicture(element: OfdElement, space: ObjectSpace, canvas: Canvas): void {
  if (!space.visible) return;
  const box = parsedBox(element.attributes["Boundary"]);
  const [a, b, c, d] = space.matrix;
  // The picture is the unit square of its space (GB/T 33190 10); without a matrix it fills its box.
  const drawn =
    element.attributes["CTM"] === undefined && box !== undefined
      ? space.boundary
      : boxIn(space.matrix, 0, 0, 1, 1);
  const shown = intersection(drawn, space.clip);
  if (shown[0] >= shown[2] || shown[1] >= shown[3]) return;
  canvas.pictures.push({
    box: shown,
    alpha: alphaOf(element.attributes["Alpha"]) * space.alpha,
    order: canvas.order,
    part: space.resources.media(element.attributes["ResourceID"]),
    whole: a > 0 && d > 0 && b === 0 && c === 0 && drawn.every((side, at) => Math.abs(side - shown[at]!) < 1),
  });
}

/** A vector graphic of the resources, or the same written in place (GB/T 33190 13). */
function paintComposite(element: OfdElement, space: ObjectSpace, canvas: Canvas): void {
  const graphic = space.resources.get(element.attributes["ResourceID"]);
  const content = childOf(graphic ?? element, "Content");
  if (content === undefined || space.depth >= DEEPEST) return;
  const alpha = space.alpha * alphaOf(element.attributes["Alpha"]);
  paintObjects(content, { ...space, alpha, depth: space.depth + 1 }, canvas);
}

function grown([left, top, right, bottom]: Box, by: number): Box {
  return [left - by, top - by, right + by, bottom + by];
}
