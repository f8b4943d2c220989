import type { Conversion, ConvertedSource } from "../model/index.ts";
import type { BucketGroup, PlanEntry } from "./store/buckets.ts";
import type { Corrected } from "./copies/corrected.ts";
import { plannedResults } from "./store/planned.ts";
import type { StoredResult } from "./store/results.ts";
import type { Shard } from "./store/shard.ts";
import type { Making } from "./summary/standing.ts";
import type { Failure } from "./store/status.ts";

/**
 * A content of the plan and its outcome, with the corrections applied to its record; null where its result has been
 * damaged since.
 */
export interface Content {
  readonly group: BucketGroup;
  readonly result: StoredResult | undefined;
  readonly outcome: Conversion | Failure | null;
}

/** Every content of a shard in the order of hashes, with one bucket in memory at a time. */
export function* contents(
  { plan: { folders }, results }: Making,
  correction: Corrected,
  shard: Shard,
): Generator<Content> {
  for (const [group, result] of plannedResults({ folders, results }, shard, { marksOnly: true })) {
    const read = outcomeOf(group, result);
    yield { group, result, outcome: read === null || "status" in read ? read : correction.of(read) };
  }
}

/**
 * The outcome of a content. Its record has the name of the first input with this content, whichever of them was
 * converted. Null where the result has been damaged.
 */
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
