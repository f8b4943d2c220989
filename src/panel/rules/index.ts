import type { Template } from "../../model/index.ts";
import { copied } from "./copied.ts";
import { identical } from "./identical.ts";
import { place } from "./place.ts";
import type { CrossYearRule } from "./rule.ts";
import { crossYearTemplateRules } from "./template.ts";

/**
 * The order in which findings are given: figures against figures, then whole tables, then prose, then whose reports
 * they are.
 */
export function crossYearRulesOf(templates: readonly Template[]): readonly CrossYearRule[] {
  return [...crossYearTemplateRules(templates), identical, copied, place];
}
