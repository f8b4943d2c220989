import { readFile } from "node:fs/promises";
import type { Context } from "./context.ts";
import { UsageError } from "./io.ts";
import { wording } from "./wording.ts";

/** The page as built with the package. Throws a usage error where it was not. */
export async function builtPage(pdf: boolean, { language }: Context): Promise<string> {
  const name = pdf ? "gongkai.html" : "gongkai-without-pdf.html";
  return readFile(new URL(`../../dist/page/${name}`, import.meta.url), "utf8").catch(() => {
    throw new UsageError(wording[language].noPage);
  });
}
