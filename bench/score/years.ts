import { convert, templates } from "../../src/index.ts";
import { startPanel } from "../../src/panel/index.ts";
import type { PanelFinding } from "../../src/panel/index.ts";
import { drawArchive, plantableBreaks, renderings } from "../../test/support/factory/index.ts";
import type { ArchiveTruth, YearBreak } from "../../test/support/factory/index.ts";
import { pointerOf } from "./cells.ts";

/** How the rules across years did on archives whose breaks are known. */
export interface YearLine {
  /** The rule that was broken, or `unbroken`. */
  readonly name: string;
  archives: number;
  reports: number;
  /** Instances of rules that held, and instances that blank cells left open. */
  held: number;
  open: number;
  planted: number;
  found: number;
  falseAlarms: number;
  /** Archives that did not come out as one issuer with every report in its own year. */
  scattered: number;
}

export interface YearBoard {
  readonly lines: readonly YearLine[];
  /** The first few breaks that were not found, false alarms and scattered archives. */
  readonly failures: readonly string[];
}

const failuresKept = 20;

/**
 * Scores archives that are in turn unbroken and with one of the breaks; each report is in another rendering that keeps
 * its cells.
 */
export async function scoreArchives(count: number, from: number): Promise<YearBoard> {
  const lines = new Map<string, YearLine>();
  const failures: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const planted = at % 2 === 0 ? null : plantableBreaks[Math.floor(at / 2) % plantableBreaks.length]!;
    const archive = drawArchive(from + at, planted);
    const name = planted ?? "unbroken";
    const line = lines.get(name) ?? {
      name,
      archives: 0,
      reports: 0,
      held: 0,
      open: 0,
      planted: 0,
      found: 0,
      falseAlarms: 0,
      scattered: 0,
    };
    lines.set(name, line);
    failures.push(
      ...(await scoreArchive(archive, line)).map((what) => `archive ${archive.seed}, ${name}: ${what}`),
    );
  }
  return { lines: [...lines.values()], failures: failures.slice(0, failuresKept) };
}

async function scoreArchive(
  { seed, reports, breaks, twice }: ArchiveTruth,
  line: YearLine,
): Promise<string[]> {
  const panel = startPanel({ templates });
  for (const [at, truth] of reports.entries()) {
    for (const copy of truth.year === twice ? [0, 1] : [0]) {
      const { id, extension, render } = faithful[(seed * 7 + at + copy) % faithful.length]!;
      panel.add(await convert({ name: `${id}-${truth.year}.${extension}`, bytes: render(truth) }));
    }
  }
  const issuers = [...panel.issuers()];
  const findings = issuers.flatMap((issuer) => issuer.findings);
  const missed = breaks.filter((one) => !findings.some((finding) => tells(finding, one)));
  const alarms = findings.filter((finding) => !breaks.some((one) => tells(finding, one)));
  const years = issuers.flatMap((issuer) => issuer.years.filter(({ kind }) => kind !== "gap"));
  const placed = years.map(({ year, kind }) => `${year} ${kind}`).join(", ");
  const wanted = reports.map(({ year }) => `${year} ${year === twice ? "duplicate" : "one"}`).join(", ");
  const scattered = issuers.length !== 1 || placed !== wanted;
  line.archives += 1;
  line.reports += reports.length;
  for (const { held, notAssessable } of issuers.flatMap(({ assessed }) => Object.values(assessed))) {
    line.held += held;
    line.open += notAssessable;
  }
  line.planted += breaks.length;
  line.found += breaks.length - missed.length;
  line.falseAlarms += alarms.length;
  line.scattered += Number(scattered);
  return [
    ...missed.map(({ rule, year, path }) => `${rule} ${year} ${path} not found`),
    ...alarms.map(
      ({ rule, year, path, expected, actual }) => `${rule} ${year} ${path} found: ${expected}, ${actual}`,
    ),
    ...(scattered
      ? [`issuers ${issuers.map((issuer) => issuer.name).join(", ")}; ${placed}; not ${wanted}`]
      : []),
  ];
}

const faithful = renderings.filter(({ keeps }) => keeps !== "text");

function tells({ rule, year, path }: PanelFinding, known: YearBreak): boolean {
  return (
    rule === known.rule &&
    year === known.year &&
    path === (known.path === "sections" ? "/report/sections" : pointerOf(known.path))
  );
}
