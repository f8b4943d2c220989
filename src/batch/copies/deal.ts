import { createHash } from "node:crypto";
import { join } from "node:path";
import { writeBuckets } from "../store/buckets.ts";
import type { BucketChecksums } from "../store/buckets.ts";
import { surveyBucketOf } from "./place.ts";
import type { SurveyPlace } from "./place.ts";
import type { FoundCopy } from "./reports.ts";

/** A copy in the bucket of its report; `key` begins with the name of that bucket. */
export interface DealtCopy extends FoundCopy {
  readonly key: string;
}

/**
 * Distributes copies over the files of a survey. Copies of one report go to one file, in the order in which they are
 * added.
 */
export function dealCopies(place: SurveyPlace): {
  readonly add: (copy: FoundCopy) => void;
  /** Returns what `gatherSurveyed` verifies the files by. */
  readonly finish: () => BucketChecksums;
} {
  const dealt = writeBuckets<DealtCopy>(dealtFolder(place));
  return {
    add(found) {
      const key = createHash("sha256").update(found.id).digest("hex").slice(0, 8);
      dealt.add({ key: surveyBucketOf(place, key), ...found });
    },
    finish: dealt.finish,
  };
}

export function dealtFolder({ folder }: SurveyPlace): string {
  return join(folder, "by-report");
}
