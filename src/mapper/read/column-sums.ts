import type { TableTemplate, RuleTemplate, Finding, EvidenceEntry } from "../../model/index.ts";
import { finding } from "../../findings/finding.ts";
import { parseExpression } from "../../arithmetic/expression.ts";
import { cellPointer } from "../../arithmetic/paths.ts";
import type { AmbiguousRow, MappedTable } from "./read-table.ts";
import { balance, toEquation } from "./equations.ts";

/**
 * Rows whose own sum allows several readings, decided by the sums down the columns where these leave exactly one.
 * A column with another open cell in it decides nothing until that cell is settled.
 */
export function decideByColumns(
  table: TableTemplate,
  rules: readonly RuleTemplate[],
  mapped: MappedTable,
): MappedTable {
  if (mapped.ambiguous.length === 0) return mapped;
  const equations = columnEquations(table, rules);
  const values = new Map(mapped.values);
  const evidence = new Map<string, EvidenceEntry>(mapped.evidence);
  let diagnostics: readonly Finding[] = mapped.diagnostics;
  let open: readonly AmbiguousRow[] = mapped.ambiguous;
  for (let settled = true; settled && open.length > 0;) {
    settled = false;
    for (const row of open) {
      const possible = row.solutions.filter((solution) => agrees(row.pointers, solution, equations, values));
      if (possible.length !== 1) continue;
      row.pointers.forEach((pointer, index) => {
        values.set(pointer, possible[0]![index]!);
        evidence.set(pointer, { raw: row.raw, status: "inferred", at: row.at });
      });
      const { pointers: paths, raw, at, label, undecided } = row;
      const decided = finding("inferred-from-sums", {
        paths,
        at,
        args: { label, raw, ways: row.solutions.length },
      });
      diagnostics = diagnostics.map((one) => (one === undecided ? decided : one));
      open = open.filter((other) => other !== row);
      settled = true;
    }
  }
  return { ...mapped, values, evidence, diagnostics, ambiguous: open };
}

type PointerEquation = readonly { readonly pointer: string; readonly weight: number }[];

function columnEquations(table: TableTemplate, rules: readonly RuleTemplate[]): readonly PointerEquation[] {
  return table.blocks.flatMap((block) => {
    const keys = block.rows.map((row) => row.key);
    return rules.flatMap((rule) => {
      if (rule.table !== table.id || rule.each !== "column") return [];
      const equation = toEquation(parseExpression(rule.expression), keys);
      if (!equation) return [];
      return block.columns.map((column) =>
        equation.map(({ index, weight }) => ({
          pointer: cellPointer(table, keys[index]!, column.key),
          weight,
        })),
      );
    });
  });
}

function agrees(
  pointers: readonly string[],
  solution: readonly number[],
  equations: readonly PointerEquation[],
  values: ReadonlyMap<string, number | null>,
): boolean {
  const tried = new Map(pointers.map((pointer, index) => [pointer, solution[index]!]));
  return equations.every((equation) => {
    if (!equation.some(({ pointer }) => tried.has(pointer))) return true;
    const operands = equation.map(({ pointer }) => tried.get(pointer) ?? values.get(pointer) ?? null);
    if (operands.includes(null)) return true;
    const weights = equation.map(({ weight }, index) => ({ index, weight }));
    return balance(weights, operands as number[]) === 0;
  });
}
