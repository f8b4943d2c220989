import { withBuiltIn } from "../templates/index.ts";
import { contents } from "./contents.ts";
import { copiesDiffer } from "./copies/compare.ts";
import { corrected } from "./copies/corrected.ts";
import { readGathered } from "./copies/gather.ts";
import type { CopyStanding } from "./copies/gather.ts";
import type { SurveyPlace } from "./copies/place.ts";
import type { Conversion, Template } from "../model/index.ts";
import type { WrittenFile } from "./outputs/file-sink.ts";
import { openOutputs } from "./outputs/outputs.ts";
import type { DatasetConversion } from "./outputs/tables.ts";
import { breather } from "./store/breath.ts";
import { whole } from "./store/shard.ts";
import type { OutputFormat, Settings } from "./store/settings.ts";
import type { Making } from "./summary/standing.ts";

/** A task to write some of a dataset's outputs, as plain data, because another process may do it. */
export interface OutputsTask {
  readonly making: Making;
  readonly formats: readonly OutputFormat[];
  /** Where the copies were gathered. */
  readonly survey: SurveyPlace;
  readonly folder: string;
}

/**
 * Writes some outputs by themselves; null where a result has been damaged since the survey. `pause` is awaited after
 * each content.
 */
export async function writeOutputs(
  { making, formats, survey, folder }: OutputsTask,
  pause: () => Promise<void> = breather(),
): Promise<readonly WrittenFile[] | null> {
  const { settings } = making;
  const templates = withBuiltIn(settings.templates);
  const { standingOf } = readGathered(survey);
  const outputs = await openOutputs(folder, { ...settings, formats }, templates);
  for (const { group, outcome } of contents(making, corrected({ ...settings, templates }), whole)) {
    if (outcome === null) return null;
    if (!("status" in outcome)) {
      const placed = inDataset(outcome, standingOf(group.key), settings, templates);
      for (const output of outputs) await output.add(placed);
    }
    await pause();
  }
  const files: WrittenFile[] = [];
  for (const output of outputs) files.push(...(await output.finish()));
  return files;
}

/**
 * A record with its place in the dataset, and with a finding for each copy that differs. `templates` are all families
 * that were looked for.
 */
export function inDataset(
  conversion: Conversion,
  standing: CopyStanding | null,
  { language }: Pick<Settings, "language">,
  templates: readonly Template[],
): DatasetConversion {
  const found = copiesDiffer(conversion, standing?.differences ?? [], { language, templates });
  const dataset = { reportId: standing?.reportId ?? "", preferred: standing?.preferred ?? false };
  return { ...conversion, diagnostics: [...conversion.diagnostics, ...found], dataset };
}
