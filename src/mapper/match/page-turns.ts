import type { Block } from "../../model/index.ts";
import { normalizeLabel } from "../../printed/folding.ts";
import { isPageEnd } from "../../printed/page-numbers.ts";
import { isStatedUnit } from "../../printed/units.ts";
import type { KnownTable } from "../form/form.ts";

/** More lines between two parts of a table than a page's foot and the next one's head are something else. */
const LINES = 8;
/** 续表 and the number of a form stand above the further pages of a table. */
const NUMBER = /^(?:公开\d{1,2}表|表[一二三四五六七八九十\d]{1,3})$/u;
const CONTINUED = /[(（]?(?:续表?|接上页)[一二三四五六七八九十\d]{0,2}[)）]?$/u;

/**
 * Tells of two blocks whether a table that ends in the first goes on in the second: nothing stands between them but what a
 * further page of it has above it: a page number, the table's title or 续表, its number and unit, and lines that stood
 * above the first page word for word, such as whose table it is.
 */
export function pageTurns(
  blocks: readonly Block[],
): (from: number, to: number, known: KnownTable) => boolean {
  const isHead = (text: string, title: string, before: ReadonlySet<string>): boolean => {
    const plain = normalizeLabel(text);
    const bare = plain.replace(CONTINUED, "");
    return bare === "" || bare === title || before.has(bare) || NUMBER.test(bare) || isStatedUnit(bare);
  };
  return (from, to, { table }) => {
    const between = blocks.slice(from + 1, to);
    if (between.length > LINES) return false;
    const above = blocks.slice(Math.max(0, from - LINES), from);
    const before = new Set(above.map((block) => (block.kind === "line" ? normalizeLabel(block.text) : "")));
    return between.every(
      (block) =>
        block.kind === "line" &&
        (isPageEnd(block.text) || isHead(block.text, normalizeLabel(table.title), before)),
    );
  };
}
