import { ENDS_IN_LABEL } from "../weights.ts";
import { isOpenListRow } from "../../../arithmetic/open-rows.ts";
import type { Template } from "../../../model/index.ts";
import { matchLabelAtEnd } from "../../../printed/labels.ts";
import type { KnownRow, KnownTable } from "../../form/known.ts";
import { isGridRow, type FormRow } from "../../rows/form-row.ts";
import { columnLabelsOf, headerFinder } from "../header/header-finder.ts";
import type { HeaderOf } from "../header/header-match.ts";
import { placeOf, type Above, type Heading } from "./record-headings.ts";

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

/** The place of a record among the document's rows: from `from` on, up to but not including `to`. */
export interface Part extends Above {
  readonly from: number;
  readonly to: number;
  /** Id of the table to which its first row belongs. */
  readonly first: string;
}

interface TableRows {
  readonly known: KnownTable;
  readonly rows: readonly FormRow[];
}

/** A row that is certainly one of the form's. */
interface Anchor {
  readonly place: number;
  readonly row: FormRow;
  readonly table: string;
  readonly key: string;
}

export function recordParts(tables: readonly TableRows[], year: number | null): readonly Part[] {
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
  const headerOf = headerFinder(columnLabelsOf(known), year);
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
