import type { Severity } from "../model/index.ts";
import { templates } from "../templates/index.ts";
import type { Both } from "./entry.ts";
import { ruleDefinitions as table, type Rule } from "./rules/index.ts";

const severities = new Map<string, Severity>(
  templates.flatMap(({ rules, facts = [], acrossYears = [] }) =>
    [...rules, ...facts, ...acrossYears].map((rule) => [rule.id, rule.severity] as const),
  ),
);

/** Every rule a conversion can name, with the severity it usually has. */
export const rules: readonly {
  readonly id: Rule;
  readonly severity: Severity;
  readonly description: Both;
}[] = (Object.keys(table) as Rule[]).map((id) => ({
  id,
  severity: severities.get(id) ?? table[id].severity,
  description: table[id].about,
}));

/**
 * Ids of rules that belong to no form. Those of the official sums may be reused by users' forms that replace the
 * official ones.
 */
export const reservedRules: ReadonlySet<string> = new Set(
  Object.keys(table).filter((id) => !severities.has(id)),
);
