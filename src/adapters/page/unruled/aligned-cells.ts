import type { Box } from "../../../model/index.ts";
import type { Chunk } from "./chunks.ts";
import type { UnruledColumns } from "./columns.ts";
import type { TableCell, Fragment, PageTable } from "../sheet/table.ts";
import { contentOf } from "../sheet/table.ts";
import { unionOf } from "../sheet/text.ts";

/** Texts and the place they were given: indexes from 0, ends exclusive. */
export interface Placed {
  readonly row: number;
  readonly rowEnd: number;
  readonly column: number;
  readonly columnEnd: number;
  readonly chunks: readonly Chunk[];
}

/** Two texts that claim one place share the first one's cell, so nothing is lost and no two cells overlap. */
function withoutOverlap(
  placed: readonly Placed[],
  width: number,
): { kept: readonly Placed[]; isTaken: (row: number, column: number) => boolean } {
  const kept: Placed[] = [];
  const owner = new Map<number, number>();
  for (const one of placed) {
    const places: number[] = [];
    for (let row = one.row; row < one.rowEnd; row++)
      for (let column = one.column; column < one.columnEnd; column++) places.push(row * width + column);
    const taken = places.find((place) => owner.has(place));
    if (taken === undefined) {
      for (const place of places) owner.set(place, kept.length);
      kept.push(one);
      continue;
    }
    const index = owner.get(taken)!;
    kept[index] = { ...kept[index]!, chunks: [...kept[index]!.chunks, ...one.chunks] };
  }
  return { kept, isTaken: (row, column) => owner.has(row * width + column) };
}

export function tableFrom(
  placed: readonly Placed[],
  { left, right }: UnruledColumns,
  height: number,
): PageTable | undefined {
  if (height < 2 || left.length < 2) return undefined;
  const edges = [left[0]!, ...left.slice(1).map((x, index) => (x + right[index]!) / 2), right.at(-1)!];
  const { kept, isTaken } = withoutOverlap(placed, left.length);
  const cells: TableCell[] = [];
  for (const { row, rowEnd, column, columnEnd, chunks } of kept) {
    const pages = [...new Set(chunks.map(({ page }) => page))];
    const parts = pages.map((page) => {
      const own = chunks.filter((chunk) => chunk.page === page);
      const ink = unionOf(own.map(({ box }) => box));
      // The cell is as wide as its columns and as high as its text, since there is no line to say more.
      const box: Box = [
        Math.min(edges[column]!, ink[0]),
        ink[1],
        Math.max(edges[columnEnd]!, ink[2]),
        ink[3],
      ];
      return contentOf(
        own.flatMap(({ glyphs }) => glyphs),
        box,
        page,
      );
    });
    const doubt = parts.find((part) => part.doubt !== undefined)?.doubt;
    cells.push({
      row,
      rowEnd,
      column,
      columnEnd,
      text: parts.map(({ text }) => text).join("\n"),
      parts: parts.flatMap((part) => part.parts),
      ...(doubt !== undefined && { doubt }),
    });
  }
  for (let row = 0; row < height; row++) {
    const beside = placed.find((one) => one.row <= row && one.rowEnd > row);
    const chunk = beside?.chunks[0];
    for (let column = 0; column < left.length; column++) {
      if (isTaken(row, column) || chunk === undefined) continue;
      const box: Box = [edges[column]!, chunk.box[1], edges[column + 1]!, chunk.box[3]];
      cells.push({ row, rowEnd: row + 1, column, columnEnd: column + 1, ...contentOf([], box, chunk.page) });
    }
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  const pages = [...new Set(cells.flatMap(({ parts }) => parts.map(({ page }) => page)))].sort(
    (a, b) => a - b,
  );
  const fragments = pages.map((page): Fragment => {
    const box = unionOf(
      cells.flatMap(({ parts }) => parts.filter((part) => part.page === page).map((part) => part.box)),
    );
    return { page, columns: edges, rows: [box[1], box[3]], cells: [], openTop: false, openBottom: false };
  });
  return { ruled: false, fragments, columns: edges, height, cells };
}
