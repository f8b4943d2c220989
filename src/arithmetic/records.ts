import type { BlockTemplate, TableTemplate, Template } from "../model/index.ts";
import { NAME_KEY } from "./name-key.ts";

/** The most records of one form in one report; further ones are left to the other tables. */
export const MAXIMUM_RECORDS = 200;

/** Id of a table in one record of several, from 0: `site/0`, so that its cells stand below `/report/tables/site/0`. */
export function recordTableId(id: string, index: number): string {
  return `${id}/${index}`;
}

/** The table's own id, and the record it belongs to; null where the form has a single record. */
export function partsOfTableId(id: string): { readonly table: string; readonly record: number | null } {
  // Most tables belong to no record, and this is asked for every cell.
  if (!id.includes("/")) return { table: id, record: null };
  const [table, record] = id.split("/");
  return { table: table!, record: record === undefined ? null : Number(record) };
}

/** The family as one of several records has it: its tables and rules with the record's ids. */
export function asRecord(template: Template, index: number): Template {
  return {
    ...template,
    tables: template.tables.map((table) => ({ ...table, id: recordTableId(table.id, index) })),
    rules: template.rules.map((rule) => ({ ...rule, table: recordTableId(rule.table, index) })),
  };
}

/** Whether a family's tables already belong to its records. */
export function isOfRecords({ tables }: Template): boolean {
  return tables.some(({ id }) => id.includes("/"));
}

/** The family with the tables of all its records, each beginning with the record's name. */
export function withRecords(template: Template, names: readonly (string | null)[]): Template {
  const records = names.map((name, index) => {
    const { tables, rules } = asRecord(template, index);
    return { tables: tables.map((table) => named(table, name ?? String(index + 1))), rules };
  });
  return {
    ...template,
    tables: records.flatMap(({ tables }) => tables),
    rules: records.flatMap(({ rules }) => rules),
  };
}

function named(table: TableTemplate, name: string): TableTemplate {
  return { ...table, title: `${table.title}（${name}）`, blocks: [NAME_BLOCK, ...table.blocks] };
}

/** The record's name is a cell of its own, as the name of a row in a list is. */
const NAME_BLOCK: BlockTemplate = {
  corner: [],
  columns: [{ key: "", label: "", group: [], aliases: [], type: "text" }],
  rows: [{ key: NAME_KEY, label: "名称", enumerator: "", group: [], aliases: [] }],
};
