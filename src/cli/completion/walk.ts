import { keysOfOption } from "./tree.ts";
import type { CommandNode, OptionNode } from "./tree.ts";

/**
 * What a script knows of the words before the one to complete: which commands there are, which options take a value, and
 * what each may be followed by. All three shells walk the words the same way: a word is an option, or the value of the one
 * before it, or the name of a command below the present one, or an argument.
 */
export interface Walk {
  /** Paths of all commands but the program: "golden check". */
  readonly paths: readonly string[];
  /** Options with one value, and with several, by their keys. */
  readonly one: readonly string[];
  readonly many: readonly string[];
  /** Choices of the values, by the keys of the options. */
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
