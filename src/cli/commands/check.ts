import { Option } from "commander";
import type { Command } from "commander";
import { asPrinted } from "../../arithmetic/open-rows.ts";
import { nameOf, placeWords } from "../../findings/index.ts";
import { ruleEntry } from "../../findings/index.ts";
import type { Language } from "../../index.ts";
import type { Conversion, Severity, Template, WordedDiagnostic } from "../../model/index.ts";
import { cells } from "../../writers/tables/cells.ts";
import type { Cell } from "../../writers/tables/cells.ts";
import { plainLine } from "../../writers/plain-line.ts";
import { checkPage, checkText } from "../page/check-page.ts";
import type { CheckedDraft } from "../page/check-page.ts";
import { countChecks } from "../wording/checks-count.ts";
import { unpackArchives } from "../input/archives.ts";
import type { GivenDocument } from "../input/documents.ts";
import { terminalPaint } from "../terminal/colour.ts";
import type { ColourChoice } from "../terminal/colour.ts";
import { correctionsIn, tellUnused } from "../input/corrections.ts";
import { helpWordsOf } from "../help/words.ts";
import {
  asOneOption,
  colourOption,
  correctionsOption,
  languageOption,
  templateOption,
} from "../help/options.ts";
import type { CommandContext } from "../terminal/context.ts";
import { asOne, convertDocument, documentsOf } from "../input/read.ts";
import { outcomeSentence } from "../terminal/tally.ts";
import { templatesOf } from "../input/templates.ts";
import { wording } from "../wording/wording.ts";

interface Options {
  readonly to: "text" | "html";
  readonly all?: boolean;
  readonly color: ColourChoice;
  readonly asOne?: boolean;
  readonly template?: readonly string[];
  readonly corrections?: readonly string[];
}

/** `gongkai check FILE…`: tells the office that wrote the report what to put right before publishing it. */
export function checkCommand(program: Command, context: CommandContext): void {
  const help = helpWordsOf("check", context.language);
  program
    .command("check")
    .description(help.about)
    .argument("<file...>", help.files)
    .option("--all", help.all)
    .addOption(asOneOption(context.language))
    .addOption(new Option("--to <format>", help.to).choices(["text", "html"]).default("text"))
    .addOption(templateOption(context.language))
    .addOption(correctionsOption(context.language))
    .addOption(colourOption(context.language))
    .addOption(languageOption(context.language))
    .action(async (paths: string[], options: Options) => {
      const { documents, close } = await unpackArchives(await documentsOf(paths, context));
      try {
        await checkAll(options.asOne ? asOne(documents) : documents, options, context);
      } finally {
        close();
      }
    });
}

async function checkAll(
  documents: readonly GivenDocument[],
  options: Options,
  context: CommandContext,
): Promise<void> {
  const templates = await templatesOf(options.template, context);
  const corrections = await correctionsIn(options.corrections, context);
  const { columns, environment } = context.io;
  const paint = terminalPaint(options.color, columns !== null, environment);
  const met = new Set<string>();
  const drafts: CheckedDraft[] = [];
  let gap = "";
  for (const document of documents) {
    const outcome = await convertDocument(document, context, { templates, corrections });
    if (typeof outcome !== "string") met.add(outcome.source.sha256);
    if (typeof outcome === "string" || outcome.report === null) {
      context.io.err(plainLine(`gongkai: ${document.name}: ${outcomeSentence(outcome)}`) + "\n");
      context.done(2);
    } else {
      const draft = checked(outcome, options.all ?? false, templates, context);
      if (options.to === "html") drafts.push(draft);
      else {
        const text = checkText(draft, paint);
        await context.io.out(gap + text);
        gap = text.includes("\n\n") ? "\n" : "";
      }
      context.done(count(outcome, "error") > 0 ? 1 : 0);
    }
  }
  if (options.to === "html") await context.io.out(checkPage(drafts, context.language));
  tellUnused(corrections, met, context);
}

