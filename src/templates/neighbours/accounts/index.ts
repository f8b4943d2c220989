import type { RuleTemplate, Template } from "../../../model/index.ts";
import {
  basicExpenditure,
  capitalExpenditure,
  expenditureByFunction,
  fundExpenditure,
  generalExpenditure,
  incomeByFunction,
} from "./lists.ts";
import { appropriations, overall } from "./totals.ts";

const rule = (
  id: string,
  table: string,
  each: RuleTemplate["each"],
  expression: string,
  severity: RuleTemplate["severity"] = "error",
): RuleTemplate => ({ id, table, each, expression, severity });

/**
 * 部门决算: the national forms 公开01表 to 公开08表; the ninth, “三公”经费, is a family of its own because it is published
 * alone, too. The labels are recollections of what departments print after the forms of the Ministry of Finance.
 */
export const departmentAccounts: Template = {
  id: "department-accounts",
  name: "部门决算",
  years: [2013, null],
  basis: "财政部 部门决算报表；地方预决算公开操作规程",
  named: true,
  sections: [],
  tables: [
    overall,
    incomeByFunction,
    expenditureByFunction,
    appropriations,
    generalExpenditure,
    basicExpenditure,
    fundExpenditure,
    capitalExpenditure,
  ],
  rules: [
    rule(
      "accounts-income",
      "overall",
      "once",
      "income.general + income.funds + income.capital + income.superior + income.undertaking + income.operating + income.affiliated + income.other == income.sum",
    ),
    rule("accounts-balance", "overall", "once", "income.total == expenditure.total"),
    rule(
      "accounts-balance-appropriations",
      "appropriations",
      "once",
      "income.total == expenditure.all.total",
    ),
    rule(
      "accounts-income-parts",
      "incomeByFunction",
      "row",
      "appropriations + superior + undertaking + operating + affiliated + other == total",
    ),
    rule(
      "accounts-expenditure-parts",
      "expenditureByFunction",
      "row",
      "basic + project + remitted + operating + subsidies == total",
    ),
    rule("accounts-general-parts", "generalExpenditure", "row", "basic + project == total"),
    rule("accounts-funds-parts", "fundExpenditure", "row", "basic + project == total"),
    rule("accounts-funds-carried", "fundExpenditure", "row", "opening + income - total == closing"),
    rule("accounts-capital-parts", "capitalExpenditure", "row", "basic + project == total"),
  ],
};
