import { readFile } from "node:fs/promises";
import { withBuiltIn } from "../../templates/index.ts";
import type { ParsedTemplate } from "../../index.ts";
import type { Template } from "../../model/index.ts";
import { UsageError } from "../terminal/io.ts";
import type { CommandContext } from "../terminal/context.ts";
import { templateWording } from "../wording/template-wording.ts";
import { wording } from "../wording/wording.ts";

/** The families to look for: those in the files, then the built-in ones. */
export async function templatesOf(
  files: readonly string[] | undefined,
  context: CommandContext,
): Promise<readonly Template[]> {
  return withBuiltIn(await ownTemplates(files, context));
}

/** The families in the files. Throws a usage error for a file that is not a template, and for an id given twice. */
export async function ownTemplates(
  files: readonly string[] | undefined,
  context: CommandContext,
): Promise<readonly Template[]> {
  const words = templateWording[context.language];
  const own: Template[] = [];
  for (const file of files ?? []) {
    const { template, problems } = await readTemplate(file, context);
    if (!template) throw new UsageError(words.invalid(problems.map(words.problem), file));
    if (own.some(({ id }) => id === template.id)) throw new UsageError(words.sameId(file, template.id));
    own.push(template);
  }
  return own;
}

/** Reads one template file. Throws a usage error where the system does not give it. */
export async function readTemplate(file: string, { language }: CommandContext): Promise<ParsedTemplate> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") throw new UsageError(wording[language].missing(file));
    throw new UsageError(wording[language].unreadable(file, error.code ?? error.message));
  });
  // The template schema and the YAML reader are loaded only for users with templates of their own.
  const { parseTemplate } = await import("../../parse-template.ts");
  return parseTemplate(text, file, language);
}
