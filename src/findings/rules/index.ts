import type { RuleEntry } from "../entry.ts";
import { contentRules } from "./contents.ts";
import { correctionRules } from "./corrections.ts";
import { documentRules } from "./document.ts";
import { fieldRules } from "./fields.ts";
import { formRules } from "./form-rules.ts";
import { neighbourRules } from "./neighbour-rules.ts";
import { ofdRules } from "./ofd.ts";
import { pdfRules } from "./pdf.ts";
import { proseRules } from "./prose.ts";
import { rowRules } from "./rows.ts";
import { tableRules } from "./tables.ts";
import { valueRules } from "./values.ts";

/** Every rule a conversion can name, apart from those of users' forms. */
export const ruleDefinitions = {
  ...documentRules,
  ...contentRules,
  ...fieldRules,
  ...ofdRules,
  ...pdfRules,
  ...tableRules,
  ...rowRules,
  ...valueRules,
  ...formRules,
  ...neighbourRules,
  ...proseRules,
  ...correctionRules,
} as const;

export type Rule = keyof typeof ruleDefinitions;

/** What is known of a rule by its id; undefined for a rule of a user's form. */
export function ruleEntry(id: string): RuleEntry | undefined {
  return Object.hasOwn(ruleDefinitions, id) ? ruleDefinitions[id as Rule] : undefined;
}
