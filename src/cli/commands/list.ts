import { Argument } from "commander";
import type { Command } from "commander";
import { adapters } from "../../adapters/index.ts";
import { rules } from "../../findings/index.ts";
import { templates } from "../../templates/index.ts";
import { writers } from "../../writers/index.ts";
import type { Language } from "../../index.ts";
import { chinese } from "../help/list-words.ts";
import { helpWordsOf } from "../help/words.ts";
import { languageOption } from "../help/options.ts";
import type { CommandContext } from "../terminal/context.ts";
import { alignedRows, type Row } from "../terminal/rows.ts";
import { wording } from "../wording/wording.ts";

const lists: Readonly<Record<string, (language: Language) => readonly Row[]>> = {
  adapters: (language) => adapters.map((it) => [it.id, described("adapters", it, language)]),
  templates: () =>
    templates.map(({ id, years: [from, to], name }) => [id, `${from}–${to ?? ""}`.padEnd(9), name]),
  rules: (language) =>
    rules.map(({ id, severity, description }) => [
      id,
      wording[language].severity[severity],
      description[language],
    ]),
  writers: (language) => writers.map((it) => [it.id, "." + it.extension, described("writers", it, language)]),
};

function described(
  list: keyof typeof chinese,
  { id, description }: { readonly id: string; readonly description: string },
  language: Language,
): string {
  return language === "zh" ? (chinese[list][id] ?? description) : description;
}

/** `gongkai list WHAT`: lists what is built in, one item a line. */
export function listCommand(program: Command, { io, language, done }: CommandContext): void {
  const help = helpWordsOf("list", language);
  program
    .command("list")
    .description(help.about)
    .addArgument(new Argument("<what>", help.what).choices(Object.keys(lists)))
    .addOption(languageOption(language))
    .action(async (what: string) => {
      await io.out(alignedRows(lists[what]?.(language) ?? []));
      done(0);
    });
}
