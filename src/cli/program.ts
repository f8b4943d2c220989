import type { Command, OutputConfiguration } from "commander";
import type { Language } from "../index.ts";
import { plainLine } from "../writers/plain-line.ts";
import type { CommandContext } from "./terminal/context.ts";
import { helpWordsOf } from "./help/words.ts";
import { UsageError } from "./terminal/io.ts";
import type { Io } from "./terminal/io.ts";
import { languageOf } from "./terminal/locale.ts";
import { version } from "./version.ts";
import { languages, wording } from "./wording/wording.ts";

/** Adds a command to the program. */
type Register = (program: Command, context: CommandContext) => void;

/**
 * The commands in the order of the help text. What a command needs is loaded only when the command or the help is asked
 * for.
 */
const commands: Readonly<Record<string, () => Promise<Register>>> = {
  convert: async () => (await import("./commands/convert.ts")).convertCommand,
  check: async () => (await import("./commands/check.ts")).checkCommand,
  batch: async () => (await import("./commands/batch.ts")).batchCommand,
  merge: async () => (await import("./commands/merge.ts")).mergeCommand,
  golden: async () => (await import("./commands/golden.ts")).goldenCommand,
  panel: async () => (await import("./commands/panel.ts")).panelCommand,
  page: async () => (await import("./commands/page.ts")).pageCommand,
  review: async () => (await import("./commands/review.ts")).reviewCommand,
  inspect: async () => (await import("./commands/inspect.ts")).inspectCommand,
  template: async () => (await import("./commands/template.ts")).templateCommand,
  list: async () => (await import("./commands/list.ts")).listCommand,
  completion: async () => (await import("./commands/completion.ts")).completionCommand,
};

/**
 * Runs the command line and resolves to the exit code: 0 fine, 1 findings, 2 unusable input or wrong usage. Throws only
 * for errors in the program itself.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const { CommanderError } = await import("commander");
  const language = askedLanguage(argv) ?? languageOf(io.environment);
  let exitCode = 0;
  let help = "";
  const context = { io, language, done: (code: number) => (exitCode = Math.max(exitCode, code)) };
  const program = await programIn(context, argv[0], {
    writeOut: (text) => (help += text),
    writeErr: () => undefined,
    getOutHelpWidth: () => io.columns ?? UNKNOWN_WIDTH,
  });
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

/** The program in the language of the context, with only the command that is named, or with all of them. */
export async function programIn(
  context: CommandContext,
  named?: string,
  output: OutputConfiguration = {},
): Promise<Command> {
  const { Command } = await import("commander");
  const { helpConfiguration } = await import("./help/configuration.ts");
  const { languageOption } = await import("./help/options.ts");
  const { language } = context;
  const words = helpWordsOf("program", language);
  const program = new Command("gongkai")
    .description(words.about)
    .version(version(), "-V, --version", words.version)
    .helpOption("-h, --help", words.help)
    .helpCommand("help [command]", words.help)
    .configureHelp(helpConfiguration(language))
    .addOption(languageOption(language))
    .configureOutput(output)
    .exitOverride();
  for (const command of await commandsFor(named)) command(program, context);
  return program;
}

/** The width of help that does not go to a terminal, in columns. */
const UNKNOWN_WIDTH = 80;

/**
 * The command that is named first. All of them are loaded for what covers every command (help, completion), and to
 * suggest a name in place of an unknown one.
 */
async function commandsFor(name: string | undefined): Promise<readonly Register[]> {
  const named =
    name !== undefined && name !== "completion" && Object.hasOwn(commands, name)
      ? [commands[name]!]
      : Object.values(commands);
  return Promise.all(named.map((load) => load()));
}

/** The language is read before parsing, because parsing errors are worded in it too. */
function askedLanguage(argv: readonly string[]): Language | undefined {
  const joined = argv.find((it) => it.startsWith("--lang="))?.slice("--lang=".length);
  const value = joined ?? argv[argv.indexOf("--lang") + 1];
  return languages.find((it) => argv.some((word) => word.startsWith("--lang")) && it === value);
}
