import { join } from "node:path";
import { withBuiltIn } from "../index.ts";
import type { Conversion } from "../model/index.ts";
import { bucketNames, readBucket } from "./buckets.ts";
import type { Group } from "./buckets.ts";
import { counter } from "./coverage.ts";
import type { Tally } from "./coverage.ts";
import { dataPackage } from "./datapackage.ts";
import { fileSink } from "./file-sink.ts";
import type { WrittenFile } from "./file-sink.ts";
import { ledgerRow, ledgerWriter } from "./ledger.ts";
import { byteOrderMark, openOutputs } from "./outputs.ts";
import { readPlan } from "./plan.ts";
import { readResults, resultId, resultsFolder } from "./results.ts";
import type { StoredResult } from "./results.ts";
import { conversionKey } from "./state.ts";
import type { Settings } from "./state.ts";
import type { Failure } from "./status.ts";
import { statusOf } from "./status.ts";
import { summaryPage } from "./summary.ts";
import { timings } from "./timings.ts";

/** Some shard has not finished: run it, then merge again. `missing` is null where not even the plan is whole. */
export class Unfinished extends Error {
  readonly missing: number | null;

  constructor(missing: number | null) {
    super(missing === null ? "no whole plan" : `${missing} contents without a result`);
    this.missing = missing;
  }
}

/**
 * Writes every output from the plan and the results, in the order of hashes, one bucket in memory at a time. The outputs
 * follow from inputs, version and settings alone, except for the timings. Throws Unfinished before it writes anything.
 */
export async function merge(
  out: string,
  settings: Settings,
  onDone?: (inputs: number, total: number) => void,
): Promise<Tally> {
  const plan = readPlan(out);
  if (!plan) throw new Unfinished(null);
  const results = resultsFolder(out, conversionKey(settings));
  const missing = countMissing(plan.folders, results);
  if (missing > 0) throw new Unfinished(missing);

  const outputs = await openOutputs(out, settings.formats, settings.bom, withBuiltIn(settings.templates));
  const [ledgerCsv, ledgerJsonl] = [fileSink(join(out, "ledger.csv")), fileSink(join(out, "ledger.jsonl"))];
  if (settings.bom) ledgerCsv.write(byteOrderMark);
  const ledger = ledgerWriter(ledgerCsv, ledgerJsonl, plan.head.fields);
  const count = counter();
  const clock = timings(out, settings.language);
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
  save(join(out, "summary.html"), summaryPage(tally, settings.language));
  save(join(out, "datapackage.json"), dataPackage([...files, ...ledgers], plan.head.fields));
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

function countMissing(folders: readonly string[], results: string): number {
  let missing = 0;
  for (const bucket of bucketNames) {
    const groups = readBucket(folders, bucket).filter(({ entries: [first] }) => !first.failure);
    if (groups.length === 0) continue;
    const found = readResults(results, bucket);
    missing += groups.filter(({ entries: [first] }) => !found.has(resultId(first))).length;
  }
  return missing;
}

function save(path: string, text: string): void {
  const file = fileSink(path);
  file.write(text);
  file.finish();
}
