import { reservedRules, type Language } from "./findings/index.ts";
import { templates } from "./templates/index.ts";
import { loadTemplate, type ParsedTemplate } from "./templates/load.ts";

/**
 * Reads a form family from YAML or JSON text (`schema/template.schema.json`). Never throws: whatever is wrong, in syntax,
 * shape or meaning, is a problem with its line and column. `name` is the file's name for the problems.
 */
export function parseTemplate(text: string, name: string, language: Language = "en"): ParsedTemplate {
  return loadTemplate(text, name, language, reservedRules, templates);
}
