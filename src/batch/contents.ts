import type { Conversion, ConvertedSource } from "../model/index.ts";
import type { BucketGroup, PlanEntry } from "./store/buckets.ts";
import { resultsOfBucket } from "./store/planned.ts";
import type { ResultLogs, StoredResult } from "./store/results.ts";
import type { Shard } from "./store/shard.ts";
import type { Making } from "./summary/standing.ts";
import type { Failure } from "./store/status.ts";

/** A content of the plan and its outcome, as converted; null where its result is missing or damaged. */
export interface Content {
  readonly group: BucketGroup;
  readonly result: StoredResult | undefined;
  readonly outcome: Conversion | Failure | null;
}

/** Every content of a shard in one bucket, in the order of hashes. */
export function* contents(
  { plan: { folders }, results }: Making,
  bucket: string,
  { shard, logs }: { readonly shard: Shard; readonly logs?: ResultLogs | undefined },
): Generator<Content> {
  for (const [group, result] of resultsOfBucket({ folders, results }, bucket, {
    shard,
    marksOnly: true,
    logs,
  }))
    yield { group, result, outcome: outcomeOf(group, result) };
}

function outcomeOf(
  { entries: [first] }: BucketGroup,
  result: StoredResult | undefined,
): Conversion | Failure | null {
  const failure = first.failure ?? result?.failure;
  if (failure) return failure;
  const conversion = result?.conversion();
  return conversion ? namedAs(first, conversion) : null;
}

/** The conversion with the name of the first input with this content, whichever of them was converted. */
export function namedAs(first: Pick<PlanEntry, "name" | "parts">, conversion: Conversion): Conversion {
  return { ...conversion, source: named(conversion.source, first) };
}

function named(source: ConvertedSource, { name, parts }: Pick<PlanEntry, "name" | "parts">): ConvertedSource {
  if (!parts) return { ...source, name };
  const files = parts.map((part) => ({ name: part.name, sha256: part.sha256, bytes: part.bytes }));
  return { ...source, name: files.map((file) => file.name).join(" + "), files };
}
