import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { withBuiltIn } from "../templates/index.ts";
import { breather } from "./store/breath.ts";
import { bucketOf } from "./store/buckets.ts";
import { contents } from "./contents.ts";
import { corrected } from "./copies/corrected.ts";
import { gatherSurveyed, readGathered } from "./copies/gather.ts";
import { surveyPlace } from "./copies/place.ts";
import type { SurveyPlace } from "./copies/place.ts";
import { surveyResults } from "./copies/survey.ts";
import { counter } from "./summary/coverage.ts";
import type { Tally } from "./summary/coverage.ts";
import { dataPackage } from "./outputs/datapackage.ts";
import { nestedFolder } from "./plan/nested.ts";
import { byteOrderMark, fileSink } from "./outputs/file-sink.ts";
import type { WrittenFile } from "./outputs/file-sink.ts";
import { ledgerRow, ledgerWriter } from "./outputs/ledger.ts";
import { locked } from "./store/lock.ts";
import { formatsApart, startOutputs } from "./outputs-apart.ts";
import { longTables, outputNames } from "./outputs/names.ts";
import { openOutputs } from "./outputs/outputs.ts";
import { writeReports } from "./outputs/reports-output.ts";
import { forgetParts, makeParts, partShards } from "./parts.ts";
import { readPlan } from "./plan/plan.ts";
import type { Plan } from "./plan/plan.ts";
import { readResults, logsByBucket } from "./store/results.ts";
import { otherResults, resultsFolder } from "./store/result-folders.ts";
import { otherOptions } from "./store/shard-settings.ts";
import type { OtherOption } from "./store/shard-settings.ts";
import { whole } from "./store/shard.ts";
import { rememberDataset, standingDataset } from "./summary/standing.ts";
import type { Making } from "./summary/standing.ts";
import { conversionKey, stateFolder } from "./store/settings.ts";
import type { OutputFormat, Settings } from "./store/settings.ts";
import { summaryPage } from "./summary/summary.ts";
import { timings } from "./summary/timings.ts";
import { inDataset } from "./write-outputs.ts";

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
  /** The number of inputs from which a second process writes some of the outputs. Default: never. */
  readonly apartFrom?: number;
}

/**
 * Writes every output from the plan and the results, in the order of hashes, with one bucket in memory at a time.
 * Except for the timings, the outputs depend only on inputs, version and settings. They are written to a draft folder,
 * and the earlier dataset stays until all of them are complete; if nothing would change, it is left alone. Throws
 * Unfinished, ShardsDiffer and Held before it writes anything.
 */
export function merge(out: string, settings: Settings, mergeOptions: MergeOptions = {}): Promise<Tally> {
  return locked(out, "merge", async () => {
    const plan = readPlan(out);
    if (!plan) throw new Unfinished(null);
    const options = otherOptions(out, settings);
    if (plan.unlike.length > 0 || options.length > 0) throw new ShardsDiffer(plan.unlike, options);
    const making = { settings, plan, results: resultsFolder(out, conversionKey(settings)) };
    const standing = await standingDataset(out, making);
    if (standing) return standing;
    const draft = join(stateFolder(out), "draft");
    const survey = surveyPlace(join(stateFolder(out), "survey"), plan.head.inputs);
    for (const folder of [draft, survey.folder]) rmSync(folder, { recursive: true, force: true });
    const written = await write(out, { draft, survey }, making, mergeOptions).finally(() =>
      rmSync(survey.folder, { recursive: true, force: true }),
    );
    publish(draft, out, settings.parts ? longTables : []);
    if (!settings.parts) forgetParts(out);
    rememberDataset(out, making, written);
    rmSync(nestedFolder(out), { recursive: true, force: true });
    return written.tally;
  });
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

async function write(
  out: string,
  { draft, survey }: { readonly draft: string; readonly survey: SurveyPlace },
  making: Making,
  { onDone, apartFrom = Infinity }: MergeOptions,
): Promise<{ readonly tally: Tally; readonly files: readonly WrittenFile[] }> {
  const { settings, plan, results } = making;
  const correction = corrected({ ...settings, templates: withBuiltIn(settings.templates) });
  const planned = { folders: plan.folders, results };
  const { missing } = await surveyResults(planned, correction, settings.formerNames, survey);
  if (missing.count > 0) throw new Unfinished(missing.count, makersOf(missing.ids, results));
  await gatherSurveyed(survey, correction.of);

  mkdirSync(draft, { recursive: true });
  const parts = settings.parts ? await allParts(out, making) : null;
  const formats = plan.head.inputs >= apartFrom ? formatsApart(settings) : [];
  const apart = formats.length > 0 ? startOutputs({ making, formats, survey, folder: draft }) : null;
  const own = settings.formats.filter((format) => parts === null && !formats.includes(format));
  try {
    const { ledgers, outputs, reports, times, tally } = await writeOwn(draft, survey, making, own, onDone);
    const others = parts ?? (apart ? await apart.files() : []);
    if (others === null) throw new Unfinished(1);
    const summary = save(join(draft, "summary.html"), summaryPage(tally, plan.head.leftOut, settings));
    const files = [...reports, ...outputs, ...others, ...ledgers];
    const described = save(join(draft, description), dataPackage(files, plan.head.fields, settings.bom));
    return { tally, files: [...files, ...times, summary, described] };
  } finally {
    apart?.end();
  }
}

/** Writes the reports, the ledger, the timings, and the outputs in these formats. */
async function writeOwn(
  draft: string,
  survey: SurveyPlace,
  making: Making,
  formats: readonly OutputFormat[],
  onDone: MergeOptions["onDone"],
) {
  const { settings, plan } = making;
  const templates = withBuiltIn(settings.templates);
  const { reports, standingOf } = readGathered(survey);
  const outputs = await openOutputs(draft, { ...settings, formats }, templates);
  const [ledgerCsv, ledgerJsonl] = [
    fileSink(join(draft, "ledger.csv")),
    fileSink(join(draft, "ledger.jsonl")),
  ];
  if (settings.bom) ledgerCsv.write(byteOrderMark);
  const ledger = ledgerWriter(ledgerCsv, ledgerJsonl, plan.head.fields);
  // The reports come first, because the database is made from them when the other outputs finish.
  const reportFiles = await writeReports(draft, reports, settings);
  const count = counter();
  const breathe = breather();
  let damaged = 0;
  const clock = timings(draft, settings.language);
  for (const { group, result, outcome } of contents(making, corrected({ ...settings, templates }), whole)) {
    await breathe();
    if (outcome === null) {
      damaged += 1;
      continue;
    }
    const standing = standingOf(group.key);
    for (const entry of group.entries) ledger.add(ledgerRow(entry, group, outcome, standing), entry.fields);
    if (result) clock.add(group.entries[0].name, group.key, result.milliseconds);
    count.add(group, outcome);
    if (!("status" in outcome)) {
      const placed = inDataset(outcome, standing, settings, templates);
      for (const output of outputs) await output.add(placed);
    }
    onDone?.(group.entries.length, plan.head.inputs);
  }
  if (damaged > 0) throw new Unfinished(damaged);
  const ledgers = [ledgerCsv.finish(), ledgerJsonl.finish()];
  const files: WrittenFile[] = [];
  for (const output of outputs) files.push(...(await output.finish()));
  const times = clock.finish();
  return { ledgers, outputs: files, reports: reportFiles, times, tally: count.tally(reports()) };
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