function checked(
  conversion: Conversion,
  all: boolean,
  templates: readonly Template[],
  { language }: CommandContext,
): CheckedDraft {
  const words = wording[language];
  const { source, diagnostics } = conversion;
  const errors = count(conversion, "error");
  const warnings = count(conversion, "warning");
  const { held, notAssessable } = countChecks(conversion, templates);
  const printed = asPrinted(templates, conversion.report);
  const byPath = new Map([...cells(conversion, templates)].map((cell) => [cell.pointer, cell]));
  const shown = diagnostics.filter((it) => all || it.severity !== "notice" || ruleEntry(it.rule)?.inCheck);
  const isEmpty = [...byPath.values()].every(({ value }) => value === null);
  const heading = [
    ...(isEmpty ? [words.nothingFilledIn(source.name, byPath.size)] : []),
    ...(errors + warnings > 0
      ? [words.found(source.name, errors, warnings)]
      : isEmpty
        ? []
        : [words.clean(source.name, held, notAssessable)]),
    ...(isEmpty ? [] : blankTables([...byPath.values()]).map((title) => words.blankTable(title))),
  ];
  const findings = severities.flatMap((severity) =>
    shown
      .filter((it) => it.severity === severity)
      .map((it) => ({
        severity,
        word: words.severity[severity],
        message: it.message,
        rule: it.rule,
        lines: about(it, byPath, conversion, printed, language),
      })),
  );
  const hidden = diagnostics.length - shown.length;
  return {
    title: conversion.report?.title ?? source.name,
    heading,
    findings,
    hidden: hidden > 0 ? words.hiddenNotices(hidden) : null,
  };
}

/**
 * The tables in which nothing at all is printed, not even that there is nothing to report: somebody may have forgotten
 * them.
 */
function blankTables(all: readonly Cell[]): readonly string[] {
  const titles = new Set(all.map(({ labels: [title = ""] }) => title));
  for (const { labels, value, evidence } of all)
    if (value !== null || (evidence?.raw ?? "") !== "") titles.delete(labels[0] ?? "");
  return [...titles];
}

function count({ diagnostics }: Conversion, severity: Severity): number {
  return diagnostics.filter((it) => it.severity === severity).length;
}

const severities: readonly Severity[] = ["error", "warning", "notice"];

/** The sign for how the cell must compare with the other side; empty where the two must be equal. */
function bound({ path, relation }: WordedDiagnostic): string {
  if (!relation || relation.operator === "==") return "";
  const onRight = relation.right.terms.length === 1 && relation.right.terms[0]?.pointers[0] === path;
  return `${SIGNS[onRight ? TURNED[relation.operator] : relation.operator]} `;
}

const TURNED = { "==": "==", "!=": "!=", "<=": ">=", ">=": "<=", "<": ">", ">": "<" } as const;
const SIGNS = { "==": "", "!=": "≠", "<=": "≤", ">=": "≥", "<": "<", ">": ">" } as const;

const shownCells = 12;

/**
 * The lines that explain a finding: both sides, then the cells it is about with their labels and places. Cells that are
 * 0 share one line. `templates` are the families as the report fills them in.
 */
function about(
  it: WordedDiagnostic,
  byPath: ReadonlyMap<string, Cell>,
  { evidence, layouts }: Conversion,
  templates: readonly Template[],
  language: Language,
): readonly string[] {
  const words = wording[language];
  const paths = [...new Set([it.path, ...(it.paths ?? [])])].filter((path) => path !== undefined);
  const telling = paths.filter((path) => path === it.path || byPath.get(path)?.value !== 0);
  const shown = telling.slice(0, shownCells);
  const lines = shown.map((path) => {
    const cell = byPath.get(path);
    const { at, raw } = evidence[path] ?? { at: null, raw: null };
    const label = cell
      ? `${cell.labels.join(" / ")}: ${cell.value ?? "–"}`
      : nameOf(path, { templates, layouts });
    const printed = raw !== null && raw !== "" && raw !== String(cell?.value) ? words.printedAs(raw) : "";
    return [label, placeWords(at ?? undefined, language), printed].filter((part) => part !== "").join("; ");
  });
  if (telling.length > shown.length) lines.push(words.more(telling.length - shown.length));
  if (paths.length > telling.length) lines.push(words.zeros(paths.length - telling.length));
  // The sentence of a notice shown here already gives both sides, and says that neither is to blame.
  if (it.expected !== undefined && it.actual !== undefined && !ruleEntry(it.rule)?.inCheck)
    lines.unshift(words.sides(bound(it) + String(it.expected ?? "–"), String(it.actual ?? "–")));
  if (it.at && !shown.some((path) => evidence[path]?.at)) lines.push(placeWords(it.at, language));
  return lines;
}
