import type { Block } from "../../../model/index.ts";
import type { FormRow } from "../form-row.ts";

/** A number alone on its line, which may be a page's. */
const ALONE = /^\s{0,60}(\d{1,3})\s{0,60}$/u;

/**
 * A number alone on the line below a row may be the page's, or the row's value behind a label that ends in a number
 * (行政强制 Class 2). It is the page's if the rows beside it stand on a line, too, and a label with English words is
 * followed by a number that counts on from another alone on its line; otherwise the row counts as one of several lines.
 */
export function withoutDoubtfulEnds(rows: readonly FormRow[], blocks: readonly Block[]): readonly FormRow[] {
  if (!rows.some(endsBelow)) return rows;
  const alone = blocks.flatMap((block): number[] => {
    const number = block.kind === "line" ? ALONE.exec(block.text)?.[1] : undefined;
    return number === undefined ? [] : [Number(number)];
  });
  const pages = new Set(alone.filter((number) => alone.includes(number - 1) || alone.includes(number + 1)));
  return rows.map((row, index) => {
    if (!endsBelow(row)) return row;
    const isAmongLines = [rows[index - 1], rows[index + 1]].some((other) => other?.apart === true);
    const isPage = !isNumberOfWord(blocks[row.block]) || pages.has(Number(row.values.at(-1)!.text));
    return isAmongLines && isPage ? row : { ...row, apart: false };
  });
}

/** Whether the only number of a line stands behind an English word. */
function isNumberOfWord(block: Block | undefined): boolean {
  return block?.kind === "line" && /[a-z]\.?\s{0,4}\d{1,9}\s{0,60}$/iu.test(block.text);
}

/** Whether a row stands on a line with its label and has one more number on a line below. */
function endsBelow({ kind, apart, values }: FormRow): boolean {
  if (kind !== "listed" || apart !== true) return false;
  const [last, before] = [values.at(-1), values.at(-2)];
  return before !== undefined && last!.at !== before.at;
}
