import type { Language } from "../../index.ts";

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The language of the locale: the first variable that is set decides, as in POSIX (XBD 8.2). */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language {
  return /^zh/iu.test(LC_ALL || LC_MESSAGES || LANG || "") ? "zh" : "en";
}
