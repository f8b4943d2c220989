import type { Conversion, ConvertedSource } from "../model/index.ts";
import { lineStart } from "../writers/jsonl.ts";
import type { BucketGroup, PlanEntry } from "./store/buckets.ts";
import { resultsOfBucket } from "./store/planned.ts";
import type { ResultLogs, StoredConversion, StoredResult } from "./store/results.ts";
import type { Shard } from "./store/shard.ts";
import type { Making } from "./summary/standing.ts";
import type { Failure } from "./store/status.ts";

/** A content of the plan and its outcome, as converted; null where its result is missing or damaged. */
export interface Content {
  readonly group: BucketGroup;
  readonly result: StoredResult | undefined;
  readonly outcome: Conversion | Failure | null;
  /** The conversion as a line of JSON Lines, where it need not be written anew. */
  readonly line: Buffer | null;
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
    yield { group, result, ...outcomeOf(group, result) };
}

function outcomeOf(
  { entries: [first] }: BucketGroup,
  result: StoredResult | undefined,
): Pick<Content, "outcome" | "line"> {
  const failure = first.failure ?? result?.failure;
  if (failure) return { outcome: failure, line: null };
  const stored = result?.read();
  if (!stored) return { outcome: null, line: null };
  const outcome = namedAs(first, stored.conversion);
  return { outcome, line: namedLine(outcome, stored) };
}

/**
 * The stored line with another source; null where it does not begin and end as a line does. Results from before lines
 * were stored are JSON in another order.
 */
export function namedLine(named: Conversion, { conversion, line }: StoredConversion): Buffer | null {
  const start = Buffer.from(lineStart(conversion));
  if (!start.equals(line.subarray(0, start.length)) || line.at(-1) !== LINE_END) return null;
  return Buffer.concat([Buffer.from(lineStart(named)), line.subarray(start.length)]);
}

const LINE_END = 0x0a;

/** The conversion with the name of the first input with this content, whichever of them was converted. */
export function namedAs(first: Pick<PlanEntry, "name" | "parts">, conversion: Conversion): Conversion {
  return { ...conversion, source: named(conversion.source, first) };
}

function named(source: ConvertedSource, { name, parts }: Pick<PlanEntry, "name" | "parts">): ConvertedSource {
  if (!parts) return { ...source, name };
  const files = parts.map((part) => ({ name: part.name, sha256: part.sha256, bytes: part.bytes }));
  return { ...source, name: files.map((file) => file.name).join(" + "), files };
}
