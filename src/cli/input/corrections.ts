import { readFile } from "node:fs/promises";
import { parseCorrections } from "../../corrections/index.ts";
import type { Correction } from "../../model/index.ts";
import type { CommandContext } from "../terminal/context.ts";
import { UsageError } from "../terminal/io.ts";
import { wording } from "../wording/wording.ts";

/** The corrections in the files, in order. Throws a usage error for a line that is not a correction. */
export async function correctionsIn(
  files: readonly string[] | undefined,
  { language }: CommandContext,
): Promise<readonly Correction[]> {
  const words = wording[language];
  const all: Correction[] = [];
  for (const file of files ?? []) {
    const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") throw new UsageError(words.missing(file));
      throw new UsageError(words.unreadable(file, error.code ?? error.message));
    });
    const { corrections, problems } = parseCorrections(text);
    if (problems[0]) throw new UsageError(words.notACorrection(file, problems[0].line, problems[0].key));
    all.push(...corrections);
  }
  return all;
}

/**
 * Reports how many corrections are for documents that the command did not meet: they may have been made on another
 * version.
 */
export function tellUnused(
  corrections: readonly Correction[],
  met: ReadonlySet<string>,
  context: CommandContext,
): void {
  tellUnusedCount(corrections.filter(({ source }) => !met.has(source.sha256)).length, context);
}

export function tellUnusedCount(count: number, { io, language }: CommandContext): void {
  if (count > 0) io.err(wording[language].unusedCorrections(count) + "\n");
}
