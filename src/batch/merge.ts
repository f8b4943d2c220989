import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { withBuiltIn } from "../templates/index.ts";
import type { Conversion, ConvertedSource } from "../model/index.ts";
import { bucketNames, bucketOf, readBucket } from "./buckets.ts";
import type { Group, PlanEntry } from "./buckets.ts";
import { corrected } from "./corrected.ts";
import type { Corrected } from "./corrected.ts";
import { compareCopies, copiesDiffer } from "./copies.ts";
import { counter } from "./coverage.ts";
import type { Tally } from "./coverage.ts";
import { dataPackage } from "./datapackage.ts";
import { nestedFolder } from "./entries.ts";
import { fileSink } from "./file-sink.ts";
import type { WrittenFile } from "./file-sink.ts";
import { ledgerRow, ledgerWriter } from "./ledger.ts";
import { locked } from "./lock.ts";
import { byteOrderMark, openOutputs, outputNames, writeReports } from "./outputs.ts";
import { readPlan } from "./plan.ts";
import { otherResults, readResults, resultId, resultsFolder } from "./results.ts";
import type { StoredResult } from "./results.ts";
import { rememberDataset, standingDataset } from "./standing.ts";
import type { Making } from "./standing.ts";
import { conversionKey, stateFolder } from "./state.ts";
import type { Settings } from "./state.ts";
import type { Failure } from "./status.ts";
import { survey } from "./survey.ts";
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
 * earlier dataset stands until all of them are whole. Where it would come out the same, it is left alone. Throws Unfinished and Held before it writes anything.
 */
export function merge(
  out: string,
  settings: Settings,
  onDone?: (inputs: number, total: number) => void,
): Promise<Tally> {
  return locked(out, "merge", async () => {
    const plan = readPlan(out);
    if (!plan) throw new Unfinished(null);
    const making = { settings, plan, results: resultsFolder(out, conversionKey(settings)) };
    const standing = standingDataset(out, making);
    if (standing) return standing;
    const draft = join(stateFolder(out), "draft");
    rmSync(draft, { recursive: true, force: true });
    const tally = await write(draft, making, onDone);
    publish(draft, out);
    rememberDataset(out, making, tally);
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
  draft: string,
  making: Making,
  onDone?: (inputs: number, total: number) => void,
): Promise<Tally> {
  const { settings, plan, results } = making;
  const templates = withBuiltIn(settings.templates);
  const correction = corrected({ ...settings, templates });
  const { missing, reports: found } = survey(plan.folders, results, correction);
  if (missing.size > 0) throw new Unfinished(missing.size, makersOf(missing, results));
  const { reports, differences } = compareCopies(found, correction.of);
  const reportOf = new Map(
    reports.flatMap((report) => report.copies.map(({ key }) => [key, report] as const)),
  );

  mkdirSync(draft, { recursive: true });
  const outputs = await openOutputs(draft, settings, templates);
  const [ledgerCsv, ledgerJsonl] = [
    fileSink(join(draft, "ledger.csv")),
    fileSink(join(draft, "ledger.jsonl")),
  ];
  if (settings.bom) ledgerCsv.write(byteOrderMark);
  const ledger = ledgerWriter(ledgerCsv, ledgerJsonl, plan.head.fields);
  // First, for the database is made of it when the other outputs finish.
  const files: WrittenFile[] = [...(await writeReports(draft, reports, settings))];
  const count = counter();
  let damaged = 0;
  const clock = timings(draft, settings.language);
  for (const { group, result, outcome } of contents(making, correction)) {
    if (outcome === null) {
      damaged += 1;
      continue;
    }
    const report = reportOf.get(group.key) ?? null;
    for (const entry of group.entries) ledger.add(ledgerRow(entry, group, outcome, report), entry.fields);
    if (result) clock.add(group.entries[0].name, group.key, result.milliseconds);
    count.add(group, outcome);
    if (!("status" in outcome)) {
      const differs = differences.get(group.key);
      const found = differs
        ? [copiesDiffer(outcome, differs.other, differs.paths, { ...settings, templates })]
        : [];
      const diagnostics = [...outcome.diagnostics, ...found];
      const dataset = { reportId: report?.id ?? "", preferred: report?.copies[0].key === group.key };
      for (const output of outputs) await output.add({ ...outcome, diagnostics, dataset });
    }
    onDone?.(group.entries.length, plan.head.inputs);
  }
  if (damaged > 0) throw new Unfinished(damaged);
  const ledgers = [ledgerCsv.finish(), ledgerJsonl.finish()];
  for (const output of outputs) files.push(...(await output.finish()));
  clock.finish();
  const tally = count.tally(reports);
  save(join(draft, "summary.html"), summaryPage(tally, plan.head.leftOut, settings));
  save(join(draft, "datapackage.json"), dataPackage([...files, ...ledgers], plan.head.fields, settings.bom));
  return tally;
}

/** A content of the plan with what came of it, corrections laid over its record; null where its result was damaged since. */
interface Content {
  readonly group: Group;
  readonly result: StoredResult | undefined;
  readonly outcome: Conversion | Failure | null;
}

/** Every content in the order of hashes, one bucket in memory at a time. */
function* contents({ plan, results }: Making, correction: Corrected): Generator<Content> {
  for (const bucket of bucketNames) {
    const groups = readBucket(plan.folders, bucket);
    const stored = groups.length > 0 ? readResults(results, bucket, true) : new Map<string, StoredResult>();
    for (const group of groups) {
      const result = stored.get(resultId(group.entries[0]));
      const read = outcomeOf(group, result);
      yield { group, result, outcome: read === null || "status" in read ? read : correction.of(read) };
    }
  }
}

/** The record bears the name of the first input of its content, whichever was converted. Null where it was damaged since. */
function outcomeOf(
  { entries: [first] }: Group,
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

/** What made the results of other versions or options that some of the missing contents have. */
function makersOf(missing: ReadonlySet<string>, own: string): readonly object[] {
  const buckets = new Set([...missing].map(bucketOf));
  return otherResults(own)
    .filter(({ folder }) =>
      [...buckets].some((bucket) =>
        [...readResults(folder, bucket, true).keys()].some((id) => missing.has(id)),
      ),
    )
    .map(({ options }) => options);
}

function save(path: string, text: string): void {
  const file = fileSink(path);
  file.write(text);
  file.finish();
}
