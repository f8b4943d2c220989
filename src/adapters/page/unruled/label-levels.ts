import type { Stack } from "./stacks.ts";
import { hasEnumerator } from "../../../printed/enumerators.ts";
import { ORDINALS } from "../../../printed/numerals.ts";
import { APART, FLUSH, INDENT, NEAR_LABEL } from "./tolerances.ts";

/**
 * The places at which label columns begin: where a text stands beside another one and is not merely indented. Whether
 * texts are flush, centred or set to the right, a boundary between two columns lies between every two texts that stand
 * beside each other in them, so the fewest boundaries that suffice are taken.
 */
export function levelsOf(stacks: readonly Stack[], start: number): number[] {
  const gaps = gapsBetween(stacks);
  const starts: number[] = [start];
  for (const { from, to } of gaps.sort((a, b) => a.to - b.to))
    if (!starts.slice(1).some((x) => x > from && x <= to + INDENT)) starts.push(to);
  // Where texts are flush, each common start is a column, provided that there are several.
  const flush = gaps.filter(({ to }) => starts.some((x) => Math.abs(x - to) < INDENT)).length;
  if (starts.length > 1 && flush > FLUSH * gaps.length)
    for (const { left } of stacks) {
      const isNew = !starts.some((x) => Math.abs(x - left) < APART);
      if (isNew && stacks.filter((other) => Math.abs(other.left - left) < INDENT).length >= 2)
        starts.push(left);
    }
  return starts.sort((a, b) => a - b);
}

/**
 * The gap between every two texts that stand beside each other: from the end of the left one to the start of the right
 * one.
 */
function gapsBetween(stacks: readonly Stack[]): { from: number; to: number }[] {
  const known = stacks.map((stack) => ({
    stack,
    kind: numbering(stack),
    isLeft: stacks.some((other) => other.left > stack.right && isBeside(stack, other)),
  }));
  return known.flatMap(({ stack: a, kind, isLeft }) =>
    known
      .filter(({ stack: b, kind: other }) => {
        // A common label that is set in the middle of its rows may stand between two lines: texts at its right that are
        // numbered in another way belong to another column wherever they stand.
        const isOtherLevel = isLeft && other !== undefined && other !== kind;
        return a.right < b.left && (isOtherLevel || isBeside(a, b));
      })
      .map(({ stack: b }) => ({ from: a.right, to: b.left })),
  );
}

function isBeside(a: Stack, b: Stack): boolean {
  const near = NEAR_LABEL * a.chunks[0]!.size;
  return a.top < b.bottom + near && a.bottom > b.top - near;
}

/** The kind of number a text begins with; texts with the same kind are of one level, centred or not. */
export function numbering(stack: Stack): string | undefined {
  const text = stack.chunks[0]!.text;
  if (!hasEnumerator(text)) return undefined;
  return text
    .trimStart()
    .slice(0, 5)
    .replace(new RegExp(`[${ORDINALS}]+`), "一")
    .replace(/\d+/, "1")
    .replace("(", "（")
    .replace(/[.．]/, "、")
    .slice(0, 2);
}
