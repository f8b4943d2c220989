import { asRecord, MAXIMUM_RECORDS } from "../../../arithmetic/records.ts";
import { tablePointer } from "../../../arithmetic/paths.ts";
import { finding } from "../../../findings/finding.ts";
import type { Block, Finding, Template } from "../../../model/index.ts";
import { sampledTables } from "../../form/form.ts";
import type { KnownTable } from "../../form/known.ts";
import type { FormRow } from "../../rows/form-row.ts";
import { headingsOf, placeOf } from "./record-headings.ts";
import { type PrintedRecord, recordParts, type Part } from "./record-parts.ts";

export interface FoundRecords {
  /** The families to look for, where each family with several records is replaced by one family for each record. */
  readonly templates: readonly Template[];
  readonly rowsFor: (known: KnownTable) => readonly FormRow[];
  /** The records of each family that has several. */
  readonly records: readonly (readonly PrintedRecord[])[];
  readonly diagnostics: readonly Finding[];
}

/**
 * Divides a document into records, for forms that may have several: the next record begins where a row of the form is
 * printed again. From here on each record is a family of its own that sees only its own rows.
 */
export function findRecords(
  templates: readonly Template[],
  blocks: readonly Block[],
  rowsFor: FoundRecords["rowsFor"],
  year: number | null,
): FoundRecords {
  if (templates.every(({ records }) => records === undefined))
    return { templates, rowsFor, records: [], diagnostics: [] };
  const own = new Map<string, readonly FormRow[]>();
  const diagnostics: Finding[] = [];
  const records: (readonly PrintedRecord[])[] = [];
  const parted = templates.flatMap((template): readonly Template[] => {
    if (template.records === undefined) return [template];
    const tables = sampledTables(template).map(([known]) => ({ known: known!, rows: rowsFor(known!) }));
    const all = recordParts(tables, year);
    const parts = all.slice(0, MAXIMUM_RECORDS);
    if (all.length > MAXIMUM_RECORDS)
      diagnostics.push(
        finding("too-many-rows", {
          path: tablePointer(template.tables[0]!.id),
          args: { limit: MAXIMUM_RECORDS },
        }),
      );
    const headings = headingsOf(blocks, parts, template);
    const found = parts.map(({ from, to }, index): PrintedRecord => {
      const record = asRecord(template, index);
      record.tables.forEach(({ id }, at) =>
        own.set(
          `${template.id} ${id}`,
          tables[at]!.rows.filter((row) => from <= placeOf(row) && placeOf(row) < to),
        ),
      );
      return { template: record, heading: headings[index] ?? null };
    });
    if (found.length > 0) records.push(found);
    diagnostics.push(...unevenRecords(found, parts));
    return found.map((record) => record.template);
  });
  return {
    templates: parted,
    rowsFor: (known) => own.get(`${known.template.id} ${known.table.id}`) ?? rowsFor(known),
    records,
    diagnostics,
  };
}

/**
 * Reports records that do not all begin with the same table, because one of them may have been put together from two.
 */
function unevenRecords(found: readonly PrintedRecord[], parts: readonly Part[]): readonly Finding[] {
  if (new Set(parts.map(({ first }) => first)).size < 2) return [];
  const paths = found.flatMap(({ template }) => template.tables.map(({ id }) => tablePointer(id)));
  return [finding("records-uneven", { paths })];
}
