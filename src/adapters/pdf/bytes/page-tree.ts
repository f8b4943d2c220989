import type { ObjectScan } from "./objects.ts";
import { referenceUnder, objectsReferredTo } from "./references.ts";

/** The most nodes of a page tree that are visited; a report of 300 pages has about as many. */
const MOST_NODES = 100_000;

/**
 * The pages of the file in their order, as object numbers, found by following `Kids` alone (PDF 32000-1, 7.7.3). The
 * engines believe `Count`, and leave out pages where it is too small. Empty where there is more than one catalog, of
 * which the scan cannot know the valid one.
 */
export function pagesOfTree({ objects }: ObjectScan): readonly number[] {
  const catalogs = [...objects.values()].filter(({ text }) => /\/Type\s{0,8}\/Catalog\b/.test(text));
  const root = treeOf(catalogs[0]?.text ?? "");
  if (catalogs.length !== 1 || root === null) return [];
  const pages: number[] = [];
  const visited = new Set<number>();
  const open = [root];
  while (open.length > 0 && visited.size < MOST_NODES) {
    const number = open.pop()!;
    if (visited.has(number)) continue;
    visited.add(number);
    const text = objects.get(number)?.text ?? "";
    const kids = /\/Kids\s{0,8}\[([^\]]*)\]/.exec(text)?.[1];
    if (kids !== undefined) open.push(...objectsReferredTo(kids).reverse());
    else if (/\/Type\s{0,8}\/Page\b/.test(text)) pages.push(number);
  }
  return pages;
}

const treeOf = referenceUnder("Pages");
