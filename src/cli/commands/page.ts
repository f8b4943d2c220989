import type { Command } from "commander";
import { builtPage } from "../built-page.ts";
import { languageOption } from "../options.ts";
import type { Context } from "../context.ts";

/** `gongkai page > check.html`: the application for people without a command line, in one file. */
export function page(program: Command, context: Context): void {
  program
    .command("page")
    .description("print the page that checks drafts in a browser, offline: one file to hand on")
    .option("--no-pdf", "a quarter of the size, for drafts that are no PDF")
    .addOption(languageOption())
    .action(async ({ pdf }: { readonly pdf: boolean }) => {
      await context.io.out(await builtPage(pdf ? "gongkai.html" : "gongkai-without-pdf.html", context));
    });
}
