import type { AnnualReport, Finding, NarrativeFact } from "../model/index.ts";
import { finding } from "../findings/finding.ts";
import type { CheckContext } from "./check.ts";

/** Rules that compare a figure in the text with cells. */
export type NarrativeRule = (typeof narrativeRules)[number];

export const narrativeRules = ["n-received", "n-replied", "n-groups", "n-review", "n-litig"] as const;

/** Whether a rule has words of its own; those of users' forms are worded as relations. */
export function isNarrativeRule(id: string): id is NarrativeRule {
  return narrativeRules.some((rule) => rule === id);
}

/** The exact figures that the prose states about the report's own population, sentence by sentence. */
export function statements(report: AnnualReport): readonly (readonly NarrativeFact[])[] {
  const bySentence = new Map<string, NarrativeFact[]>();
  for (const fact of report.facts) {
    if (fact.approximate || fact.population !== null) continue;
    const key = `${fact.section} ${fact.paragraph} ${fact.sentence}`;
    const said = bySentence.get(key);
    if (said) said.push(fact);
    else bySentence.set(key, [fact]);
  }
  return [...bySentence.values()];
}

/** The sum of cells; null where one of them has no value, or there are none. */
export function sumOfCells(context: CheckContext, pointers: readonly string[]): number | null {
  const values = pointers.map((pointer) => context.value(pointer));
  if (values.includes(null) || pointers.length === 0) return null;
  return values.reduce<number>((sum, value) => sum + value!, 0);
}

/**
 * Compares a figure in the text with the sum of cells; raises a finding only where every cell has a value and the two
 * differ.
 */
export function compareFigure(
  context: CheckContext,
  rule: NarrativeRule,
  { value, ...fact }: NarrativeFact,
  pointers: readonly string[],
): Finding[] {
  const actual = sumOfCells(context, pointers);
  if (actual === null || actual === value) return [];
  const at = context.at(pointers[0]!);
  // A figure compared with one cell is about that cell; among several, no single one is to blame.
  const cells = pointers.length === 1 ? { path: pointers[0]!, paths: pointers } : { paths: pointers };
  const quote = context.quote({ value, ...fact });
  return [finding(rule, { ...cells, at, expected: value, actual, args: { quote } })];
}
