import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { UsageError } from "../io.ts";
import { languageOption } from "../options.ts";
import type { Context } from "../context.ts";
import { wording } from "../wording.ts";

/** `gongkai page > check.html`: the application for people without a command line, in one file. */
export function page(program: Command, context: Context): void {
  program
    .command("page")
    .description("print the page that checks drafts in a browser, offline: one file to hand on")
    .option("--no-pdf", "a quarter of the size, for drafts that are no PDF")
    .addOption(languageOption())
    .action(async ({ pdf }: { readonly pdf: boolean }) => {
      await context.io.out(await builtPage(pdf, context));
    });
}

/** The page as built with the package. Throws a usage error where it was not. */
export async function builtPage(pdf: boolean, { language }: Context): Promise<string> {
  const name = pdf ? "gongkai.html" : "gongkai-without-pdf.html";
  return readFile(new URL(`../../../dist/page/${name}`, import.meta.url), "utf8").catch(() => {
    throw new UsageError(wording[language].noPage);
  });
}
