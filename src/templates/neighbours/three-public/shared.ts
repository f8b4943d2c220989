import type { RuleTemplate, SectionTemplate } from "../../../model/index.ts";

/** Amounts as the form states them. */
export const money = { type: "amount", unit: "万元" } as const;

/** The chapter of 部门决算 that contains the form in each of its layouts. */
export const threePublicSections: readonly SectionTemplate[] = [
  {
    number: 7,
    title: "财政拨款“三公”经费支出决算表",
    aliases: ["一般公共预算财政拨款“三公”经费支出决算表", "“三公”经费支出决算表"],
  },
];

/** Spending on the three items is part of the appropriations, if the report has that table too. */
export const partOfAppropriations: RuleTemplate = {
  id: "three-public-part",
  table: "threePublic",
  each: "once",
  expression: "final.total <= tables.appropriations.expenditure.sum.total",
  severity: "error",
};
