import type { Box } from "../../../model/index.ts";
import { IDENTITY, multiply } from "../../page/ink/matrix.ts";
import type { Matrix } from "../../page/ink/matrix.ts";
import { EVERYWHERE, boxIn, intersection } from "./canvas.ts";
import type { Canvas, Space } from "./canvas.ts";
import { clipOf } from "./clips.ts";
import { alphaOf } from "./colours.ts";
import { paintPath, paintUnknown } from "./paint-path.ts";
import { isStrange } from "./strange.ts";
import { paintText } from "./text.ts";
import { childOf } from "../package/tree.ts";
import type { OfdElement } from "../package/tree.ts";
import { parsedBox, isFalse, matrixOf, UNKNOWN_MATRIX } from "../package/values.ts";

/** How deep composite objects may be nested. */
const DEEPEST = 8;

/** Paints the objects of a layer, a block, an annotation or a vector graphic (GB/T 33190 7.7, 8). */
export function paintObjects(holder: OfdElement, space: Space, canvas: Canvas): void {
  for (const element of holder.children) {
    if (canvas.budget.objects-- <= 0) return;
    canvas.order++;
    if (element.name === "PageBlock" || element.name === "Layer")
      paintObjects(element, blockSpace(element, space), canvas);
    else if (element.attributes["Boundary"] !== undefined || painters.has(element.name))
      paintObject(element, objectSpace(element, space), canvas);
    else paintStrange(element, space, canvas);
  }
}

type Painter = (element: OfdElement, space: ObjectSpace, canvas: Canvas) => void;

const painters: ReadonlyMap<string, Painter> = new Map([
  ["TextObject", paintText],
  ["PathObject", paintPath],
  ["ImageObject", paintPicture],
  ["CompositeObject", paintComposite],
]);

function paintObject(element: OfdElement, space: ObjectSpace, canvas: Canvas): void {
  if (space.isMisplaced && space.visible) canvas.doubt = "moved-text";
  if (isStrange(element)) paintUnknown(space, canvas);
  const paint = painters.get(element.name);
  if (paint === undefined) paintUnknown(space, canvas);
  else paint(element, space, canvas);
}

/** Objects within an element that the standard does not have: something may be painted there. */
function paintStrange(element: OfdElement, space: Space, canvas: Canvas): void {
  for (const child of element.children)
    if (canvas.budget.objects-- <= 0) return;
    else if (child.attributes["Boundary"] === undefined) paintStrange(child, space, canvas);
    else paintUnknown(objectSpace(child, space), canvas);
}

export function blockSpace({ attributes }: OfdElement, space: Space): Space {
  // Most blocks only group objects.
  if (attributes["DrawParam"] === undefined && attributes["Visible"] === undefined) return space;
  return {
    ...space,
    isDisputed: space.isDisputed || isFalse(attributes["Visible"]),
    drawParams: withOwn(attributes["DrawParam"], space.drawParams),
  };
}

function withOwn(own: string | undefined, around: readonly string[]): readonly string[] {
  return own === undefined ? around : [own, ...around];
}

/**
 * An object's own space, whose origin is the top left corner of its box, together with its box and clips on the page.
 */
export interface ObjectSpace extends Space {
  /** Left, top, width and height as written, in the surrounding space. */
  readonly written: ReturnType<typeof parsedBox>;
  readonly own: Box;
  /** The part of the page inside its own box and the boxes around it. */
  readonly boundary: Box;
}

function objectSpace(element: OfdElement, space: Space): ObjectSpace {
  const box = parsedBox(element.attributes["Boundary"]);
  const placed = box === undefined ? space.matrix : moved(space.matrix, box[0], box[1]);
  const ctm = matrixOf(element);
  const matrix = ctm === IDENTITY ? placed : multiply(ctm, placed);
  const clipping = childOf(element, "Clips");
  const { visible, alpha, resources, graphics, within } = space;
  const own = box === undefined ? EVERYWHERE : boxIn(space.matrix, box[0], box[1], box[2], box[3]);
  const clips = clipping && clipOf(clipping, matrix, placed);
  return {
    visible: visible && !isFalse(element.attributes["Visible"]),
    drawParams: withOwn(element.attributes["DrawParam"], space.drawParams),
    alpha,
    resources,
    graphics,
    matrix,
    within,
    written: box,
    isMisplaced: space.isMisplaced || ctm === UNKNOWN_MATRIX || box === undefined,
    isDisputed: space.isDisputed,
    own,
    boundary: intersection(own, within),
    clip: clips === undefined ? space.clip : intersection(space.clip, clips.box),
    clips: clips === undefined ? space.clips : [...space.clips, ...clips.regions],
  };
}

/** `matrix` after a move by x and y, with the result that `multiply` gives. */
function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): Matrix {
  return [a, b, c, d, x * a + y * c + e, x * b + y * d + f];
}

function paintPicture(element: OfdElement, space: ObjectSpace, canvas: Canvas): void {
  if (!space.visible) return;
  const box = space.written;
  const [a, b, c, d] = space.matrix;
  // The picture fills the unit square of its space (GB/T 33190 10); without a matrix it fills its box.
  const drawn =
    element.attributes["CTM"] === undefined && box !== undefined
      ? space.own
      : boxIn(space.matrix, 0, 0, 1, 1);
  const shown = intersection(drawn, space.clip);
  if (shown[0] >= shown[2] || shown[1] >= shown[3]) return;
  canvas.pictures.push({
    box: shown,
    alpha: (alphaOf(element.attributes["Alpha"]) ?? 1) * space.alpha,
    order: canvas.order,
    part: space.resources.media(element.attributes["ResourceID"]),
    whole: a > 0 && d > 0 && b === 0 && c === 0 && drawn.every((side, at) => Math.abs(side - shown[at]!) < 1),
  });
}

/** Paints a vector graphic of the resources, or one written in place (GB/T 33190 13). */
function paintComposite(element: OfdElement, space: ObjectSpace, canvas: Canvas): void {
  const graphic = space.resources.get("CompositeGraphicUnit", element.attributes["ResourceID"]);
  const content = childOf(graphic ?? element, "Content");
  const alpha = space.alpha * (alphaOf(element.attributes["Alpha"]) ?? 1);
  const { graphics, boundary } = space;
  // A graphic that holds itself shows nothing more.
  if (content !== undefined && graphics.includes(content)) return;
  if (content === undefined || graphics.length >= DEEPEST) paintUnknown({ ...space, alpha }, canvas);
  else paintObjects(content, { ...space, alpha, within: boundary, graphics: [...graphics, content] }, canvas);
}
