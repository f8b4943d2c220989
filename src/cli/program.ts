import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import type { Language } from "../index.ts";
import { plainLine } from "../writers/plain-line.ts";
import { batch } from "./commands/batch.ts";
import { check } from "./commands/check.ts";
import { convert } from "./commands/convert.ts";
import { golden } from "./commands/golden.ts";
import { inspect } from "./commands/inspect.ts";
import { list } from "./commands/list.ts";
import { page } from "./commands/page.ts";
import { panel } from "./commands/panel.ts";
import { template } from "./commands/template.ts";
import { merge } from "./commands/merge.ts";
import type { Context } from "./context.ts";
import { UsageError } from "./io.ts";
import type { Io } from "./io.ts";
import { languages, wording } from "./wording.ts";

/** One command each, in the order of the help text. */
const commands: readonly ((program: Command, context: Context) => void)[] = [
  convert,
  check,
  batch,
  merge,
  golden,
  panel,
  page,
  inspect,
  template,
  list,
];

/**
 * Runs the command line and resolves to the exit code: 0 fine, 1 findings, 2 unusable input or bad usage.
 * Throws only where the program itself is wrong.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const language = askedLanguage(argv);
  let exitCode = 0;
  let help = "";
  const program = new Command("gongkai")
    .description(
      "Chinese statutory disclosure reports (政府信息公开工作年度报告) as checked, traceable data.",
    )
    .version(version())
    .exitOverride()
    .configureOutput({ writeOut: (text) => (help += text), writeErr: () => undefined });
  for (const command of commands)
    command(program, { io, language, done: (code) => (exitCode = Math.max(exitCode, code)) });
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) {
      await io.out(help);
    } else if (error instanceof CommanderError || error instanceof UsageError) {
      const sentence = error instanceof UsageError ? error.message : wording[language].usage(error);
      io.err(plainLine(`gongkai: ${sentence}`) + "\n");
      return 2;
    } else throw error;
  }
  return exitCode;
}

/** Read before parsing, because errors of parsing are worded too. */
function askedLanguage(argv: readonly string[]): Language {
  const joined = argv.find((it) => it.startsWith("--lang="))?.slice("--lang=".length);
  const value = joined ?? argv[argv.indexOf("--lang") + 1];
  return languages.find((it) => argv.some((word) => word.startsWith("--lang")) && it === value) ?? "en";
}

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return String(manifest.version);
}
