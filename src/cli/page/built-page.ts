import { readFile } from "node:fs/promises";
import type { CommandContext } from "../terminal/context.ts";
import { UsageError } from "../terminal/io.ts";
import { assembledPage, engineScript, packedEngine } from "./page-parts.ts";
import { wording } from "../wording/wording.ts";

/**
 * The page and its parts in `dist/page/`, which `npm run build` makes. Files that can be assembled from others are not
 * in the package.
 */
export type BuiltFile =
  "gongkai.html" | "gongkai-without-pdf.html" | "gongkai.js" | "pdfium.js" | "review.html" | "archive.html";

/** The page, or a part of it, as built with the package. Throws a usage error where it was not built. */
export async function builtPage(name: BuiltFile, context: CommandContext): Promise<string> {
  if (name === "pdfium.js") return engineScript(packedEngine());
  if (name !== "gongkai.html") return built(name, context);
  return assembledPage(await built("gongkai.shell.html", context), await built("gongkai.js", context));
}

async function built(name: string, { language }: CommandContext): Promise<string> {
  return readFile(new URL(`dist/page/${name}`, import.meta.resolve("gongkai/package.json")), "utf8").catch(
    () => {
      throw new UsageError(wording[language].noPage);
    },
  );
}
