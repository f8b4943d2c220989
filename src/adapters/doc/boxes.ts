import type { Bytes } from "./bytes.ts";

/**
 * Where each text box has its text, by the position at which the box is anchored; positions count from the start of
 * their story.
 */
export type Boxes = ReadonlyMap<number, { readonly from: number; readonly to: number }>;

const anchorSize = 26;
const boxSize = 22;

/** Matches shapes (PlcfSpa, MS-DOC 2.8.37) with their text boxes (PlcftxbxTxt, 2.8.32) by the shape's number. */
export function readBoxes(shapes: Bytes, texts: Bytes): Boxes {
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
  const anchors = Math.floor((shapes.length - 4) / (4 + anchorSize));
  for (let index = 0; index < anchors; index++) {
    const shape = shapes.long((anchors + 1) * 4 + index * anchorSize);
    const range = ranges.get(shape);
    // Each text belongs to one shape; a file that says otherwise could have it read any number of times.
    if (range === undefined || !ranges.delete(shape)) continue;
    boxes.set(shapes.long(index * 4), range);
  }
  return boxes;
}
