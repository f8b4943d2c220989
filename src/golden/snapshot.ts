import { createHash } from "node:crypto";
import type { AnnualReport, Conversion } from "../model/index.ts";
import { cellsOf, flagsOf, numberOf, textOf } from "../record/index.ts";

/** What one document gave, as far as later versions must give the same. */
export interface Snapshot {
  /** Path below the archive's folder, with forward slashes. */
  readonly name: string;
  /** Digest of the bytes; empty where the system would not give them. */
  readonly sha256: string;
  /** Rule that ended the reading, or `not-read`; null where there is a report. */
  readonly outcome: string | null;
  /** The layout of each table. */
  readonly layouts: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string | number | null>>;
  /** Digest of sections, basis and scope; null without a report. */
  readonly prose: string | null;
  /** Cells by path below `/report/tables/`, in the record's order. */
  readonly cells: ReadonlyMap<string, CellState>;
}

export interface CellState {
  /** Words are kept as text. */
  readonly value: number | string | null;
  /** Whether a warning or an error names the cell or its table. */
  readonly flagged: boolean;
}

/** A string instead of a conversion is the reason why the system would not give the bytes. */
export function snapshotOf(name: string, conversion: Conversion | string): Snapshot {
  if (typeof conversion === "string") {
    return { name, sha256: "", outcome: "not-read", layouts: {}, fields: {}, prose: null, cells: new Map() };
  }
  const { report, source, layouts, diagnostics } = conversion;
  const flagAt = flagsOf(conversion);
  const cells = report ? cellsOf(report) : [];
  return {
    name,
    sha256: source.sha256,
    outcome: report ? null : (diagnostics.find(({ severity }) => severity === "error")?.rule ?? "no-report"),
    layouts,
    fields: report ? fieldsOf(report) : {},
    prose: report && digest(JSON.stringify([report.sections, report.basis, report.scope])),
    cells: new Map(
      cells.map(({ pointer, value }) => [
        pointer.slice("/report/tables/".length),
        { value: textOf(value) ?? numberOf(value), flagged: flagAt(pointer).severity !== null },
      ]),
    ),
  };
}

function fieldsOf(report: AnnualReport): Snapshot["fields"] {
  const { title, issuer, year, period, publicationDate, indexNumber, documentNumber, contact } = report;
  const span = period && `${period.from}/${period.to}`;
  return { title, issuer, year, period: span, publicationDate, indexNumber, documentNumber, ...contact };
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
