import type { Command } from "commander";
import { formCells } from "../../arithmetic/paths.ts";
import { read } from "../../convert.ts";
import { rebuild } from "../../tables/index.ts";
import { plainLine } from "../../writers/plain-line.ts";
import { draftTemplate } from "../draft/index.ts";
import { draftText } from "../draft/text.ts";
import { helpWordsOf } from "../help/words.ts";
import { UsageError } from "../terminal/io.ts";
import { languageOption } from "../help/options.ts";
import type { CommandContext } from "../terminal/context.ts";
import { convertDocument, documentsOf, loadDocument } from "../input/read.ts";
import { outcomeSentence } from "../terminal/tally.ts";
import { traitsOf } from "../wording/template-traits.ts";
import { templateWording } from "../wording/template-wording.ts";
import { readTemplate } from "../input/templates.ts";
import { wording } from "../wording/wording.ts";

/** `gongkai template check FILE` and `gongkai template draft FILE`: commands for form families of the user's own. */
export function templateCommand(program: Command, context: CommandContext): void {
  const { io, language, done } = context;
  const words = templateWording[language];
  const help = helpWordsOf("template", language);
  const group = program.command("template").description(help.about);

  group
    .command("check")
    .description(help.check)
    .argument("<file...>", help.files)
    .addOption(languageOption(context.language))
    .action(async (files: string[]) => {
      for (const file of files) {
        const { template, problems } = await readTemplate(file, context);
        for (const problem of problems) await io.out(plainLine(words.problem(problem)) + "\n");
        done(template ? 0 : 1);
        if (!template) continue;
        const cells = template.tables.reduce((sum, table) => sum + formCells(table).length, 0);
        const { id, tables, rules } = template;
        await io.out(plainLine(words.valid(file, id, tables.length, cells, rules.length)) + "\n");
        for (const trait of words.traits(traitsOf(template))) await io.out(`  ${plainLine(trait)}\n`);
      }
    });

  group
    .command("draft")
    .description(help.draft)
    .argument("<file>", help.report)
    .addOption(languageOption(context.language))
    .action(async (path: string) => {
      const [document] = await documentsOf([path], context);
      if (document === undefined || (document.path ?? "-") !== path)
        throw new UsageError(wording[language].oneFile(path));
      const loaded = await loadDocument(document, context);
      if (typeof loaded === "string") throw new UsageError(loaded);
      const { tokens } = await read(loaded.source);
      if (tokens.length === 0)
        throw new UsageError(outcomeSentence(await convertDocument(document, context)));
      const draft = draftTemplate(rebuild(tokens), document.name);
      if (!draft) throw new UsageError(words.noTables(document.name));
      await io.out(draftText(draft, words.draftHead(document.name), words.draftRules));
    });
}
