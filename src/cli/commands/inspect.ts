import { writeFile } from "node:fs/promises";
import { Option } from "commander";
import type { Command } from "commander";
import { plainLine } from "../../writers/plain-line.ts";
import { helpWordsOf } from "../help/words.ts";
import { UsageError } from "../terminal/io.ts";
import { languageOption, templateOption } from "../help/options.ts";
import { drawPages } from "../stages/page-svg.ts";
import type { CommandContext } from "../terminal/context.ts";
import { documentsOf, loadDocument } from "../input/read.ts";
import { stages, views, type Stage } from "../stages/index.ts";
import { why } from "../stages/why.ts";
import { templatesOf } from "../input/templates.ts";
import { wording } from "../wording/wording.ts";

interface Options {
  readonly stage?: Stage;
  readonly why?: string;
  readonly svg?: string;
  readonly template?: readonly string[];
}

/**
 * `gongkai inspect FILE --stage STAGE` shows what a stage of the pipeline made of one document; `gongkai inspect FILE
 * --why POINTER` shows how one cell came to its value.
 */
export function inspectCommand(program: Command, context: CommandContext): void {
  const help = helpWordsOf("inspect", context.language);
  program
    .command("inspect")
    .description(help.about)
    .argument("<file>", help.file)
    .addOption(new Option("--stage <stage>", help.stage).choices(stages).conflicts("why"))
    .option("--why <pointer>", help.why)
    .option("--svg <file>", help.svg)
    .addOption(templateOption(context.language))
    .addOption(languageOption(context.language))
    .action(async (path: string, options: Options) => {
      const { io, language, done } = context;
      const templates = await templatesOf(options.template, context);
      const words = wording[language];
      const [document] = await documentsOf([path], context);
      if (document === undefined || (document.path ?? "-") !== path)
        throw new UsageError(words.oneFile(path));
      const loaded = await loadDocument(document, context);
      if (typeof loaded === "string") throw new UsageError(loaded);
      if (options.stage === undefined && options.why === undefined)
        throw new UsageError(words.stageOrWhy(stages));
      const view =
        options.why === undefined
          ? await views[options.stage!](loaded.source, context, templates)
          : await why(loaded.source, options.why, context, templates);
      if (typeof view === "string") {
        io.err(plainLine(`gongkai: ${document.name}: ${view}`) + "\n");
        return done(2);
      }
      await io.out(view.text);
      if (options.svg === undefined) return;
      if (view.svg === undefined && view.marks.length === 0)
        throw new UsageError(words.noBoxes(document.name));
      await writeFile(options.svg, view.svg ?? drawPages(view.marks)).catch(
        (error: NodeJS.ErrnoException) => {
          throw new UsageError(words.unwritable(options.svg ?? "", error.code ?? error.message));
        },
      );
    });
}
