import { isSetOff, leastLine, lowestLine } from "../../word/room.ts";
import type { Aligned } from "../../word/room.ts";
import type { DocxStyles } from "./styles.ts";
import type { RunSight } from "./sight.ts";

/** What a paragraph says of the room its text has; undefined = not said there. */
export interface LineRoom {
  readonly style?: string | undefined;
  /** Twips of a line of exact height; 0 for another rule. */
  readonly line: number | undefined;
  /** Twips above its first line. */
  readonly before: number | undefined;
  /** Twips of the row around it where its height is exact. */
  readonly rowHeight: number | undefined;
  /** Twips from the cell's edge to its text. */
  readonly indent: number | undefined;
  /** Twips from the text to the cell's other edge, and to which edge it keeps. */
  readonly right: number | undefined;
  readonly aligned: Aligned | undefined;
  /** It stands in a frame of its own (w:framePr, 17.3.1.11). */
  readonly framed: boolean;
}

/** Text set off into another cell, or in less room than letters need: fitted into a width, or on a line lower than it is. */
export function spaceDoubt(
  room: LineRoom,
  styles: DocxStyles,
  sight: RunSight,
  text: string,
): string | undefined {
  const chain = styles.chain(room.style, "paragraph");
  const indent = room.indent ?? chain.find((one) => one.indent !== undefined)?.indent ?? 0;
  const right = room.right ?? chain.find((one) => one.right !== undefined)?.right ?? 0;
  const aligned = room.aligned ?? chain.find((one) => one.aligned !== undefined)?.aligned ?? "start";
  if (room.framed || isSetOff(indent, right, aligned)) return "moved-text";
  if (sight.fit !== undefined && sight.fit > 0 && sight.fit < text.length * narrowest) return "squeezed-text";
  if (room.rowHeight !== undefined && (room.before ?? 0) > room.rowHeight - lowestLine) return "too-small";
  const exact = room.line ?? chain.find((one) => one.exactLine !== undefined)?.exactLine;
  return exact !== undefined && exact > 0 && exact < sight.size * 10 * leastLine ? "too-small" : undefined;
}

/** Twips a fitted digit needs to be read. */
const narrowest = 50;
