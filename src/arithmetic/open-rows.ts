import type { AnnualReport, BlockTemplate, RowTemplate, TableTemplate, Template } from "../model/index.ts";

/** Last step of the path to the name of a row in a list: `/report/tables/projects/rows/0/label`. */
export const NAME_KEY = "label";

/** Whether the row is one of its block's list, made for one report. */
export function isListed({ open }: BlockTemplate, { key }: Pick<RowTemplate, "key">): boolean {
  return open !== undefined && key.startsWith(`${open.key}.`);
}

/** The row of a list at `index` (from 0), under the name the report prints, with the groups left of it. */
export function listedRow(
  key: string,
  index: number,
  label: string,
  group: readonly string[] = [],
): RowTemplate {
  return { key: `${key}.${index}`, label, enumerator: "", group, aliases: [], optional: true };
}

/** The family with one unnamed row in each list; the same object where it has no list. */
export function withSampleRows(template: Template): Template {
  return withRows(template, ({ open, rows }) => (open ? [listedRow(open.key, 0, ""), ...rows] : rows));
}

/**
 * The families as one report fills them: a list has as many rows as the record, under the names that stand there. Every other
 * part of the program then meets rows like any other. Families without lists stay the same objects.
 */
export function asPrinted(templates: readonly Template[], report: AnnualReport | null): readonly Template[] {
  return templates.map((template) =>
    withRows(template, ({ open, rows }, { id }) => {
      const fixed = rows.filter((row) => !isListed({ open } as BlockTemplate, row));
      const list = open && stepsTo(report?.tables, [id, ...open.key.split(".")]);
      const names = Array.isArray(list) ? list.map((row) => stepsTo(row, [NAME_KEY])) : [];
      const listed = names.map((name, index) =>
        listedRow(open!.key, index, typeof name === "string" ? name : ""),
      );
      return [...listed, ...fixed];
    }),
  );
}

/** The family with other rows in the blocks that have a list. */
export function withRows(
  template: Template,
  rowsOf: (block: BlockTemplate, table: TableTemplate) => readonly RowTemplate[],
): Template {
  const hasList = ({ blocks }: TableTemplate) => blocks.some(({ open }) => open);
  if (!template.tables.some(hasList)) return template;
  const tables = template.tables.map((table) =>
    hasList(table)
      ? {
          ...table,
          blocks: table.blocks.map((block) =>
            block.open ? { ...block, rows: rowsOf(block, table) } : block,
          ),
        }
      : table,
  );
  return { ...template, tables };
}

/** What stands below steps that may lead nowhere. */
function stepsTo(from: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>(
    (at, step) =>
      typeof at === "object" && at !== null && Object.hasOwn(at, step)
        ? (at as Record<string, unknown>)[step]
        : undefined,
    from,
  );
}
