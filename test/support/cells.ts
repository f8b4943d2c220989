import { judgeCells, pointerOf } from "../../bench/score/cells.ts";
import type { CellVerdict, Verdict } from "../../bench/score/cells.ts";
import { assessed } from "../../bench/score/score.ts";
import { cellsOf } from "../../src/index.ts";
import type { CellValue, Conversion, EvidenceStatus } from "../../src/model/index.ts";
import type { BrokenRule } from "./factory/index.ts";

export interface ReportCell {
  readonly pointer: string;
  readonly value: CellValue;
  readonly status: EvidenceStatus | undefined;
}

/** Every cell of the tables of a conversion, with what the evidence says of it. */
export function reportCells({ report, evidence }: Conversion): ReportCell[] {
  return (report ? cellsOf(report) : []).map(({ pointer, value }) => ({
    pointer,
    value,
    status: evidence[pointer]?.status,
  }));
}

/**
 * Cells that do not hold what they should, as words. `right` means equal, blanks included; a number that the report
 * does not have counts as wrong.
 */
export function misread(
  values: Readonly<Record<string, number | null>>,
  conversion: Conversion,
  allowed: readonly Verdict[] = ["right"],
): string[] {
  return cellsNot(values, conversion, allowed).map(
    ({ path, expected, verdict, actual }) => `${path}: ${expected}, ${verdict} ${actual}`,
  );
}

/** The cells whose verdict is none of these. */
export function cellsNot(
  values: Readonly<Record<string, number | null>>,
  conversion: Conversion,
  verdicts: readonly Verdict[],
): CellVerdict[] {
  const unscored = { layouts: {}, fields: {}, sections: null, signature: [], broken: null } as const;
  return judgeCells({ ...unscored, values, optional: extraRow }, conversion).filter(
    ({ verdict }) => !verdicts.includes(verdict),
  );
}

/** The row 其他主动公开文件 of some reports holds zeros that their truth has no path for. */
const extraRow = Object.fromEntries(
  ["newlyMade", "newlyDisclosed", "totalDisclosed"].map((key) => [
    `proactiveDisclosure.otherDisclosedDocuments.${key}`,
    0,
  ]),
);

/**
 * Findings of the form's arithmetic, as `rule pointer`, in order. A finding about several cells, none of which
 * is to blame, is named by the first.
 */
export function findings({ diagnostics }: Conversion): string[] {
  return diagnostics
    .filter(({ rule }) => assessed.has(rule))
    .map(({ rule, path, paths }) => `${rule} ${path ?? paths?.[0]}`)
    .sort();
}

/** What the truth says is broken, in the same words. One sum may be broken by several cells under it. */
export function broken(rules: readonly BrokenRule[]): string[] {
  return [...new Set(rules.map(({ rule, path }) => `${rule} ${pointerOf(path)}`))].sort();
}
