import type { Command } from "commander";
import { builtPage } from "../page/built-page.ts";
import { helpWordsOf } from "../help/words.ts";
import { languageOption } from "../help/options.ts";
import type { CommandContext } from "../terminal/context.ts";

/** `gongkai page > check.html`: prints the application for people without a command line, as one file. */
export function pageCommand(program: Command, context: CommandContext): void {
  const help = helpWordsOf("page", context.language);
  program
    .command("page")
    .description(help.about)
    .option("--no-pdf", help.pdf)
    .addOption(languageOption(context.language))
    .action(async ({ pdf }: { readonly pdf: boolean }) => {
      await context.io.out(await builtPage(pdf ? "gongkai.html" : "gongkai-without-pdf.html", context));
    });
}
