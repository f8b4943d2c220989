import type { Conversion, Template } from "../model/index.ts";
import { signatureOf } from "./signature.ts";
import { familyOf, identify, isUndecidedIssuer, seriesId } from "./identity.ts";
import { issuerKey } from "./issuer.ts";
import type { Mergers } from "./mergers.ts";
import { formsOf, panelReport } from "./record.ts";
import type { PanelReport, Unplaced, Whose } from "./record.ts";
import { crossYearRulesOf } from "./rules/index.ts";
import { makeIssuer } from "./series.ts";
import type { PanelIssuer } from "./series.ts";
import { labelsOfTemplates } from "./sketch.ts";

export { signatureOf } from "./signature.ts";
export { familyOf, identify, identifyAmong, isUndecidedIssuer, seriesId } from "./identity.ts";
export type { Identity, Signs } from "./identity.ts";
export { compareDoubts, compareStanding, type Standing } from "./preferred.ts";
export type { Forms, PanelCell, PanelReport, Unplaced, Whose } from "./record.ts";
export type { Assessed, PanelFinding, PanelIssuer, PanelYear } from "./series.ts";
export type { CrossYearRule } from "./rules/rule.ts";
export type { Mergers, MergersProblem } from "./mergers.ts";
export { parseMergers } from "./mergers.ts";
export { issuerKey } from "./issuer.ts";
export { panelCells, formsOf } from "./record.ts";

export interface PanelOptions {
  /** Must hold every layout of the conversions to come. */
  readonly templates: readonly Template[];
  readonly mergers?: Mergers;
}

/** Reports of an archive by issuer and year. Holds about a kilobyte for each report. */
export interface Panel {
  /**
   * Takes one conversion; a string says why it has no place in the panel. Conversions may come in any order. `whose` is
   * what a dataset knows of it from the manifest and from the other copies.
   */
  readonly add: (conversion: Conversion, whose?: Whose) => Unplaced | null;
  /** Issuers in the order of their ids: divisions by code, then names. */
  readonly issuers: () => Iterable<PanelIssuer>;
}

/** Starts an empty panel. */
export function startPanel({ templates, mergers = new Map() }: PanelOptions): Panel {
  const forms = formsOf(templates);
  const labels = labelsOfTemplates(templates);
  const rules = crossYearRulesOf(templates);
  const bySeries = new Map<string, { name: string | null; reports: PanelReport[] }>();
  const whoseOf = (conversion: Conversion, issuer: string): Whose => {
    const { report, source, layouts } = conversion;
    const { id, placement } = identify({
      issuer,
      title: report?.title ?? null,
      signature: report ? signatureOf(report) : null,
      name: source.name,
    });
    return {
      series: seriesId(id, familyOf(layouts, templates)),
      divisionCode: placement.code,
      place: placement.path.join("") || null,
      undecided: isUndecidedIssuer(id),
      preferred: null,
    };
  };
  return {
    add(conversion, whose) {
      const report = panelReport(
        conversion,
        { forms, templates },
        labels,
        (it) => whose ?? whoseOf(it, it.report?.issuer ?? ""),
      );
      if (typeof report === "string") return report;
      const name = mergers.get(issuerKey(report.issuer)) ?? null;
      const key = name === null ? report.series : whoseOf(conversion, name).series;
      const entry = bySeries.get(key) ?? { name, reports: [] };
      entry.name ??= name;
      entry.reports.push(name === null ? report : { ...report, undecided: false });
      bySeries.set(key, entry);
      return null;
    },
    *issuers() {
      for (const key of [...bySeries.keys()].sort()) {
        const { name, reports } = bySeries.get(key)!;
        yield makeIssuer({ id: key, name: name ?? commonest(reports), reports }, forms, rules);
      }
    },
  };
}

/** The name printed most often; among equally frequent ones the longest, then the first. */
function commonest(reports: readonly PanelReport[]): string {
  const counts = new Map<string, number>();
  for (const { issuer } of reports) counts.set(issuer, (counts.get(issuer) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || b.length - a.length || (a < b ? -1 : 1))[0]![0];
}
