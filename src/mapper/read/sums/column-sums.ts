import type { EvidenceEntry, Finding, RuleTemplate, TableTemplate } from "../../../model/index.ts";
import { finding } from "../../../findings/finding.ts";
import { parseExpression, withoutKeys } from "../../../arithmetic/expression.ts";
import { cellPointer } from "../../../arithmetic/paths.ts";
import { remembered } from "../../../arithmetic/prepared.ts";
import type { AmbiguousRow, MappedTable } from "./mapped-table.ts";
import { balance, toBound, toEquation, type WeightedSum } from "./equations.ts";

/** After this many tries, rows that depend on each other count as undecided; real tables take some hundreds. */
const MAXIMUM_TRIES = 50_000;

/**
 * Decides rows whose own sums allow several readings by the sums and bounds down the columns. One constraint may leave
 * one reading of a row; where rows depend on each other, all constraints are tried together. Whatever all possibilities
 * agree on is settled.
 */
export function decideByColumns(
  table: TableTemplate,
  rules: readonly RuleTemplate[],
  mapped: MappedTable,
): MappedTable {
  if (mapped.ambiguous.length === 0) return mapped;
  const open = new Map(
    mapped.ambiguous.flatMap((row) => row.pointers.map((pointer) => [pointer, row] as const)),
  );
  const constraints = columnConstraints(table, rules, mapped.values).filter(({ terms }) =>
    terms.every(({ pointer }) => open.has(pointer) || mapped.values.get(pointer) != null),
  );
  let left = new Map(mapped.ambiguous.map((row) => [row, row.solutions]));
  for (const group of groupsOf(mapped.ambiguous, constraints, open)) {
    const found = possibleTogether(group, constraints, open, mapped.values);
    if (found) left = new Map([...left, ...found]);
  }
  return settle(mapped, left);
}

/** Takes over the rows that have one reading left; other rows keep the readings that are still possible. */
export function settle(
  mapped: MappedTable,
  left: ReadonlyMap<AmbiguousRow, AmbiguousRow["solutions"]>,
  decidedBy: "inferred-from-sums" | "inferred-from-text" = "inferred-from-sums",
): MappedTable {
  const values = new Map(mapped.values);
  const evidence = new Map<string, EvidenceEntry>(mapped.evidence);
  const decided = new Map<Finding, Finding>();
  const ambiguous: AmbiguousRow[] = [];
  for (const row of mapped.ambiguous) {
    const solutions = left.get(row) ?? row.solutions;
    if (solutions.length !== 1) {
      ambiguous.push(solutions.length === 0 ? row : { ...row, solutions });
      continue;
    }
    const { pointers: paths, raw, at, label } = row;
    paths.forEach((pointer, index) => {
      values.set(pointer, solutions[0]![index]!);
      evidence.set(pointer, { raw, status: "inferred", at });
    });
    decided.set(
      row.undecided,
      finding(decidedBy, { paths, at, args: { label, raw, ways: row.solutions.length } }),
    );
  }
  const diagnostics = mapped.diagnostics.map((one) => decided.get(one) ?? one);
  return { ...mapped, values, evidence, diagnostics, ambiguous };
}

interface Constraint {
  /** True for an equation, false for a bound. */
  readonly isEquation: boolean;
  readonly terms: readonly { readonly pointer: string; readonly weight: number }[];
  readonly holds: (sum: number) => boolean;
}

/** A constraint whose cells are places in a list of numbers. Rules name no cells of words. */
interface PlacedConstraint {
  readonly sum: WeightedSum;
  readonly holds: (sum: number) => boolean;
}

