import type { Command } from "commander";
import { merge as mergeShards, readSettings } from "../../batch/index.ts";
import type { OutputFormat } from "../../batch/index.ts";
import { plainLine } from "../../writers/plain-line.ts";
import { tellUnusedCount } from "../input/corrections.ts";
import { batchProgress } from "../terminal/batch-progress.ts";
import { batchWording } from "../wording/batch-wording.ts";
import { helpWordsOf } from "../help/words.ts";
import { languageOption } from "../help/options.ts";
import type { CommandContext } from "../terminal/context.ts";
import { saidOnFailure } from "./batch-failures.ts";
import { formatsOption, refuseInParts } from "./batch.ts";

interface Options {
  readonly to?: readonly OutputFormat[];
  readonly quiet?: boolean;
}

/** `gongkai merge DIR`: merges the outputs of a batch that ran in shards. */
export function mergeCommand(program: Command, context: CommandContext): void {
  const help = helpWordsOf("merge", context.language);
  program
    .command("merge")
    .description(help.about)
    .argument("<folder>", help.folder)
    .addOption(formatsOption(context.language).default(undefined, help.asBatch))
    .option("--quiet", helpWordsOf("options", context.language).quiet)
    .addOption(languageOption(context.language))
    .action((folder: string, options: Options) =>
      saidOnFailure(context, () => run(folder, options, context)),
    );
}

async function run(folder: string, { to, quiet }: Options, context: CommandContext): Promise<void> {
  const { io, language, done } = context;
  const words = batchWording[language];
  const settings = readSettings(folder);
  if (!settings) {
    io.err(plainLine(`gongkai: ${words.notABatch(folder)}`) + "\n");
    return done(2);
  }
  if (settings.parts && to) refuseInParts(to, words);
  const progress = quiet ? null : batchProgress(io, words);
  const onDone = (inputs: number, total: number): void => progress?.show({ stage: "merge", inputs, total });
  const asked = { ...settings, ...(to ? { formats: to } : {}) };
  const tally = await mergeShards(folder, asked, { onDone }).finally(() => progress?.finish());
  tellUnusedCount(tally.unusedCorrections, context);
  if (!quiet) io.err(words.done(tally.inputs, tally.records, folder) + "\n");
}
