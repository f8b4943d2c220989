import { createHash } from "node:crypto";
import { join } from "node:path";
import { breather } from "../store/breath.ts";
import { writeBuckets } from "../store/buckets.ts";
import { surveyBucketOf } from "./place.ts";
import type { SurveyPlace } from "./place.ts";
import { plannedResults } from "../store/planned.ts";
import type { PlanWithResults } from "../store/planned.ts";
import { resultId } from "../store/results.ts";
import type { Settings } from "../store/settings.ts";
import { whole } from "../store/shard.ts";
import type { Corrected } from "./corrected.ts";
import { copyOf } from "./reports.ts";
import type { FoundCopy } from "./reports.ts";

/** What must be known before any copy is compared. */
export interface ResultsSurvey {
  /** How many results are missing, and the ids of the first of them. */
  readonly missing: { readonly count: number; readonly ids: ReadonlySet<string> };
}

/** A copy in the bucket of its report; `key` begins with the name of that bucket. */
export interface DealtCopy extends FoundCopy {
  readonly key: string;
}

/** How many missing results are kept by id, so that their makers can be found; the rest are counted. */
const namedMissing = 10_000;

/**
 * Reads the plan and the small part of every result, without its conversion, and distributes the copies over the files
 * of the survey. Copies of one report go to one file, in the order of hashes.
 */
export async function surveyResults(
  planned: PlanWithResults,
  { markOf }: Pick<Corrected, "markOf">,
  formerNames: Settings["formerNames"],
  place: SurveyPlace,
): Promise<ResultsSurvey> {
  const ids = new Set<string>();
  let count = 0;
  const breathe = breather();
  const dealt = writeBuckets<DealtCopy>(dealtFolder(place));
  for (const [group, result] of plannedResults(planned, whole, { marksOnly: true })) {
    await breathe();
    const [first] = group.entries;
    if (first.failure) continue;
    if (!result) {
      count += 1;
      if (ids.size < namedMissing) ids.add(resultId(first));
      continue;
    }
    const mark = markOf(group, result);
    if (!mark) continue;
    const found = copyOf(group, mark, result.packed, formerNames);
    const key = createHash("sha256").update(found.id).digest("hex").slice(0, 8);
    dealt.add({ key: surveyBucketOf(place, key), ...found });
  }
  dealt.finish();
  return { missing: { count, ids } };
}

export function dealtFolder({ folder }: SurveyPlace): string {
  return join(folder, "by-report");
}
