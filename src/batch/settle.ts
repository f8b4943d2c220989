import { join } from "node:path";
import { withBuiltIn } from "../templates/index.ts";
import type { Template } from "../model/index.ts";
import { copiesDiffer } from "./copies/compare.ts";
import { corrected } from "./copies/corrected.ts";
import { gatherSurveyed, readGathered } from "./copies/gather.ts";
import type { CopyStanding } from "./copies/gather.ts";
import type { Draft, DraftPlace, DraftedRecord } from "./draft.ts";
import { dataPackage } from "./outputs/datapackage.ts";
import type { Settled } from "./outputs/dataset-output.ts";
import { byteOrderMark, fileSink } from "./outputs/file-sink.ts";
import type { WrittenFile } from "./outputs/file-sink.ts";
import { ledgerWriter } from "./outputs/ledger.ts";
import { descriptionName } from "./outputs/names.ts";
import { writeReports } from "./outputs/reports-output.ts";
import { makeParts, partShards } from "./parts.ts";
import { breather } from "./store/breath.ts";
import type { Settings } from "./store/settings.ts";
import type { Tally } from "./summary/coverage.ts";
import type { Making } from "./summary/standing.ts";
import { summaryPage } from "./summary/summary.ts";
import { Unfinished } from "./unmergeable.ts";

/** Gathers the copies of each report, and completes the draft with what they say against each other. */
export async function settleDataset(
  out: string,
  { folder, survey }: DraftPlace,
  making: Making,
  draft: Draft,
  onDone: ((inputs: number, total: number) => void) | undefined,
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
  const described = save(join(folder, descriptionName), dataPackage(files, plan.head.fields));
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

function save(path: string, text: string): WrittenFile {
  const file = fileSink(path);
  file.write(text);
  return file.finish();
}
