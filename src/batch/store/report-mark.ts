import { createHash } from "node:crypto";
import type { Conversion, Template } from "../../model/index.ts";
import { familyOf, signatureOf } from "../../panel/index.ts";
import { cellsOf, flagsOf } from "../../record/index.ts";

/**
 * What a dataset must know about a record in order to compare copies of one report. It is small, and stored beside the
 * result.
 */
export interface ReportMark {
  readonly issuer: string | null;
  readonly year: number | null;
  readonly title: string | null;
  /** The office that signed the report, such as 清溪县教育局 under one of 教育局; null where there is no signature. */
  readonly signature: string | null;
  readonly publicationDate: string | null;
  /** The kind of report, because one office publishes several in a year. */
  readonly family: string;
  readonly format: string | null;
  /** How many numbers have no doubt on them, and how many cells have one. */
  readonly sure: number;
  readonly doubtful: number;
  /** A hash of all values; equal where two copies hold the same. */
  readonly values: string;
}

/** Null where there is no record. */
export function markOf(conversion: Conversion, templates: readonly Template[]): ReportMark | null {
  const { report, adapter, layouts } = conversion;
  if (report === null) return null;
  const flagAt = flagsOf(conversion);
  let [sure, doubtful] = [0, 0];
  for (const { value, pointer } of cellsOf(report))
    if (flagAt(pointer).severity !== null) doubtful += 1;
    else if (value !== null) sure += 1;
  return {
    issuer: report.issuer,
    year: report.year,
    title: report.title,
    signature: signatureOf(report),
    publicationDate: report.publicationDate,
    family: familyOf(layouts, templates),
    format: adapter,
    sure,
    doubtful,
    values: createHash("sha256").update(JSON.stringify(report.tables)).digest("hex").slice(0, 16),
  };
}
