import { expandKey, operandsOf } from "../arithmetic/expression.ts";
import { idsSeenFrom, keyFromOutside } from "../arithmetic/other-tables.ts";
import { formCells } from "../arithmetic/paths.ts";
import type { RuleTemplate, TableTemplate } from "../model/index.ts";
import { toYuan } from "../printed/units.ts";
import type { CheckContext } from "./check.ts";
import { instances, trialOf, type Operand, type PreparedRule, type Trial } from "./relation.ts";

/**
 * The places where a rule is evaluated in a report. A rule that names other tables is evaluated once, and only where
 * each of these is printed with some figure, all its cells are known there, and the amounts have one unit. A table that
 * is left out or blank contradicts nothing, and tables in 元 and 万元 are not compared.
 */
export function placesOf(
  rule: RuleTemplate,
  { expression, places, otherTables }: PreparedRule,
  table: TableTemplate,
  context: CheckContext,
): readonly Trial[] {
  const [whole] = places;
  if (rule.each !== "once" || whole === undefined || otherTables.length === 0) return places;
  const tables = otherTables.map((id) => tableSeen(rule.table, id, context));
  if (![table, ...tables].every((it) => it !== undefined && hasFigures(it, context))) return [];
  const own = [...whole.instance.operands].map(([key, it]) => [key, inTable(table, it)] as const);
  const operands = new Map([...tables.flatMap((it) => operandsFrom(it!)), ...own]);
  const keys = [...operands.keys()];
  const used = operandsOf(expression).map((operand) => expandKey(operand, keys));
  const pointers = used.flat().map((key) => operands.get(key)!.pointer);
  if (used.some((found) => found.length === 0) || unitsOf(pointers, context).size > 1) return [];
  return [trialOf(expression, { within: "", operands, isAcrossTables: true })];
}

/** A table of the report by the id that a rule of `from` uses, whatever form it is laid out by. */
function tableSeen(from: string, id: string, { tables }: CheckContext): TableTemplate | undefined {
  const ids = idsSeenFrom(from, id);
  return ids.flatMap((seen) => tables.filter(({ table }) => table.id === seen))[0]?.table;
}

function hasFigures(table: TableTemplate, { value }: CheckContext): boolean {
  return formCells(table).some(({ pointer }) => value(pointer) !== null);
}

/** A table's cells under the names that rules of other tables use. */
function operandsFrom(table: TableTemplate): readonly (readonly [string, Operand])[] {
  return [...instances(table).once[0]!.operands].map(([key, it]) => [
    keyFromOutside(table.id, key),
    inTable(table, it),
  ]);
}

/** Where a finding compares tables, the table's title stands before the labels of its cell. */
function inTable({ title }: TableTemplate, { label, group, ...cell }: Operand): Operand {
  return { ...cell, label: `${title}：${label}`, group: `${title}：${group}` };
}

/** What one of each printed unit of money is worth. */
function unitsOf(pointers: readonly string[], { unit }: CheckContext): ReadonlySet<number> {
  return new Set(
    pointers.flatMap((pointer) => {
      const printed = unit(pointer);
      const worth = printed === undefined ? null : toYuan(1, printed);
      return worth === null ? [] : [worth];
    }),
  );
}
