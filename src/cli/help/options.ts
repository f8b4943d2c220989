import { Option } from "commander";
import type { Language } from "../../index.ts";
import { colourChoices } from "../terminal/colour.ts";
import { helpWordsOf } from "./words.ts";
import { languages } from "../wording/wording.ts";

/** The same on every command that says something about documents. */
export function languageOption(language: Language): Option {
  const { lang, langDefault } = helpWordsOf("options", language);
  return new Option("--lang <language>", lang).choices(languages).default(undefined, langDefault);
}

/** For the commands that say how bad a finding is. */
export function colourOption(language: Language): Option {
  const { color, colorDefault } = helpWordsOf("options", language);
  return new Option("--color <when>", color).choices(colourChoices).default("auto", colorDefault);
}

/** For every command that gives values. */
export function correctionsOption(language: Language): Option {
  return repeatable(new Option("--corrections <file>", helpWordsOf("options", language).corrections));
}

/** For the commands that look at each document by itself. */
export function asOneOption(language: Language): Option {
  return new Option("--as-one", helpWordsOf("options", language).asOne);
}

/** For every command that may meet scans. */
export function ocrOption(language: Language): Option {
  return new Option("--no-ocr", helpWordsOf("options", language).ocr);
}

/** Form families of the user's own, for every command that looks for forms. */
export function templateOption(language: Language): Option {
  return repeatable(new Option("--template <file>", helpWordsOf("options", language).template));
}

function repeatable(option: Option): Option {
  return option.argParser((value: string, others: readonly string[] | undefined) => [
    ...(others ?? []),
    value,
  ]);
}
