import type { Anchor } from "./anchors.ts";
import type { Bytes } from "../file/bytes.ts";

/**
 * Where each text box has its text, by the position at which the box is anchored; positions count from the start of
 * their story.
 */
export type Boxes = ReadonlyMap<number, { readonly from: number; readonly to: number }>;

const boxSize = 22;

/** Matches shapes with their text boxes (PlcftxbxTxt, MS-DOC 2.8.32) by the shape's number. */
export function readBoxes(anchors: readonly Anchor[], texts: Bytes): Boxes {
  const ranges = new Map<number, { from: number; to: number }>();
  const count = Math.floor((texts.length - 4) / (4 + boxSize));
  for (let index = 0; index < count; index++) {
    const entry = (count + 1) * 4 + index * boxSize;
    const shape = texts.long(entry + 14);
    const isSpare = texts.word(entry + 8) !== 0;
    const range = { from: texts.long(index * 4), to: texts.long(index * 4 + 4) };
    if (!isSpare && range.to > range.from && !ranges.has(shape)) ranges.set(shape, range);
  }
  const boxes = new Map<number, { from: number; to: number }>();
  for (const { shape, position } of anchors) {
    const range = ranges.get(shape);
    // Each text belongs to one shape; a file that says otherwise could have it read any number of times.
    if (range === undefined || !ranges.delete(shape)) continue;
    boxes.set(position, range);
  }
  return boxes;
}
