import { availableParallelism } from "node:os";
import type { Command } from "commander";
import { Option } from "commander";
import {
  batch as runBatch,
  defaultChildLimits,
  formats,
  isWhole,
  parseShard,
  readSettings,
  whole,
} from "../../batch/index.ts";
import type { ChildLimits, OutputFormat } from "../../batch/index.ts";
import type { Language } from "../../index.ts";
import { writers } from "../../writers/index.ts";
import { saidOnFailure } from "./batch-failures.ts";
import { batchProgress } from "../terminal/batch-progress.ts";
import { batchWording } from "../wording/batch-wording.ts";
import type { BatchWording } from "../wording/batch-wording.ts";
import { correctionsIn, tellUnusedCount } from "../input/corrections.ts";
import { formerNamesIn } from "../input/former-names.ts";
import { helpWordsOf } from "../help/words.ts";
import { UsageError } from "../terminal/io.ts";
import { correctionsOption, languageOption, ocrOption, templateOption } from "../help/options.ts";
import type { CommandContext } from "../terminal/context.ts";
import { ownTemplates } from "../input/templates.ts";

interface Options {
  readonly out: string;
  readonly to: readonly OutputFormat[];
  readonly bom?: boolean;
  readonly gzip?: boolean;
  readonly zstd?: boolean;
  readonly byYear?: boolean;
  readonly parts?: boolean;
  readonly folderIsReport?: boolean;
  readonly formerNames?: string;
  readonly infer: boolean;
  readonly workers: string;
  readonly shard?: string;
  readonly planOnly?: boolean;
  readonly planned?: boolean;
  readonly retry?: boolean;
  readonly ocr: boolean;
  readonly cpuTime: string;
  readonly timeout: string;
  readonly heap: string;
  readonly memory: string;
  readonly quiet?: boolean;
  readonly template?: readonly string[];
  readonly corrections?: readonly string[];
  readonly lang?: Language;
}

/** `gongkai batch INPUT… --out DIR`: turns an archive of reports into a dataset with a ledger row for every input. */
export function batchCommand(program: Command, context: CommandContext): void {
  const help = helpWordsOf("batch", context.language);
  const shared = helpWordsOf("options", context.language);
  program
    .command("batch")
    .description(help.about)
    .argument("<input...>", help.inputs)
    .requiredOption("--out <folder>", help.out)
    .addOption(formatsOption(context.language))
    .option("--bom", help.bom)
    .addOption(new Option("--gzip", help.gzip).conflicts("zstd"))
    .option("--zstd", help.zstd)
    .option("--by-year", help.byYear)
    .option("--parts", help.parts)
    .option("--folder-is-report", help.folderIsReport)
    .option("--former-names <file>", help.formerNames)
    .option("--no-infer", shared.infer)
    .addOption(
      new Option("--workers <count>", help.workers).default(
        String(availableParallelism()),
        help.workersDefault,
      ),
    )
    .option("--shard <I/N>", help.shard)
    .option("--plan-only", help.planOnly)
    .option("--planned", help.planned)
    .option("--retry", help.retry)
    .addOption(ocrOption(context.language))
    .option("--cpu-time <seconds>", help.cpuTime, String(defaultChildLimits.cpuSeconds))
    .option("--timeout <seconds>", help.timeout, String(defaultChildLimits.seconds))
    .option("--heap <megabytes>", help.heap, String(defaultChildLimits.heapMegabytes))
    .option("--memory <megabytes>", help.memory, String(defaultChildLimits.memoryMegabytes))
    .option("--quiet", shared.quiet)
    .addOption(templateOption(context.language))
    .addOption(correctionsOption(context.language))
    .addOption(languageOption(context.language))
    .action((inputs: string[], _: Options, command: Command) =>
      saidOnFailure(context, () => runAll(inputs, command.optsWithGlobals<Options>(), context)),
    );
}

export function formatsOption(language: Language): Option {
  return new Option("--to <formats...>", helpWordsOf("batch", language).to)
    .choices(formats)
    .default(["jsonl", "csv", "parquet"]);
}

async function runAll(inputs: readonly string[], options: Options, context: CommandContext): Promise<void> {
  const { io, language } = context;
  const words = batchWording[language];
  const shard = options.shard === undefined ? whole : parseShard(options.shard, process.env);
  if (!shard) throw new UsageError(words.badShard(options.shard ?? ""));
  const number = (option: string, value: string): number => {
    if (!(Number(value) > 0)) throw new UsageError(words.badNumber(option, value));
    return Number(value);
  };
  const limits: ChildLimits = {
    ...defaultChildLimits,
    cpuSeconds: number("--cpu-time", options.cpuTime),
    seconds: number("--timeout", options.timeout),
    heapMegabytes: Math.ceil(number("--heap", options.heap)),
    memoryMegabytes: number("--memory", options.memory),
  };
  const workers = Math.ceil(number("--workers", options.workers));
  const templates = await ownTemplates(options.template, context);
  const corrections = await correctionsIn(options.corrections, context);
  const formerNames = await formerNamesIn(options.formerNames, context);
  if (options.parts) refuseInParts(options.to, words);
  const progress = options.quiet ? null : batchProgress(io, words);
  const { out, to, infer } = options;
  const tally = await runBatch({
    inputs,
    out,
    shard,
    workers,
    limits,
    // A dataset keeps its language even under another locale; otherwise a job at night, or a shard on another machine,
    // would read everything again.
    language: options.lang ?? readSettings(out)?.language ?? language,
    infer,
    templates,
    corrections,
    formerNames,
    formats: to,
    bom: options.bom ?? false,
    packing: options.zstd ? "zstd" : options.gzip ? "gzip" : null,
    byYear: options.byYear ?? false,
    parts: options.parts ?? false,
    folderIsReport: options.folderIsReport ?? false,
    retry: options.retry ?? false,
    ocr: options.ocr,
    only: options.planOnly ? "plan" : options.planned ? "run" : null,
    ...(progress ? { onProgress: progress.show } : {}),
  }).finally(() => progress?.finish());
  if (tally) tellUnusedCount(tally.unusedCorrections, context);
  if (options.quiet) return;
  if (tally) io.err(words.done(tally.inputs, tally.records, out) + "\n");
  else if (!options.planOnly) io.err(words.shardDone(`${shard.index}/${shard.count}`, out) + "\n");
}

/** A part of a workbook or of a database is none. Throws UsageError. */
export function refuseInParts(to: readonly OutputFormat[], words: BatchWording): void {
  const whole = writers.filter((writer) => to.includes(writer.id) && isWhole(writer));
  if (whole.length > 0) throw new UsageError(words.partsOf(whole.map(({ id }) => id).join(" ")));
}
