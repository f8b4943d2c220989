import type { Conversion, Scalar, Severity, Template } from "../model/index.ts";
import { issuerKey } from "./issuer.ts";
import type { Mergers } from "./mergers.ts";
import { panelCells, formsOf, panelReport } from "./record.ts";
import type { Forms, PanelReport, Unplaced } from "./record.ts";
import { crossYearRules } from "./rules/index.ts";
import type { CrossYearRule, YearReport } from "./rules/rule.ts";
import { labelsOf } from "./sketch.ts";

export type { PanelCell, PanelReport, Unplaced } from "./record.ts";
export type { Mergers, MergersProblem } from "./mergers.ts";
export { parseMergers } from "./mergers.ts";
export { issuerKey } from "./issuer.ts";
export { panelCells, formsOf } from "./record.ts";

export interface PanelOptions {
  /** Every layout of the conversions to come. */
  readonly templates: readonly Template[];
  readonly mergers?: Mergers;
}

/** Reports of an archive by issuer and year. Holds about a kilobyte a report. */
export interface Panel {
  /** Takes one conversion; a string says why it has no place. Conversions may come in any order. */
  readonly add: (conversion: Conversion) => Unplaced | null;
  /** Issuers in the order of their names. */
  readonly issuers: () => Iterable<PanelIssuer>;
}

export interface PanelIssuer {
  /** As the mapping names it, otherwise the commonest printed form. */
  readonly name: string;
  /** Every year from the first report to the last. */
  readonly years: readonly PanelYear[];
  readonly findings: readonly PanelFinding[];
  readonly assessed: Readonly<Record<CrossYearRule["id"], Assessed>>;
}

/**
 * - `gap`: no report, though there are earlier and later ones
 * - `one`: one report
 * - `duplicate`: several with the same figures; the first stands for all
 * - `revised`: several with different figures
 * - `merged`: reports of several offices that the mapping made one
 */
export interface PanelYear {
  readonly year: number;
  readonly kind: "gap" | "one" | "duplicate" | "revised" | "merged";
  /** The oldest publication first; of a `duplicate` every copy. */
  readonly reports: readonly PanelReport[];
}

export interface PanelFinding {
  readonly rule: CrossYearRule["id"];
  readonly severity: Severity;
  readonly issuer: string;
  /** Of the later report; the other is of the year before. */
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

/** Starts an empty panel. */
export function startPanel({ templates, mergers = new Map() }: PanelOptions): Panel {
  const forms = formsOf(templates);
  const labels = labelsOf(templates);
  const byIssuer = new Map<string, { name: string | null; reports: PanelReport[] }>();
  return {
    add(conversion) {
      const report = panelReport(conversion, forms, labels);
      if (typeof report === "string") return report;
      const printed = issuerKey(report.issuer);
      const name = mergers.get(printed) ?? null;
      const key = name === null ? printed : issuerKey(name);
      const entry = byIssuer.get(key) ?? { name, reports: [] };
      entry.name ??= name;
      entry.reports.push(report);
      byIssuer.set(key, entry);
      return null;
    },
    *issuers() {
      for (const key of [...byIssuer.keys()].sort()) {
        const { name, reports } = byIssuer.get(key)!;
        yield makeIssuer(name ?? commonest(reports), reports, forms);
      }
    },
  };
}

function makeIssuer(name: string, reports: readonly PanelReport[], forms: Forms): PanelIssuer {
  const sorted = [...reports].sort(inOrder);
  const first = sorted[0]!.year;
  const years = Array.from({ length: sorted.at(-1)!.year - first + 1 }, (_, at): PanelYear => {
    const own = sorted.filter(({ year }) => year === first + at);
    return { year: first + at, kind: kindOf(own), reports: own };
  });
  const assessed = Object.fromEntries(
    crossYearRules.map(({ id }) => [id, { held: 0, broken: 0, notAssessable: 0 }]),
  ) as Record<CrossYearRule["id"], Assessed>;
  const findings: PanelFinding[] = [];
  let before: readonly YearReport[] = [];
  for (const { kind, year, reports: own } of years) {
    // Offices that were merged carry nothing over from one another.
    const compared = kind === "merged" ? [] : kind === "duplicate" ? own.slice(0, 1) : own;
    const after = compared.map((report): YearReport => ({ report, cells: panelCells(report, forms) }));
    for (const [one, other, rule] of before.flatMap((one) =>
      after.flatMap((other) => crossYearRules.map((rule) => [one, other, rule] as const)),
    )) {
      const { breaks, held, notAssessable } = rule.compare(one, other);
      const sums = assessed[rule.id];
      assessed[rule.id] = {
        held: sums.held + held,
        broken: sums.broken + breaks.length,
        notAssessable: sums.notAssessable + notAssessable,
      };
      for (const { args = {}, ...found } of breaks) {
        findings.push({
          rule: rule.id,
          severity: rule.severity,
          issuer: name,
          year,
          ...found,
          args,
          before: one.report,
          after: other.report,
        });
      }
    }
    before = after;
  }
  return { name, years, findings, assessed };
}

function kindOf(reports: readonly PanelReport[]): PanelYear["kind"] {
  const [first, ...others] = reports;
  if (!first) return "gap";
  if (others.length === 0) return "one";
  if (others.some(({ issuer }) => issuerKey(issuer) !== issuerKey(first.issuer))) return "merged";
  const same = others.every(
    ({ packed, layouts }) => packed === first.packed && String(layouts) === String(first.layouts),
  );
  return same ? "duplicate" : "revised";
}

function inOrder(a: PanelReport, b: PanelReport): number {
  const key = ({ year, publicationDate, source, sha256 }: PanelReport) =>
    [year, publicationDate ?? "", source, sha256].join("\t");
  return key(a) < key(b) ? -1 : 1;
}

/** The name printed most often; of equally frequent ones the longest, then the first. */
function commonest(reports: readonly PanelReport[]): string {
  const counts = new Map<string, number>();
  for (const { issuer } of reports) counts.set(issuer, (counts.get(issuer) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || b.length - a.length || (a < b ? -1 : 1))[0]![0];
}
