import { Option } from "commander";
import { languages } from "./wording.ts";

/** The same on every command that says something about documents. */
export function languageOption(): Option {
  return new Option("--lang <language>", "language of findings, summaries and errors")
    .choices(languages)
    .default("en");
}

/** For every command that gives values. */
export function correctionsOption(): Option {
  return new Option(
    "--corrections <file>",
    "what people put right or confirmed, JSON lines as the page saves them (repeatable)",
  ).argParser((file: string, others: readonly string[] | undefined) => [...(others ?? []), file]);
}

/** For the commands that look at each document by itself. */
export function asOneOption(): Option {
  return new Option(
    "--as-one",
    "the files given are one report, in this order: a page and its attachment, pictures of its pages",
  );
}

/** For every command that may meet scans. */
export function ocrOption(): Option {
  return new Option("--no-ocr", "leave scanned pages unread, for later");
}

/** Form families of the user's own, for every command that looks for forms. */
export function templateOption(): Option {
  return new Option("--template <file>", "a form family of your own, YAML or JSON (repeatable)").argParser(
    (file: string, others: readonly string[] | undefined) => [...(others ?? []), file],
  );
}
