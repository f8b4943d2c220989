import { isSetOff, leastLine, leastRow, lowestLine } from "../../word/tables/room.ts";
import type { Aligned } from "../../word/tables/room.ts";
import type { DocxStyles } from "./styles.ts";
import type { RunSight } from "./sight.ts";

/** What a paragraph states about the room for its text; undefined = it states nothing. */
export interface LineRoom {
  readonly style?: string | undefined;
  /** Twips of an exact line height; 0 if the height is not exact. */
  readonly line: number | undefined;
  /** Twips of space above the first line. */
  readonly before: number | undefined;
  /** Twips of the height of the row around it, where that is exact. */
  readonly rowHeight: number | undefined;
  /** Twips from the cell's edge to its text. */
  readonly indent: number | undefined;
  readonly start: number | undefined;
  /** Twips from the text to the cell's other edge; `aligned` is the edge that the text is aligned to. */
  readonly right: number | undefined;
  readonly aligned: Aligned | undefined;
  /** True if the paragraph stands in a frame of its own (w:framePr, 17.3.1.11). */
  readonly framed: boolean;
  /** True if its table floats as a whole. */
  readonly floating: boolean;
  /** Twips from the cell's edge to the last tab stop; the text so far. */
  readonly stop: number | undefined;
  readonly text: string;
  /** Twips of the width of the cell around it; infinite where it states none. */
  readonly cellWidth: number;
  readonly tableStyle: string | undefined;
}

/**
 * Why a text may not be seen in its place: it is moved out of its cell, or has less room than its letters need, because
 * it is fitted into a width or set on a line that is too low.
 */
export function spaceDoubt(
  room: LineRoom,
  styles: DocxStyles,
  sight: RunSight,
  text: string,
): string | undefined {
  const { tableStyle } = room;
  const ofTable = tableStyle === undefined ? [] : styles.chain(tableStyle, "table");
  const chain = [...styles.chain(room.style, "paragraph"), ...ofTable, styles.base];
  const indent = room.indent ?? chain.find((one) => one.indent !== undefined)?.indent ?? 0;
  const right = room.right ?? chain.find((one) => one.right !== undefined)?.right ?? 0;
  const aligned = room.aligned ?? chain.find((one) => one.aligned !== undefined)?.aligned ?? "start";
  const isFramed = room.framed || (!room.floating && chain.some(({ framed }) => framed));
  if (isFramed || isSetOff(indent, right, aligned)) return "moved-text";
  const stop = room.stop ?? chain.find((one) => one.stop !== undefined)?.stop ?? 0;
  if (stop > room.cellWidth && room.text.includes("\t")) return "moved-text";
  const start = room.start ?? chain.find((one) => one.start !== undefined)?.start ?? 0;
  // The text begins, or ends, over the next cell.
  if ((aligned === "end" ? right : start) >= room.cellWidth) return "moved-text";
  if (sight.fit !== undefined && sight.fit > 0 && sight.fit < text.length * narrowest) return "squeezed-text";
  const { rowHeight = Number.POSITIVE_INFINITY, before = 0 } = room;
  if (before > rowHeight - lowestLine || rowHeight < sight.size * 10 * leastRow) return "too-small";
  const exact = room.line ?? chain.find((one) => one.exactLine !== undefined)?.exactLine;
  return exact !== undefined && exact > 0 && exact < sight.size * 10 * leastLine ? "too-small" : undefined;
}

/** Twips of width that each fitted digit needs to be readable. */
const narrowest = 50;
