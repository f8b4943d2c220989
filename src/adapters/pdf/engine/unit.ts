import type { Page } from "../../page/sheet/page.ts";
import { median } from "../../page/sheet/median.ts";
import { TEXT_SIZE } from "./tolerances.ts";

/**
 * How many points a unit of user space is when the pages are read. Distances are judged in points, so a file whose text
 * is very small or very large, as one in units of its own is (`UserUnit`, PDF 32000-1, 14.11.2), is read as if its text
 * were of the usual size.
 */
export function unitFor(pages: readonly Page[]): number {
  let [all, odd] = [0, 0];
  for (const { glyphs, hidden } of pages)
    for (const some of [glyphs, hidden])
      for (const { size } of some) {
        all++;
        if (size < TEXT_SIZE.least || size > TEXT_SIZE.most) odd++;
      }
  if (odd <= all / 2) return 1;
  const sizes = pages.flatMap(({ glyphs, hidden }) => [...glyphs, ...hidden].map(({ size }) => size));
  const size = median(sizes);
  return size > 0 && Number.isFinite(size) ? TEXT_SIZE.usual / size : 1;
}
