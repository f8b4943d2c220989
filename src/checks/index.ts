import type { AnnualReport, Finding, Evidence, Template } from "../model/index.ts";
import { integer } from "./rules/integer.ts";
import { narrativeCorrection } from "./rules/narrative-correction.ts";
import { narrativeFee } from "./rules/narrative-fee.ts";
import { nonNegative } from "./rules/non-negative.ts";
import { templateFacts } from "./rules/template-facts.ts";
import { templateRules } from "./rules/template-rules.ts";
import { makeContext } from "./context.ts";
import type { Check } from "./check.ts";

export { cellsBySums } from "./vouched.ts";
export type { CellsBySums } from "./vouched.ts";

/** Every check of one report, in the order of its findings: single values, then sums, then text against tables. */
export const checks: readonly Check[] = [
  nonNegative,
  integer,
  templateRules, // the 勾稽关系 of the chosen templates
  templateFacts, // figures of the text that the chosen templates say to be those of cells
  narrativeFee,
  narrativeCorrection,
];

/**
 * Runs every check. Values are compared as printed and left as printed; an operand that is blank or unreadable makes a
 * rule not assessable and never counts as zero.
 */
export function checkReport(
  report: AnnualReport,
  evidence: Evidence,
  layouts: Readonly<Record<string, string>>,
  templates: readonly Template[],
): readonly Finding[] {
  const context = makeContext(report, evidence, layouts, templates);
  return checks.flatMap((check) => check.run(context));
}
