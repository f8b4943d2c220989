import { reachOf } from "../../word/items/covering.ts";
import type { Reach } from "../../word/items/covering.ts";
import type { NamedWord } from "./word.ts";

/**
 * Where a shape of Word 97, or a drawing object of Word 6 and 95, is drawn (RTF 1.9.1); its `reach` is kept up to date
 * with what has been said.
 */
export interface RtfShape {
  readonly reach: { -readonly [K in keyof Reach]: Reach[K] };
  /** Twips. */
  top: number;
  bottom: number;
  /** Top of the figure that is being drawn. */
  figure: number;
  isNear: boolean;
  /** The text runs through, and not around it. */
  isThrough: boolean;
  isBehind: boolean;
  /** Name of the property whose value comes next. */
  property: string;
}

export function newShape(isThrough: boolean): RtfShape {
  const reach = { up: 0, down: 0 };
  return { reach, top: 0, bottom: 0, figure: 0, isNear: true, isThrough, isBehind: false, property: "" };
}

function keepReach({ reach, top, bottom, isNear, isThrough, isBehind }: RtfShape): void {
  const { up, down } = reachOf(top / 20, bottom / 20, isNear);
  Object.assign(reach, isThrough && !isBehind ? { up, down } : { up: 0, down: 0 });
}

const said = (name: string, change: (shape: RtfShape, value: number) => void): NamedWord => [
  name,
  ({ shape }, value) => {
    if (shape === null) return;
    change(shape, value ?? 0);
    keepReach(shape);
  },
];

/** Values with which a property puts a shape, or a group it is in, elsewhere than its anchor says. */
const elsewhere: ReadonlyMap<string, (value: number) => boolean> = new Map([
  ["rotation", (value: number) => value !== 0],
  ["posv", (value: number) => value > 0],
  ["posrelv", (value: number) => value < 2],
]);

export function shapeProperty(shape: RtfShape, value: string): void {
  if (elsewhere.get(shape.property)?.(Number.parseInt(value, 10)) !== true) return;
  shape.isNear = false;
  keepReach(shape);
}

export const shapeWords: readonly NamedWord[] = [
  said("shptop", (shape, value) => void (shape.top = value)),
  said("shpbottom", (shape, value) => void (shape.bottom = value)),
  said("shpwr", (shape, value) => void (shape.isThrough = value === 3)),
  said("shpfblwtxt", (shape, value) => void (shape.isBehind = value === 1)),
  ...["shpbypage", "shpbymargin", "dobypage", "dobymargin"].map((name) =>
    said(name, (shape) => void (shape.isNear = false)),
  ),
  said("dodhgt", (shape, value) => void (shape.isBehind = value < 0)),
  // One drawing object may draw several figures, each with its place before its size.
  said("dpy", (shape, value) => {
    shape.figure = value;
    shape.top = Math.min(shape.top, value);
  }),
  said("dpysize", (shape, value) => void (shape.bottom = Math.max(shape.bottom, shape.figure + value))),
];
