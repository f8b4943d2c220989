import { templates } from "./templates/index.ts";
import { loadTemplate, type ParsedTemplate } from "./templates/load.ts";
import type { Language } from "./wording.ts";
import { WORDS } from "./words.ts";

/** Ids of findings that are no form's sums; those of the official sums are free to families that take an official one's place. */
const findings: ReadonlySet<string> = new Set(
  Object.keys(WORDS).filter((id) => !templates.some(({ rules }) => rules.some((rule) => rule.id === id))),
);

/**
 * Reads a form family from YAML or JSON text (`schema/template.schema.json`). Never throws: whatever is wrong, in syntax,
 * shape or meaning, is a problem with its line and column. `name` is the file's name for the problems.
 */
export function parseTemplate(text: string, name: string, language: Language = "en"): ParsedTemplate {
  return loadTemplate(text, name, language, findings);
}
