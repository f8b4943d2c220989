import type {
  AnnualReport,
  BlockTemplate,
  Conversion,
  RowTemplate,
  TableTemplate,
  Template,
} from "../model/index.ts";
import { NAME_KEY } from "./name-key.ts";
import { prepared } from "./prepared.ts";
import { isOfRecords, withRecords } from "./records.ts";

/** Whether the row belongs to its block's list and was made for one report. */
export function isOpenListRow({ open }: BlockTemplate, { key }: Pick<RowTemplate, "key">): boolean {
  return open !== undefined && key.startsWith(`${open.key}.`);
}

/** The row of a list at `index` (from 0), under the name the report prints and with the groups to its left. */
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
 * The families as one report fills them: a list gets as many rows as the record has, under the names printed there, and
 * a form with several records gets its tables once for each. The rest of the program then meets rows and tables like
 * any other. Families with neither stay the same objects.
 */
export function asPrinted(templates: readonly Template[], report: AnnualReport | null): readonly Template[] {
  return templates.map((template) =>
    withRows(recorded(template, report), (block, { id }) => {
      const { open } = block;
      const fixed = fixedRows(block);
      const list = open && stepsTo(report?.tables, [...id.split("/"), ...open.key.split(".")]);
      const names = Array.isArray(list) ? list.map((row) => stepsTo(row, [NAME_KEY])) : [];
      const listed = names.map((name, index) =>
        listedRow(open!.key, index, typeof name === "string" ? name : ""),
      );
      return listed.length === 0 ? fixed : [...listed, ...fixed];
    }),
  );
}

/** The rows that a block has in every report, without those of its list. */
const fixedRows = prepared((block: BlockTemplate): readonly RowTemplate[] => {
  const fixed = block.rows.filter((row) => !isOpenListRow(block, row));
  return fixed.length === block.rows.length ? block.rows : fixed;
});

/** Those families by which a conversion's tables are laid out, as its report fills them. */
export function laidOutAsPrinted(
  templates: readonly Template[],
  { report, layouts }: Pick<Conversion, "report" | "layouts">,
): readonly Template[] {
  const used = new Set(Object.values(layouts));
  return asPrinted(
    templates.filter(({ id }) => used.has(id)),
    report,
  );
}

/** The family with its tables once for each of the report's records. */
function recorded(template: Template, report: AnnualReport | null): Template {
  if (template.records === undefined || isOfRecords(template)) return template;
  const lists = template.tables.flatMap(({ id }) => {
    const list = report?.tables[id];
    return Array.isArray(list) ? [list as readonly unknown[]] : [];
  });
  const longest = lists.reduce((a, b) => (b.length > a.length ? b : a), []);
  return withRecords(
    template,
    longest.map((record) => {
      const name = stepsTo(record, [NAME_KEY]);
      return typeof name === "string" ? name : null;
    }),
  );
}

/**
 * The family with other rows in those blocks that have a list. What keeps its rows stays the same object, so that what is
 * prepared for it is found again.
 */
export function withRows(
  template: Template,
  rowsOf: (block: BlockTemplate, table: TableTemplate) => readonly RowTemplate[],
): Template {
  if (!template.tables.some(hasList)) return template;
  const tables = template.tables.map((table) => {
    if (!hasList(table)) return table;
    const blocks = table.blocks.map((block) => {
      const rows = block.open ? rowsOf(block, table) : block.rows;
      return areSame(rows, block.rows) ? block : { ...block, rows };
    });
    return areSame(blocks, table.blocks) ? table : { ...table, blocks };
  });
  return areSame(tables, template.tables) ? template : { ...template, tables };
}

function hasList({ blocks }: TableTemplate): boolean {
  return blocks.some(({ open }) => open);
}

function areSame<One>(some: readonly One[], others: readonly One[]): boolean {
  return (
    some === others || (some.length === others.length && some.every((one, index) => one === others[index]))
  );
}

/** What stands below the given steps; undefined where they lead nowhere. */
function stepsTo(from: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>(
    (at, step) =>
      typeof at === "object" && at !== null && Object.hasOwn(at, step)
        ? (at as Record<string, unknown>)[step]
        : undefined,
    from,
  );
}
