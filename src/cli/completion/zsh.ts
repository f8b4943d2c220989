import { quotedForShell } from "./tree.ts";
import type { CommandNode } from "./tree.ts";
import { walkOf } from "./walk.ts";

/** The script for zsh. It shows what each name means, and offers files where nothing is known about a word. */
export function zsh(tree: readonly CommandNode[]): string {
  const { paths, one, many, values } = walkOf(tree);
  const list = (keys: readonly string[]): string => keys.map(quotedForShell).join(" ");
  const described = (items: readonly (readonly [name: string, about: string])[]): string =>
    items.map(([name, about]) => quotedForShell(`${name.replaceAll(":", "\\:")}:${about}`)).join(" ");
  return `#compdef gongkai
# zsh completion for gongkai:  gongkai completion zsh > a folder of $fpath, named _gongkai
_gongkai() {
  local command='' option='' word current="\${words[CURRENT]}"
  local -a paths one many found
  paths=(${list(paths)})
  one=(${list(one)})
  many=(${list(many)})
  for word in "\${(@)words[2,CURRENT-1]}"; do
    if [[ $word == -* ]]; then
      option="\${command:+$command }$word"
      (( \${one[(Ie)$option]} || \${many[(Ie)$option]} )) || option=''
    elif [[ -n $option ]]; then
      (( \${many[(Ie)$option]} )) || option=''
    elif (( \${paths[(Ie)\${command:+$command }$word]} )); then
      command="\${command:+$command }$word"
    fi
  done
  if [[ $current == --*=* ]]; then
    option="\${command:+$command }\${current%%=*}"
    compset -P '*='
  elif [[ $current == -* ]]; then
    option=''
  fi
  if [[ -n $option ]]; then
    case $option in
${values.map(([key, choices]) => `      ${quotedForShell(key)}) found=(${list(choices)}); _describe -t values value found ;;`).join("\n")}
      *) _files ;;
    esac
    return
  fi
  case $command in
${tree.map((node) => zshCommand(node, described)).join("\n")}
  esac
}
if [[ $funcstack[1] == _gongkai ]]; then _gongkai "$@"; else compdef _gongkai gongkai; fi
`;
}

type Described = (items: readonly (readonly [name: string, about: string])[]) => string;

function zshCommand({ path, commands, options, choices }: CommandNode, described: Described): string {
  const names = options.flatMap(({ names, about }) => names.map((name) => [name, about] as const));
  const words = [
    ...commands.map(({ name, about }) => [name, about] as const),
    ...choices.map((it) => [it, it] as const),
  ];
  const rest =
    words.length > 0 ? `found=(${described(words)}); _describe -t commands command found` : "_files";
  return `    ${quotedForShell(path)}) if [[ $current == -* ]]; then found=(${described(names)}); _describe -o -t options option found; else ${rest}; fi ;;`;
}
