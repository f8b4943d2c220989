import { join, resolve } from "node:path";
import { Option } from "commander";
import type { Command } from "commander";
import { writers } from "../../writers/index.ts";
import type { Writer } from "../../writers/index.ts";
import { toFiles, toOutput } from "./destination.ts";
import { plainLine } from "../../writers/plain-line.ts";
import type { GivenDocument } from "../input/documents.ts";
import { unpackArchives } from "../input/archives.ts";
import { terminalPaint } from "../terminal/colour.ts";
import type { ColourChoice } from "../terminal/colour.ts";
import { correctionsIn } from "../input/corrections.ts";
import { helpWordsOf } from "../help/words.ts";
import { UsageError } from "../terminal/io.ts";
import {
  asOneOption,
  colourOption,
  correctionsOption,
  languageOption,
  ocrOption,
  templateOption,
} from "../help/options.ts";
import type { CommandContext } from "../terminal/context.ts";
import { startProgress } from "../terminal/progress.ts";
import { asOne, convertDocument, documentsOf } from "../input/read.ts";
import { outcomeSentence, tally } from "../terminal/tally.ts";
import { templatesOf } from "../input/templates.ts";
import { wording } from "../wording/wording.ts";
import type { Wording } from "../wording/wording.ts";

interface Options {
  readonly to: string;
  readonly out?: string;
  readonly color: ColourChoice;
  readonly asOne?: boolean;
  readonly strict?: boolean;
  readonly infer: boolean;
  readonly ocr: boolean;
  readonly template?: readonly string[];
  readonly corrections?: readonly string[];
}

/** The formats of single reports; a database is of a whole dataset, which `batch` makes. */
const fileWriters = writers.filter((writer) => writer.kind !== "database");

/**
 * `gongkai convert PATH…`: converts documents and folders to data on standard output, or to one file for each document.
 */
export function convertCommand(program: Command, context: CommandContext): void {
  const help = helpWordsOf("convert", context.language);
  program
    .command("convert")
    .description(help.about)
    .argument("<path...>", help.paths)
    .addOption(new Option("--to <writer>", help.to).choices(fileWriters.map(({ id }) => id)).default("json"))
    .option("--out <folder>", help.out)
    .addOption(asOneOption(context.language))
    .option("--strict", help.strict)
    .option("--no-infer", helpWordsOf("options", context.language).infer)
    .addOption(ocrOption(context.language))
    .addOption(templateOption(context.language))
    .addOption(correctionsOption(context.language))
    .addOption(colourOption(context.language))
    .addOption(languageOption(context.language))
    .action(async (paths: string[], options: Options) => {
      context.done(await convertAll(paths, options, context));
    });
}

async function convertAll(
  paths: readonly string[],
  options: Options,
  context: CommandContext,
): Promise<number> {
  const { documents, close } = await unpackArchives(await documentsOf(paths, context, options.out));
  try {
    return await convertDocuments(options.asOne ? asOne(documents) : documents, paths, options, context);
  } finally {
    close();
  }
}

async function convertDocuments(
  documents: readonly GivenDocument[],
  paths: readonly string[],
  options: Options,
  context: CommandContext,
): Promise<number> {
  const { io, language } = context;
  const words = wording[language];
  const writer = fileWriters.find(({ id }) => id === options.to)!;
  const templates = await templatesOf(options.template, context);
  const corrections = await correctionsIn(options.corrections, context);
  const targets = options.out === undefined ? null : targetsOf(documents, options.out, writer, words);
  const holds = targets || options.asOne || isOne(paths, documents) ? "one" : "many";
  const given = { templates, language };
  const destination = targets
    ? toFiles(targets, writer, given, words)
    : toOutput(io, writer, holds, given, words);
  const total = tally(words, terminalPaint(options.color, io.terminal, io.environment));
  const progress = startProgress(io, (done) => words.progress(done, documents.length));

  const asked = {
    infer: options.infer,
    ...(options.ocr ? {} : { ocr: false as const }),
    templates,
    corrections,
  };
  await destination.begin();
  for (const [index, document] of documents.entries()) {
    const outcome = await convertDocument(document, context, asked);
    total.add(document.name, outcome);
    if (typeof outcome !== "string") await destination.add(outcome, index);
    if (!targets && !hasReport(outcome)) {
      progress.clear();
      io.err(plainLine(`gongkai: ${document.name}: ${outcomeSentence(outcome)}`) + "\n");
    }
    progress.step(index + 1);
  }
  progress.clear();
  await destination.end();
  if (targets) io.err(total.summary() + "\n");
  return total.exitCode(options.strict ?? false);
}

function hasReport(outcome: Awaited<ReturnType<typeof convertDocument>>): boolean {
  return typeof outcome !== "string" && outcome.report !== null;
}

/**
 * Whether the output is a single record. A folder or archive gives a list even if it holds only one file, so that the
 * shape of the output follows from the command.
 */
function isOne(paths: readonly string[], [first]: readonly GivenDocument[]): boolean {
  if (first?.member || first?.failure) return false;
  return paths.length === 1 && (first?.path ?? "-") === paths[0];
}

/** The source's extension stays in the name, so that one report in two formats gives two files. */
function targetsOf(
  documents: readonly GivenDocument[],
  out: string,
  writer: Writer,
  words: Wording,
): string[] {
  const inputs = new Map(
    documents
      .flatMap(({ parts }) => parts ?? [])
      .concat(documents)
      .flatMap(({ path, name }) => (typeof path === "string" ? [[resolve(path), name] as const] : [])),
  );
  const taken = new Map<string, string>();
  return documents.map(({ relative, name }) => {
    const target = resolve(join(out, `${relative}.${writer.extension}`));
    const other = taken.get(target);
    if (other !== undefined) throw new UsageError(words.sameOutput(other, name));
    if (inputs.has(target)) throw new UsageError(words.overwritesInput(inputs.get(target) as string));
    taken.set(target, name);
    return target;
  });
}
