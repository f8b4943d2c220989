import { readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { withBuiltIn } from "../templates/index.ts";
import { breather } from "./store/breath.ts";
import { bucketGate } from "./store/bucket-gate.ts";
import type { BucketGate } from "./store/bucket-gate.ts";
import { bucketNames, bucketOf } from "./store/buckets.ts";
import { copiesDiffer } from "./copies/compare.ts";
import { corrected } from "./copies/corrected.ts";
import { gatherSurveyed, readGathered } from "./copies/gather.ts";
import type { CopyStanding } from "./copies/gather.ts";
import { draftDataset, draftPlace } from "./draft.ts";
import type { Draft, DraftPlace, DraftedRecord } from "./draft.ts";
import type { Template } from "../model/index.ts";
import type { Settled } from "./outputs/dataset-output.ts";
import type { Tally } from "./summary/coverage.ts";
import { dataPackage } from "./outputs/datapackage.ts";
import { nestedFolder } from "./plan/nested.ts";
import { byteOrderMark, fileSink } from "./outputs/file-sink.ts";
import type { WrittenFile } from "./outputs/file-sink.ts";
import { ledgerWriter } from "./outputs/ledger.ts";
import { locked } from "./store/lock.ts";
import { longTables, outputNames } from "./outputs/names.ts";
import { writeReports } from "./outputs/reports-output.ts";
import { forgetParts, makeParts, partShards } from "./parts.ts";
import { readPlan } from "./plan/plan.ts";
import type { Plan } from "./plan/plan.ts";
import { readResults, logsByBucket } from "./store/results.ts";
import { otherResults, resultsFolder } from "./store/result-folders.ts";
import { otherOptions } from "./store/shard-settings.ts";
import type { OtherOption } from "./store/shard-settings.ts";
import { datasetKey, rememberDataset, standingDataset } from "./summary/standing.ts";
import type { Making } from "./summary/standing.ts";
import { conversionKey } from "./store/settings.ts";
import type { Settings } from "./store/settings.ts";
import { summaryPage } from "./summary/summary.ts";

/** Some shard has not finished: run it, then merge again. `missing` is null where the plan itself is incomplete. */
export class Unfinished extends Error {
  readonly missing: number | null;
  /**
   * The options by which existing results of the missing contents were made, where they differ from those of this
   * merge.
   */
  readonly madeBy: readonly object[];

  constructor(missing: number | null, madeBy: readonly object[] = []) {
    super(missing === null ? "no whole plan" : `${missing} contents without a result`);
    this.missing = missing;
    this.madeBy = madeBy;
  }
}

/** The shards do not belong together: they were run on different inputs or with different options. */
export class ShardsDiffer extends Error {
  readonly inputs: Plan["unlike"];
  readonly options: readonly OtherOption[];

  constructor(inputs: ShardsDiffer["inputs"], options: ShardsDiffer["options"]) {
    super("shards of different inputs or options");
    this.inputs = inputs;
    this.options = options;
  }
}

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
    const written = await settle(out, place, making, draft, options);
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

/**
 * Moves the draft to its place, and removes outputs of an earlier merge that this one did not write, such as a format
 * no longer asked for, except those that are `apart`. A description that stands promises whole files of one merge, so
 * the earlier one goes first and the new one comes last.
 */
function publish(draft: string, out: string, apart: readonly string[]): void {
  rmSync(join(out, description), { force: true });
  const made = readdirSync(draft).filter((name) => name !== description);
  for (const name of made) {
    // A file is replaced in one step, but a folder has to be removed first.
    if (statSync(join(draft, name)).isDirectory()) rmSync(join(out, name), { recursive: true, force: true });
    renameSync(join(draft, name), join(out, name));
  }
  for (const name of outputNames)
    if (!made.includes(name) && !apart.includes(name))
      rmSync(join(out, name), { recursive: true, force: true });
  renameSync(join(draft, description), join(out, description));
  rmSync(draft, { recursive: true });
}

const description = "datapackage.json";

/** Gathers the copies of each report, and completes the draft with what they say against each other. */
async function settle(
  out: string,
  { folder, survey }: DraftPlace,
  making: Making,
  draft: Draft,
  { onDone }: MergeOptions,
): Promise<{ readonly tally: Tally; readonly files: readonly WrittenFile[] }> {
  const { settings, plan } = making;
  const templates = withBuiltIn(settings.templates);
  await gatherSurveyed(survey, corrected({ ...settings, templates }).of, draft.surveyed);
  const { reports, standingOf } = readGathered(survey);
  // The reports come first, because the database is made from them when the other outputs finish.
  const reportFiles = await writeReports(folder, reports, settings);
  const [ledgerCsv, ledgerJsonl] = [
    fileSink(join(folder, "ledger.csv")),
    fileSink(join(folder, "ledger.jsonl")),
  ];
  if (settings.bom) ledgerCsv.write(byteOrderMark);
  const ledger = ledgerWriter(ledgerCsv, ledgerJsonl, plan.head.fields);
  const breathe = breather();
  for (const { key, rows, record } of draft.contents()) {
    await breathe();
    const standing = standingOf(key);
    for (const { row, fields } of rows)
      ledger.add({ ...row, preferred: standing?.preferred ?? null }, fields);
    if (record) {
      const settled = settledAs(record, standing, settings, templates);
      for (const [at, output] of draft.outputs.entries()) await output.settle(record.drafted[at]!, settled);
    }
    onDone?.(rows.length, plan.head.inputs);
  }
  const ledgers = [ledgerCsv.finish(), ledgerJsonl.finish()];
  const outputs: WrittenFile[] = [];
  for (const output of draft.outputs) outputs.push(...(await output.finish()));
  const others = settings.parts ? await allParts(out, making) : [];
  const times = draft.clock.finish();
  const tally = draft.count.tally(reports());
  const summary = save(join(folder, "summary.html"), summaryPage(tally, plan.head.leftOut, settings));
  const files = [...reportFiles, ...outputs, ...others, ...ledgers];
  const described = save(join(folder, description), dataPackage(files, plan.head.fields));
  return { tally, files: [...files, ...times, summary, described] };
}

/** What the copies of its report make of a record. Throws Unfinished where it has been damaged since it was drafted. */
function settledAs(
  { reportId, conversion }: DraftedRecord,
  standing: CopyStanding | null,
  { language }: Settings,
  templates: readonly Template[],
): Settled {
  const preferred = standing?.preferred ?? false;
  if (!standing?.differences) return { preferred, changed: null };
  const record = conversion();
  if (record === null) throw new Unfinished(1);
  const found = copiesDiffer(record, standing.differences, { language, templates });
  const diagnostics = [...record.diagnostics, ...found];
  return { preferred, changed: { ...record, diagnostics, dataset: { reportId, preferred } } };
}

/** The parts of all shards; those that are missing or out of date are written here. */
async function allParts(out: string, making: Making): Promise<readonly WrittenFile[]> {
  const files = await makeParts(out, making, partShards(out));
  if (files === null) throw new Unfinished(1);
  return files;
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

function save(path: string, text: string): WrittenFile {
  const file = fileSink(path);
  file.write(text);
  return file.finish();
}
