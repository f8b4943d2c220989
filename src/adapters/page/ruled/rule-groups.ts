import type { RuledLine } from "../sheet/page.ts";
import { REACH, SNAP, TABLES_APART } from "./tolerances.ts";

/**
 * Groups of lines that cross or touch, directly or through others; groups that lack one of the two directions are
 * dropped. Lines touch that come as near as `reach`, in points.
 */
export function groupRules(rules: readonly RuledLine[], reach = REACH): RuledLine[][] {
  const parent = rules.map((_, index) => index);
  const root = (index: number): number => {
    while (parent[index] !== index) index = parent[index] = parent[parent[index]!]!;
    return index;
  };
  const verticals = rules.flatMap((rule, index) => (rule.direction === "vertical" ? [index] : []));
  for (const [index, rule] of rules.entries()) {
    if (rule.direction !== "horizontal") continue;
    for (const other of verticals) if (meets(rule, rules[other]!, reach)) parent[root(other)] = root(index);
  }
  for (const [a, b] of bareRows(rules)) parent[root(a)] = root(b);
  const byRoot = new Map<number, RuledLine[]>();
  for (const [index, rule] of rules.entries()) {
    const group = byRoot.get(root(index));
    if (group === undefined) byRoot.set(root(index), [rule]);
    else group.push(rule);
  }
  return [...byRoot.values()].filter(
    (group) => group.length > 2 && new Set(group.map((rule) => rule.direction)).size === 2,
  );
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

function meets(horizontal: RuledLine, vertical: RuledLine, reach = REACH): boolean {
  return (
    vertical.position >= horizontal.from - reach &&
    vertical.position <= horizontal.to + reach &&
    horizontal.position >= vertical.from - reach &&
    horizontal.position <= vertical.to + reach
  );
}
