import type {
  CellValue,
  Finding,
  EvidenceEntry,
  EvidenceStatus,
  RowTemplate,
  ValueType,
} from "../../../model/index.ts";
import type { RowFit } from "../../match/fit/fit.ts";
import type { PrintedValue } from "../../rows/form-row.ts";
import type { KnownColumn } from "../../form/known.ts";
import { hasLeadingZero, readPercent, readValue, type ReadValue } from "../../../printed/numbers.ts";
import { isWorded } from "../../../arithmetic/paths.ts";
import type { RefusedCell } from "../sums/scanned-sums.ts";
import { readWorded } from "./read-worded.ts";
import { finding } from "../../../findings/finding.ts";
import { measureOf, unitFindings } from "./measure.ts";
import type { RowUnits } from "./units.ts";

/** A cell of the form as it was read. */
export interface ReadCell {
  readonly value: CellValue;
  readonly entry: EvidenceEntry;
  readonly diagnostics: readonly Finding[];
  /** The cell of a scan whose number was not taken, so that the sums may decide it. */
  readonly refused?: RefusedCell;
}

export interface CellReadOptions {
  readonly infer: boolean;
  /** Whether the row's values satisfy its sums, with digits that stand apart joined. */
  readonly sumsHold: boolean;
  /** The units printed for the row's amounts. */
  readonly units: RowUnits;
}

/** Whether cells of a type hold amounts of money. */
export function isOfAmounts(type: ValueType): boolean {
  return type === "amount" || type === "signed-amount";
}

/** Reads one printed value; `printed` is null where the row has none for the column. */
export function readCell(
  path: string,
  known: KnownColumn,
  rowFit: RowFit,
  printed: PrintedValue | null,
  options: CellReadOptions,
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
  const { text: raw, at } = printed;
  const found = numberOf(type, raw);
  if (isDoubtful(printed, found)) {
    const doubtful = doubtfulCell(path, labelOf(row, known), printed, found, options);
    if (doubtful) return doubtful;
  }
  const { status, value, note } = found;
  const isAmount = isOfAmounts(type) && value !== null;
  const measure = measureOf(rowFit, known, found, isAmount, options.units);
  const { unit, yuan } = measure;
  const diagnostics: Finding[] = [];
  if (status === "unreadable") {
    diagnostics.push(
      finding("unreadable-value", {
        path,
        at,
        args: { raw, label: labelOf(row, known), reason: found.change ? "change-for-count" : "not-a-number" },
      }),
    );
  }
  if (note !== undefined && value !== null) {
    diagnostics.push(finding("value-note", { path, at, args: { raw, label: labelOf(row, known), note } }));
  }
  if (value !== null && hasLeadingZero(raw))
    diagnostics.push(finding("leading-zero", { path, at, args: { raw, label: labelOf(row, known), value } }));
  if (value !== null && value !== 0)
    diagnostics.push(
      ...unitFindings(measure, value, isAmount, { path, at }, { raw, label: labelOf(row, known) }),
    );
  if (unit === undefined && note === undefined && yuan === null)
    return { value, entry: { raw, status, at }, diagnostics };
  const entry = {
    raw,
    status,
    at,
    ...(unit === undefined ? {} : { unit }),
    ...(note === undefined ? {} : { note }),
    ...(yuan === null ? {} : { yuan }),
  };
  return { value, entry, diagnostics };
}

/**
 * The number in a cell; a change (增12, ↓3) is refused for counts and amounts, because it does not say how many there
 * are.
 */
function numberOf(type: ValueType, raw: string): ReadValue {
  const found = type === "percent" ? readPercent(raw) : readValue(raw);
  const isRefused = found.change === true && (type === "count" || type === "amount");
  return isRefused ? { status: "unreadable", value: null, change: true } : found;
}

function labelOf(row: RowTemplate, { column }: KnownColumn): string {
  return [row.enumerator + row.label, column.label].filter((part) => part !== "").join(" / ");
}

/** Whether anything about a number needs a closer look; most cells hold one number and nothing else. */
function isDoubtful({ doubt, merged }: PrintedValue, { joined }: ReadValue): boolean {
  return doubt !== undefined || merged === true || joined !== undefined;
}

/** The cell, if its look, a second reading or its digits make the number doubtful; otherwise null. */
function doubtfulCell(
  path: string,
  label: string,
  { text: raw, at, doubt, merged }: PrintedValue,
  found: ReadValue,
  { infer, sumsHold }: CellReadOptions,
): ReadCell | null {
  const cell = (value: number | null, status: EvidenceStatus, why: Finding): ReadCell => {
    return { value, entry: { raw, status, at }, diagnostics: [why] };
  };
  if (doubt?.kind === "unreadable" || merged) {
    const reason = doubt?.kind === "unreadable" ? doubt.reason : "merged-cell";
    const refusal = finding("unreadable-value", { path, at, args: { raw, label, reason } });
    const refused = cell(null, "unreadable", refusal);
    if (doubt?.kind !== "unreadable" || doubt.reason !== "scan" || merged) return refused;
    return { ...refused, refused: { raw, at, label, strokes: doubt.strokes, refusal } };
  }
  if (doubt?.kind === "disagreement") {
    const about = { path, at, expected: doubt.other, actual: found.value };
    const args = { label, raw, other: doubt.other };
    return cell(found.value, "conflict", finding("readings-disagree", { ...about, args }));
  }
  // Digits on two lines of one cell are one wrapped number. Digits with a space between may be two numbers, unless the
  // sums hold.
  const isOneNumber = infer && (raw.trim().includes("\n") || sumsHold);
  if (found.status !== "unreadable" || found.joined === undefined || !isOneNumber) return null;
  const args = { raw, label, value: found.joined };
  return cell(found.joined, "inferred", finding("digits-joined", { path, at, args }));
}
