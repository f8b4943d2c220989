import type { Page } from "../../page/sheet/page.ts";
import { median } from "../../page/sheet/median.ts";
import { TEXT_SIZE } from "./tolerances.ts";

/**
 * How many points a unit of user space is when the pages are read. Distances are judged in points, so a file whose text
 * is very small or very large, as one in units of its own is (`UserUnit`, PDF 32000-1, 14.11.2), is read as if its text
 * were of the usual size.
 */
export function unitFor(pages: readonly Page[]): number {
  const all = pages.flatMap(({ glyphs, hidden }) => [...glyphs, ...hidden]);
  const odd = all.filter(({ size }) => size < TEXT_SIZE.least || size > TEXT_SIZE.most);
  if (odd.length <= all.length / 2) return 1;
  const size = median(all.map((glyph) => glyph.size));
  return size > 0 && Number.isFinite(size) ? TEXT_SIZE.usual / size : 1;
}
