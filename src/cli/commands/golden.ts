import { stat } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { Option } from "commander";
import type { Command } from "commander";
import {
  compareSnapshots,
  count,
  emptyGoldenTally,
  GoldenFileError,
  hasChanges,
  pairUp,
  readGolden,
  snapshotOf,
  writeGolden,
} from "../../golden/index.ts";
import type { Comparison, GoldenTally, GoldenWriter, Snapshot } from "../../golden/index.ts";
import type { Template } from "../../model/index.ts";
import { plainLine } from "../../writers/plain-line.ts";
import { comparisonLines, summaryLines } from "../wording/golden-table.ts";
import { goldenWording } from "../wording/golden-wording.ts";
import { correctionsIn } from "../input/corrections.ts";
import { helpWordsOf } from "../help/words.ts";
import { UsageError } from "../terminal/io.ts";
import { correctionsOption, languageOption, templateOption } from "../help/options.ts";
import type { CommandContext } from "../terminal/context.ts";
import { startProgress } from "../terminal/progress.ts";
import { convertDocument, documentsOf } from "../input/read.ts";
import { templatesOf } from "../input/templates.ts";
import { wording } from "../wording/wording.ts";

/** A context that knows which version of gongkai is running. */
interface Versioned extends CommandContext {
  readonly version: string;
}

interface Options {
  readonly snapshot?: string;
  readonly format: "table" | "json";
  readonly accept?: boolean;
  readonly template?: readonly string[];
  readonly corrections?: readonly string[];
}

/** `gongkai golden record|check FOLDER`: records what an archive gave, and shows what has changed since. */
export function goldenCommand(program: Command, context: CommandContext): void {
  const help = helpWordsOf("golden", context.language);
  const command = program.command("golden").description(help.about);
  const snapshot = (): Option => new Option("--snapshot <file>", help.snapshot);
  command
    .command("record")
    .description(help.record)
    .argument("<folder>", help.folder)
    .addOption(snapshot())
    .addOption(templateOption(context.language))
    .addOption(correctionsOption(context.language))
    .addOption(languageOption(context.language))
    .action(async (folder: string, options: Options) =>
      record(folder, options, { ...context, version: program.version() ?? "" }),
    );
  command
    .command("check")
    .description(help.check)
    .argument("<folder>", help.folder)
    .addOption(snapshot())
    .addOption(new Option("--format <format>", help.format).choices(["table", "json"]).default("table"))
    .option("--accept", help.accept)
    .addOption(templateOption(context.language))
    .addOption(correctionsOption(context.language))
    .addOption(languageOption(context.language))
    .action(async (folder: string, options: Options) =>
      check(folder, options, { ...context, version: program.version() ?? "" }),
    );
}

async function record(folder: string, options: Options, context: Versioned): Promise<void> {
  const words = goldenWording[context.language];
  const path = await snapshotPath(folder, options, context);
  if (await stat(path).catch(() => null)) throw new UsageError(words.exists(path));
  const templates = await templatesOf(options.template, context);
  const corrections = await correctionsIn(options.corrections, context);
  const documents = await documentsOf([folder], context);
  const writer = await writing(path, context);
  const progress = startProgress(context.io, (done) =>
    wording[context.language].progress(done, documents.length),
  );
  for (const [index, document] of documents.entries()) {
    await writer.write(
      snapshotOf(document.relative, await convertDocument(document, context, { templates, corrections })),
    );
    progress.step(index + 1);
  }
  progress.clear();
  await writer.finish();
  context.io.err(plainLine(words.recorded(documents.length, path)) + "\n");
}

async function check(folder: string, options: Options, context: Versioned): Promise<void> {
  const { io, language, done, version } = context;
  const words = goldenWording[language];
  const path = await snapshotPath(folder, options, context);
  const golden = await readGolden(path).catch((error: NodeJS.ErrnoException | GoldenFileError) => {
    throw new UsageError(
      error instanceof GoldenFileError ? words.damaged(path, error.line) : words.missing(path, folder),
    );
  });
  const templates = await templatesOf(options.template, context);
  const corrections = await correctionsIn(options.corrections, context);
  const documents = await documentsOf([folder], context);
  const writer = options.accept ? await writing(path, context) : null;
  const progress = startProgress(io, (step) => wording[language].progress(step, documents.length));
  const tally = emptyGoldenTally();
  const show = options.format === "json" ? inJson(version) : inTable(templates, context);
  let walked = 0;
  try {
    await io.out(show.begin);
    for await (const { document, recorded } of pairUp(documents, golden.snapshots)) {
      const now =
        document &&
        snapshotOf(document.relative, await convertDocument(document, context, { templates, corrections }));
      const comparison = compareSnapshots(recorded, now);
      count(tally, comparison);
      if (now) await writer?.write(now);
      if (comparison.kind !== "same") {
        progress.clear();
        await io.out(show.change(comparison, now?.layouts ?? {}));
      }
      if (document) progress.step((walked += 1));
    }
  } catch (error) {
    await writer?.discard();
    if (error instanceof GoldenFileError) throw new UsageError(words.damaged(path, error.line));
    throw error;
  }
  progress.clear();
  await writer?.finish();
  await io.out(show.end(tally, golden.version));
  if (writer) io.err(plainLine(words.accepted(documents.length, path)) + "\n");
  else if (hasChanges(tally)) io.err(plainLine(words.notAccepted(path)) + "\n");
  done(hasChanges(tally) && !writer ? 1 : 0);
}

/** How changes are shown: the text before all of them, the text for each, and the summary after them. */
interface Display {
  readonly begin: string;
  readonly change: (comparison: Comparison, layouts: Snapshot["layouts"]) => string;
  readonly end: (tally: GoldenTally, recorded: string) => string;
}

function inTable(templates: readonly Template[], { language, version }: Versioned): Display {
  const text = (lines: readonly string[]): string => lines.map((line) => plainLine(line) + "\n").join("");
  return {
    begin: "",
    change: (comparison, layouts) =>
      text(comparisonLines(comparison, { templates, layouts }, language)) + "\n",
    end: (tally, recorded) => text(summaryLines(tally, recorded, version, language)),
  };
}

function inJson(checked: string): Display {
  let shown = 0;
  return {
    begin: `{"schema":"gongkai/golden-check/1","changes":[`,
    change: (comparison) => `${shown++ > 0 ? "," : ""}\n${JSON.stringify(comparison)}`,
    end: (tally, recorded) => {
      const summary = { ...tally, versions: { recorded, checked } };
      return `${shown > 0 ? "\n" : ""}],\n"summary":${JSON.stringify(summary)}}\n`;
    },
  };
}

async function snapshotPath(folder: string, options: Options, { language }: CommandContext): Promise<string> {
  const words = goldenWording[language];
  const found = await stat(folder).catch(() => null);
  if (!found) throw new UsageError(wording[language].missing(folder));
  if (!found.isDirectory()) throw new UsageError(words.notFolder(folder));
  const path = options.snapshot ?? `${resolve(folder)}.golden.jsonl`;
  const inside = relative(resolve(folder), resolve(path));
  if (!inside.startsWith("..")) throw new UsageError(words.inside(path));
  return path;
}

async function writing(path: string, { language, version }: Versioned): Promise<GoldenWriter> {
  return writeGolden(path, version).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(wording[language].unwritable(path, error.code ?? error.message));
  });
}
