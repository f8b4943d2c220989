import type { Block } from "../../../model/index.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { isPageEnd } from "../../../printed/page-numbers.ts";
import { isStatedUnit } from "../../../printed/units.ts";
import type { KnownTable } from "../../form/known.ts";

/**
 * A page's foot and the next page's head have at most this many lines; more lines between two parts are something else.
 */
const LINES = 8;
/** The number of a form, which stands above the further pages of its table, as 续表 does. */
const NUMBER = /^(?:公开\d{1,2}表|表[一二三四五六七八九十\d]{1,3})$/u;
const CONTINUED = /[(（]?(?:续表?|接上页)[一二三四五六七八九十\d]{0,2}[)）]?$/u;

/**
 * Gives a function that says whether a table which ends in one block goes on in another. It does if nothing stands
 * between them except what a further page of the table may have above it: a page number, the table's title or 续表, its
 * number and unit, and lines repeated word for word from above the first part, such as the name of the office.
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
