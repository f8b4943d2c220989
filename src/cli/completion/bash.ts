import { quotedForShell } from "./tree.ts";
import type { CommandNode } from "./tree.ts";
import { walkOf } from "./walk.ts";

/** The script for bash 3.2 and later. It offers names only, and files where nothing is known about a word. */
export function bash(tree: readonly CommandNode[]): string {
  const { paths, one, many, values } = walkOf(tree);
  const pattern = (keys: readonly string[]): string => keys.map(quotedForShell).join(" | ") || "''";
  return `# bash completion for gongkai:  source <(gongkai completion bash)
_gongkai() {
  local current="\${COMP_WORDS[COMP_CWORD]}" command='' option='' word index
  for ((index = 1; index < COMP_CWORD; index++)); do
    word="\${COMP_WORDS[index]}"
    # --to=json is three words to bash.
    [[ $word == = ]] && continue
    if [[ $word == -* ]]; then
      option="\${command:+$command }$word"
      case "$option" in
        ${pattern([...one, ...many])}) ;;
        *) option='' ;;
      esac
      continue
    fi
    case "$option" in
      '') ;;
      ${pattern(many)}) continue ;;
      *) option=''; continue ;;
    esac
    case "\${command:+$command }$word" in
      ${pattern(paths)}) command="\${command:+$command }$word" ;;
    esac
  done
  [[ $current == = ]] && current=''
  COMPREPLY=()
  if [[ -n $option && $current != -* ]]; then
    case "$option" in
${values.map(([key, choices]) => `      ${quotedForShell(key)}) COMPREPLY=($(compgen -W ${quotedForShell(choices.join(" "))} -- "$current")) ;;`).join("\n")}
    esac
    return
  fi
  case "$command" in
${tree.map((node) => `    ${quotedForShell(node.path)}) if [[ $current == -* ]]; then COMPREPLY=($(compgen -W ${quotedForShell(optionNames(node))} -- "$current")); else COMPREPLY=($(compgen -W ${quotedForShell(words(node))} -- "$current")); fi ;;`).join("\n")}
  esac
}
complete -o bashdefault -o default -F _gongkai gongkai
`;
}

function optionNames({ options }: CommandNode): string {
  return options.flatMap(({ names }) => names).join(" ");
}

function words({ commands, choices }: CommandNode): string {
  return [...commands.map(({ name }) => name), ...choices].join(" ");
}
