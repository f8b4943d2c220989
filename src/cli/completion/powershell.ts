import type { CommandNode } from "./tree.ts";
import { walkOf } from "./walk.ts";

/**
 * The script for PowerShell 5.1 and later. It shows what each name means, and offers files where nothing is known about
 * a word.
 */
export function powershell(tree: readonly CommandNode[]): string {
  const { one, many, values } = walkOf(tree);
  const list = (keys: readonly string[]): string => `@(${keys.map(quoted).join(", ")})`;
  return `# PowerShell completion for gongkai:  gongkai completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName gongkai -ScriptBlock {
    param($current, $line, $cursor)
    $one = ${list(one)}
    $many = ${list(many)}
    $values = @{
${values.map(([key, choices]) => `        ${quoted(key)} = ${list(choices)}`).join("\n")}
    }
    $words = @{
${tree.map(({ path, commands, choices }) => `        ${quoted(path)} = ${pairs([...commands.map(({ name, about }) => [name, about] as const), ...choices.map((it) => [it, it] as const)])}`).join("\n")}
    }
    $options = @{
${tree.map(({ path, options }) => `        ${quoted(path)} = ${pairs(options.flatMap(({ names, about }) => names.map((name) => [name, about] as const)))}`).join("\n")}
    }
    $command = ''
    $option = ''
    foreach ($element in $line.CommandElements | Select-Object -Skip 1) {
        if ($element.Extent.EndOffset -ge $cursor -and $current -ne '') { break }
        $word = $element.ToString()
        if ($word.StartsWith('-')) {
            $option = "$command $word".Trim()
            if ($one -notcontains $option -and $many -notcontains $option) { $option = '' }
        } elseif ($option -ne '') {
            if ($many -notcontains $option) { $option = '' }
        } elseif ($words.ContainsKey("$command $word".Trim())) {
            $command = "$command $word".Trim()
        }
    }
    $found = @(
        if ($current.StartsWith('-')) { $options[$command] }
        elseif ($option -ne '') { $values[$option] | Where-Object { $_ } | ForEach-Object { , @($_, $_) } }
        else { $words[$command] }
    )
    $found | Where-Object { $_ -and $_[0].StartsWith($current) } | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1])
    }
}
`;
}

function pairs(items: readonly (readonly [name: string, about: string])[]): string {
  return `@(${items.map(([name, about]) => `, @(${quoted(name)}, ${quoted(about)})`).join("; ")})`;
}

/** In a single-quoted string a single quote is written twice, and so are its typographic forms. */
function quoted(text: string): string {
  return `'${text.replaceAll(/['‘’‚‛]/gu, "$&$&")}'`;
}
