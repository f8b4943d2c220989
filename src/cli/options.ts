import { Option } from "commander";
import { languages } from "./wording.ts";

/** The same on every command that says something about documents. */
export function languageOption(): Option {
  return new Option("--lang <language>", "language of findings, summaries and errors")
    .choices(languages)
    .default("en");
}
