import { cellsOf, flagsOf, valueAt } from "../../src/record/index.ts";
import type { CellValue, Conversion, Tables } from "../../src/model/index.ts";
import type { Expected } from "./expected.ts";

/** `silent`: nothing in the diagnostics names the cell or its table. */
export type Verdict = "right" | "wrong-flagged" | "wrong-silent" | "missing-flagged" | "missing-silent";

export interface CellVerdict {
  readonly path: string;
  readonly verdict: Verdict;
  readonly flagged: boolean;
  readonly expected: CellValue;
  /** Undefined where the record has no such cell. */
  readonly actual: CellValue | undefined;
}

/** Judges every known cell against the record, and every number of the record that the report does not hold. */
export function judgeCells(expected: Expected, conversion: Conversion): CellVerdict[] {
  const flagged = flags(conversion);
  const tables = conversion.report?.tables ?? {};
  const judge = (path: string, value: CellValue, actual: CellValue | undefined): CellVerdict => {
    const flag = flagged(path);
    return { path, verdict: verdictOf(value, actual, flag), flagged: flag, expected: value, actual };
  };
  const known = Object.entries(expected.values).map(([path, value]) =>
    judge(path, value, valueAt({ tables }, path)),
  );
  const tableIds = new Set(Object.keys(expected.values).map((path) => path.split(".")[0]!));
  const invented = numbersOf(tables).filter(
    ([path, value]) =>
      tableIds.has(path.split(".")[0]!) &&
      !Object.hasOwn(expected.values, path) &&
      expected.optional[path] !== value,
  );
  return [...known, ...invented.map(([path, value]) => judge(path, null, value))];
}

function verdictOf(expected: CellValue, actual: CellValue | undefined, flagged: boolean): Verdict {
  if (actual === expected || (Array.isArray(expected) && String(actual) === String(expected))) return "right";
  if (actual === null || actual === undefined) return flagged ? "missing-flagged" : "missing-silent";
  return flagged ? "wrong-flagged" : "wrong-silent";
}

/**
 * Whether a cell is flagged. A document that ended with an error and without a report is flagged as a whole; a table
 * that is missing from the record is flagged by the finding that a table of an unknown form was printed.
 */
function flags({ report, diagnostics }: Conversion): (path: string) => boolean {
  const flagAt = flagsOf({ report, diagnostics });
  const unknown = diagnostics.some(({ rule }) => rule === "unknown-table");
  return (path) =>
    flagAt(pointerOf(path)).severity !== null ||
    (unknown && report !== null && !Object.hasOwn(report.tables, path.split(".")[0]!));
}

export function pointerOf(path: string): string {
  return `/report/tables/${path.replaceAll(".", "/")}`;
}

function numbersOf(tables: Tables): [path: string, value: CellValue][] {
  return cellsOf({ tables }).flatMap(({ path, value }): [string, CellValue][] =>
    value === null ? [] : [[path, value]],
  );
}
