import type { Page } from "./page.ts";
import type { TextLine } from "./text.ts";

/** Page numbers in every dress: `4`, `- 4 -`, `— 4 —`, `第 4 页`, `第4页 共6页`, `4/6`. */
const PAGE_NUMBER =
  /^(?:[-—–－―─·•~～\s]*\d{1,4}[-—–－―─·•~～\s]*|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}|[Pp]age\s+\d{1,4}(?:\s+of\s+\d{1,4})?)$/;

/** Share of the page's height at top and bottom where furniture stands. */
const MARGIN = 0.12;

export interface PageLines {
  readonly page: Page;
  readonly lines: readonly TextLine[];
}

/** Page numbers, running heads and feet: between two parts of one table they are neither cells nor prose. */
export function findFurniture(pages: readonly PageLines[]): Set<TextLine> {
  const furniture = new Set<TextLine>();
  const repeated = new Map<string, TextLine[]>();
  for (const { page, lines } of pages) {
    for (const line of lines) {
      const middle = (line.box[1] + line.box[3]) / 2;
      if (middle > page.height * MARGIN && middle < page.height * (1 - MARGIN)) continue;
      if (PAGE_NUMBER.test(line.text)) {
        furniture.add(line);
        continue;
      }
      const key = `${Math.round(line.baseline / 4)}:${line.text.replace(/[\d\s]+/g, "#")}`;
      repeated.set(key, [...(repeated.get(key) ?? []), line]);
    }
  }
  // A head on every page, or on every other one (odd and even).
  for (const lines of repeated.values())
    if (lines.length >= 2 && lines.length >= 0.4 * pages.length)
      for (const line of lines) furniture.add(line);
  return furniture;
}
