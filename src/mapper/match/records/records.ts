import { ENDS_IN_LABEL } from "../weights.ts";
import { asRecord, MAXIMUM_RECORDS } from "../../../arithmetic/records.ts";
import { tablePointer } from "../../../arithmetic/paths.ts";
import { isOpenListRow } from "../../../arithmetic/open-rows.ts";
import { finding } from "../../../findings/finding.ts";
import type { Block, Finding, Template } from "../../../model/index.ts";
import { matchLabelAtEnd } from "../../../printed/labels.ts";
import { sampledTables } from "../../form/form.ts";
import type { KnownRow, KnownTable } from "../../form/known.ts";
import { isGridRow, type FormRow } from "../../rows/form-row.ts";
import { headerFinder } from "../header/header-finder.ts";
import type { HeaderOf } from "../header/header-match.ts";
import { headingsOf, placeOf, type Above, type Heading } from "./record-headings.ts";

/**
 * A record has at least this many of its form's rows, or all of them. Fewer are rows that are printed again within one
 * record.
 */
const ROWS = 3;

/** One of several records of a form, as the document prints it. */
export interface PrintedRecord {
  /** The form, with the record's ids for its tables. */
  readonly template: Template;
  /** The heading above it, which may name it. */
  readonly heading: Heading | null;
}

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
    const all = partsOf(tables, year);
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

interface TableRows {
  readonly known: KnownTable;
  readonly rows: readonly FormRow[];
}

/** The place of a record among the document's rows: from `from` on, up to but not including `to`. */
interface Part extends Above {
  readonly from: number;
  readonly to: number;
  /** Id of the table to which its first row belongs. */
  readonly first: string;
}

/** A row that is certainly one of the form's. */
interface Anchor {
  readonly place: number;
  readonly row: FormRow;
  readonly table: string;
  readonly key: string;
}

function partsOf(tables: readonly TableRows[], year: number | null): readonly Part[] {
  const anchors = tables
    .flatMap(({ known, rows }) => anchorsIn(known, rows, year))
    .sort((a, b) => a.place - b.place);
  const kinds = new Set(anchors.map(({ key }) => key)).size;
  const runs: Anchor[][] = [];
  let seen = new Map<string, string>();
  anchors.forEach((anchor, index) => {
    const { key, row } = anchor;
    const next = anchors[index + 1];
    const isHeading = seen.get(key) === valuesOf(row) && next !== undefined && !seen.has(next.key);
    if (isHeading) return;
    if (runs.length === 0 || seen.has(key)) {
      runs.push([]);
      seen = new Map();
    }
    runs.at(-1)!.push(anchor);
    seen.set(key, valuesOf(row));
  });
  const whole = runs.filter((run) => run.length >= Math.min(ROWS, kinds));
  const starts = whole.map((run, index) =>
    startOf(run[0]!, index === 0 ? null : lastBefore(run[0]!, anchors), tables),
  );
  return whole.map((run, index) => ({
    from: starts[index]!,
    to: starts[index + 1] ?? Number.POSITIVE_INFINITY,
    after: index === 0 ? null : lastBefore(run[0]!, anchors).row,
    before: run[0]!.row,
    first: run[0]!.table,
  }));
}

/**
 * The values that a row prints, for comparison: where a record goes on over the page, its first row may be printed
 * again above the rest.
 */
function valuesOf({ values }: FormRow): string {
  return values.map(({ text }) => text.trim()).join("\t");
}

function lastBefore({ place }: Anchor, anchors: readonly Anchor[]): Anchor {
  return anchors.findLast((other) => other.place < place)!;
}

/**
 * The place where a record begins: its grid or, if that grid also holds the record before, the headings over its first
 * row.
 */
function startOf(first: Anchor, before: Anchor | null, tables: readonly TableRows[]): number {
  if (before === null) return 0;
  const { block, headers } = first.row;
  if (before.row.block !== block) return placeOf({ block: before.row.block + 1 });
  const rows = tables.flatMap(({ rows }) =>
    rows.filter((row) => row.block === block && row.headers === headers),
  );
  const places = rows.map(placeOf).filter((place) => place > before.place && place <= first.place);
  return headers.length > 0 && before.row.headers !== headers ? Math.min(...places) : first.place;
}

function anchorsIn(known: KnownTable, rows: readonly FormRow[], year: number | null): readonly Anchor[] {
  const fixed = known.rows.filter(({ row, block }) => !isOpenListRow(block.block, row));
  const headerOf = headerFinder(new Set(known.headings), year);
  const table = known.table.id;
  return rows.flatMap((row): readonly Anchor[] => {
    const only = keyOf(fixed, row, headerOf);
    return only === null ? [] : [{ place: placeOf(row), row, table, key: `${table} ${only}` }];
  });
}

/**
 * Key of the only row of the form whose whole label a printed row bears; null where there is none, or several are
 * possible.
 */
function keyOf(fixed: readonly KnownRow[], row: FormRow, headerOf: HeaderOf): string | null {
  const printed = row.labels.at(-1);
  const bearing = fixed.filter(({ label }) =>
    printed === undefined
      ? !isGridRow(row) && label.length > 0 && matchLabelAtEnd(row.context, label).score >= ENDS_IN_LABEL
      : label.some(({ text }) => text === printed),
  );
  const grouped = bearing.filter(({ group }) => group !== "" && row.labels.includes(group));
  const [only, ...others] = bearing.length > 1 ? grouped : bearing;
  if (only) return others.length === 0 ? only.row.key : null;
  const bare = fixed.filter(({ label }) => label.length === 0);
  const under = bare.filter((known) => isGridRow(row) && headerOf(row, known) !== null);
  return printed === undefined && under.length === 1 ? under[0]!.row.key : null;
}

/**
 * Reports records that do not all begin with the same table, because one of them may have been put together from two.
 */
function unevenRecords(found: readonly PrintedRecord[], parts: readonly Part[]): readonly Finding[] {
  if (new Set(parts.map(({ first }) => first)).size < 2) return [];
  const paths = found.flatMap(({ template }) => template.tables.map(({ id }) => tablePointer(id)));
  return [finding("records-uneven", { paths })];
}
