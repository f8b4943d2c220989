import { readFile } from "node:fs/promises";
import { decode } from "../../adapters/decode.ts";
import { parseFormerNames } from "../../places/index.ts";
import type { FormerName } from "../../places/index.ts";
import type { CommandContext } from "../terminal/context.ts";
import { UsageError } from "../terminal/io.ts";
import { batchWording } from "../wording/batch-wording.ts";
import { wording } from "../wording/wording.ts";

/** The former names of divisions in a file, if one is given. Throws a usage error for a line that is none. */
export async function formerNamesIn(
  file: string | undefined,
  { language }: CommandContext,
): Promise<readonly FormerName[]> {
  if (file === undefined) return [];
  const words = wording[language];
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") throw new UsageError(words.missing(file));
    throw new UsageError(words.unreadable(file, error.code ?? error.message));
  });
  // Excel saves CSV as GBK on a Chinese Windows.
  const { formerNames, wrong } = parseFormerNames(decode(bytes).text);
  if (wrong > 0) throw new UsageError(batchWording[language].notAFormerName(file, wrong));
  return formerNames;
}
