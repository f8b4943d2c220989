import { drawPageSvg, readOfdPages, readPages, tablesWithoutRules } from "../../adapters/pages.ts";
import type { AnalysedPage } from "../../index.ts";
import { defaultLimits } from "../../limits.ts";
import type { Source } from "../../model/index.ts";
import { quoted } from "./tokens.ts";

/** The formats that have pages with ruling lines. */
const pageReaders = new Map<string, typeof readPages | typeof readOfdPages>([
  ["pdf", readPages],
  ["ofd", readOfdPages],
]);

/** The cells of each page, before tables are joined across pages; undefined for formats without pages. */
export async function drawnPages(
  source: Source,
  format: string,
): Promise<{ readonly text: string; readonly svg: string } | undefined> {
  const pagesOf = pageReaders.get(format);
  if (pagesOf === undefined) return undefined;
  const pages = await pagesOf(source, defaultLimits);
  return pages.length === 0
    ? { text: "", svg: "" }
    : { text: [...pages.flatMap(ruledLines), ...alignedLines(pages)].join(""), svg: stacked(pages) };
}

/** The cells that the ruling lines form. */
function ruledLines({ fragments }: AnalysedPage, index: number): string[] {
  return fragments.flatMap(({ cells }, fragment) =>
    cells.map((cell) => `page ${index + 1} table ${fragment + 1} ${cellWords(cell)}`),
  );
}

/** The cells of tables without ruling lines, formed by what is aligned below each other. */
function alignedLines(pages: readonly AnalysedPage[]): string[] {
  return tablesWithoutRules(pages).flatMap(({ cells, fragments }, index) =>
    cells.map((cell) => `page ${fragments[0]?.page ?? 1} unruled table ${index + 1} ${cellWords(cell)}`),
  );
}

type Cell = AnalysedPage["fragments"][number]["cells"][number];

function cellWords({ row, rowEnd, column, columnEnd, text }: Cell): string {
  return `row ${row + 1} column ${column + 1} ${rowEnd - row}×${columnEnd - column} ${quoted(text)}\n`;
}

/** Drawings of the pages one below another: ruling lines, cells and every character. */
function stacked(pages: readonly AnalysedPage[]): string {
  const width = Math.max(...pages.map(({ page }) => page.width));
  let top = 0;
  const drawn = pages.map((page) => {
    const nested = drawPageSvg(page).replace("<svg ", `<svg y="${top}" `);
    top += Math.ceil(page.page.height) + 12;
    return nested;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.ceil(width)}" height="${top}">\n${drawn.join("")}</svg>\n`;
}
