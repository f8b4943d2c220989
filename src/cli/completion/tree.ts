import type { Command, Option } from "commander";

/** A command as the shells complete it. */
export interface CommandNode {
  /** The words after `gongkai`: `""`, `"golden"`, `"golden check"`. */
  readonly path: string;
  readonly about: string;
  readonly commands: readonly { readonly name: string; readonly about: string }[];
  readonly options: readonly OptionNode[];
  /** The values the first argument may have; empty where it is a path, or anything. */
  readonly choices: readonly string[];
}

export interface OptionNode {
  /** One or both of the short and the long name, such as `-h` and `--help`. */
  readonly names: readonly string[];
  readonly about: string;
  readonly value: "none" | "one" | "many";
  /** The values the option may have; empty where it takes a path, or anything. */
  readonly choices: readonly string[];
}

/** The program and every command below it, as commander knows them. */
export function commandTree(program: Command): readonly CommandNode[] {
  return nodesOf(program, []);
}

function nodesOf(command: Command, words: readonly string[]): CommandNode[] {
  const help = command.createHelp();
  const commands = help.visibleCommands(command);
  const below = commands.map((it) => ({ name: it.name(), about: it.description() }));
  const node = {
    path: words.join(" "),
    about: command.description(),
    commands: below,
    options: help.visibleOptions(command).map(optionNode),
    choices: command.registeredArguments[0]?.argChoices ?? [],
  };
  return [node, ...commands.flatMap((it) => nodesOf(it, [...words, it.name()]))];
}

function optionNode({ short, long, description, required, variadic, argChoices }: Option): OptionNode {
  return {
    names: [short, long].filter((name) => name !== undefined),
    about: description,
    value: required ? (variadic ? "many" : "one") : "none",
    choices: argChoices ?? [],
  };
}

/** The keys, such as `golden check --format`, by which a script finds an option in its tables. */
export function keysOfOption({ path }: CommandNode, { names }: OptionNode): readonly string[] {
  return names.map((name) => `${path} ${name}`.trim());
}

/** Text in single quotes, as bash and zsh read it. */
export function quotedForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
