import type { ColumnTemplate, RuleTemplate, Template } from "../../../model/index.ts";
import { column, itemRow } from "../items.ts";
import { money, partOfAppropriations, threePublicSections } from "./shared.ts";

/** The six columns of the budget or of the final accounts, in 万元. */
function accountColumns(account: string, heading: string): readonly ColumnTemplate[] {
  const own = { group: [heading], ...money };
  const cars = { group: [heading, "公务用车购置及运行维护费"], ...money };
  return [
    column(`${account}.total`, "合计", own),
    column(`${account}.abroad`, "因公出国（境）费", own),
    column(`${account}.cars.total`, "小计", cars),
    column(`${account}.cars.bought`, "公务用车购置费", cars),
    column(`${account}.cars.run`, "公务用车运行维护费", cars),
    column(`${account}.receptions`, "公务接待费", own),
  ];
}

/** The sums of the columns of the budget or of the final accounts. */
function accountSums(account: string): readonly RuleTemplate[] {
  const sum = { table: "threePublic", each: "row", severity: "error" } as const;
  const of = (name: string): string => `${account}.${name}`;
  return [
    {
      ...sum,
      id: `${account}-sum`,
      expression: `${of("abroad")} + ${of("cars.total")} + ${of("receptions")} == ${of("total")}`,
    },
    {
      ...sum,
      id: `${account}-cars`,
      expression: `${of("cars.bought")} + ${of("cars.run")} == ${of("cars.total")}`,
    },
  ];
}

/** “三公”经费支出决算表 of 部门决算: twelve columns, for the budget and the final accounts. */
export const threePublicExpenses: Template = {
  id: "three-public-expenses",
  name: "部门决算",
  years: [2013, null],
  basis: "财政部 部门决算报表；地方预决算公开操作规程",
  sections: threePublicSections,
  named: true,
  tables: [
    {
      id: "threePublic",
      section: 7,
      title: "“三公”经费支出决算表",
      pathOrder: "row-column",
      blocks: [
        {
          corner: [],
          columns: [...accountColumns("budget", "预算数"), ...accountColumns("final", "决算数")],
          rows: [itemRow("", "")],
        },
      ],
    },
  ],
  rules: [...accountSums("budget"), ...accountSums("final"), partOfAppropriations],
};
