import { NAME_KEY } from "../arithmetic/name-key.ts";
import { isOpenListRow } from "../arithmetic/open-rows.ts";
import { tablePointer } from "../arithmetic/paths.ts";
import { partsOfTableId } from "../arithmetic/records.ts";
import type { PanelIssuer } from "./series.ts";
import { panelCells, type Forms, type PanelCell } from "./record.ts";

export type PanelValue = string | number | null;

/** Columns of a file, with the type a typed format gives them. */
export type ColumnTypes = Readonly<Record<string, "text" | "integer" | "number">>;

/** A table file in the making; `finish` must be called once, and nothing after it. */
export interface TableFile {
  readonly add: (row: readonly PanelValue[]) => void;
  readonly finish: () => void;
}

/**
 * The panel: tidy, with one row for each cell of a report. A year without a report is one row with the status
 * `no-report`. Among several copies one represents the year; what the others print in a cell is in `other_readings`,
 * and the cell is flagged. `record` and `row_name` are names that the report itself gives to one record of several and
 * to a row in a list. Offices that the mapping joined keep rows of their own, told apart by `report`.
 */
export const panelColumns = {
  issuer: "text",
  issuer_id: "text",
  year: "integer",
  report: "integer",
  layout: "text",
  table: "text",
  record: "text",
  row: "text",
  row_name: "text",
  column: "text",
  value: "number",
  text: "text",
  unit: "text",
  status: "text",
  flag: "text",
  other_readings: "text",
  source: "text",
} as const satisfies ColumnTypes;

export function* panelRows({ name, id, years }: PanelIssuer, forms: Forms): Generator<readonly PanelValue[]> {
  for (const { year, kind, reports, otherReadings } of years) {
    if (kind === "gap")
      yield [name, id, year, ...Array<null>(10).fill(null), "no-report", ...Array<null>(3).fill(null)];
    for (const [at, report] of (kind === "merged" ? reports : reports.slice(0, 1)).entries()) {
      const cells = panelCells(report, forms);
      const own = (pointer: string, cell: PanelCell) => cellValues(cell, cells, otherReadings.get(pointer));
      for (const [pointer, cell] of cells)
        yield [name, id, year, at + 1, ...own(pointer, cell), report.source];
    }
  }
}

/** A cell from `layout` to `other_readings`. */
function cellValues(
  { form, layout, value, text, printedUnit, status, flag }: PanelCell,
  cells: ReadonlyMap<string, PanelCell>,
  others: readonly number[] | undefined,
): readonly PanelValue[] {
  const { row, column, unit, block } = form;
  const { table, record } = partsOfTableId(form.table);
  const recordName = cells.get(`${tablePointer(form.table)}/${NAME_KEY}`)?.text ?? null;
  return [
    layout,
    table,
    record === null ? null : recordName,
    row.key,
    isOpenListRow(block, row) ? row.label : null,
    column.key,
    value,
    text,
    printedUnit ?? unit ?? null,
    status,
    flag ?? (others ? "warning" : null),
    others?.join(" ") ?? null,
  ];
}

/**
 * The list of reports: one row for each, copies included, and one for every year without a report. `stands` marks the
 * report that represents its year.
 */
export const panelReportColumns = {
  issuer: "text",
  issuer_id: "text",
  division_code: "text",
  place: "text",
  year: "integer",
  report: "integer",
  kind: "text",
  stands: "text",
  printed_issuer: "text",
  publication_date: "text",
  layouts: "text",
  errors: "integer",
  warnings: "integer",
  source: "text",
  sha256: "text",
} as const satisfies ColumnTypes;

export function* reportRows({
  name,
  id,
  divisionCode,
  place,
  years,
}: PanelIssuer): Generator<readonly PanelValue[]> {
  const whose = [name, id, divisionCode, place];
  for (const { year, kind, reports } of years) {
    if (kind === "gap") yield [...whose, year, null, kind, ...Array<null>(8).fill(null)];
    for (const [
      at,
      { issuer, publicationDate, layouts, errors, warnings, source, sha256 },
    ] of reports.entries()) {
      const forms = layouts.map(([table, layout]) => `${table} ${layout}`).join(", ");
      const stands = kind === "merged" || at === 0 ? "yes" : "no";
      yield [
        ...whose,
        year,
        at + 1,
        kind,
        stands,
        issuer,
        publicationDate,
        forms,
        errors,
        warnings,
        source,
        sha256,
      ];
    }
  }
}

/** The list of findings; each names both reports. */
export const findingColumns = {
  rule: "text",
  severity: "text",
  issuer: "text",
  issuer_id: "text",
  year: "integer",
  path: "text",
  expected: "text",
  actual: "text",
  previous_source: "text",
  source: "text",
  message: "text",
} as const satisfies ColumnTypes;

export function* findingRows(
  { findings }: PanelIssuer,
  message: (finding: PanelIssuer["findings"][number]) => string,
): Generator<readonly PanelValue[]> {
  for (const finding of findings) {
    const { rule, severity, issuer, issuerId, year, path, expected, actual, before, after } = finding;
    const side = (value: typeof expected) => (value === null ? null : String(value));
    yield [
      rule,
      severity,
      issuer,
      issuerId,
      year,
      path,
      side(expected),
      side(actual),
      before.source,
      after.source,
      message(finding),
    ];
  }
}
