import { decidedRows } from "./arithmetic.ts";
import type { Figures } from "./figures.ts";
import { applicantColumns, reviewBlocks } from "./forms.ts";
import type { Layouts } from "./forms.ts";
import type { Random } from "./random.ts";
import type { Claim, NarrativeRule, RuleId } from "./truth.ts";

/**
 * Rules that can be broken alone. A single wrong cell of table 3 breaks three rules at once (ask for that with `slip`);
 * here the other sums are kept, so a sum over columns is broken in two instances.
 */
export const plantableRules = [
  "t3-balance",
  "t3-result-sum",
  "t3-row-sum",
  "t4-block-sum",
  "nonneg",
  "integer",
  "f3-disclosed-le",
  "f3-decisions-misfill",
] as const satisfies readonly RuleId[];
export const plantableClaims = ["n-received", "n-review"] as const satisfies readonly NarrativeRule[];
export type Plant = (typeof plantableRules)[number] | (typeof plantableClaims)[number] | "slip";

/** Changes the figures so that they break the rule. Throws RangeError where the layout has no such rule. */
export function plantError(
  random: Random,
  plant: Exclude<Plant, NarrativeRule>,
  layouts: Layouts,
  figures: Figures,
): void {
  const by = random.int(1, 9);
  const add = (path: string, amount = by): void => {
    if (figures[path] === undefined)
      throw new RangeError(`${plant} cannot be planted: the layout has no ${path}`);
    figures[path] += amount;
  };
  const [, column] = random.pick(applicantColumns.slice(0, 6));
  const both = [`applications.${column}`, "applications.total"];
  switch (plant) {
    case "t3-balance":
      return both.forEach((at) => add(`${at}.newlyReceived`));
    case "t3-result-sum":
      return both.forEach((at) => {
        add(`${at}.newlyReceived`);
        add(`${at}.results.total`);
      });
    case "t3-row-sum":
      return ["newlyReceived", "carriedForward"].forEach((row) => add(`applications.total.${row}`));
    case "slip":
      return add(`applications.${column}.results.granted`);
    case "t4-block-sum":
      return add(`reviewAndLitigation.${random.pick(reviewBlocks)}.total`);
    case "nonneg":
      figures["proactiveDisclosure.administrativePenalties.decisions"] = -by;
      return;
    case "integer":
      return add("proactiveDisclosure.administrativeLicensing.decisions", by + 0.5);
    case "f3-disclosed-le": {
      const row = `proactiveDisclosure.${random.pick(["regulations", "normativeDocuments"])}`;
      return add(
        `${row}.newlyDisclosed`,
        (figures[`${row}.totalDisclosed`] ?? 0) - (figures[`${row}.newlyDisclosed`] ?? 0) + by,
      );
    }
    case "f3-decisions-misfill": {
      if (layouts.proactiveDisclosure !== "2019")
        throw new RangeError(`${plant} cannot be planted: the layout has no itemsChange`);
      const row = `proactiveDisclosure.${random.pick(decidedRows)}`;
      figures[`${row}.itemsChange`] = by;
      figures[`${row}.decisions`] = figures[`${row}.priorYearItems`]! + by;
      return;
    }
  }
}

/** The claim with a figure that the tables contradict. */
export function misstate(random: Random, claim: Claim): Claim {
  return { ...claim, stated: claim.stated + random.int(1, 9) };
}
