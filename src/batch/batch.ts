import { existsSync } from "node:fs";
import { join } from "node:path";
import { defaultLimits } from "../limits.ts";
import { isDataset } from "./dataset/index.ts";
import { alwaysWritten, outputNames } from "./outputs/names.ts";
import type { Tally } from "./summary/coverage.ts";
import type { BucketGate } from "./store/bucket-gate.ts";
import type { ChildLimits } from "./store/limits.ts";
import { locked } from "./store/lock.ts";
import { mergeBeside } from "./merge.ts";
import { Unfinished } from "./unmergeable.ts";
import { makeParts } from "./parts.ts";
import { plan, readPlan, shardName } from "./plan/plan.ts";
import { describeResults, resultsFolder } from "./store/result-folders.ts";
import { runPlan } from "./run/run.ts";
import { forgetShardSettings, noteShardSettings } from "./store/shard-settings.ts";
import { whole } from "./store/shard.ts";
import type { Shard } from "./store/shard.ts";
import { conversionKey, saveSettings } from "./store/settings.ts";
import type { Settings } from "./store/settings.ts";
import type { Status } from "./store/status.ts";

export interface BatchOptions extends Settings {
  /** Files, folders, globs and manifests; see `findInputs`. */
  readonly inputs: readonly string[];
  readonly out: string;
  /** Whether the files of each folder below an input are one report. Default false. */
  readonly folderIsReport?: boolean;
  /**
   * The share of this process where several processes, perhaps on several machines, divide the work on one output
   * folder.
   */
  readonly shard: Shard;
  readonly workers: number;
  readonly limits: ChildLimits;
  /** Tries again what failed for reasons that may have passed. */
  readonly retry: boolean;
  /** Reads scans, after everything else. Without it they stay `needs-ocr`, which `retry` takes up again. */
  readonly ocr: boolean;
  /** `plan` stops after planning; `run` uses the plan that exists. */
  readonly only: "plan" | "run" | null;
  readonly onProgress?: (progress: Progress) => void;
}

export type Progress =
  | { readonly stage: "plan"; readonly inputs: number }
  /** `total` is null where the inputs in this shard's part of the plan were not counted. */
  | {
      readonly stage: "run";
      readonly inputs: number;
      readonly total: number | null;
      readonly status: Status;
      readonly kept: boolean;
    }
  | { readonly stage: "merge"; readonly inputs: number; readonly total: number };

/** The output folder holds something that no batch wrote, and that this one would replace or remove. */
export class OthersOutput extends Error {}

/**
 * Runs plan → run → merge. A shard stops before the merge and resolves to null, and so does planning alone. The
 * contents of documents never make it throw. It throws OthersOutput, MissingInput, OutputAsInput, ManifestError,
 * Unfinished, NoChild, Held (another run is at work on the same part), DuckdbMissing and the system's errors about the output folder.
 */
export async function batch(options: BatchOptions): Promise<Tally | null> {
  const { out, shard } = options;
  const others = isDataset(out) ? [] : [...alwaysWritten, ...outputNames].map((name) => join(out, name));
  for (const path of others) if (existsSync(path)) throw new OthersOutput(path);
  // A run of another cut replaces the plan, from which this one still reads.
  const isOtherCut = (name: string): boolean =>
    /^\d+-of-\d+$/u.test(name) && !name.endsWith(`-of-${shard.count}`);
  return locked(out, shardName(shard), () => planAndRun(options), isOtherCut);
}

async function planAndRun(options: BatchOptions): Promise<Tally | null> {
  const { inputs, out, shard, only, onProgress } = options;
  const {
    language,
    infer,
    templates,
    corrections = [],
    formerNames = [],
    formats,
    bom,
    packing,
    byYear,
    parts,
  } = options;
  const settings: Settings = {
    language,
    infer,
    templates,
    corrections,
    formerNames,
    formats,
    bom,
    packing: packing ?? null,
    byYear: byYear ?? false,
    parts: parts ?? false,
  };
  saveSettings(out, settings);
  if (shard.count > 1) noteShardSettings(out, shardName(shard), settings);
  else if (only !== "plan") forgetShardSettings(out);
  if (only !== "run")
    await plan({
      inputs,
      out,
      shard,
      maximumBytes: defaultLimits.maximumBytes,
      folderIsReport: options.folderIsReport ?? false,
      onInput: (count) => onProgress?.({ stage: "plan", inputs: count }),
    });
  if (only === "plan") return null;

  const planned = readPlan(out, only === "run" ? whole : shard);
  if (!planned) throw new Unfinished(null);
  const total = only === "run" && shard.count > 1 ? null : planned.head.inputs;
  const results = resultsFolder(out, conversionKey(settings));
  describeResults(results, conversionKey(settings));
  const convert = (gate: BucketGate | null): Promise<void> =>
    runPlan({
      ...options,
      folders: planned.folders,
      results,
      gate,
      onDone: ({ entries }, status, kept) =>
        onProgress?.({ stage: "run", inputs: entries.length, total, status, kept }),
    });
  if (shard.count > 1) {
    await convert(null);
    if (settings.parts) await makeParts(out, { settings, plan: planned, results }, [shard]);
    return null;
  }
  return mergeBeside(out, settings, convert, {
    onDone: (inputs, total) => onProgress?.({ stage: "merge", inputs, total }),
  });
}
