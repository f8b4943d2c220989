import { openDataset, originalsOf } from "../../batch/index.ts";
import { correct } from "../../corrections/index.ts";
import { defaultLimits } from "../../limits.ts";
import type { Correction, Template } from "../../model/index.ts";
import { withBuiltIn } from "../../templates/index.ts";
import type { CommandContext } from "../terminal/context.ts";
import { UsageError } from "../terminal/io.ts";
import type { Reviewed, RowOnly } from "./reviewed.ts";
import { reviewWording } from "./wording.ts";

interface Options {
  readonly templates: readonly Template[];
  readonly corrections: readonly Correction[];
}

/** Every record of a dataset, and a row for every input without a record. Only one record is in memory at a time. */
export async function* reviewedOf(
  folder: string,
  { templates: given, corrections }: Options,
  { language }: CommandContext,
): AsyncGenerator<Reviewed | RowOnly> {
  const dataset = await openDataset(folder);
  if (dataset === null) throw new UsageError(reviewWording[language].notWhole(folder));
  const own = given.length > 0 ? given : dataset.templates;
  const templates = withBuiltIn(own);
  const originals = originalsOf(folder, defaultLimits.maximumBytes);
  try {
    for await (const { conversion } of dataset.records(templates)) {
      const { sha256 } = conversion.source;
      yield {
        kind: "reviewed",
        conversion,
        templates: own,
        corrections: corrections.filter(({ source }) => source.sha256 === sha256),
        corrected: correct(conversion, corrections, { templates, language }),
        originals: await originals.of(conversion.source),
      };
    }
  } finally {
    originals.close();
  }
  for (const { name, status } of dataset.failures) yield { kind: "row", row: { name, status } };
}
