import type { Scalar, Severity } from "../model/index.ts";
import { compareStanding } from "./preferred.ts";
import { panelCells } from "./record.ts";
import type { Forms, PanelReport } from "./record.ts";
import type { CrossYearRule, YearReport } from "./rules/rule.ts";

/** Reports of one office and kind over the years. */
export interface PanelIssuer {
  /** Division code and office, or the name where the place is unknown; no two issuers share it. */
  readonly id: string;
  /** The name in the mapping, or else the one printed most often. */
  readonly name: string;
  readonly divisionCode: string | null;
  readonly place: string | null;
  /** Every year from the first report to the last. */
  readonly years: readonly PanelYear[];
  readonly findings: readonly PanelFinding[];
  readonly assessed: Readonly<Record<string, Assessed>>;
}

/**
 * - `gap`: no report, though there are earlier and later ones
 * - `one`: one report
 * - `duplicate`: several with the same figures
 * - `revised`: several with different figures; one of them stands for the year
 * - `merged`: reports of several offices that the mapping made one
 */
export interface PanelYear {
  readonly year: number;
  readonly kind: "gap" | "one" | "duplicate" | "revised" | "merged";
  /** All reports of the year; the first represents it, unless the year is `merged`. */
  readonly reports: readonly PanelReport[];
  /** What the others print in cells of the first, by pointer, each number once. Empty unless the year is `revised`. */
  readonly otherReadings: ReadonlyMap<string, readonly number[]>;
}

export interface PanelFinding {
  /** A built-in rule or one of a template. */
  readonly rule: string;
  readonly severity: Severity;
  readonly issuerId: string;
  readonly issuer: string;
  /** Year of the later report; the other is of the year before. */
  readonly year: number;
  readonly path: string;
  readonly expected: Scalar;
  readonly actual: Scalar;
  readonly args: Readonly<Record<string, Scalar>>;
  readonly before: PanelReport;
  readonly after: PanelReport;
}

export interface Assessed {
  readonly held: number;
  readonly broken: number;
  readonly notAssessable: number;
}

/** One issuer's reports in order, each year compared with the one before. */
export function makeIssuer(
  {
    id,
    name,
    reports,
  }: { readonly id: string; readonly name: string; readonly reports: readonly PanelReport[] },
  forms: Forms,
  rules: readonly CrossYearRule[],
): PanelIssuer {
  const sorted = [...reports].sort(inOrder);
  const first = sorted[0]!.year;
  const byYear = new Map<number, PanelReport[]>();
  for (const report of sorted) byYear.set(report.year, [...(byYear.get(report.year) ?? []), report]);
  const years = Array.from({ length: sorted.at(-1)!.year - first + 1 }, (_, at) =>
    panelYear(first + at, byYear.get(first + at) ?? [], forms),
  );
  const assessed = new Map(rules.map((rule) => [rule.id, { held: 0, broken: 0, notAssessable: 0 }]));
  const findings: PanelFinding[] = [];
  let before: YearReport | null = null;
  for (const { kind, year, reports: own } of years) {
    // Offices that were merged carry nothing over from one another.
    const report = kind === "merged" ? undefined : own[0];
    const after = report === undefined ? null : { report, cells: panelCells(report, forms) };
    for (const rule of before && after ? rules : []) {
      const { breaks, held, notAssessable } = rule.compare(before!, after!);
      const sums = assessed.get(rule.id)!;
      sums.held += held;
      sums.broken += breaks.length;
      sums.notAssessable += notAssessable;
      for (const { args = {}, ...found } of breaks) {
        findings.push({
          rule: rule.id,
          severity: rule.severity,
          issuerId: id,
          issuer: name,
          year,
          ...found,
          args,
          before: before!.report,
          after: after!.report,
        });
      }
    }
    before = after;
  }
  const { divisionCode, place } = sorted[0]!;
  return { id, name, divisionCode, place, years, findings, assessed: Object.fromEntries(assessed) };
}

function panelYear(year: number, reports: readonly PanelReport[], forms: Forms): PanelYear {
  const none: PanelYear["otherReadings"] = new Map();
  const [first, ...others] = reports;
  if (!first) return { year, kind: "gap", reports, otherReadings: none };
  if (others.length === 0) return { year, kind: "one", reports, otherReadings: none };
  if (others.some(({ series }) => series !== first.series))
    return { year, kind: "merged", reports, otherReadings: none };
  const otherReadings = differing(first, others, forms);
  return { year, kind: otherReadings.size > 0 ? "revised" : "duplicate", reports, otherReadings };
}

/**
 * Numbers that the others print differently, or where the first prints none. A cell that another leaves empty is no
 * difference.
 */
function differing(
  first: PanelReport,
  others: readonly PanelReport[],
  forms: Forms,
): ReadonlyMap<string, readonly number[]> {
  const unlike = others.filter(({ packed }) => packed !== first.packed).map((it) => panelCells(it, forms));
  const found = new Map<string, readonly number[]>();
  if (unlike.length === 0) return found;
  for (const [pointer, { value }] of panelCells(first, forms)) {
    const readings = new Set(unlike.map((cells) => cells.get(pointer)?.value ?? value));
    readings.delete(value);
    if (readings.size > 0) found.set(pointer, [...readings] as number[]);
  }
  return found;
}

/** By year; within one year, first the report that a dataset prefers, then the one with the least doubt. */
function inOrder(a: PanelReport, b: PanelReport): number {
  const key = ({ publicationDate, source, sha256 }: PanelReport) =>
    [publicationDate ?? "", source, sha256].join("\t");
  return (
    a.year - b.year ||
    Number(b.preferred ?? false) - Number(a.preferred ?? false) ||
    compareStanding(a, b) ||
    (key(a) < key(b) ? -1 : 1)
  );
}
