import { compareDoubts, compareStanding, identifyAmong, seriesId } from "../../panel/index.ts";
import type { Placement } from "../../places/index.ts";
import type { BucketGroup, PlanEntry } from "../store/buckets.ts";
import { compare } from "../store/buckets.ts";
import type { ReportMark } from "../store/report-mark.ts";
import type { Packed } from "../store/results.ts";
import type { Settings } from "../store/settings.ts";

/** One content with a record, which is a copy of some report. */
export interface Copy {
  readonly key: string;
  readonly name: string;
  readonly mark: ReportMark;
  /** Where its record is stored, as converted. */
  readonly packed: readonly Packed[];
}

/** A copy with the place of its issuer and the id of its report. */
export interface FoundCopy {
  readonly copy: Copy;
  readonly placement: Placement;
  readonly id: string;
}

/** One report of one issuer and year, with the copies that an archive holds of it, the preferred one first. */
export interface GatheredReport {
  /** Place or name of the issuer, kind of report, year. */
  readonly id: string;
  readonly placement: Placement;
  readonly copies: readonly [Copy, ...Copy[]];
  /** Where offices of several places signed the copies: for each copy, by key, the name of one signed elsewhere. */
  readonly signedElsewhere: ReadonlyMap<string, string>;
  /** Why the first copy is preferred. */
  readonly why: "only copy" | "fewest doubts" | "format" | "name";
}

/** The same report as one row shows it. */
export interface DatasetReport extends Pick<GatheredReport, "id" | "placement" | "why"> {
  readonly preferred: Omit<Copy, "packed">;
  readonly copies: number;
  /** Whether the copies agree; null where there is only one. A cell that a copy leaves empty is no disagreement. */
  readonly agrees: boolean | null;
}

/** The copy that a content is. */
export function copyOf(
  { key, entries: [first, ...others] }: BucketGroup,
  mark: ReportMark,
  packed: Copy["packed"],
  formerNames?: Settings["formerNames"],
): FoundCopy {
  const { issuer, year, title, signature, family } = mark;
  const signsAt = ({ name, fields }: PlanEntry) => ({ issuer: issuer ?? "", title, signature, name, fields });
  const { id, placement } = identifyAmong([signsAt(first), ...others.map(signsAt)], formerNames);
  // A content that names no issuer or no year is a report of its own.
  const whose = issuer === null || year === null ? null : `${seriesId(id, family)}:${year}`;
  return {
    copy: { key, name: first.name, mark, packed },
    placement,
    id: whose ?? `sha256:${key.slice(0, 16)}`,
  };
}

/** The reports in the order of their ids. */
export function gatherReports(found: Iterable<FoundCopy>): readonly GatheredReport[] {
  const byId = new Map<string, { placements: Map<string, Placement>; copies: Copy[] }>();
  for (const { id, placement, copy } of found) {
    const { placements, copies } = byId.get(id) ?? { placements: new Map<string, Placement>(), copies: [] };
    placements.set(copy.key, placement);
    copies.push(copy);
    byId.set(id, { placements, copies });
  }
  return [...byId]
    .sort(([a], [b]) => compare(a, b))
    .map(([id, { placements, copies }]) => {
      const [first, second, ...others] = copies.sort(better);
      const why = second === undefined ? "only copy" : difference(first!, second);
      return {
        id,
        placement: placeOf([...placements.values()]),
        copies: [first!, ...(second ? [second] : []), ...others],
        signedElsewhere: elsewhere(copies, placements),
        why,
      };
    });
}

/** The place of a report, whose copies may be signed by offices of several places, or not at all. */
function placeOf(placements: readonly Placement[]): Placement {
  const placed = new Map(placements.flatMap((it) => (it.code === null ? [] : [[it.code, it] as const])));
  const [only = placements[0]!] = placed.values();
  if (placed.size < 2) return only;
  return { ...only, code: null, level: null, path: [], how: null, candidates: [...placed.keys()].sort() };
}

function elsewhere(
  copies: readonly Copy[],
  placements: ReadonlyMap<string, Placement>,
): GatheredReport["signedElsewhere"] {
  const codeOf = ({ key }: Copy) => placements.get(key)!.code;
  const signed = copies.filter((copy) => codeOf(copy) !== null);
  const found = new Map<string, string>();
  if (new Set(signed.map(codeOf)).size < 2) return found;
  for (const copy of copies)
    found.set(copy.key, signed.find((other) => codeOf(other) !== codeOf(copy))!.name);
  return found;
}

function better(a: Copy, b: Copy): number {
  return compareStanding(a.mark, b.mark) || compare(a.name, b.name) || compare(a.key, b.key);
}

function difference({ mark: a }: Copy, { mark: b }: Copy): GatheredReport["why"] {
  if (compareDoubts(a, b) !== 0) return "fewest doubts";
  return compareStanding(a, b) === 0 ? "name" : "format";
}
