import { readFile } from "node:fs/promises";
import type { Context } from "./context.ts";
import { UsageError } from "./io.ts";
import { wording } from "./wording.ts";

/** Files of `dist/page/`, which `npm run build` makes. */
export type BuiltFile =
  "gongkai.html" | "gongkai-without-pdf.html" | "gongkai.js" | "pdfium.js" | "review.html" | "archive.html";

/** A part of the page as built with the package. Throws a usage error where it was not. */
export async function builtPage(name: BuiltFile, { language }: Context): Promise<string> {
  return readFile(new URL(`../../dist/page/${name}`, import.meta.url), "utf8").catch(() => {
    throw new UsageError(wording[language].noPage);
  });
}