/** What a table's rules say about its columns, for the cells that it prints. */
export function columnConstraints(
  table: TableTemplate,
  rules: readonly RuleTemplate[],
  values: MappedTable["values"],
): readonly Constraint[] {
  const own = rules.filter((rule) => rule.table === table.id && rule.each === "column");
  return table.blocks.flatMap((block) => {
    const keys = block.rows.map((row) => row.key);
    return block.columns.flatMap((column) => {
      const pointerOf = (key: string) => cellPointer(table, key, column.key);
      const printed = keys.filter((key) => values.has(pointerOf(key)));
      return own.flatMap((rule): readonly Constraint[] => {
        const expression = withoutKeys(parseExpression(rule.expression), new Set(absentKeys(rule, printed)));
        if (!expression) return [];
        const [equation, bound] = [toEquation(expression, printed), toBound(expression, printed)];
        const terms = (equation ?? bound)?.map(({ index, weight }) => ({
          pointer: pointerOf(printed[index]!),
          weight,
        }));
        if (!terms) return [];
        return [
          { isEquation: equation !== null, terms, holds: equation ? (sum) => sum === 0 : (sum) => sum <= 0 },
        ];
      });
    });
  });
}

/** Keys that a rule names but this table does not print. */
function absentKeys({ expression }: RuleTemplate, printed: readonly string[]): readonly string[] {
  const named = expression.match(/[\p{L}_][\p{L}\p{N}_.]*(?!\.?\*)/gu) ?? [];
  return named.filter((key) => !key.endsWith(".") && !printed.includes(key));
}

/** Groups of rows that constraints name together, directly or through other rows. */
function groupsOf(
  rows: readonly AmbiguousRow[],
  constraints: readonly Constraint[],
  open: ReadonlyMap<string, AmbiguousRow>,
): readonly (readonly AmbiguousRow[])[] {
  let groups = rows.map((row) => new Set([row]));
  for (const { terms } of constraints) {
    const named = terms.flatMap(({ pointer }) => open.get(pointer) ?? []);
    const joined = groups.filter((group) => named.some((row) => group.has(row)));
    if (joined.length < 2) continue;
    groups = [
      ...groups.filter((group) => !joined.includes(group)),
      new Set(joined.flatMap((group) => [...group])),
    ];
  }
  return groups.map((group) => [...group].sort((a, b) => a.solutions.length - b.solutions.length));
}

/** For each row of a group, the readings that are part of some possibility; null where there are too many to try. */
function possibleTogether(
  group: readonly AmbiguousRow[],
  constraints: readonly Constraint[],
  open: ReadonlyMap<string, AmbiguousRow>,
  values: MappedTable["values"],
): ReadonlyMap<AmbiguousRow, AmbiguousRow["solutions"]> | null {
  const order = new Map(group.map((row, index) => [row, index]));
  // The numbers that the constraints name stand in one list, where those of the group's rows are replaced at each try.
  const numbers: number[] = [];
  const placeOf = remembered(
    (pointer: string) => numbers.push((values.get(pointer) as number | null) ?? 0) - 1,
  );
  // Each constraint is tried as soon as the last of its rows has a reading.
  const due: PlacedConstraint[][] = group.map(() => []);
  for (const { terms, holds } of constraints) {
    const rows = terms.flatMap(({ pointer }) => open.get(pointer) ?? []);
    if (rows.length === 0 || !order.has(rows[0]!)) continue;
    const sum = terms.map(({ pointer, weight }) => ({ index: placeOf(pointer), weight }));
    due[Math.max(...rows.map((row) => order.get(row)!))]!.push({ sum, holds });
  }
  const places = group.map(({ pointers }) => pointers.map(placeOf));
  const used = group.map(() => new Set<number>());
  const chosen: number[] = [];
  let tries = 0;
  const search = (at: number): boolean => {
    if (at === group.length) {
      chosen.forEach((solution, index) => used[index]!.add(solution));
      return true;
    }
    for (const [index, solution] of group[at]!.solutions.entries()) {
      if (++tries > MAXIMUM_TRIES) return false;
      for (const [cell, place] of places[at]!.entries()) numbers[place] = solution[cell]!;
      if (!due[at]!.every(({ sum, holds }) => holds(balance(sum, numbers)))) continue;
      chosen[at] = index;
      if (!search(at + 1)) return false;
    }
    return true;
  };
  if (!search(0)) return null;
  return new Map(
    group.map((row, index) => [row, row.solutions.filter((_, solution) => used[index]!.has(solution))]),
  );
}
