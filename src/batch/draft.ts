import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { withBuiltIn } from "../templates/index.ts";
import { contents, namedAs } from "./contents.ts";
import type { Content } from "./contents.ts";
import { corrected } from "./copies/corrected.ts";
import { dealCopies } from "./copies/deal.ts";
import { surveyPlace } from "./copies/place.ts";
import type { SurveyPlace } from "./copies/place.ts";
import { copyOf } from "./copies/reports.ts";
import type { Conversion } from "../model/index.ts";
import type { BucketChecksums } from "./store/buckets.ts";
import type { DatasetOutput, Drafted } from "./outputs/dataset-output.ts";
import { ledgerRow } from "./outputs/ledger.ts";
import type { LedgerRow } from "./outputs/ledger.ts";
import { openOutputs } from "./outputs/outputs.ts";
import { spool } from "./outputs/spool.ts";
import { unsettled } from "./outputs/tables.ts";
import { conversionAt, resultId } from "./store/results.ts";
import type { Packed, ResultLogs } from "./store/results.ts";
import { whole } from "./store/shard.ts";
import { stateFolder } from "./store/settings.ts";
import { counter } from "./summary/coverage.ts";
import type { Counter } from "./summary/coverage.ts";
import type { Making } from "./summary/standing.ts";
import { timings } from "./summary/timings.ts";
import type { Timings } from "./summary/timings.ts";

/** The folders of a draft; all are in the working folder of the batch. */
export interface DraftPlace {
  /** For the outputs. */
  readonly folder: string;
  readonly survey: SurveyPlace;
}

export function draftPlace(out: string, inputs: number): DraftPlace {
  return {
    folder: join(stateFolder(out), "draft"),
    survey: surveyPlace(join(stateFolder(out), "survey"), inputs),
  };
}

/** A dataset of which all is known but what the copies of a report say against each other. */
export interface Draft {
  /** How many contents have no result, and the ids of the first of them. If there are any, nothing else is of use. */
  readonly missing: { readonly count: number; readonly ids: ReadonlySet<string> };
  readonly outputs: readonly DatasetOutput[];
  /** By which the files of the survey are verified. */
  readonly surveyed: BucketChecksums;
  readonly count: Counter;
  readonly clock: Timings;
  /** Every content in the order of hashes. */
  readonly contents: () => Iterable<DraftedContent>;
}

export interface DraftedContent {
  readonly key: string;
  /** A row for each input, without what the copies decide. */
  readonly rows: readonly {
    readonly row: LedgerRow;
    readonly fields: Readonly<Record<string, string>> | undefined;
  }[];
  /** Null where there is no record. */
  readonly record: DraftedRecord | null;
}

export interface DraftedRecord {
  readonly reportId: string;
  /** What each output keeps of it. */
  readonly drafted: readonly Buffer[];
  /** The record itself, read again; null where it has been damaged since. */
  readonly conversion: () => Conversion | null;
}

/** How many missing results are kept by id, so that their makers can be found; the rest are counted. */
const NAMED_MISSING = 10_000;

/**
 * Drafts a dataset from plan and results. It takes the buckets as they come, so that it can follow the conversion;
 * `logs` are the logs of the results where no further ones are being written.
 */
export async function draftDataset(
  { folder, survey }: DraftPlace,
  making: Making,
  buckets: Iterable<string> | AsyncIterable<string>,
  logs?: ResultLogs,
): Promise<Draft> {
  const { settings } = making;
  const templates = withBuiltIn(settings.templates);
  const correction = corrected({ ...settings, templates });
  const formats = settings.parts ? [] : settings.formats;
  const folders = { out: folder, aside: join(survey.folder, "aside") };
  const outputs = await openOutputs(folders, { ...settings, formats }, templates);
  const [count, clock] = [counter(settings.corrections), timings(folder, settings.language)];
  const copies = dealCopies(survey);
  const kept = spool(join(survey.folder, "drafted"), (settings.packing ?? null) !== null);
  const missing = { count: 0, ids: new Set<string>() };

  const draft = async ({ group, result, outcome: converted, line }: Content): Promise<void> => {
    if (converted === null) {
      missing.count += 1;
      if (missing.ids.size < NAMED_MISSING) missing.ids.add(resultId(group.entries[0]));
    }
    if (converted === null || missing.count > 0) return;
    const outcome = "status" in converted ? converted : correction.of(converted);
    const [first] = group.entries;
    if (result) clock.add(first.name, group.key, result.milliseconds);
    count.add(group, outcome);
    const mark = result ? correction.markOf(group, result) : null;
    const found = mark && copyOf(group, mark, result!.packed, settings.formerNames);
    if (found) copies.add(found);
    const reportId = found?.id ?? null;
    const drafted: Drafted[] = [];
    if (!("status" in outcome)) {
      const conversion = { ...outcome, dataset: { reportId: reportId ?? "", preferred: unsettled } };
      const written = outcome === converted ? line : null;
      for (const output of outputs) drafted.push(await output.draft(conversion, written));
    }
    const head: Head = {
      key: group.key,
      rows: group.entries.map((entry) => ({
        row: ledgerRow(entry, group, outcome, reportId),
        fields: entry.fields,
      })),
      record: "status" in outcome ? null : { reportId: reportId ?? "", packed: result!.packed },
      first: { name: first.name, ...(first.parts ? { parts: first.parts } : {}) },
    };
    kept.add([JSON.stringify(head), ...drafted]);
  };
  for await (const bucket of buckets)
    for (const content of contents(making, bucket, { shard: whole, logs })) {
      await draft(content);
      // Children that convert meanwhile are answered between two records.
      await turn();
    }
  return {
    missing,
    outputs,
    surveyed: copies.finish(),
    count,
    clock,
    *contents() {
      for (const [text, ...drafted] of kept.read()) {
        const { record, first, ...head } = JSON.parse(text!.toString()) as Head;
        const conversion = (): Conversion | null => {
          const stored = conversionAt(record!.packed);
          return stored && correction.of(namedAs(first, stored));
        };
        yield { ...head, record: record && { reportId: record.reportId, drafted, conversion } };
      }
    },
  };
}

/** A content as it is kept, beside what the outputs keep of it. */
interface Head extends Pick<DraftedContent, "key" | "rows"> {
  readonly record: { readonly reportId: string; readonly packed: readonly Packed[] } | null;
  /** What gives the record its name. */
  readonly first: Parameters<typeof namedAs>[0];
}
