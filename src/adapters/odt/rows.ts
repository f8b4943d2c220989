import type { Cell, CellPicture, Item, Row } from "../word/items.ts";

/** A cell as it is written; one that a merge covers stands in its place. */
export interface WrittenCell {
  readonly isCovered: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly repeated: number;
  readonly items: readonly Item[];
  readonly picture: CellPicture;
}

/** No table of a text document is wider; repetitions beyond are a broken file's. */
const widest = 256;

/** The regions open above a row, by the column they begin in. */
export type OpenRegions = Map<number, { readonly span: number; left: number }>;

/** Written cells → cells of the grid; `open` is brought up to date for the row below. */
export function gridRow(written: readonly WrittenCell[], open: OpenRegions): Row {
  const cells: Cell[] = [];
  let column = 0;
  /** Columns before this one belong to the cell on the left. */
  let taken = 0;
  const add = (
    { items, picture }: Pick<WrittenCell, "items" | "picture">,
    span: number,
    vertical: Cell["vertical"],
  ) => {
    cells.push({ items, picture, span, vertical, continuesLeft: false });
    taken = column + span;
  };
  for (const cell of written) {
    for (let copy = 0; copy < cell.repeated && column < widest; copy++, column++) {
      if (!cell.isCovered) {
        add(cell, cell.columns, cell.rows > 1 ? "restart" : "none");
        if (cell.rows > 1) open.set(column, { span: cell.columns, left: cell.rows - 1 });
        else open.delete(column);
        continue;
      }
      if (column < taken) continue;
      const above = open.get(column);
      add({ items: [], picture: "none" }, above?.span ?? 1, above === undefined ? "none" : "continue");
      if (above !== undefined && --above.left === 0) open.delete(column);
    }
  }
  return { before: 0, cells };
}
