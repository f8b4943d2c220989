import type { BodyRow } from "./aligned-rows.ts";
import { middle } from "./chunks.ts";
import type { Stack } from "./stacks.ts";
import { hasEnumerator } from "../../../printed/enumerators.ts";
import { INDENT, ONE_ROW } from "./tolerances.ts";

/** The texts that are a row's own label, each with that row. A row grows to the height of its label. */
export function ownLabels(
  body: readonly Stack[],
  rows: readonly BodyRow[],
  levelOf: (stack: Stack) => number,
): Map<Stack, BodyRow> {
  // The deepest text at a row's height is the row's own label.
  const own = new Map<Stack, BodyRow>();
  const give = (label: Stack, row: BodyRow) => {
    own.set(label, row);
    row.top = Math.min(row.top, label.top);
    row.bottom = Math.max(row.bottom, label.bottom);
  };
  for (const row of rows) {
    const at = (height: number) =>
      body.filter((stack) => stack.top < height && stack.bottom > height && !own.has(stack));
    const beside = at(row.baseline);
    // A label and one value may stand lower than the other values, because an ideographic space brings the line height
    // of its own font.
    const deepest = (beside.length > 0 ? beside : row.strays.flatMap(at)).sort(
      (a, b) =>
        levelOf(b) - levelOf(a) || Math.abs(middle(a) - row.baseline) - Math.abs(middle(b) - row.baseline),
    )[0];
    if (deepest !== undefined) give(deepest, row);
  }
  // A label and its values may be set at two heights: they belong together where no other text and no other row is as
  // near.
  for (const row of rows) {
    if ([...own.values()].includes(row)) continue;
    const [label, ...others] = body.filter((stack) => !own.has(stack) && isNear(stack, row));
    const alone = rows.every((other) => other === row || label === undefined || !isNear(label, other));
    if (label !== undefined && others.length === 0 && alone) give(label, row);
  }
  return own;
}

/**
 * The rest of a label that the page break cut: the first text of the next page, when it is flush with the label and not
 * numbered.
 */
export function cutByPage(body: readonly Stack[], own: ReadonlyMap<Stack, BodyRow>): ReadonlySet<Stack> {
  const rests = new Set<Stack>();
  const tops = new Map<number, Stack>();
  for (const stack of body) {
    const { page } = stack.chunks[0]!;
    const first = tops.get(page);
    if (first === undefined || stack.top < first.top) tops.set(page, stack);
  }
  for (const [page, stack] of tops) {
    if (own.has(stack) || hasEnumerator(stack.chunks[0]!.text)) continue;
    const above = [...own].filter(
      ([label, row]) => label.chunks[0]!.page === page - 1 && row.values.length > 0,
    );
    const last = above.sort(([, a], [, b]) => b.baseline - a.baseline)[0];
    if (last === undefined || Math.abs(last[0].left - stack.left) >= INDENT) continue;
    last[0].chunks.push(...stack.chunks);
    rests.add(stack);
  }
  return rests;
}

function isNear(stack: Stack, { baseline }: BodyRow): boolean {
  const reach = ONE_ROW * stack.chunks[0]!.size;
  return stack.top - reach < baseline && stack.bottom + reach > baseline;
}
