import { NAME_KEY } from "../../arithmetic/name-key.ts";
import { isOpenListRow } from "../../arithmetic/open-rows.ts";
import { cellPointer, formCells, tablePointer } from "../../arithmetic/paths.ts";
import { partsOfTableId } from "../../arithmetic/records.ts";
import { finding } from "../../findings/finding.ts";
import type { CellValue, EvidenceEntry, Finding, Template } from "../../model/index.ts";
import type { PrintedRecord } from "../match/records/record-parts.ts";

/** Values and evidence by pointer. */
export interface ReadCells {
  readonly values: ReadonlyMap<string, CellValue>;
  readonly evidence: ReadonlyMap<string, EvidenceEntry>;
}

export interface NamedRecords extends ReadCells {
  readonly diagnostics: readonly Finding[];
}

/**
 * The name of each record, as the first cell of each of its tables that any record has. The name is what the first text
 * of the form says or, if the form has none, what stands above. A record without a name is reported, and so are two
 * with the same name, which are never merged.
 */
export function nameRecords(
  records: readonly (readonly PrintedRecord[])[],
  cells: () => ReadCells,
): NamedRecords {
  const values = new Map<string, CellValue>();
  const evidence = new Map<string, EvidenceEntry>();
  const diagnostics: Finding[] = [];
  if (records.length === 0) return { values, evidence, diagnostics };
  const read = cells();
  for (const family of records) {
    const present = tablesIn(family, read);
    if (present.size === 0) continue;
    const byName = new Map<string, string[]>();
    family.forEach((record) => {
      const entry = nameOf(record, read);
      const name = entry.value;
      const paths = record.template.tables
        .filter(({ id }) => present.has(partsOfTableId(id).table))
        .map(({ id }) => `${tablePointer(id)}/${NAME_KEY}`);
      for (const path of paths) {
        values.set(path, name);
        evidence.set(path, entry.evidence);
      }
      if (name === null) diagnostics.push(finding("record-unnamed", { paths, at: entry.evidence.at }));
      else byName.set(name, [...(byName.get(name) ?? []), ...paths.slice(0, 1)]);
    });
    for (const [name, paths] of byName)
      if (paths.length > 1)
        diagnostics.push(finding("records-alike", { paths, args: { name, count: paths.length } }));
  }
  return { values, evidence, diagnostics };
}

/** Ids of the tables for which any record has cells. */
function tablesIn(family: readonly PrintedRecord[], { values }: ReadCells): ReadonlySet<string> {
  const tables = family.flatMap(({ template }) => template.tables);
  const filled = new Set([...values.keys()].map((pointer) => pointer.split("/").slice(3, 5).join("/")));
  return new Set(tables.filter(({ id }) => filled.has(id)).map(({ id }) => partsOfTableId(id).table));
}

function nameOf({ template, heading }: PrintedRecord, { values, evidence }: ReadCells) {
  const pointer = namingCell(template);
  if (pointer !== null) {
    const value = values.get(pointer);
    const entry = evidence.get(pointer) ?? { raw: null, status: "unreadable", at: null };
    const certain = typeof value === "string" && (entry.status === "given" || entry.status === "recognized");
    return { value: certain ? value : null, evidence: entry };
  }
  return heading === null
    ? { value: null, evidence: { raw: null, status: "unreadable", at: null } as const }
    : { value: heading.name, evidence: { raw: heading.raw, status: "given", at: heading.at } as const };
}

/** Pointer of the first text that the form itself has in a row of its own; null where it has none. */
function namingCell({ tables }: Template): string | null {
  for (const table of tables)
    for (const { row, column, type, block } of formCells(table))
      if (type === "text" && row.label !== "" && block.columns.length === 1 && !isOpenListRow(block, row))
        return cellPointer(table, row.key, column.key);
  return null;
}
