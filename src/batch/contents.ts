import type { Conversion, ConvertedSource } from "../model/index.ts";
import { bucketNames, readBucket } from "./store/buckets.ts";
import type { BucketGroup, PlanEntry } from "./store/buckets.ts";
import type { Corrected } from "./outputs/corrected.ts";
import { readResults, resultId, logsByBucket } from "./store/results.ts";
import type { StoredResult } from "./store/results.ts";
import { belongs } from "./store/shard.ts";
import type { Shard } from "./store/shard.ts";
import type { Making } from "./summary/standing.ts";
import type { Failure } from "./store/status.ts";

/** A content of the plan with what came of it, corrections laid over its record; null where its result was damaged since. */
export interface Content {
  readonly group: BucketGroup;
  readonly result: StoredResult | undefined;
  readonly outcome: Conversion | Failure | null;
}

/** Every content of a shard in the order of hashes, one bucket in memory at a time. */
export function* contents(making: Making, correction: Corrected, shard: Shard): Generator<Content> {
  for (const [group, result] of plannedResults(making, shard)) {
    const read = outcomeOf(group, result);
    yield { group, result, outcome: read === null || "status" in read ? read : correction.of(read) };
  }
}

/** The same without the records, which are read from disk only when they are asked for. */
export function* plannedResults(
  { plan, results }: Pick<Making, "plan" | "results">,
  shard: Shard,
): Generator<readonly [BucketGroup, StoredResult | undefined]> {
  const logs = logsByBucket(results);
  for (const bucket of bucketNames) {
    const groups = readBucket(plan.folders, bucket).filter(({ key }) => belongs(key, shard));
    if (groups.length === 0) continue;
    const stored = readResults(results, bucket, { marksOnly: true, logs });
    for (const group of groups) yield [group, stored.get(resultId(group.entries[0]))];
  }
}

/** The record bears the name of the first input of its content, whichever was converted. Null where it was damaged since. */
function outcomeOf(
  { entries: [first] }: BucketGroup,
  result: StoredResult | undefined,
): Conversion | Failure | null {
  const failure = first.failure ?? result?.failure;
  if (failure) return failure;
  const conversion = result?.conversion();
  if (!conversion) return null;
  return { ...conversion, source: named(conversion.source, first) };
}

function named(source: ConvertedSource, { name, parts }: PlanEntry): ConvertedSource {
  if (!parts) return { ...source, name };
  const files = parts.map((part) => ({ name: part.name, sha256: part.sha256, bytes: part.bytes }));
  return { ...source, name: files.map((file) => file.name).join(" + "), files };
}
