import type { Template } from "../../../model/index.ts";
import {
  basicExpenditure,
  capitalExpenditure,
  expenditureByFunction,
  fundExpenditure,
  generalExpenditure,
  incomeByFunction,
} from "./lists.ts";
import { accountsRules } from "./rules.ts";
import { appropriations, overall } from "./totals.ts";

/**
 * 部门决算: the national forms 公开01表 to 公开08表. The ninth, “三公”经费, is a family of its own, because it is also
 * published alone. The labels are recollections of what departments print after the forms of the Ministry of Finance.
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
  rules: accountsRules,
};
