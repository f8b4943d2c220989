import { rmSync } from "node:fs";
import { bucketGate } from "./store/bucket-gate.ts";
import type { BucketGate } from "./store/bucket-gate.ts";
import { bucketNames, bucketOf } from "./store/buckets.ts";
import { draftDataset, draftPlace } from "./draft.ts";
import type { Draft, DraftPlace } from "./draft.ts";
import type { Tally } from "./summary/coverage.ts";
import { nestedFolder } from "./plan/nested.ts";
import { locked } from "./store/lock.ts";
import { longTables } from "./outputs/names.ts";
import { publish } from "./outputs/publish.ts";
import { forgetParts } from "./parts.ts";
import { readPlan } from "./plan/plan.ts";
import { readResults, logsByBucket } from "./store/results.ts";
import { otherResults, resultsFolder } from "./store/result-folders.ts";
import { otherOptions } from "./store/shard-settings.ts";
import { settleDataset } from "./settle.ts";
import { datasetKey, rememberDataset, standingDataset } from "./summary/standing.ts";
import type { Making } from "./summary/standing.ts";
import { conversionKey } from "./store/settings.ts";
import type { Settings } from "./store/settings.ts";
import { ShardsDiffer, Unfinished } from "./unmergeable.ts";

export interface MergeOptions {
  readonly onDone?: (inputs: number, total: number) => void;
}

/**
 * Writes every output from the plan and the results, in the order of hashes, with one bucket in memory at a time.
 * Except for the timings, the outputs depend only on inputs, version and settings. They are written to a draft folder,
 * and the earlier dataset stays until all of them are complete; if nothing would change, it is left alone. Throws
 * Unfinished, ShardsDiffer and Held.
 */
export function merge(out: string, settings: Settings, options: MergeOptions = {}): Promise<Tally> {
  return locked(out, "merge", async () => {
    const making = makingOf(out, settings);
    return (await standingDataset(out, making)) ?? write(out, making, options);
  });
}

/**
 * Does `convert`, which makes the results, and drafts the dataset meanwhile: a bucket whenever the gate lets it through.
 * The outputs are those of a merge afterwards.
 */
export function mergeBeside(
  out: string,
  settings: Settings,
  convert: (gate: BucketGate) => Promise<void>,
  options: MergeOptions,
): Promise<Tally> {
  return locked(out, "merge", async () => {
    const making = makingOf(out, settings);
    const gate = bucketGate();
    const key = datasetKey(making);
    const standing = await standingDataset(out, making);
    if (standing) {
      await convert(gate);
      return datasetKey(making) === key ? standing : write(out, making, options);
    }
    const place = emptied(draftPlace(out, making.plan.head.inputs));
    // Where drafting fails, such as on a full disk, the merge drafts again and meets the cause.
    const drafting = draftDataset(place, making, gate.buckets()).catch(() => null);
    const converting = convert(gate).then(gate.close, (error: unknown) => {
      gate.stop();
      throw error;
    });
    // The draft is of no use where the conversion fails, but it must have ended before anybody begins another.
    const [draft] = await Promise.all([drafting, converting.catch(() => undefined)]);
    await converting;
    return write(out, making, options, draft);
  });
}

/** What a merge of this folder is made from. Throws Unfinished and ShardsDiffer. */
function makingOf(out: string, settings: Settings): Making {
  const plan = readPlan(out);
  if (!plan) throw new Unfinished(null);
  const options = otherOptions(out, settings);
  if (plan.unlike.length > 0 || options.length > 0) throw new ShardsDiffer(plan.unlike, options);
  return { settings, plan, results: resultsFolder(out, conversionKey(settings)) };
}

function emptied(place: DraftPlace): DraftPlace {
  for (const folder of [place.folder, place.survey.folder]) rmSync(folder, { recursive: true, force: true });
  return place;
}

/** Drafts the dataset, where that is not done, settles it and puts it in place. */
async function write(
  out: string,
  making: Making,
  options: MergeOptions,
  drafted: Draft | null = null,
): Promise<Tally> {
  const { settings, plan, results } = making;
  const place = draftPlace(out, plan.head.inputs);
  try {
    const draft = drafted ?? (await draftDataset(emptied(place), making, bucketNames, logsByBucket(results)));
    const { missing } = draft;
    if (missing.count > 0) throw new Unfinished(missing.count, makersOf(missing.ids, results));
    const written = await settleDataset(out, place, making, draft, options.onDone);
    // Another run may have replaced the plan while its buckets were read, or the disk have damaged it.
    if (JSON.stringify(readPlan(out)) !== JSON.stringify(plan)) throw new Unfinished(null);
    publish(place.folder, out, settings.parts ? longTables : []);
    if (!settings.parts) forgetParts(out);
    rememberDataset(out, making, written);
    rmSync(nestedFolder(out), { recursive: true, force: true });
    return written.tally;
  } finally {
    emptied(place);
  }
}

/** The options of other results that exist for some of the missing contents. */
function makersOf(missing: ReadonlySet<string>, own: string): readonly object[] {
  const buckets = new Set([...missing].map(bucketOf));
  return otherResults(own)
    .filter(({ folder }) => {
      const logs = logsByBucket(folder);
      return [...buckets].some((bucket) =>
        [...readResults(folder, bucket, { marksOnly: true, logs }).keys()].some((id) => missing.has(id)),
      );
    })
    .map(({ options }) => options);
}
