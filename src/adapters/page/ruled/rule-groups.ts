import { firstFrom } from "../sheet/sorted.ts";
import type { RuledLine } from "../sheet/page.ts";
import { REACH, SNAP, TABLES_APART } from "./tolerances.ts";

/** A table's lines: groups of lines that touch, with the rows between that nothing upright joins. */
export function groupRules(rules: readonly RuledLine[]): RuledLine[][] {
  return groupTouching(rules, REACH, bareRows(rules));
}

/**
 * Groups of lines that cross or touch, directly or through others; groups that lack one of the two directions are
 * dropped. Lines touch that come as near as `reach`, in points; `pairs` belong together although they do not touch.
 */
export function groupTouching(
  rules: readonly RuledLine[],
  reach: number,
  pairs: readonly (readonly [number, number])[] = [],
): RuledLine[][] {
  const parent = new Int32Array(rules.length);
  for (let index = 0; index < parent.length; index++) parent[index] = index;
  // Sorted, so that a line is compared only with those between its ends: a page ruled cell by cell has hundreds.
  const verticals = upright(rules);
  const positions = new Float64Array(verticals.length);
  const tops = new Float64Array(verticals.length);
  const feet = new Float64Array(verticals.length);
  for (let at = 0; at < verticals.length; at++) {
    const { position, from, to } = rules[verticals[at]!]!;
    positions[at] = position;
    tops[at] = from - reach;
    feet[at] = to + reach;
  }
  for (let index = 0; index < rules.length; index++) {
    const rule = rules[index]!;
    if (rule.direction !== "horizontal") continue;
    const { position, from, to } = rule;
    const root = rootOf(parent, index);
    for (let at = firstFrom(positions, from - reach); at < positions.length; at++) {
      if (positions[at]! > to + reach) break;
      if (position >= tops[at]! && position <= feet[at]!) parent[rootOf(parent, verticals[at]!)] = root;
    }
  }
  for (const [a, b] of pairs) unite(parent, a, b);
  const byRoot = new Map<number, RuledLine[]>();
  for (let index = 0; index < rules.length; index++) {
    const root = rootOf(parent, index);
    const group = byRoot.get(root);
    if (group === undefined) byRoot.set(root, [rules[index]!]);
    else group.push(rules[index]!);
  }
  return [...byRoot.values()].filter(
    (group) => group.length > 2 && group.some(({ direction }) => direction !== group[0]!.direction),
  );
}

/** The indexes of the vertical lines, from left to right. */
function upright(rules: readonly RuledLine[]): readonly number[] {
  const verticals: number[] = [];
  for (let index = 0; index < rules.length; index++)
    if (rules[index]!.direction === "vertical") verticals.push(index);
  return verticals.sort((a, b) => rules[a]!.position - rules[b]!.position);
}

function rootOf(parent: Int32Array, index: number): number {
  let root = index;
  while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
  return root;
}

function unite(parent: Int32Array, one: number, other: number): void {
  parent[rootOf(parent, one)] = rootOf(parent, other);
}

/**
 * Rows that are merged over the whole width of a table without outer borders: two equal lines with nothing upright
 * between them.
 */
function bareRows(rules: readonly RuledLine[]): (readonly [number, number])[] {
  const horizontals = rules.flatMap((rule, index) =>
    rule.direction === "horizontal" ? [{ rule, index }] : [],
  );
  const verticals = rules.filter((rule) => rule.direction === "vertical");
  const found: (readonly [number, number])[] = [];
  for (const [place, { rule, index }] of horizontals.entries()) {
    const below = horizontals
      .slice(place + 1)
      .find(({ rule: other }) => other.from < rule.to && other.to > rule.from);
    if (
      below === undefined ||
      Math.abs(below.rule.from - rule.from) > REACH ||
      Math.abs(below.rule.to - rule.to) > REACH
    )
      continue;
    // A gap taller than the rows beside it is not a row but the space between two tables.
    const over = horizontals
      .slice(0, place)
      .findLast(({ rule: other }) => other.from < rule.to && other.to > rule.from);
    const next = horizontals
      .slice(place + 1)
      .find(
        ({ rule: other }) =>
          other.position > below.rule.position + SNAP && other.from < rule.to && other.to > rule.from,
      );
    const beside = Math.max(
      over === undefined ? 0 : rule.position - over.rule.position,
      next === undefined ? 0 : next.rule.position - below.rule.position,
    );
    if (below.rule.position - rule.position > TABLES_APART * beside) continue;
    // Each line must have columns on its other side, and the sides must be open.
    const above = verticals.filter(
      (vertical) => meets(rule, vertical) && vertical.from < rule.position - REACH,
    );
    const under = verticals.filter(
      (vertical) => meets(below.rule, vertical) && vertical.to > below.rule.position + REACH,
    );
    const isInner = ({ position }: RuledLine) => position > rule.from + REACH && position < rule.to - REACH;
    if (above.length + under.length > 0 && [...above, ...under].every(isInner))
      found.push([index, below.index]);
  }
  return found;
}

function meets(horizontal: RuledLine, vertical: RuledLine): boolean {
  return (
    vertical.position >= horizontal.from - REACH &&
    vertical.position <= horizontal.to + REACH &&
    horizontal.position >= vertical.from - REACH &&
    horizontal.position <= vertical.to + REACH
  );
}
