import { divisionTree } from "../../places/index.ts";
import type { Level } from "../../places/index.ts";
import { compare } from "../store/buckets.ts";
import type { DatasetReport } from "../copies/reports.ts";

/** The coverage of one division and of those within it. */
export interface DivisionCoverage {
  readonly code: string;
  readonly name: string;
  /** Reports of all issuers within it. */
  readonly reports: number;
  /** For its own level and each below: how many divisions have a report, and how many there are. */
  readonly levels: readonly { readonly level: Level; readonly covered: number; readonly all: number }[];
  /** The prefectures of a province; empty for other divisions. */
  readonly within: readonly DivisionCoverage[];
}

/**
 * The provinces that have reports, in the order of their codes and with their prefectures, and the number of reports
 * without a decided place.
 */
export interface Divisions {
  readonly provinces: readonly DivisionCoverage[];
  readonly undecided: number;
}

const LENGTHS: Readonly<Record<Level, number>> = { province: 2, prefecture: 4, county: 6, town: 9 };
const LEVELS: readonly Level[] = ["province", "prefecture", "county", "town"];

/** Counts reports by division; an office counts for the division it belongs to. */
export function byDivision(reports: Iterable<Pick<DatasetReport, "placement">>): Divisions {
  const reportsOf = new Map<string, number>();
  let undecided = 0;
  for (const {
    placement: { code },
  } of reports)
    if (code === null) undecided += 1;
    else reportsOf.set(code, (reportsOf.get(code) ?? 0) + 1);
  const covered = [...reportsOf.keys()].sort(compare);
  const { byCode } = divisionTree();
  const counts = countsWithin(byCode.keys());
  const coverage = (code: string): DivisionCoverage => {
    const own = covered.filter((other) => other.startsWith(code));
    return {
      code,
      name: byCode.get(code)?.name ?? code,
      reports: own.reduce((sum, it) => sum + reportsOf.get(it)!, 0),
      levels: LEVELS.filter((level) => LENGTHS[level] >= code.length).map((level) => ({
        level,
        covered: own.filter((it) => it.length === LENGTHS[level]).length,
        all: counts.get(`${code} ${LENGTHS[level]}`) ?? 0,
      })),
      within: code.length === 2 ? prefixes(own, 4).map(coverage) : [],
    };
  };
  return { provinces: prefixes(covered, 2).map(coverage), undecided };
}

/** How many codes of each length are within each province and prefecture, which are themselves included. */
function countsWithin(codes: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const code of codes)
    for (const length of code.length > 2 ? [2, 4] : [2]) {
      const key = `${code.slice(0, length)} ${code.length}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
}

/** The divisions of that length that contain the codes. */
function prefixes(codes: readonly string[], length: number): readonly string[] {
  return [...new Set(codes.flatMap((code) => (code.length >= length ? [code.slice(0, length)] : [])))];
}
