import { parseExpression } from "../../arithmetic/expression.ts";
import { otherTablesOf } from "../../arithmetic/other-tables.ts";
import { withSampleRows } from "../../arithmetic/open-rows.ts";
import { cellKey, formCells } from "../../arithmetic/paths.ts";
import type { Template, ValueType } from "../../model/index.ts";

/**
 * The features of the template language that a family uses beyond plain numbers, so that its author can check they were
 * meant.
 */
export interface TemplateTraits {
  readonly records: boolean;
  /** The places of its lists, such as `projects/rows`. */
  readonly lists: readonly string[];
  /** How many rows and columns have each other type, in the order in which the types were met. */
  readonly types: ReadonlyMap<ValueType, number>;
  /** How many rows and columns may be missing. */
  readonly optional: number;
  /** How many rows and columns are known only by recollection, or are in groups that are. */
  readonly recalled: number;
  /** The rules that compare cells of several tables, with the tables they name. */
  readonly acrossTables: readonly { readonly rule: string; readonly tables: readonly string[] }[];
}

export function traitsOf(template: Template): TemplateTraits {
  const { records, tables } = template;
  const blocks = tables.flatMap((table) => table.blocks.map((block) => ({ table, block })));
  const items = blocks.flatMap(({ block }) => [...block.columns, ...block.rows]);
  const types = new Map<ValueType, number>();
  for (const { type } of items)
    if (type !== undefined && type !== "count") types.set(type, (types.get(type) ?? 0) + 1);
  return {
    records: records !== undefined,
    lists: blocks.flatMap(({ table, block }) => (block.open ? [`${table.id}/${block.open.key}`] : [])),
    types,
    optional: items.filter(({ optional }) => optional).length,
    recalled: items.filter(({ basis, groupBasis }) => basis !== undefined || groupBasis !== undefined).length,
    acrossTables: acrossTables(template),
  };
}

function acrossTables(template: Template): TemplateTraits["acrossTables"] {
  const cells = new Map(
    withSampleRows(template).tables.map((table) => [
      table.id,
      formCells(table).map(({ row, column }) => cellKey(table, row.key, column.key)),
    ]),
  );
  return template.rules.flatMap(({ id, table, expression, each }) => {
    const others = each === "once" ? otherTablesOf(parseExpression(expression), cells.get(table) ?? []) : [];
    return others.length === 0 ? [] : [{ rule: id, tables: [table, ...others] }];
  });
}
