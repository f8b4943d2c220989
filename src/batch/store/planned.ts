import { bucketNames, readBucket } from "./buckets.ts";
import type { BucketGroup } from "./buckets.ts";
import { logsByBucket, readResults, resultId } from "./results.ts";
import type { ResultLogs, StoredResult } from "./results.ts";
import { belongs } from "./shard.ts";
import type { Shard } from "./shard.ts";

/** The folders of the plan's parts, and the results that were made from it. */
export interface PlanWithResults {
  readonly folders: readonly string[];
  readonly results: string;
}

/**
 * Every content of a shard in the order of hashes, with its result if it has one; no more than one bucket is in memory.
 * With `marksOnly` conversions stay on disk until they are asked for, see `readResults`.
 */
export function* plannedResults(
  planned: PlanWithResults,
  shard: Shard,
  { marksOnly }: { readonly marksOnly: boolean },
): Generator<readonly [BucketGroup, StoredResult | undefined]> {
  const logs = logsByBucket(planned.results);
  for (const bucket of bucketNames) yield* resultsOfBucket(planned, bucket, { shard, marksOnly, logs });
}

/** Those of one bucket. */
export function* resultsOfBucket(
  { folders, results }: PlanWithResults,
  bucket: string,
  {
    shard,
    ...how
  }: { readonly shard: Shard; readonly marksOnly: boolean; readonly logs?: ResultLogs | undefined },
): Generator<readonly [BucketGroup, StoredResult | undefined]> {
  const groups = readBucket(folders, bucket).filter(({ key }) => belongs(key, shard));
  if (groups.length === 0) return;
  const stored = readResults(results, bucket, how);
  for (const group of groups) yield [group, stored.get(resultId(group.entries[0]))];
}
