import { isPageNumberInMargin } from "../../../printed/page-numbers.ts";
import type { Page } from "../sheet/page.ts";
import type { TextLine } from "../sheet/text.ts";

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
      if (isPageNumberInMargin(line.text)) {
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
