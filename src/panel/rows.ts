import type { PanelIssuer } from "./index.ts";
import { panelCells, type Forms } from "./record.ts";

export type Value = string | number | null;

/** Columns of a file, with the type a typed format gives them. */
export type Columns = Readonly<Record<string, "text" | "integer" | "number">>;

/** A table file in the making; `finish` must be called once, and nothing after it. */
export interface TableFile {
  readonly add: (row: readonly Value[]) => void;
  readonly finish: () => void;
}

/**
 * The panel: one row a cell of a report, tidy (one observation a row). A year without a report is one row whose status is
 * `no-report`; of a duplicate only the first copy has rows, of a revised report every version, told apart by `report`.
 */
export const panelColumns = {
  issuer: "text",
  year: "integer",
  report: "integer",
  layout: "text",
  table: "text",
  row: "text",
  column: "text",
  value: "number",
  text: "text",
  unit: "text",
  status: "text",
  flag: "text",
  source: "text",
} as const satisfies Columns;

export function* panelRows({ name, years }: PanelIssuer, forms: Forms): Generator<readonly Value[]> {
  for (const { year, kind, reports } of years) {
    if (kind === "gap")
      yield [name, year, null, null, null, null, null, null, null, null, "no-report", null, null];
    for (const [at, report] of (kind === "duplicate" ? reports.slice(0, 1) : reports).entries()) {
      for (const { form, layout, value, text, printedUnit, status, flag } of panelCells(
        report,
        forms,
      ).values()) {
        const { table, row, column, unit } = form;
        yield [
          name,
          year,
          at + 1,
          layout,
          table,
          row.key,
          column.key,
          value,
          text,
          printedUnit ?? unit ?? null,
          status,
          flag,
          report.source,
        ];
      }
    }
  }
}

/** The list of reports: one row each, duplicates too, and one for every year without any. */
export const reportColumns = {
  issuer: "text",
  year: "integer",
  report: "integer",
  kind: "text",
  printed_issuer: "text",
  publication_date: "text",
  layouts: "text",
  errors: "integer",
  warnings: "integer",
  source: "text",
  sha256: "text",
} as const satisfies Columns;

export function* reportRows({ name, years }: PanelIssuer): Generator<readonly Value[]> {
  for (const { year, kind, reports } of years) {
    if (kind === "gap") yield [name, year, null, kind, null, null, null, null, null, null, null];
    for (const [
      at,
      { issuer, publicationDate, layouts, errors, warnings, source, sha256 },
    ] of reports.entries()) {
      const forms = layouts.map(([table, layout]) => `${table} ${layout}`).join(", ");
      yield [name, year, at + 1, kind, issuer, publicationDate, forms, errors, warnings, source, sha256];
    }
  }
}

/** The list of findings; both reports are named. */
export const findingColumns = {
  rule: "text",
  severity: "text",
  issuer: "text",
  year: "integer",
  path: "text",
  expected: "text",
  actual: "text",
  previous_source: "text",
  source: "text",
  message: "text",
} as const satisfies Columns;

export function* findingRows(
  { findings }: PanelIssuer,
  message: (finding: PanelIssuer["findings"][number]) => string,
): Generator<readonly Value[]> {
  for (const finding of findings) {
    const { rule, severity, issuer, year, path, expected, actual, before, after } = finding;
    const side = (value: typeof expected) => (value === null ? null : String(value));
    yield [
      rule,
      severity,
      issuer,
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
