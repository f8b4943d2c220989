import { withBuiltIn } from "../../templates/index.ts";
import type { Template } from "../../model/index.ts";
import type { Language } from "../../findings/index.ts";
import { bucketNames, readBucket } from "../store/buckets.ts";
import type { BucketGate } from "../store/bucket-gate.ts";
import type { BucketGroup, PlanEntry } from "../store/buckets.ts";
import { scanLimits } from "../store/limits.ts";
import type { ChildLimits } from "../store/limits.ts";
import type { ChildSettings, Task } from "./protocol.ts";
import { plannedResults } from "../store/planned.ts";
import { resultId, resultLog } from "../store/results.ts";
import type { StoredResult } from "../store/results.ts";
import { belongs } from "../store/shard.ts";
import type { Shard } from "../store/shard.ts";
import type { Status } from "../store/status.ts";
import { startWorker } from "./worker.ts";
import type { ChildOutcome, Worker } from "./worker.ts";

export interface RunOptions {
  /** The folders of the plan's parts. */
  readonly folders: readonly string[];
  readonly results: string;
  readonly shard: Shard;
  readonly workers: number;
  readonly language: Language;
  readonly infer: boolean;
  readonly templates: readonly Template[];
  readonly limits: ChildLimits;
  /** Tries again what failed for reasons that may have passed. */
  readonly retry: boolean;
  /** Reads scans. Without it they stay `needs-ocr`, which `retry` takes up again. */
  readonly ocr: boolean;
  /** Is told which contents are done, for who follows. */
  readonly gate: BucketGate | null;
  /** Called once for each content; `kept` is true when an earlier run had done it. */
  readonly onDone?: (group: BucketGroup, status: Status, kept: boolean) => void;
}

/**
 * Converts what the plan holds and no earlier run has done. Scans come last and under limits of their own, so that they
 * hold up nothing else, and are left for later where `ocr` is off. Throws NoChild when no child process can be started.
 */
export async function runPlan(options: RunOptions): Promise<void> {
  const { limits, language, infer, templates, ocr } = options;
  const convert = { language, infer, templates: withBuiltIn(templates) };
  const scans = new Map<string, number>();
  await lane(options, waiting(options), {
    settings: { convert: { ...convert, ocr: false }, limits },
    pages: () => 1,
    ahead: true,
    // These are not logged: if this run ends before they are read, the next one finds them still to be done.
    leave: (id, pages) => ocr && pages > 0 && scans.set(id, pages).size > 0,
  });
  if (scans.size === 0) return;
  await lane(options, left(options, scans), {
    settings: { convert, limits: scanLimits(limits) },
    pages: (id) => scans.get(id) ?? 1,
    ahead: false,
    leave: () => false,
  });
}

interface Lane {
  readonly settings: ChildSettings;
  /** The number of pages by which the time limits are multiplied. */
  readonly pages: (id: string) => number;
  /**
   * Whether a child gets its next document before it has answered. It then never waits, but the document waits even where
   * another child has nothing left to do.
   */
  readonly ahead: boolean;
  /** Whether a document with this many unread scans is left to another lane. */
  readonly leave: (id: string, scans: number) => boolean;
}

async function lane(
  { results, workers, gate, onDone }: RunOptions,
  queue: AsyncGenerator<BucketGroup>,
  { settings, pages, ahead, leave }: Lane,
): Promise<void> {
  const log = resultLog(results);
  const pool = Array.from({ length: workers }, () => startWorker(settings));
  const keep = (group: BucketGroup, { packed, scans, ...outcome }: ChildOutcome): void => {
    const id = resultId(group.entries[0]);
    if (leave(id, scans)) return;
    log.add({ id, ...outcome }, packed);
    gate?.done(group.key);
    onDone?.(group, outcome.status, false);
  };
  const work = async (worker: Worker): Promise<void> => {
    const begin = async () => {
      const next = await queue.next();
      if (next.done) return null;
      const outcome = convertAny(worker, tasksOf(next.value, pages));
      // If writing a result fails, nobody awaits the answers that follow, so their rejection is handled here.
      outcome.catch(() => undefined);
      return { group: next.value, outcome };
    };
    for (let current = await begin(); current !== null;) {
      const following = ahead ? await begin() : null;
      keep(current.group, await current.outcome);
      current = ahead ? following : await begin();
    }
  };
  try {
    await Promise.all(pool.map(work));
  } finally {
    for (const worker of pool) worker.end();
    log.close();
  }
}

/** Converts a content from the first of its places where it can still be read. */
async function convertAny({ convert }: Worker, [first, ...others]: Tasks): Promise<ChildOutcome> {
  let outcome = await convert(first);
  for (const other of others) {
    if (outcome.status !== "unreadable") break;
    outcome = await convert(other);
  }
  return outcome;
}

type Tasks = readonly [Task, ...Task[]];

/** A task for each place of a content, all under the name that decides its format. */
function tasksOf({ entries: [first, ...others] }: BucketGroup, pages: Lane["pages"]): Tasks {
  const id = resultId(first);
  const taskOf = ({ sha256, bytes, location, parts }: PlanEntry): Task => ({
    id,
    parts: parts ?? [{ name: first.name, sha256: sha256!, bytes: bytes!, location: location! }],
    pages: pages(id),
  });
  const isOther = ({ parts }: PlanEntry): boolean => (parts === undefined) === (first.parts === undefined);
  return [taskOf(first), ...others.filter(isOther).map(taskOf)];
}

/** The contents of the plan that the first lane left. */
async function* left(
  { folders, shard }: RunOptions,
  ids: ReadonlyMap<string, number>,
): AsyncGenerator<BucketGroup> {
  for (const bucket of bucketNames)
    for (const group of readBucket(folders, bucket))
      if (belongs(group.key, shard) && ids.has(resultId(group.entries[0]))) yield group;
}

/** What is left to do, bucket by bucket, so that no more than one bucket is in memory. */
async function* waiting({ shard, retry, gate, onDone, ...planned }: RunOptions): AsyncGenerator<BucketGroup> {
  for (const [group, result] of plannedResults(planned, shard, { marksOnly: false })) {
    const { failure } = group.entries[0];
    gate?.reach(group.key);
    if (failure) onDone?.(group, failure.status, false);
    else if (result && !isTriedAgain(result, retry)) onDone?.(group, result.status, true);
    else {
      gate?.begin(group.key);
      yield group;
    }
  }
}

/**
 * What could not be read once has been read by the plan since, perhaps in another place, so that it is tried again
 * unasked.
 */
function isTriedAgain({ status, failure }: StoredResult, retry: boolean): boolean {
  return status === "unreadable" || (retry && (failure?.retryable ?? false));
}
