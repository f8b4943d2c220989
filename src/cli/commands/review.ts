import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import type { Correction, Template } from "../../model/index.ts";
import type { ArchiveRow } from "../../review/index.ts";
import { plainLine } from "../../writers/plain-line.ts";
import { isDataset } from "../../batch/index.ts";
import { builtPage } from "../page/built-page.ts";
import type { CommandContext } from "../terminal/context.ts";
import { unpackArchives } from "../input/archives.ts";
import type { GivenDocument } from "../input/documents.ts";
import { correctionsIn, tellUnused } from "../input/corrections.ts";
import { helpWordsOf } from "../help/words.ts";
import { UsageError } from "../terminal/io.ts";
import { correctionsOption, languageOption, ocrOption, templateOption } from "../help/options.ts";
import { documentsOf } from "../input/read.ts";
import { startProgress } from "../terminal/progress.ts";
import { reviewedOf } from "../review/dataset.ts";
import { converted } from "../review/documents.ts";
import { isFree, removeEarlier } from "../review/earlier.ts";
import { indexPage, pagePath, reviewPage, rowOf, rowWithoutPage } from "../review/pages.ts";
import type { Reviewed, RowOnly } from "../review/reviewed.ts";
import { reviewWording } from "../review/wording.ts";
import { ownTemplates } from "../input/templates.ts";
import { wording } from "../wording/wording.ts";

interface Options {
  readonly out: string;
  readonly ocr: boolean;
  readonly template?: readonly string[];
  readonly corrections?: readonly string[];
}

/**
 * `gongkai review FILE… | DATASET --out review/`: writes pages that show every number in its source, and an index of
 * them.
 */
export function reviewCommand(program: Command, context: CommandContext): void {
  const help = helpWordsOf("review", context.language);
  program
    .command("review")
    .description(help.about)
    .argument("<path...>", help.paths)
    .requiredOption("--out <folder>", help.out)
    .addOption(ocrOption(context.language))
    .addOption(templateOption(context.language))
    .addOption(correctionsOption(context.language))
    .addOption(languageOption(context.language))
    .action(async (paths: string[], options: Options) => {
      const templates = await ownTemplates(options.template, context);
      const corrections = await correctionsIn(options.corrections, context);
      await writeAll(paths, { ...options, templates, corrections }, context);
    });
}

interface Settings {
  readonly out: string;
  readonly ocr: boolean;
  readonly templates: readonly Template[];
  readonly corrections: readonly Correction[];
}

async function writeAll(
  paths: readonly string[],
  settings: Settings,
  context: CommandContext,
): Promise<void> {
  const { out } = settings;
  if (!isFree(out)) throw new UsageError(reviewWording[context.language].notOurs(join(out, "index.html")));
  const datasets = paths.filter(isDataset);
  const others = paths.filter((path) => !datasets.includes(path));
  const { documents, close } = await unpackArchives(
    others.length > 0 ? await documentsOf(others, context, out) : [],
  );
  try {
    const [first] = documents;
    const isOne =
      paths.length === 1 && (first?.path ?? "-") === paths[0] && !first?.member && !first?.failure;
    await writePages(isOne, everyOne(datasets, documents, settings, context), settings, context);
  } finally {
    close();
  }
}

/** Writes the pages. `isOne` is set for a single document, whose page needs no file beside it. */
async function writePages(
  isOne: boolean,
  all: AsyncIterable<Reviewed | RowOnly>,
  { out, corrections }: Settings,
  context: CommandContext,
): Promise<void> {
  const { io, language, done } = context;
  const words = reviewWording[language];
  // The shell is read before anything is written, because without the built page there is nothing to write.
  const shell = await builtPage(isOne ? "gongkai.html" : "review.html", context);
  const archive = await builtPage("archive.html", context);
  if (!isOne)
    for (const name of ["gongkai.js", "pdfium.js"] as const)
      await save(join(out, "app", name), await builtPage(name, context), context);

  const progress = startProgress(io, words.progress);
  const rows: ArchiveRow[] = [];
  const gone: string[] = [];
  const met = new Set<string>();
  const pages = new Set<string>();
  for await (const one of all) {
    if (one.kind === "row") {
      rows.push(rowWithoutPage(one));
      continue;
    }
    const path = pagePath(one);
    met.add(one.conversion.source.sha256);
    const row = rowOf(one, path);
    // The same content under two names has two rows in the index and one page.
    if (pages.has(path)) {
      rows.push(row);
      continue;
    }
    pages.add(path);
    await save(join(out, path), reviewPage(shell, one), context);
    if (row.originalGone) gone.push(row.name);
    if (row.errors > 0) done(1);
    rows.push(row);
    progress.step(pages.size);
  }
  progress.clear();
  const index = join(out, "index.html");
  await save(index, indexPage(archive, rows), context);
  const removed = removeEarlier(out, pages);
  tellUnused(corrections, met, context);
  for (const name of gone.slice(0, NAMED)) io.err(plainLine(`gongkai: ${words.gone(name)}`) + "\n");
  if (gone.length > NAMED) io.err(`gongkai: ${words.moreGone(gone.length - NAMED)}\n`);
  if (gone.length > 0) done(1);
  if (removed > 0) io.err(words.removed(removed) + "\n");
  io.err(words.done(pages.size, index) + "\n");
}

/** How many missing originals are named; the rest are counted. */
const NAMED = 10;

async function* everyOne(
  datasets: readonly string[],
  documents: readonly GivenDocument[],
  settings: Settings,
  context: CommandContext,
): AsyncGenerator<Reviewed | RowOnly> {
  for (const folder of datasets) yield* reviewedOf(folder, settings, context);
  yield* converted(documents, settings, context);
}

/**
 * Writes under another name and renames the whole page into place, so that an interrupted run leaves no half-written
 * page.
 */
async function save(path: string, text: string, { language }: CommandContext): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path + ".part", text);
    await rename(path + ".part", path);
  } catch (error) {
    throw new UsageError(
      wording[language].unwritable(path, (error as NodeJS.ErrnoException).code ?? String(error)),
    );
  }
}
