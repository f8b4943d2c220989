import type { Command } from "commander";
import { nameOf, placeWords } from "../../index.ts";
import type { Language } from "../../index.ts";
import type { Conversion, Severity, Template, WordedDiagnostic } from "../../model/index.ts";
import { cells } from "../../writers/cells.ts";
import type { Cell } from "../../writers/cells.ts";
import { plainLine } from "../../writers/plain-line.ts";
import { countChecks } from "../checks-count.ts";
import { languageOption, templateOption } from "../options.ts";
import type { Context } from "../context.ts";
import { convertDocument, documentsOf } from "../read.ts";
import { outcomeSentence } from "../tally.ts";
import { templatesOf } from "../templates.ts";
import { wording } from "../wording.ts";

/** `gongkai check FILE…`: for the office that wrote the report, what is to be put right before it is published. */
export function check(program: Command, context: Context): void {
  program
    .command("check")
    .description("check drafts: what to put right, with both sides, places and labels")
    .argument("<file...>", "files, or - for standard input")
    .option("--all", "notices too")
    .addOption(templateOption())
    .addOption(languageOption())
    .action(async (paths: string[], options: { all?: boolean; template?: string[] }) => {
      const templates = await templatesOf(options.template, context);
      const severities: readonly Severity[] = [
        "error",
        "warning",
        ...(options.all ? ["notice" as const] : []),
      ];
      let gap = "";
      for (const document of await documentsOf(paths, context)) {
        const outcome = await convertDocument(document, context, { templates });
        if (typeof outcome === "string" || outcome.report === null) {
          context.io.err(plainLine(`gongkai: ${document.name}: ${outcomeSentence(outcome)}`) + "\n");
          context.done(2);
        } else {
          const text = findings(outcome, severities, templates, context);
          await context.io.out(gap + text);
          gap = text.includes("\n\n") ? "\n" : "";
          context.done(count(outcome, "error") > 0 ? 1 : 0);
        }
      }
    });
}

function findings(
  conversion: Conversion,
  severities: readonly Severity[],
  templates: readonly Template[],
  { language }: Context,
): string {
  const words = wording[language];
  const { source, diagnostics } = conversion;
  const errors = count(conversion, "error");
  const warnings = count(conversion, "warning");
  const { held, notAssessable } = countChecks(conversion, templates);
  const heading =
    errors + warnings === 0
      ? words.clean(source.name, held, notAssessable)
      : words.found(source.name, errors, warnings);
  const byPath = new Map([...cells(conversion, templates)].map((cell) => [cell.pointer, cell]));
  const paragraphs = severities.flatMap((severity) =>
    diagnostics
      .filter((it) => it.severity === severity)
      .flatMap((it) => ["", ...paragraph(it, byPath, conversion, templates, language)]),
  );
  return [heading, ...paragraphs].map((line) => plainLine(line) + "\n").join("");
}

function count({ diagnostics }: Conversion, severity: Severity): number {
  return diagnostics.filter((it) => it.severity === severity).length;
}

const shownCells = 12;

/** What is wrong; both sides; the cells it is about by labels and place, those that are 0 in one line. */
function paragraph(
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
  if (it.expected !== undefined && it.actual !== undefined)
    lines.unshift(words.sides(String(it.expected ?? "–"), String(it.actual ?? "–")));
  if (it.at && !shown.some((path) => evidence[path]?.at)) lines.push(placeWords(it.at, language));
  return [`${words.severity[it.severity]}: ${it.message}`, ...lines.map((line) => "  " + line)];
}
