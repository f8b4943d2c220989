import type { Box, Place, Token } from "../../model/index.ts";
import type { TableCell, PageTable } from "./sheet/table.ts";
import { recognizedIn } from "./sheet/recognized.ts";
import type { DocumentBlock } from "./document.ts";

/** Turns blocks into tokens; `show` turns a box of the upright page back to the page as shown. */
export function tokensOf(blocks: readonly DocumentBlock[], show: (page: number, box: Box) => Box): Token[] {
  let tables = 0;
  return blocks.flatMap((block): readonly Token[] => {
    if (block.kind === "table") return tokensOfTable(block.table, ++tables, shown);
    const { text, heading, at } = block.paragraph;
    return [{ kind: "line", text, ...(heading !== undefined && { heading }), at: shown(at) }];
  });

  function shown(at: Place): Place {
    return at.page === undefined || at.box === undefined
      ? at
      : { ...at, box: rounded(show(at.page, at.box)) };
  }
}

function tokensOfTable(table: PageTable, number: number, shown: (at: Place) => Place): readonly Token[] {
  const first = table.fragments[0]!;
  const box = [first.columns[0]!, first.rows[0]!, first.columns.at(-1)!, first.rows.at(-1)!] as const;
  const start = shown({ page: first.page, box, table: number });
  const tokens: Token[] = [{ kind: "table-start", at: start }];
  const byRow = new Map<number, TableCell[]>();
  for (const cell of table.cells) {
    const same = byRow.get(cell.row);
    if (same === undefined) byRow.set(cell.row, [cell]);
    else same.push(cell);
  }
  for (let row = 0; row < table.height; row++) {
    const cells = byRow.get(row) ?? [];
    const page = cells[0]?.parts[0]?.page ?? first.page;
    tokens.push({ kind: "row", at: { page, table: number, row: row + 1 } });
    for (const cell of cells) {
      // The place of a cell cut by the page break is where its text begins.
      const part = cell.parts.find(({ ink }) => ink !== undefined) ?? cell.parts[0]!;
      tokens.push({
        kind: "cell",
        text: cell.text,
        rowSpan: cell.rowEnd - cell.row,
        colSpan: cell.columnEnd - cell.column,
        column: cell.column + 1,
        ...(cell.doubt !== undefined && { doubt: cell.doubt }),
        at: {
          ...shown({ page: part.page, box: part.box, table: number, row: row + 1, column: cell.column + 1 }),
          ...recognizedIn(cell.parts),
        },
      });
    }
  }
  tokens.push({ kind: "table-end", at: start });
  return tokens;
}

function rounded(box: Box): Box {
  const [left, top, right, bottom] = box;
  return [tenth(left), tenth(top), tenth(right), tenth(bottom)];
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
