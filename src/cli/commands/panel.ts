import { readFile } from "node:fs/promises";
import { Option } from "commander";
import type { Command } from "commander";
import type { Conversion, Template } from "../../model/index.ts";
import { formsOf, parseMergers, startPanel } from "../../panel/index.ts";
import type { Assessed, Mergers, Panel, PanelIssuer, Unplaced, Whose } from "../../panel/index.ts";
import { findingRows, panelRows, reportRows } from "../../panel/rows.ts";
import { plainLine } from "../../writers/plain-line.ts";
import { openTables } from "./panel-tables.ts";
import { correctionsIn } from "../input/corrections.ts";
import { helpWordsOf } from "../help/words.ts";
import { UsageError } from "../terminal/io.ts";
import { correctionsOption, languageOption, templateOption } from "../help/options.ts";
import { datasetInputs, panelInputs } from "../input/panel-inputs.ts";
import type { PanelInput } from "../input/panel-inputs.ts";
import { panelSources } from "../input/panel-sources.ts";
import { panelWording } from "../wording/panel-wording.ts";
import { decode } from "../../adapters/decode.ts";
import type { PanelCounts } from "../wording/panel-wording.ts";
import type { CommandContext } from "../terminal/context.ts";
import { startProgress } from "../terminal/progress.ts";
import { outcomeSentence } from "../terminal/tally.ts";
import { templatesOf } from "../input/templates.ts";
import { wording } from "../wording/wording.ts";

interface Options {
  readonly out: string;
  readonly to: "csv" | "parquet";
  readonly issuers?: string;
  readonly template?: readonly string[];
  readonly corrections?: readonly string[];
}

/**
 * `gongkai panel PATH… --out FOLDER`: orders an archive's reports by issuer and year, and finds where consecutive years
 * contradict each other.
 */
export function panelCommand(program: Command, context: CommandContext): void {
  const help = helpWordsOf("panel", context.language);
  program
    .command("panel")
    .description(help.about)
    .argument("<path...>", help.paths)
    .requiredOption("--out <folder>", help.out)
    .addOption(new Option("--to <format>", help.to).choices(["csv", "parquet"]).default("csv"))
    .option("--issuers <file>", help.issuers)
    .addOption(templateOption(context.language))
    .addOption(correctionsOption(context.language))
    .addOption(languageOption(context.language))
    .action(async (paths: string[], options: Options) => {
      context.done(await makePanel(paths, options, context));
    });
}

async function makePanel(
  paths: readonly string[],
  options: Options,
  context: CommandContext,
): Promise<number> {
  const { io, language } = context;
  const words = panelWording[language];
  const corrections = await correctionsIn(options.corrections, context);
  const mergers = options.issuers === undefined ? new Map() : await mergersOf(options.issuers, context);
  const { datasets, files } = await panelSources(paths, options.out, context);
  const named = await templatesOf(options.template, context);
  const templates = distinct([...named, ...datasets.flatMap((dataset) => dataset.templates)]);
  const gathered = startPanel({ templates, mergers });
  const seen = new Set<string>();
  const counts = { reports: 0, known: 0, others: 0 };
  const unplaced: {
    readonly source: string;
    readonly reason: Unplaced | "unreadable";
    readonly message: string;
  }[] = [];
  const take = (input: PanelInput): void => {
    if (input.kind === "known") counts.known += 1;
    else if (input.kind === "other") counts.others += 1;
    else if (input.kind === "unplaced") unplaced.push(input);
    else {
      const reason = placed(gathered, input.conversion, input.whose);
      const message =
        reason === "no-report" ? outcomeSentence(input.conversion) : words.unplaced[reason ?? "unreadable"];
      if (reason) unplaced.push({ source: input.conversion.source.name, reason, message });
      else counts.reports += 1;
    }
  };
  const progress = startProgress(io, (done) => words.progress(done, datasets.length + files.length));
  for (const [index, dataset] of datasets.entries()) {
    for await (const input of datasetInputs(dataset, { templates, corrections }, seen, context)) take(input);
    progress.step(index + 1);
  }
  for (const [index, file] of files.entries()) {
    for await (const input of panelInputs(file, { templates, corrections }, seen, context)) take(input);
    progress.step(datasets.length + index + 1);
  }
  progress.clear();

  const tables = openTables(options, context);
  const forms = formsOf(templates);
  const tally = startTally();
  for (const issuer of gathered.issuers()) {
    tally.add(issuer);
    for (const row of panelRows(issuer, forms)) tables.panel.add(row);
    for (const row of reportRows(issuer)) tables.reports.add(row);
    for (const row of findingRows(issuer, (finding) => words.finding(finding, templates)))
      tables.findings.add(row);
  }
  for (const { source, reason, message } of unplaced) tables.unplaced.add([source, reason, message]);
  tables.close();
  const reasons = { "no-report": 0, "no-issuer": 0, "no-year": 0, "unknown-layout": 0, unreadable: 0 };
  for (const { reason } of unplaced) reasons[reason] += 1;
  const summary = words.summary({ ...counts, ...tally.counts(), unplaced: reasons }, templates);
  io.err(summary.map((line) => plainLine(line) + "\n").join(""));
  return tally.found() ? 1 : 0;
}

/** Keeps the first template of each id, so that those named on the command line win over those a dataset remembers. */
function distinct(templates: readonly Template[]): readonly Template[] {
  return templates.filter(({ id }, at) => templates.findIndex((other) => other.id === id) === at);
}

/**
 * Adds a record to the panel. A record written by another program may hold anything in the parts that were not
 * validated.
 */
function placed(
  gathered: Panel,
  conversion: Conversion,
  whose: Whose | undefined,
): ReturnType<Panel["add"]> | "unreadable" {
  try {
    return gathered.add(conversion, whose);
  } catch {
    return "unreadable";
  }
}

async function mergersOf(file: string, { language }: CommandContext): Promise<Mergers> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(wording[language].unreadable(file, error.code ?? error.message));
  });
  // Excel saves CSV as GBK on a Chinese Windows.
  const { mergers, problems } = parseMergers(decode(bytes).text);
  if (problems[0]) throw new UsageError(panelWording[language].mergers(file, problems[0]));
  return mergers;
}

function startTally() {
  const kinds = { gap: 0, one: 0, duplicate: 0, revised: 0, merged: 0 };
  const rules: Record<string, Assessed> = {};
  let issuers = 0;
  let found = false;
  return {
    add({ years, findings, assessed }: PanelIssuer): void {
      issuers += 1;
      for (const { kind } of years) kinds[kind] += 1;
      found ||= findings.some(({ severity }) => severity !== "notice");
      for (const [rule, { held, broken, notAssessable }] of Object.entries(assessed)) {
        const sums = rules[rule] ?? { held: 0, broken: 0, notAssessable: 0 };
        rules[rule] = {
          held: sums.held + held,
          broken: sums.broken + broken,
          notAssessable: sums.notAssessable + notAssessable,
        };
      }
    },
    counts: (): Pick<PanelCounts, "issuers" | "gaps" | "duplicates" | "revised" | "merged" | "rules"> => {
      const { gap, duplicate, revised, merged } = kinds;
      return { issuers, gaps: gap, duplicates: duplicate, revised, merged, rules };
    },
    found: () => found,
  };
}
