import { documentRules } from "./document.ts";
import { fieldRules } from "./fields.ts";
import { formRules } from "./form-rules.ts";
import { pdfRules } from "./pdf.ts";
import { proseRules } from "./prose.ts";
import { tableRules } from "./tables.ts";
import { valueRules } from "./values.ts";

/** Every rule a conversion can name, apart from those of a form of one's own. */
export const rules = {
  ...documentRules,
  ...fieldRules,
  ...pdfRules,
  ...tableRules,
  ...valueRules,
  ...formRules,
  ...proseRules,
} as const;

export type Rule = keyof typeof rules;
