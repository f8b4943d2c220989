import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { withBuiltIn } from "../index.ts";
import type { Conversion } from "../model/index.ts";
import { bucketNames, bucketOf, readBucket } from "./buckets.ts";
import type { Group } from "./buckets.ts";
import { counter } from "./coverage.ts";
import type { Tally } from "./coverage.ts";
import { dataPackage } from "./datapackage.ts";
import { nestedFolder } from "./entries.ts";
import { fileSink } from "./file-sink.ts";
import type { WrittenFile } from "./file-sink.ts";
import { ledgerRow, ledgerWriter } from "./ledger.ts";
import { locked } from "./lock.ts";
import { byteOrderMark, openOutputs, outputNames } from "./outputs.ts";
import { readPlan } from "./plan.ts";
import { otherResults, readResults, resultId, resultsFolder } from "./results.ts";
import type { StoredResult } from "./results.ts";
import { conversionKey, stateFolder } from "./state.ts";
import type { Settings } from "./state.ts";
import type { Failure } from "./status.ts";
import { statusOf } from "./status.ts";
import { summaryPage } from "./summary.ts";
import { timings } from "./timings.ts";

/** Some shard has not finished: run it, then merge again. `missing` is null where not even the plan is whole. */
export class Unfinished extends Error {
  readonly missing: number | null;
  /** What the results that are there in place of the missing ones were made by, where it is not what the merge is for. */
  readonly madeBy: readonly object[];

  constructor(missing: number | null, madeBy: readonly object[] = []) {
    super(missing === null ? "no whole plan" : `${missing} contents without a result`);
    this.missing = missing;
    this.madeBy = madeBy;
  }
}

/**
 * Writes every output from the plan and the results, in the order of hashes, one bucket in memory at a time. The outputs
 * follow from inputs, version and settings alone, except for the timings. They are written to a draft folder, and the
 * earlier dataset stands until all of them are whole. Throws Unfinished and Held before it writes anything.
 */
export function merge(
  out: string,
  settings: Settings,
  onDone?: (inputs: number, total: number) => void,
): Promise<Tally> {
  return locked(out, "merge", async () => {
    const draft = join(stateFolder(out), "draft");
    rmSync(draft, { recursive: true, force: true });
    const tally = await write(out, draft, settings, onDone);
    publish(draft, out);
    rmSync(nestedFolder(out), { recursive: true, force: true });
    return tally;
  });
}

/** What an earlier merge wrote and this one did not, such as a format no longer asked for, is taken away. */
function publish(draft: string, out: string): void {
  const made = readdirSync(draft);
  for (const name of made) {
    // A file is replaced in one step, a folder has to go first.
    if (statSync(join(draft, name)).isDirectory()) rmSync(join(out, name), { recursive: true, force: true });
    renameSync(join(draft, name), join(out, name));
  }
  for (const name of outputNames)
    if (!made.includes(name)) rmSync(join(out, name), { recursive: true, force: true });
  rmSync(draft, { recursive: true });
}

async function write(
  out: string,
  draft: string,
  settings: Settings,
  onDone?: (inputs: number, total: number) => void,
): Promise<Tally> {
  const plan = readPlan(out);
  if (!plan) throw new Unfinished(null);
  const results = resultsFolder(out, conversionKey(settings));
  const missing = idsMissing(plan.folders, results);
  if (missing.size > 0) throw new Unfinished(missing.size, makersOf(missing, results));

  mkdirSync(draft, { recursive: true });
  const outputs = await openOutputs(draft, settings.formats, settings.bom, withBuiltIn(settings.templates));
  const [ledgerCsv, ledgerJsonl] = [
    fileSink(join(draft, "ledger.csv")),
    fileSink(join(draft, "ledger.jsonl")),
  ];
  if (settings.bom) ledgerCsv.write(byteOrderMark);
  const ledger = ledgerWriter(ledgerCsv, ledgerJsonl, plan.head.fields);
  const count = counter();
  const clock = timings(draft, settings.language);
  for (const bucket of bucketNames) {
    const groups = readBucket(plan.folders, bucket);
    const found = groups.length > 0 ? readResults(results, bucket) : new Map<string, StoredResult>();
    for (const group of groups) {
      const [first] = group.entries;
      const result = found.get(resultId(first));
      const outcome = outcomeOf(group, result);
      for (const entry of group.entries) ledger.add(ledgerRow(entry, group, outcome), entry.fields);
      if (result) clock.add(first.name, group.key, result.milliseconds);
      if ("status" in outcome) count.add(group, outcome.status, outcome.retryable, null);
      else {
        count.add(group, statusOf(outcome), false, outcome);
        for (const output of outputs) await output.add(outcome);
      }
      onDone?.(group.entries.length, plan.head.inputs);
    }
  }
  const ledgers = [ledgerCsv.finish(), ledgerJsonl.finish()];
  const files: WrittenFile[] = [];
  for (const output of outputs) files.push(...(await output.finish()));
  clock.finish();
  const tally = count.tally();
  save(join(draft, "summary.html"), summaryPage(tally, plan.head.leftOut, settings.language));
  save(join(draft, "datapackage.json"), dataPackage([...files, ...ledgers], plan.head.fields));
  return tally;
}

/** The record bears the name of the first input of its content, whichever was converted. */
function outcomeOf({ entries: [first] }: Group, result: StoredResult | undefined): Conversion | Failure {
  const failure = first.failure ?? result?.failure;
  if (failure) return failure;
  const conversion = result?.conversion();
  if (!conversion) throw new Error(`no result for ${first.name}`);
  return { ...conversion, source: { ...conversion.source, name: first.name } };
}

function idsMissing(folders: readonly string[], results: string): ReadonlySet<string> {
  const missing = new Set<string>();
  for (const bucket of bucketNames) {
    const groups = readBucket(folders, bucket).filter(({ entries: [first] }) => !first.failure);
    if (groups.length === 0) continue;
    const found = readResults(results, bucket);
    for (const { entries } of groups) {
      const id = resultId(entries[0]);
      if (!found.has(id)) missing.add(id);
    }
  }
  return missing;
}

/** What made the results of other versions or options that some of the missing contents have. */
function makersOf(missing: ReadonlySet<string>, own: string): readonly object[] {
  const buckets = new Set([...missing].map(bucketOf));
  return otherResults(own)
    .filter(({ folder }) =>
      [...buckets].some((bucket) => [...readResults(folder, bucket).keys()].some((id) => missing.has(id))),
    )
    .map(({ options }) => options);
}

function save(path: string, text: string): void {
  const file = fileSink(path);
  file.write(text);
  file.finish();
}
