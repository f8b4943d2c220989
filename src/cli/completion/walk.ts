import { keysOfOption } from "./tree.ts";
import type { CommandNode, OptionNode } from "./tree.ts";

/**
 * What a script must know about the words before the one to complete: which commands there are, which options take a
 * value, and which values may follow. All three shells walk the words the same way: a word is an option, the value of
 * the option before it, the name of a command below the present one, or an argument.
 */
export interface Walk {
  /** Paths of all commands except the program itself, such as `golden check`. */
  readonly paths: readonly string[];
  /** The keys of options that take one value, and below, of those that take several. */
  readonly one: readonly string[];
  readonly many: readonly string[];
  /** The values to choose from, by the key of the option. */
  readonly values: readonly (readonly [key: string, choices: readonly string[]])[];
}

export function walkOf(tree: readonly CommandNode[]): Walk {
  const options = tree.flatMap((node) =>
    node.options.map((option) => ({ option, keys: keysOfOption(node, option) })),
  );
  const taking = (value: OptionNode["value"]): string[] =>
    options.flatMap(({ option, keys }) => (option.value === value ? keys : []));
  return {
    paths: tree.flatMap(({ path }) => (path === "" ? [] : [path])),
    one: taking("one"),
    many: taking("many"),
    values: options.flatMap(({ option, keys }) =>
      option.choices.length > 0 ? keys.map((key) => [key, option.choices] as const) : [],
    ),
  };
}
