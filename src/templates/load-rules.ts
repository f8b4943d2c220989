import { expandKey, operandsOf, parseExpression, type Expression } from "../arithmetic/expression.ts";
import { withSampleRows } from "../arithmetic/open-rows.ts";
import { keyFromOutside, otherTableOf } from "../arithmetic/other-tables.ts";
import { cellKey, formCells, isWorded } from "../arithmetic/paths.ts";
import type { RuleTemplate, TableTemplate, Template } from "../model/index.ts";
import type { Complaint } from "./load-words.ts";

interface Naming {
  /** Other families whose tables the rule may name; absent where it may name no other table at all. */
  readonly others?: readonly Template[];
  /** Gives the cell's key within an operand. */
  readonly keyOf?: (operand: string) => string;
}

/**
 * What is wrong with a rule: its table is unknown, its expression does not parse, or it names cells that do not exist.
 */
export function ruleComplaints(
  rule: RuleTemplate,
  tables: readonly TableTemplate[],
  steps: readonly PropertyKey[],
  { others, keyOf = (operand) => operand }: Naming,
): Complaint[] {
  const table = tables.find(({ id }) => id === rule.table);
  if (!table) return [unknownTable(tables, [...steps, "table"], rule.table)];
  const at = [...steps, "expression"];
  let expression: Expression;
  try {
    expression = parseExpression(rule.expression);
  } catch (error) {
    return [{ kind: "expression", steps: at, actual: (error as Error).message }];
  }
  const operands = [...new Set(operandsOf(expression).map(keyOf))];
  const sets = keySets(rule, table);
  const isOutside = (operand: string) =>
    others !== undefined &&
    otherTableOf(operand) !== null &&
    sets.every((keys) => expandKey(operand, keys).length === 0);
  const outside = operands.filter(isOutside);
  if (rule.each !== "once" && outside.length > 0)
    return [{ kind: "across-once", steps: at, actual: outside[0]! }];
  const own = operands.filter((operand) => !isOutside(operand));
  const words = own.flatMap((operand) => wordsNamed(rule, table, operand));
  if (words.length > 0) return [wordsInRule(at, words)];
  return [
    ...sets.flatMap((keys) =>
      own
        .filter((operand) => expandKey(operand, keys).length === 0)
        .map((operand) => unknownCell(at, operand, keys)),
    ),
    ...outside.flatMap((operand) => outsideComplaints(operand, tables, others ?? [], at)),
  ];
}

/**
 * What is wrong with a name for a cell of another table. Tables of this family are looked for first, then those of
 * other families.
 */
function outsideComplaints(
  operand: string,
  tables: readonly TableTemplate[],
  others: readonly Template[],
  at: readonly PropertyKey[],
): Complaint[] {
  const id = otherTableOf(operand)!;
  const named = (among: readonly TableTemplate[]) => among.filter((table) => table.id === id);
  const own = named(tables);
  const candidates = own.length > 0 ? own : others.flatMap((family) => named(withSampleRows(family).tables));
  if (candidates.length === 0) return [unknownTable(tables, at, id)];
  const cells = candidates.map((table) =>
    formCells(table).map((cell) => ({
      key: keyFromOutside(id, cellKey(table, cell.row.key, cell.column.key)),
      isWorded: isWorded(cell.type),
    })),
  );
  const found = cells.flat().filter(({ key }) => expandKey(operand, [key]).length > 0);
  if (found.length === 0)
    return [
      unknownCell(
        at,
        operand,
        cells[0]!.map(({ key }) => key),
      ),
    ];
  return found.every(({ isWorded }) => isWorded) ? [wordsInRule(at, [operand])] : [];
}

function unknownTable(
  tables: readonly TableTemplate[],
  steps: readonly PropertyKey[],
  actual: string,
): Complaint {
  return { kind: "unknown-table", steps, expected: tables.map(({ id }) => id).join(", "), actual };
}

function unknownCell(steps: readonly PropertyKey[], actual: string, keys: readonly string[]): Complaint {
  return { kind: "unknown-cell", steps, actual, expected: shown(keys) };
}

function wordsInRule(steps: readonly PropertyKey[], words: readonly string[]): Complaint {
  return { kind: "words-in-rule", steps, actual: words.slice(0, 3).join(", ") };
}

/** The names a rule may use: the keys of each block's rows or columns, or every cell of the table. */
function keySets({ each }: RuleTemplate, table: TableTemplate): readonly (readonly string[])[] {
  if (each === "once")
    return [formCells(table).map(({ row, column }) => cellKey(table, row.key, column.key))];
  return table.blocks.map(({ rows, columns }) => (each === "column" ? rows : columns).map(({ key }) => key));
}

/** The keys that an operand names and whose cells all hold words, so that nothing can be summed. */
function wordsNamed({ each }: RuleTemplate, table: TableTemplate, operand: string): readonly string[] {
  const summed = new Set<string>();
  const worded = formCells(table).flatMap(({ row, column, type }) => {
    const key = { column: row.key, row: column.key, once: cellKey(table, row.key, column.key) }[each];
    if (!isWorded(type)) summed.add(key);
    return isWorded(type) && expandKey(operand, [key]).length > 0 ? [key] : [];
  });
  return worded.filter((key) => !summed.has(key));
}

/** The first keys, enough to show the pattern. */
function shown(keys: readonly string[]): string {
  return [...keys.slice(0, 12), ...(keys.length > 12 ? ["…"] : [])].join(", ");
}
