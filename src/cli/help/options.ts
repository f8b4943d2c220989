import { Option } from "commander";
import type { Language } from "../../index.ts";
import { colourChoices } from "../terminal/colour.ts";
import { helpWordsOf } from "./words.ts";
import { languages } from "../wording/wording.ts";

/** The language option, the same on every command that says something about documents. */
export function languageOption(language: Language): Option {
  const { lang, langDefault } = helpWordsOf("options", language);
  return new Option("--lang <language>", lang).choices(languages).default(undefined, langDefault);
}

/** The colour option, for commands that show how severe a finding is. */
export function colourOption(language: Language): Option {
  const { color, colorDefault } = helpWordsOf("options", language);
  return new Option("--color <when>", color).choices(colourChoices).default("auto", colorDefault);
}

/** The option for corrections, for every command that gives values. */
export function correctionsOption(language: Language): Option {
  return repeatable(new Option("--corrections <file>", helpWordsOf("options", language).corrections));
}

/** The option to read several files as one report, for commands that otherwise look at each document by itself. */
export function asOneOption(language: Language): Option {
  return new Option("--as-one", helpWordsOf("options", language).asOne);
}

/** The option to read scans, for every command that may meet them. */
export function ocrOption(language: Language): Option {
  return new Option("--no-ocr", helpWordsOf("options", language).ocr);
}

/** The option for form families of the user's own, for every command that looks for forms. */
export function templateOption(language: Language): Option {
  return repeatable(new Option("--template <file>", helpWordsOf("options", language).template));
}

function repeatable(option: Option): Option {
  return option.argParser((value: string, others: readonly string[] | undefined) => [
    ...(others ?? []),
    value,
  ]);
}
