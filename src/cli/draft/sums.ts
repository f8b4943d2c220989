import type { DraftBlock } from "./grid.ts";

/** A sum that holds in a filled table: the whole and its parts, as indexes of columns or of rows. */
export interface DraftSum {
  readonly each: "row" | "column";
  readonly whole: number;
  readonly parts: readonly number[];
}

const TOTAL = /合计|总计|小计|总数|总量|总额|共计/u;

/**
 * The sums that the numbers show: neighbouring columns or rows that add up to the one beside them wherever all of them
 * are given.
 */
export function draftSums({ block, values }: DraftBlock): readonly DraftSum[] {
  const turned = block.columns.map((_, at) => values.map((row) => row[at] ?? null));
  return [
    ...sumsAlong(turned, block.columns).map((sum) => ({ each: "row" as const, ...sum })),
    ...sumsAlong(values, block.rows).map((sum) => ({ each: "column" as const, ...sum })),
  ];
}

interface Item {
  readonly label: string;
  readonly group: readonly string[];
}

/**
 * Sums along `lines`, which are the columns or the rows of a block. The longest run of neighbours is taken; one within
 * the whole's own group comes first.
 */
function sumsAlong(
  lines: readonly (readonly (number | null)[])[],
  items: readonly Item[],
): Omit<DraftSum, "each">[] {
  return lines.flatMap((whole, at) => {
    const runs = [...Array(lines.length).keys()].flatMap((other) => {
      const parts = other < at ? range(other, at - 1) : range(at + 1, other);
      return parts.length >= 2 ? [parts] : [];
    });
    const held = runs.filter((parts) =>
      holds(
        whole,
        parts.map((part) => lines[part]!),
        TOTAL.test(items[at]?.label ?? ""),
      ),
    );
    const within = (parts: readonly number[]) => parts.every((part) => isWithin(items[part]!, items[at]!));
    const longest = held.sort((a, b) => Number(within(b)) - Number(within(a)) || b.length - a.length)[0];
    return longest ? [{ whole: at, parts: longest }] : [];
  });
}

/** Sums of decimals that differ by less than this are equal. */
export const EQUAL = 0.00005;

/**
 * A line named as a total needs one instance with numbers, any other line needs three, because small numbers add up by
 * chance.
 */
function holds(
  whole: readonly (number | null)[],
  parts: readonly (readonly (number | null)[])[],
  named: boolean,
): boolean {
  let telling = 0;
  for (const [at, total] of whole.entries()) {
    const operands = parts.map((part) => part[at] ?? null);
    if (total === null || operands.includes(null)) continue;
    const sum = (operands as number[]).reduce((a, b) => a + b, 0);
    if (Math.abs(sum - total) > EQUAL) return false;
    if (total !== 0 && (operands as number[]).filter((value) => value !== 0).length >= 2) telling += 1;
  }
  return telling >= (named ? 1 : 3);
}

function isWithin(part: Item, whole: Item): boolean {
  return whole.group.every((text, at) => part.group[at] === text);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}
