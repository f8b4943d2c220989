import type { Scalar, Severity } from "../../model/index.ts";
import type { PanelCell, PanelReport } from "../record.ts";

/** A report with its cells unpacked. */
export interface YearReport {
  readonly report: PanelReport;
  readonly cells: ReadonlyMap<string, PanelCell>;
}

/** One thing two consecutive years of an issuer say differently. */
export interface Break {
  /** Pointer into the later report. */
  readonly path: string;
  /** The value that the earlier year demands, and the one that the later year prints. */
  readonly expected: Scalar;
  readonly actual: Scalar;
  /** What the wording needs besides. */
  readonly args?: Readonly<Record<string, Scalar>>;
}

export interface Outcome {
  readonly breaks: readonly Break[];
  readonly held: number;
  /** How many instances a blank or unreadable cell leaves undecided. */
  readonly notAssessable: number;
}

/** A rule over two consecutive years of one issuer. */
export interface CrossYearRule {
  readonly id: string;
  readonly severity: Severity;
  readonly compare: (before: YearReport, after: YearReport) => Outcome;
}

/** One equation: the cell of the later report, and the value it should have; null operands leave it undecided. */
export interface Equation {
  readonly path: string;
  readonly expected: readonly { readonly sign: 1 | -1; readonly value: number | null }[];
  readonly actual: number | null;
}

export function judge(equations: readonly Equation[]): Outcome {
  const breaks: Break[] = [];
  let held = 0;
  let notAssessable = 0;
  for (const { path, expected, actual } of equations) {
    if (actual === null || expected.some(({ value }) => value === null)) {
      notAssessable += 1;
      continue;
    }
    const sum = expected.reduce((total, { sign, value }) => total + sign * value!, 0);
    if (sum === actual) held += 1;
    else breaks.push({ path, expected: sum, actual });
  }
  return { breaks, held, notAssessable };
}

/** The value at a pointer; null where it is blank, unreadable or not part of the form. */
export function panelValueOf({ cells }: YearReport, pointer: string): number | null {
  return cells.get(pointer)?.value ?? null;
}

export function layoutOf({ report }: YearReport, table: string): string | undefined {
  return report.layouts.find(([id]) => id === table)?.[1];
}
