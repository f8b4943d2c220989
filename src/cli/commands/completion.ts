import { Argument } from "commander";
import type { Command } from "commander";
import { bash } from "../completion/bash.ts";
import { fish } from "../completion/fish.ts";
import { powershell } from "../completion/powershell.ts";
import { commandTree } from "../completion/tree.ts";
import type { CommandNode } from "../completion/tree.ts";
import { zsh } from "../completion/zsh.ts";
import type { CommandContext } from "../terminal/context.ts";
import { helpWordsOf } from "../help/words.ts";
import { languageOption } from "../help/options.ts";

const shells: Readonly<Record<string, (tree: readonly CommandNode[]) => string>> = {
  bash,
  zsh,
  fish,
  powershell,
};

/** `gongkai completion SHELL`: prints the script with which a shell completes commands, options and their values. */
export function completionCommand(program: Command, { io, language }: CommandContext): void {
  const help = helpWordsOf("completion", language);
  program
    .command("completion")
    .description(help.about)
    .addArgument(new Argument("<shell>", help.shell).choices(Object.keys(shells)))
    .addOption(languageOption(language))
    .action(async (shell: string) => {
      await io.out(shells[shell]!(commandTree(program)));
    });
}
