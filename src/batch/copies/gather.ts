import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { Conversion } from "../../model/index.ts";
import { isUndecidedIssuer } from "../../panel/index.ts";
import { breather } from "../store/breath.ts";
import { bucketBytes, bucketLines, bucketPath, compare, writeBuckets } from "../store/buckets.ts";
import type { BucketChecksums } from "../store/buckets.ts";
import { Damaged } from "../store/damaged.ts";
import { surveyBucketOf, surveyBuckets } from "./place.ts";
import type { SurveyPlace } from "./place.ts";
import { sortedLines } from "../store/sorted-lines.ts";
import { compareCopies } from "./compare.ts";
import type { JudgedDifference } from "./compare.ts";
import { gatherReports } from "./reports.ts";
import type { DatasetReport } from "./reports.ts";
import { dealtFolder } from "./deal.ts";
import type { DealtCopy } from "./deal.ts";

/** Which report a content is a copy of. */
export interface CopyStanding {
  readonly reportId: string;
  /** Whether this copy stands for the report. */
  readonly preferred: boolean;
  /** What other copies say otherwise; left out where nothing is. */
  readonly differences?: readonly JudgedDifference[];
}

/** All reports of a survey with their copies compared; read from disk. */
export interface Gathered {
  /** The reports in the order of their ids. */
  readonly reports: () => Iterable<DatasetReport>;
  /**
   * The standing of a content that has a record. If contents are asked for in the order of hashes, only one bucket is
   * in memory.
   */
  readonly standingOf: (key: string) => CopyStanding | null;
}

/**
 * Gathers the copies that `dealCopies` distributed, report by report, and writes them to files beside those, which
 * `readGathered` reads. Throws Damaged where those, or a result that must be compared, are not what was written.
 */
export async function gatherSurveyed(
  place: SurveyPlace,
  correct: (conversion: Conversion) => Conversion,
  checksums: BucketChecksums,
): Promise<void> {
  const breathe = breather();
  const { sorted, placed } = foldersIn(place);
  const contents = writeBuckets<PlacedContent>(placed);
  for (const bucket of surveyBuckets(place)) {
    if (crc32(bucketBytes(dealtFolder(place), bucket)) !== (checksums.get(bucket) ?? 0))
      throw new Damaged(bucketPath(dealtFolder(place), bucket));
    const copies = bucketLines(dealtFolder(place), bucket).map((line) => JSON.parse(line) as DealtCopy);
    const reports = writeBuckets<{ readonly key: string; readonly report: DatasetReport }>(sorted);
    for (const { id, placement, why, copies: all, signedElsewhere } of gatherReports(copies)) {
      await breathe();
      const { agrees: agree, differences } = compareCopies(all, correct);
      const agrees = signedElsewhere.size > 0 ? false : agree;
      const [{ key, name, mark }] = all;
      reports.add({
        key: bucket,
        report: { id, placement, why, preferred: { key, name, mark }, copies: all.length, agrees },
      });
      for (const [at, { key }] of all.entries()) {
        const isOneOffice = !isUndecidedIssuer(id);
        const other = signedElsewhere.get(key);
        const found = differences.get(key) ?? (other === undefined ? undefined : [{ other, paths: [] }]);
        const judged = found?.map((it) => ({ ...it, isOneOffice }));
        const standing = { reportId: id, preferred: at === 0, ...(judged ? { differences: judged } : {}) };
        contents.add({ key: surveyBucketOf(place, key), content: key, standing });
      }
    }
    reports.finish();
  }
  contents.finish();
}

/** Which report a content belongs to, stored in the bucket of the content. */
interface PlacedContent {
  readonly key: string;
  readonly content: string;
  readonly standing: CopyStanding;
}

function foldersIn({ folder }: SurveyPlace): { readonly sorted: string; readonly placed: string } {
  return { sorted: join(folder, "sorted"), placed: join(folder, "by-content") };
}

/** Reads what was gathered in a place. Its files must exist as long as the returned value is used. */
export function readGathered(place: SurveyPlace): Gathered {
  const { sorted, placed } = foldersIn(place);
  let open: { readonly bucket: string; readonly standings: ReadonlyMap<string, CopyStanding> } | null = null;
  const standingsIn = (bucket: string): ReadonlyMap<string, CopyStanding> =>
    new Map(
      bucketLines(placed, bucket).map((line) => {
        const { content, standing } = JSON.parse(line) as PlacedContent;
        return [content, standing];
      }),
    );
  return {
    *reports() {
      const paths = surveyBuckets(place).map((bucket) => bucketPath(sorted, bucket));
      const parse = (line: string) => (JSON.parse(line) as { report: DatasetReport }).report;
      yield* sortedLines(paths, parse, (a, b) => compare(a.id, b.id));
    },
    standingOf(key) {
      const bucket = surveyBucketOf(place, key);
      if (open?.bucket !== bucket) open = { bucket, standings: standingsIn(bucket) };
      return open.standings.get(key) ?? null;
    },
  };
}
