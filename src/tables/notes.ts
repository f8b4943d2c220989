import type { Grid, GridCell } from "../model/index.ts";

/** Lines such as 注：… and 更正：…. */
const NOTE =
  /^\s{0,9}[（(]?(?:注|备\s{0,4}注|附注|说明|更正|更正说明|勘误|订正)[一二三四五六\d]?\s{0,4}[:：]\s{0,9}\S/u;

/** A table has one or two notes. Each is compared with all cells above it, so their number is bounded. */
const MOST_NOTES = 8;

/**
 * Separates a grid from the notes in its last rows, which are text of the report that was drawn into the table below
 * its values.
 */
export function partNotes(grid: Grid): { readonly grid: Grid; readonly notes: readonly GridCell[] } {
  const notes: GridCell[] = [];
  let end = grid.cells.length;
  let height = grid.height;
  for (; height > 1 && notes.length < MOST_NOTES; height--) {
    const start = rowStart(grid.cells, end, height);
    const filled = grid.cells.slice(start, end).filter(({ text }) => text.trim() !== "");
    const [note] = filled;
    if (filled.length !== 1 || note!.rowSpan > 1 || !NOTE.test(note!.text)) break;
    if (grid.cells.slice(0, start).some(({ row, rowSpan }) => row + rowSpan > height)) break;
    notes.unshift(note!);
    end = start;
  }
  if (notes.length === 0) return { grid, notes };
  return { grid: { ...grid, height, cells: grid.cells.slice(0, end) }, notes };
}

/** Where the cells of the last row begin. */
function rowStart(cells: readonly GridCell[], end: number, row: number): number {
  let start = end;
  while (start > 0 && cells[start - 1]!.row === row) start--;
  return start;
}
