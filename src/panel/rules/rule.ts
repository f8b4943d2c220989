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
  /**
   * The value that the earlier year demands, and the one that the later year prints; where the path is no cell, the two
   * sides of the rule or a share of the text.
   */
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

export function layoutOf({ report }: YearReport, table: string): string | undefined {
  return report.layouts.find(([id]) => id === table)?.[1];
}
