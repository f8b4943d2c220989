import type { Bytes } from "../file/bytes.ts";

/** Where a shape is anchored in its story, and its place from there in twips (Spa, MS-DOC 2.9.253). */
export interface Anchor {
  readonly position: number;
  /** The shape's number. */
  readonly shape: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** The place counts from the paragraph, and not from the page. */
  readonly isNear: boolean;
  /** The text runs through, and the shape lies in front of it. */
  readonly isOver: boolean;
}

const anchorSize = 26;
/** Values of the parts of an anchor's flags: measured from the paragraph, and text that runs through. */
const [fromParagraph, runsThrough] = [2, 3];

/** The shapes of a story (PlcfSpa, MS-DOC 2.8.37) in the order of their anchors. */
export function readAnchors(shapes: Bytes): readonly Anchor[] {
  const count = Math.max(0, Math.floor((shapes.length - 4) / (4 + anchorSize)));
  return Array.from({ length: count }, (_, index): Anchor => {
    const at = (count + 1) * 4 + index * anchorSize;
    const [left, top, right, bottom] = [4, 8, 12, 16].map((side) => shapes.long(at + side) | 0);
    const flags = shapes.word(at + 20);
    return {
      position: shapes.long(index * 4),
      shape: shapes.long(at),
      left: left!,
      top: top!,
      right: right!,
      bottom: bottom!,
      isNear: ((flags >> 3) & 3) === fromParagraph,
      isOver: ((flags >> 5) & 15) === runsThrough && (flags & 0x4000) === 0,
    };
  });
}
