import type { Template } from "../../../model/index.ts";
import { column, itemRow } from "../items.ts";
import { partOfAppropriations, threePublicSections } from "./shared.ts";

/** “三公”经费支出决算表: twelve columns of 部门决算, budget and final accounts. */
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
          columns: [
            column("budget.total", "合计", { group: ["预算数"], type: "amount", unit: "万元" }),
            column("budget.abroad", "因公出国（境）费", { group: ["预算数"], type: "amount", unit: "万元" }),
            column("budget.cars.total", "小计", {
              group: ["预算数", "公务用车购置及运行维护费"],
              type: "amount",
              unit: "万元",
            }),
            column("budget.cars.bought", "公务用车购置费", {
              group: ["预算数", "公务用车购置及运行维护费"],
              type: "amount",
              unit: "万元",
            }),
            column("budget.cars.run", "公务用车运行维护费", {
              group: ["预算数", "公务用车购置及运行维护费"],
              type: "amount",
              unit: "万元",
            }),
            column("budget.receptions", "公务接待费", { group: ["预算数"], type: "amount", unit: "万元" }),
            column("final.total", "合计", { group: ["决算数"], type: "amount", unit: "万元" }),
            column("final.abroad", "因公出国（境）费", { group: ["决算数"], type: "amount", unit: "万元" }),
            column("final.cars.total", "小计", {
              group: ["决算数", "公务用车购置及运行维护费"],
              type: "amount",
              unit: "万元",
            }),
            column("final.cars.bought", "公务用车购置费", {
              group: ["决算数", "公务用车购置及运行维护费"],
              type: "amount",
              unit: "万元",
            }),
            column("final.cars.run", "公务用车运行维护费", {
              group: ["决算数", "公务用车购置及运行维护费"],
              type: "amount",
              unit: "万元",
            }),
            column("final.receptions", "公务接待费", { group: ["决算数"], type: "amount", unit: "万元" }),
          ],
          rows: [itemRow("", "")],
        },
      ],
    },
  ],
  rules: [
    {
      id: "budget-sum",
      table: "threePublic",
      each: "row",
      expression: "budget.abroad + budget.cars.total + budget.receptions == budget.total",
      severity: "error",
    },
    {
      id: "budget-cars",
      table: "threePublic",
      each: "row",
      expression: "budget.cars.bought + budget.cars.run == budget.cars.total",
      severity: "error",
    },
    {
      id: "final-sum",
      table: "threePublic",
      each: "row",
      expression: "final.abroad + final.cars.total + final.receptions == final.total",
      severity: "error",
    },
    {
      id: "final-cars",
      table: "threePublic",
      each: "row",
      expression: "final.cars.bought + final.cars.run == final.cars.total",
      severity: "error",
    },
    partOfAppropriations,
  ],
};
