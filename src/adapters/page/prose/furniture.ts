import { isPageNumberInMargin } from "../../../printed/page-numbers.ts";
import type { Page } from "../sheet/page.ts";
import type { TextLine } from "../sheet/text.ts";
import { MARGIN_SHARE, PAGES_OF_A_HEAD, SAME_PLACE_ON_PAGE } from "./tolerances.ts";

export interface PageLines {
  readonly page: Page;
  readonly lines: readonly TextLine[];
}

/** Finds page numbers, running heads and feet: between two parts of one table they are neither cells nor prose. */
export function findFurniture(pages: readonly PageLines[]): Set<TextLine> {
  const furniture = new Set<TextLine>();
  const repeated = new Map<string, TextLine[]>();
  for (const { page, lines } of pages) {
    for (const line of lines) {
      const middle = (line.box[1] + line.box[3]) / 2;
      if (middle > page.height * MARGIN_SHARE && middle < page.height * (1 - MARGIN_SHARE)) continue;
      if (isPageNumberInMargin(line.text)) {
        furniture.add(line);
        continue;
      }
      const key = `${Math.round(line.baseline / SAME_PLACE_ON_PAGE)}:${line.text.replace(/[\d\s]+/g, "#")}`;
      repeated.set(key, [...(repeated.get(key) ?? []), line]);
    }
  }
  for (const lines of repeated.values())
    if (lines.length >= PAGES_OF_A_HEAD.least && lines.length >= PAGES_OF_A_HEAD.share * pages.length)
      for (const line of lines) furniture.add(line);
  return furniture;
}
