import type { Command, Option } from "commander";

/** A command as shells complete it. */
export interface CommandNode {
  /** The words after `gongkai`: "", "golden", "golden check". */
  readonly path: string;
  readonly about: string;
  readonly commands: readonly { readonly name: string; readonly about: string }[];
  readonly options: readonly OptionNode[];
  /** What the first argument may be; empty where it is a path, or anything. */
  readonly choices: readonly string[];
}

export interface OptionNode {
  /** `-h` and `--help`, or one of them. */
  readonly names: readonly string[];
  readonly about: string;
  readonly value: "none" | "one" | "many";
  /** What the value may be; empty where it is a path, or anything. */
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

/** `golden check --format`: how an option is found in the tables of a script. */
export function keysOfOption({ path }: CommandNode, { names }: OptionNode): readonly string[] {
  return names.map((name) => `${path} ${name}`.trim());
}

/** Text between single quotes, as bash and zsh read it. */
export function quotedForShell(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
