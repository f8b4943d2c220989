import { reachOf } from "../../word/covering.ts";
import type { Reach } from "../../word/covering.ts";
import type { NamedWord } from "./word.ts";

/** Where a shape is drawn (RTF 1.9.1, Word 97 shapes); its `reach` is kept up to date with what has been said. */
export interface RtfShape {
  readonly reach: { -readonly [K in keyof Reach]: Reach[K] };
  /** Twips. */
  top: number;
  bottom: number;
  isNear: boolean;
  /** The text runs through, and not around it. */
  isThrough: boolean;
  isBehind: boolean;
}

export function newShape(): RtfShape {
  return { reach: { up: 0, down: 0 }, top: 0, bottom: 0, isNear: true, isThrough: false, isBehind: false };
}

const said = (name: string, change: (shape: RtfShape, value: number) => void): NamedWord => [
  name,
  ({ shape }, value) => {
    if (shape === null) return;
    change(shape, value ?? 0);
    const isOver = shape.isThrough && !shape.isBehind;
    const { up, down } = reachOf(shape.top / 20, shape.bottom / 20, shape.isNear);
    Object.assign(shape.reach, isOver ? { up, down } : { up: 0, down: 0 });
  },
];

export const shapeWords: readonly NamedWord[] = [
  said("shptop", (shape, value) => void (shape.top = value)),
  said("shpbottom", (shape, value) => void (shape.bottom = value)),
  said("shpwr", (shape, value) => void (shape.isThrough = value === 3)),
  said("shpfblwtxt", (shape, value) => void (shape.isBehind = value === 1)),
  said("shpbypage", (shape) => void (shape.isNear = false)),
  said("shpbymargin", (shape) => void (shape.isNear = false)),
];
