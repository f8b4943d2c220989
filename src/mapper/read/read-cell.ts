import type { CellValue, Finding, EvidenceEntry, EvidenceStatus } from "../../model/index.ts";
import type { RowFit } from "../match/fit.ts";
import type { PrintedValue } from "../rows/form-row.ts";
import type { KnownColumn } from "../form/form.ts";
import { readPercent, readValue } from "../../printed/numbers.ts";
import { toYuan } from "../../printed/units.ts";
import { isWorded } from "../../arithmetic/paths.ts";
import { readWorded } from "./read-worded.ts";
import { rowUnit, unitAgainstCount, unitOfAmount } from "./units.ts";
import { finding } from "../../findings/finding.ts";

/** A cell of the form as it was read. */
export interface ReadCell {
  readonly value: CellValue;
  readonly entry: EvidenceEntry;
  readonly diagnostics: readonly Finding[];
}

export interface ReadOptions {
  readonly infer: boolean;
  /** The row's values, digits that stand apart joined, satisfy its sums. */
  readonly sumsHold: boolean;
}

/** What one printed value says; `printed` is null where the row has none for the column. */
export function readCell(
  path: string,
  known: KnownColumn,
  rowFit: RowFit,
  printed: PrintedValue | null,
  { infer, sumsHold }: ReadOptions,
): ReadCell {
  if (!printed)
    return {
      value: null,
      entry: { raw: null, status: "unreadable", at: rowFit.printed!.at },
      diagnostics: [],
    };
  const { row } = rowFit.known;
  const type = row.type ?? known.column.type;
  if (isWorded(type)) {
    const { value, status, diagnostics } = readWorded(path, row, known, printed);
    return { value, entry: { raw: printed.text, status, at: printed.at }, diagnostics };
  }
  const { text: raw, at, doubt } = printed;
  const found = type === "percent" ? readPercent(raw) : readValue(raw);
  const label = [row.enumerator + row.label, known.column.label].filter((part) => part !== "").join(" / ");
  const doubtful = (value: number | null, status: EvidenceStatus, why: Finding): ReadCell => {
    return { value, entry: { raw, status, at }, diagnostics: [why] };
  };
  if (doubt?.kind === "unreadable" || printed.merged) {
    const reason = doubt?.kind === "unreadable" ? doubt.reason : "merged-cell";
    return doubtful(
      null,
      "unreadable",
      finding("unreadable-value", { path, at, args: { raw, label, reason } }),
    );
  }
  if (doubt?.kind === "disagreement") {
    return doubtful(
      found.value,
      "conflict",
      finding("readings-disagree", {
        path,
        at,
        expected: doubt.other,
        actual: found.value,
        args: { label, raw, other: doubt.other },
      }),
    );
  }
  // Digits on two lines of one cell are wrapped; digits with a space between may be two numbers, unless the sums hold.
  if (
    found.status === "unreadable" &&
    found.joined !== undefined &&
    infer &&
    (raw.trim().includes("\n") || sumsHold)
  ) {
    return doubtful(
      found.joined,
      "inferred",
      finding("digits-joined", { path, at, args: { raw, label, value: found.joined } }),
    );
  }
  const { status, value, note } = found;
  const usual = row.unit ?? known.column.unit;
  const isAmount = (type === "amount" || type === "signed-amount") && value !== null;
  const unit =
    (isAmount ? unitOfAmount(rowFit, known, found.unit) : (found.unit ?? rowUnit(rowFit))) ?? usual;
  const yuan = isAmount && unit !== undefined ? toYuan(value, unit) : null;
  const diagnostics: Finding[] = [];
  if (status === "unreadable") {
    diagnostics.push(finding("unreadable-value", { path, at, args: { raw, label, reason: "not-a-number" } }));
  }
  if (note !== undefined && value !== null) {
    diagnostics.push(finding("value-note", { path, at, args: { raw, label, note } }));
  }
  if (
    value !== null &&
    value !== 0 &&
    yuan !== null &&
    usual !== undefined &&
    toYuan(value, usual) !== yuan
  ) {
    diagnostics.push(finding("unit-differs", { path, at, args: { raw, label, unit: unit!, usual } }));
  }
  const odd = isAmount ? yuan === null && unit : unitAgainstCount(rowFit, known, found.unit);
  // A form may count days, or kilometres.
  if (odd && odd !== usual && value !== null && value !== 0) {
    diagnostics.push(finding("unit-unknown", { path, at, args: { raw, label, unit: odd } }));
  }
  if (isAmount && unit === undefined && value !== 0) {
    diagnostics.push(finding("unit-missing", { path, at, args: { raw, label } }));
  }
  const entry = {
    raw,
    status: status === "given" && at?.recognized !== undefined ? ("recognized" as const) : status,
    at,
    ...(unit === undefined ? {} : { unit }),
    ...(note === undefined ? {} : { note }),
    ...(yuan === null ? {} : { yuan }),
  };
  return { value, entry, diagnostics };
}
