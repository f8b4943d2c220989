import { Option } from "commander";
import type { Command } from "commander";
import { plainLine } from "../../writers/plain-line.ts";
import { checkPage, checkText } from "../page/check-page.ts";
import type { CheckedDraft } from "../page/check-page.ts";
import { checked, countOf } from "../page/checked-draft.ts";
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
      const draft = checked(outcome, options.all ?? false, templates, context.language);
      if (options.to === "html") drafts.push(draft);
      else {
        const text = checkText(draft, paint);
        await context.io.out(gap + text);
        gap = text.includes("\n\n") ? "\n" : "";
      }
      context.done(countOf(outcome, "error") > 0 ? 1 : 0);
    }
  }
  if (options.to === "html") await context.io.out(checkPage(drafts, context.language));
  tellUnused(corrections, met, context);
}
