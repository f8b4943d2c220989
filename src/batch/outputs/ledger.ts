import type { Conversion } from "../../model/index.ts";
import { csvField } from "../../writers/tables/csv-field.ts";
import type { BucketGroup, PlanEntry } from "../store/buckets.ts";
import type { FileSink } from "./file-sink.ts";
import { ledgerColumns } from "./columns.ts";
import { statusOf } from "../store/status.ts";
import type { Failure, Status } from "../store/status.ts";

/** One input and its outcome. The keys are those of `ledgerColumns`, in the same order. */
export interface LedgerRow {
  readonly name: string;
  readonly status: Status;
  readonly retryable: boolean;
  readonly sha256: string | null;
  readonly bytes: number | null;
  /** The first input with the same content, whose name the record has; null for that input itself. */
  readonly duplicate_of: string | null;
  readonly format: string | null;
  readonly encoding: string | null;
  readonly issuer: string | null;
  readonly year: number | null;
  readonly title: string | null;
  readonly layouts: string | null;
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
  readonly detail: string | null;
  readonly report_id: string | null;
  readonly preferred: boolean | null;
  /** For a file of a report in several files, the hash of the report's record. */
  readonly part_of: string | null;
}

/** The row of an input before it is known which copy is preferred. */
export function ledgerRow(
  entry: PlanEntry,
  { entries: [first] }: BucketGroup,
  outcome: Conversion | Failure,
  reportId: string | null,
): LedgerRow {
  const failed = "status" in outcome;
  const conversion = failed ? null : outcome;
  const report = conversion?.report ?? null;
  const count = (severity: string): number =>
    conversion?.diagnostics.filter((it) => it.severity === severity).length ?? 0;
  return {
    name: entry.name,
    status: failed ? outcome.status : statusOf(outcome),
    retryable: failed && outcome.retryable,
    sha256: entry.sha256,
    bytes: entry.bytes,
    // What could not be read has no content that could be the same.
    duplicate_of: entry === first || first.parts || entry.sha256 === null ? null : first.name,
    format: conversion?.adapter ?? null,
    encoding: conversion?.encoding ?? null,
    issuer: report?.issuer ?? null,
    year: report?.year ?? null,
    title: report?.title ?? null,
    layouts:
      conversion &&
      Object.entries(conversion.layouts)
        .map(([table, layout]) => `${table}=${layout}`)
        .join(" "),
    errors: count("error"),
    warnings: count("warning"),
    notices: count("notice"),
    detail: failed ? outcome.detail : null,
    report_id: reportId,
    preferred: null,
    part_of: first.parts ? entry.key : null,
  };
}

/** Writes both forms of the ledger at once. `fields` are the manifests' own columns. */
export interface LedgerWriter {
  readonly add: (row: LedgerRow, fields: Readonly<Record<string, string>> | undefined) => void;
}

export function ledgerWriter(csv: FileSink, jsonl: FileSink, fields: readonly string[]): LedgerWriter {
  const names = [...ledgerColumns.map(({ name }) => name), ...fields.map((name) => `manifest_${name}`)];
  csv.write(names.map(csvField).join(",") + "\r\n");
  return {
    add(row, own) {
      const values = [...Object.values(row), ...fields.map((name) => valueOf(own, name))];
      csv.write(values.map(csvField).join(",") + "\r\n");
      jsonl.write(JSON.stringify(own ? { ...row, manifest: own } : row) + "\n");
    },
  };
}

/** Columns may bear the names of what every object has, such as `constructor`. */
function valueOf(fields: Readonly<Record<string, string>> | undefined, name: string): string | null {
  return fields && Object.hasOwn(fields, name) ? fields[name]! : null;
}
