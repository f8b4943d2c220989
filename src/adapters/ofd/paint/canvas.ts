import type { Box } from "../../../model/index.ts";
import type { Matrix } from "../../page/ink/matrix.ts";
import type { InkedGlyph } from "../../page/ink/digits.ts";
import type { Area, Ink, Subpath } from "../../page/ink/subpath.ts";
import type { RuledLine } from "../../page/sheet/page.ts";
import type { Paint } from "./colours.ts";
import type { Resources } from "../package/resources.ts";
import type { OfdElement } from "../package/tree.ts";
import type { DrawnLies } from "./glyph-lies.ts";
import { newSteps } from "./region.ts";
import type { PartOfPage, Steps } from "./region.ts";
import type { ShapeBook } from "./shapes.ts";

/** Everything that a page paints, in points of the page as shown, in the order of painting. */
export interface Canvas extends Ink {
  readonly rules: RuledLine[];
  readonly areas: Area[];
  readonly drawings: Box[];
  readonly width: number;
  readonly height: number;
  /** The display area: programs differ in whether they show what stands outside. */
  readonly display: Box;
  readonly texts: PaintedGlyph[];
  readonly fills: PaintedFill[];
  readonly pictures: PaintedPicture[];
  /** Lines and shapes from which a picture of all ink other than text can be drawn. */
  readonly outlines: Subpath[];
  readonly budget: { objects: number; glyphs: number; points: number };
  readonly steps: Steps;
  readonly shapes: ShapeBook;
  readonly lies: DrawnLies;
  /** The fonts met so far, by their resource, or by their ID where the file does not describe them. */
  readonly fonts: Map<OfdElement | string, FontOfText>;
  order: number;
  /** The order of what was painted last before the page's annotations. */
  annotated: number;
  /** Why no number of the page is vouched for. */
  doubt: string | undefined;
  /** Where an annotation's remark says that a number is wrong. */
  readonly disputed: Box[];
}

export interface FontOfText {
  readonly resource: OfdElement | string;
  /** The name of the part with its program, or null. */
  readonly program: string | null;
  readonly isOfSymbols: boolean;
}

export interface PaintedGlyph extends InkedGlyph {
  readonly from: PaintedText;
  /** Whether its shape is also said to be another character. Ask this once all pages are painted. */
  readonly belied: (() => boolean) | undefined;
}

/** What all characters of one text object share. */
export interface PaintedText {
  readonly paint: Paint;
  readonly order: number;
  /** The box of its object's clips: text is seen only inside. */
  readonly clip: Box;
  /** Clips other than rectangles; undefined stands for a clip of which nothing is known. */
  readonly clips: readonly (PartOfPage | undefined)[];
  /** Its object's box. The standard cuts text at this box, but not every program does. */
  readonly boundary: Box;
  /** It certainly paints nothing. */
  readonly unseen: boolean;
}

/** A filled shape that is more than a line. */
export interface PaintedFill {
  readonly box: Box;
  readonly paint: Paint;
  readonly order: number;
  /** It is an upright rectangle, so it covers all of its box. */
  readonly whole: boolean;
  readonly region: PartOfPage;
}

export interface PaintedPicture {
  readonly box: Box;
  readonly alpha: number;
  readonly order: number;
  /** The stored name of its file, or null. */
  readonly part: string | null;
  /** Nothing of it is cut away, turned or mirrored. */
  readonly whole: boolean;
}

/** What surrounds an object: how its space lies on the page, and how much of it can be seen. */
export interface Space {
  readonly matrix: Matrix;
  readonly clip: Box;
  /** Clips other than rectangles. */
  readonly clips: readonly (PartOfPage | undefined)[];
  /** The box left by the composite objects and annotations around. */
  readonly within: Box;
  readonly visible: boolean;
  readonly alpha: number;
  /** The IDs of the drawing parameters that it uses and that are used around it, its own first. */
  readonly drawParams: readonly string[];
  readonly resources: Resources;
  /** A matrix or box is written wrongly, its own or one around it, so where it stands is not known. */
  readonly isMisplaced: boolean;
  /** A layer or block around it is marked invisible, which the standard does not have: programs differ in whether they show it. */
  readonly isDisputed: boolean;
  /** The contents of the composite objects around it. */
  readonly graphics: readonly OfdElement[];
}

/** Limits for one page; a page of a statutory report has about 800 glyphs and 300 segments. */
const BOUNDS = { objects: 60_000, glyphs: 60_000, points: 240_000 } as const;

export const EVERYWHERE: Box = [-Infinity, -Infinity, Infinity, Infinity];

export function emptyCanvas(
  { width, height, display }: Pick<Canvas, "width" | "height" | "display">,
  { shapes, lies }: Pick<Canvas, "shapes" | "lies">,
): Canvas {
  return {
    width,
    height,
    display,
    texts: [],
    rules: [],
    areas: [],
    drawings: [],
    fills: [],
    pictures: [],
    outlines: [],
    budget: { ...BOUNDS },
    steps: newSteps(),
    shapes,
    lies,
    fonts: new Map(),
    order: 0,
    annotated: Infinity,
    doubt: undefined,
    disputed: [],
  };
}

export function isOverdrawn({ budget }: Canvas): boolean {
  return budget.objects <= 0 || budget.glyphs <= 0 || budget.points <= 0;
}

/** The box on the page around a rectangle of an object's space. */
export function boxIn(matrix: Matrix, x: number, y: number, width: number, height: number): Box {
  const [a, b, c, d, e, f] = matrix;
  const left = a * x + c * y + e;
  const top = b * x + d * y + f;
  // How far the other corners lie from the first, along each side of the box.
  const right = a * width;
  const down = b * width;
  const across = c * height;
  const below = d * height;
  return [
    left + Math.min(0, right) + Math.min(0, across),
    top + Math.min(0, down) + Math.min(0, below),
    left + Math.max(0, right) + Math.max(0, across),
    top + Math.max(0, down) + Math.max(0, below),
  ];
}

/** x, y, x, y … */
export function pointsIn(matrix: Matrix, points: readonly number[]): number[] {
  const [a, b, c, d, e, f] = matrix;
  const placed = points.slice();
  for (let at = 0; at < points.length; at += 2) {
    const x = points[at]!;
    const y = points[at + 1]!;
    placed[at] = a * x + c * y + e;
    placed[at + 1] = b * x + d * y + f;
  }
  return placed;
}

export function intersection(one: Box, other: Box): Box {
  if (one === EVERYWHERE) return other;
  if (other === EVERYWHERE) return one;
  return [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ];
}
