import { loadBuffer } from "cheerio";
import { rectangle } from "../docx/grids.ts";

/**
 * The tables of a page as an independent reader gives them: a cell's text at each place it covers, without white space.
 * Nothing is known of styles, and a table around tables is none.
 */
export function cheerioGrids(page: Uint8Array): string[][][] {
  const $ = loadBuffer(Buffer.from(page));
  const tables = $("table:not(:has(table))").toArray();
  return tables.map((table) => {
    const rows = $(table).find("tr").toArray();
    const grid: string[][] = rows.map(() => []);
    for (const [row, element] of rows.entries()) {
      for (const one of $(element).children("td, th").toArray()) {
        const cell = $(one);
        const span = (name: string): number => Number(cell.attr(name) ?? 1);
        const columns = grid[row]!;
        const free = Array.from({ length: columns.length + 1 }, (_, at) => at);
        const column = free.find((at) => columns[at] === undefined)!;
        for (const below of grid.slice(row, row + span("rowspan")))
          for (let right = 0; right < span("colspan"); right++)
            below[column + right] = cell.text().replace(/\s/g, "");
      }
    }
    return rectangle(grid);
  });
}
