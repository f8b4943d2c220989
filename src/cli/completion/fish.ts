import type { CommandNode, OptionNode } from "./tree.ts";
import { walkOf } from "./walk.ts";

/** The script for fish 3. It shows what each name means, and offers files where nothing is known about a word. */
export function fish(tree: readonly CommandNode[]): string {
  const { paths, one, many } = walkOf(tree);
  const list = (keys: readonly string[]): string => keys.map(quoted).join(" ");
  return `# fish completion for gongkai:  gongkai completion fish > ~/.config/fish/completions/gongkai.fish
function __gongkai_at
    set -l command ''
    set -l option ''
    for word in (commandline -opc)[2..-1]
        if string match -q -- '-*' $word
            set option (string trim -- "$command $word")
            contains -- $option ${list([...one, ...many])}; or set option ''
        else if test -n "$option"
            contains -- $option ${list(many)}; or set option ''
        else if contains -- (string trim -- "$command $word") ${list(paths)}
            set command (string trim -- "$command $word")
        end
    end
    test "$command" = "$argv[1]"
end
complete -c gongkai -e
${tree.flatMap(lines).join("\n")}
`;
}

function lines(node: CommandNode): readonly string[] {
  const at = `complete -c gongkai -n ${quoted(`__gongkai_at ${quoted(node.path)}`)}`;
  const isOpen = node.commands.length === 0 && node.choices.length === 0;
  return [
    ...(isOpen ? [] : [`${at} -f`]),
    ...node.commands.map(({ name, about }) => `${at} -a ${quoted(name)} -d ${quoted(about)}`),
    ...(node.choices.length > 0 ? [`${at} -a ${quoted(node.choices.join(" "))}`] : []),
    ...node.options.map((option) => `${at} ${optionLine(option)}`),
  ];
}

function optionLine({ names, about, value, choices }: OptionNode): string {
  const flags = names.map((name) => (name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const values = choices.length > 0 ? [`-x -a ${quoted(choices.join(" "))}`] : [];
  const needs = value !== "none" && choices.length === 0 ? ["-r -F"] : [];
  return [...flags, ...values, ...needs, `-d ${quoted(about)}`].join(" ");
}

/** Between single quotes fish knows only two escapes, those of the quote and the backslash (fish: language, quotes). */
function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
