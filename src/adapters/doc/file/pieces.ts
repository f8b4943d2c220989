import { Refusal } from "../../refusal.ts";
import { bytesOf } from "./bytes.ts";
import type { Bytes } from "./bytes.ts";
import { readSprms } from "./sprms.ts";
import type { Sprm } from "./sprms.ts";

/** A stretch of the document's characters that is stored in one place of the file (MS-DOC 2.8.35). */
export interface Piece {
  /** Character positions in the document. */
  readonly from: number;
  readonly to: number;
  /** Offset of its first character in the WordDocument stream, and bytes per character. */
  readonly offset: number;
  readonly width: 1 | 2;
  /** Modifiers that fast saving added to the properties stored beside the text. */
  readonly changes: readonly Sprm[];
}

const compressed = 0x40000000;
const unchanged: readonly Sprm[] = [];

/** The pieces in the order of the document. Throws a Refusal `damaged` where they are incomplete. */
export function readPieces(clx: Bytes, streamLength: number): Piece[] {
  const damaged = (): never => {
    throw new Refusal("damaged", { reason: "piece-table" });
  };
  const groups: Bytes[] = [];
  let at = 0;
  for (; clx.byte(at) === 1; at += 3 + clx.word(at + 1)) groups.push(clx.slice(at + 3, clx.word(at + 1)));
  if (clx.byte(at) !== 2) damaged();
  const table = clx.slice(at + 5, clx.long(at + 1));
  const count = Math.floor((table.length - 4) / 12);
  if (count < 1) damaged();
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index++) {
    const descriptor = (count + 1) * 4 + index * 8;
    const place = table.long(descriptor + 2);
    const width = place & compressed ? 1 : 2;
    const offset = width === 1 ? (place & ~compressed) >>> 1 : place;
    const from = table.long(index * 4);
    const to = table.long(index * 4 + 4);
    // Every character takes at least one byte, so a file with more characters than bytes refers to itself in a loop.
    if (to < from || to > streamLength || offset + (to - from) * width > streamLength) damaged();
    pieces.push({ from, to, offset, width, changes: changesOf(table.word(descriptor + 6), groups) });
  }
  return pieces;
}

/** Short modifiers that a piece may carry itself (MS-DOC 2.9.214): from their number there to the full code. */
const shortCodes: ReadonlyMap<number, number> = new Map([
  [0x41, 0x0800],
  [0x42, 0x0801],
  [0x57, 0x0837],
  [0x5c, 0x083c],
  [0x68, 0x2a48],
]);

function changesOf(modifier: number, groups: readonly Bytes[]): readonly Sprm[] {
  if (modifier & 1) {
    const group = groups[modifier >> 1];
    return group === undefined ? unchanged : readSprms(group);
  }
  const code = shortCodes.get((modifier >> 1) & 0x7f);
  if (code === undefined) return unchanged;
  const value = modifier >> 8;
  return [{ code, operand: bytesOf(Uint8Array.of(value)) }];
}
