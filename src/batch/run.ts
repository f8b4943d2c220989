import { withBuiltIn } from "../index.ts";
import type { Template } from "../model/index.ts";
import type { Language } from "../findings/index.ts";
import { bucketNames, readBucket } from "./buckets.ts";
import type { Group } from "./buckets.ts";
import type { ChildLimits } from "./limits.ts";
import { readResults, resultId, resultLog } from "./results.ts";
import { belongs } from "./shard.ts";
import type { Shard } from "./shard.ts";
import type { Status } from "./status.ts";
import { startWorker } from "./worker.ts";
import type { Worker } from "./worker.ts";

export interface RunOptions {
  /** Folders of the plan's parts. */
  readonly folders: readonly string[];
  readonly results: string;
  readonly shard: Shard;
  readonly workers: number;
  readonly language: Language;
  readonly infer: boolean;
  readonly templates: readonly Template[];
  readonly limits: ChildLimits;
  /** Try again what failed for reasons that may have passed. */
  readonly retry: boolean;
  /** Once per content; `kept` when an earlier run had done it. */
  readonly onDone?: (group: Group, status: Status, kept: boolean) => void;
}

/** Converts what the plan holds and no earlier run has done. Throws NoChild when no child process will start. */
export async function run(options: RunOptions): Promise<void> {
  const { results, workers, limits, language, infer, templates } = options;
  const log = resultLog(results);
  const queue = waiting(options);
  const settings = { convert: { language, infer, templates: withBuiltIn(templates) }, limits };
  const pool = Array.from({ length: workers }, () => startWorker(settings));
  const work = async ({ convert }: Worker): Promise<void> => {
    for (let next = await queue.next(); !next.done; next = await queue.next()) {
      const group = next.value;
      const { sha256, bytes, location } = group.entries[0];
      const id = resultId(group.entries[0]);
      const { packed, ...outcome } = await convert({
        id,
        sha256: sha256!,
        bytes: bytes!,
        location: location!,
      });
      log({ id, ...outcome }, packed);
      options.onDone?.(group, outcome.status, false);
    }
  };
  try {
    await Promise.all(pool.map(work));
  } finally {
    for (const worker of pool) worker.end();
  }
}

/** What is left to do, bucket by bucket: no more than one bucket stands in memory. */
async function* waiting({ folders, results, shard, retry, onDone }: RunOptions): AsyncGenerator<Group> {
  for (const bucket of bucketNames) {
    const groups = readBucket(folders, bucket).filter(({ key }) => belongs(key, shard));
    if (groups.length === 0) continue;
    const done = readResults(results, bucket);
    for (const group of groups) {
      const { failure } = group.entries[0];
      const result = done.get(resultId(group.entries[0]));
      if (failure) onDone?.(group, failure.status, false);
      else if (result && !(retry && result.failure?.retryable)) onDone?.(group, result.status, true);
      else yield group;
    }
  }
}
