import { Option } from "commander";
import { languages } from "./wording.ts";

/** The same on every command that says something about documents. */
export function languageOption(): Option {
  return new Option("--lang <language>", "language of findings, summaries and errors")
    .choices(languages)
    .default("en");
}

/** Form families of the user's own, for every command that looks for forms. */
export function templateOption(): Option {
  return new Option("--template <file>", "a form family of your own, YAML or JSON (repeatable)").argParser(
    (file: string, others: readonly string[] | undefined) => [...(others ?? []), file],
  );
}
