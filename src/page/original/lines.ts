import { decode } from "../../adapters/decode.ts";
import type { Block } from "../../model/index.ts";
import { cellId, type StandingText } from "./locate.ts";

/** A part of a line; it has a place of its own if it is a cell. */
export interface LinePiece {
  readonly text: string;
  readonly place: string | null;
}

export interface OriginalLine {
  readonly place: string;
  readonly pieces: readonly LinePiece[];
}

/**
 * A text unchanged, line by line, with the places of the cells in it. A cell that is not found in its line has the
 * whole line as its place.
 */
export function originalLines(
  bytes: Uint8Array,
  blocks: readonly Block[],
): { readonly lines: readonly OriginalLine[]; readonly standings: readonly StandingText[] } {
  const cells = new Map<
    number,
    { readonly place: string; readonly column: number; readonly text: string }[]
  >();
  for (const block of blocks) {
    if (block.kind !== "grid") continue;
    for (const { at, column, text, filler } of block.grid.cells) {
      const place = cellId(at);
      const printed = text.trim().split("\n")[0]!.trim();
      if (filler || at.line === undefined || place === null || printed === "") continue;
      const others = cells.get(at.line);
      if (others) others.push({ place, column, text: printed });
      else cells.set(at.line, [{ place, column, text: printed }]);
    }
  }
  const standings: StandingText[] = [];
  const lines = decode(bytes)
    .text.split("\n")
    .map((text, index): OriginalLine => {
      const number = index + 1;
      const place = `l${number}`;
      const own = (cells.get(number) ?? []).sort((a, b) => a.column - b.column);
      const pieces = piecesOf(text, own);
      standings.push({ id: place, text, lines: [number], isCell: false });
      for (const piece of pieces)
        if (piece.place !== null)
          standings.push({ id: piece.place, text: piece.text, lines: [], isCell: true });
      return { place, pieces };
    });
  return { lines, standings };
}

function piecesOf(
  line: string,
  cells: readonly { readonly place: string; readonly text: string }[],
): readonly LinePiece[] {
  const pieces: LinePiece[] = [];
  let at = 0;
  for (const { place, text } of cells) {
    const found = line.indexOf(text, at);
    if (found < 0) continue;
    if (found > at) pieces.push({ text: line.slice(at, found), place: null });
    pieces.push({ text, place });
    at = found + text.length;
  }
  return at < line.length ? [...pieces, { text: line.slice(at), place: null }] : pieces;
}
