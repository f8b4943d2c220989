import type { Template } from "../../../model/index.ts";
import { column, itemRow } from "../items.ts";
import { money, partOfAppropriations, threePublicSections } from "./shared.ts";

const recalled = { basis: "recall" } as const;
const cars = ["cars.total", "cars.bought?", "cars.run?"];

/**
 * The same form with a row for each item, as most departments print it on their own pages: the budget beside the final
 * accounts.
 */
export const threePublicByItem: Template = {
  id: "three-public-expenses-by-item",
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
      pathOrder: "column-row",
      editions: [
        ["total", "abroad", ...cars, "receptions"],
        ["total", "abroad", "receptions", ...cars],
        ["abroad", ...cars, "receptions", "total"],
        ["abroad", "receptions", ...cars, "total"],
      ],
      blocks: [
        {
          corner: ["项目", "行次", "序号", "栏次"],
          columns: [
            column("initial", "年初预算数", { ...money, optional: true }),
            column("budget", "预算数", {
              ...money,
              aliases: ["全年预算数", "调整预算数", "年初预算数", "预算"],
              optional: true,
            }),
            column("final", "决算数", { ...money, aliases: ["决算", "支出决算数"] }),
          ],
          rows: [
            itemRow("total", "合计", {
              ...recalled,
              aliases: ["“三公”经费合计", "总计", "“三公”经费支出合计"],
            }),
            itemRow("abroad", "因公出国（境）费", {
              ...recalled,
              aliases: ["因公出国（境）费用", "因公出国（境）支出"],
            }),
            itemRow("cars.total", "公务用车购置及运行维护费", {
              ...recalled,
              aliases: ["公务用车购置及运行费", "公务用车费", "公务用车购置和运行维护费"],
            }),
            itemRow("cars.bought", "公务用车购置费", {
              ...recalled,
              aliases: ["公务用车购置"],
              optional: true,
            }),
            itemRow("cars.run", "公务用车运行维护费", {
              ...recalled,
              aliases: ["公务用车运行费", "公务用车运行维护"],
              optional: true,
            }),
            itemRow("receptions", "公务接待费", { ...recalled, aliases: ["公务接待支出"] }),
          ],
        },
      ],
    },
  ],
  rules: [
    {
      id: "three-public-sum",
      table: "threePublic",
      each: "column",
      expression: "abroad + cars.total + receptions == total",
      severity: "error",
    },
    {
      id: "three-public-cars",
      table: "threePublic",
      each: "column",
      expression: "cars.bought + cars.run == cars.total",
      severity: "error",
    },
    partOfAppropriations,
  ],
};
