import type { RuleTemplate } from "../../../model/index.ts";

const rule = (
  id: string,
  table: string,
  each: RuleTemplate["each"],
  expression: string,
  severity: RuleTemplate["severity"] = "error",
): RuleTemplate => ({ id, table, each, expression, severity });

/** Sources of income besides appropriations: rows of 公开01表 and columns of 公开02表. */
const sources = ["superior", "undertaking", "operating", "affiliated", "other"];

/** The rules between the tables; the numbers of the forms are the national ones. */
const acrossTables: readonly RuleTemplate[] = [
  // 01 = 02
  rule(
    "accounts-tables-income",
    "overall",
    "once",
    "income.general + income.funds + income.capital == tables.incomeByFunction.total.appropriations",
  ),
  ...sources.map((source) =>
    rule(
      "accounts-tables-income",
      "overall",
      "once",
      `income.${source} == tables.incomeByFunction.total.${source}`,
    ),
  ),
  rule("accounts-tables-income", "overall", "once", "income.sum == tables.incomeByFunction.total.total"),
  // 03 = 01
  rule(
    "accounts-tables-expenditure",
    "overall",
    "once",
    "tables.expenditureByFunction.total.total == expenditure.sum",
  ),
  // 01 = 04 = 02
  rule(
    "accounts-tables-appropriations",
    "overall",
    "once",
    "income.general + income.funds + income.capital == tables.appropriations.income.sum",
  ),
  rule(
    "accounts-tables-appropriations",
    "appropriations",
    "once",
    "income.sum == tables.incomeByFunction.total.appropriations",
  ),
  // 05 = 04, 06 = 05
  rule(
    "accounts-tables-general",
    "appropriations",
    "once",
    "tables.generalExpenditure.total.total == expenditure.sum.general",
  ),
  rule(
    "accounts-tables-basic",
    "generalExpenditure",
    "once",
    "tables.basicExpenditure.personnel.amount + tables.basicExpenditure.operations.amount == total.basic",
  ),
  // 07 = 04, 08 = 04
  rule(
    "accounts-tables-funds",
    "appropriations",
    "once",
    "tables.fundExpenditure.total.total == expenditure.sum.funds",
  ),
  rule(
    "accounts-tables-funds",
    "appropriations",
    "once",
    "tables.fundExpenditure.total.income == income.funds",
  ),
  rule(
    "accounts-tables-capital",
    "appropriations",
    "once",
    "tables.capitalExpenditure.total.total == expenditure.sum.capital",
  ),
];

/** The sums of 部门决算: first within each table, then between tables. */
export const accountsRules: readonly RuleTemplate[] = [
  rule(
    "accounts-income",
    "overall",
    "once",
    "income.general + income.funds + income.capital + income.superior + income.undertaking + income.operating + income.affiliated + income.other == income.sum",
  ),
  rule("accounts-balance", "overall", "once", "income.total == expenditure.total"),
  rule("accounts-balance-appropriations", "appropriations", "once", "income.total == expenditure.all.total"),
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
  ...acrossTables,
];
