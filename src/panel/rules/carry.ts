import type { CrossYearRule } from "./rule.ts";
import { judge, layoutOf, panelValueOf } from "./rule.ts";

const columns = [
  "naturalPerson",
  "legalPerson/commercialEnterprise",
  "legalPerson/researchInstitution",
  "legalPerson/publicWelfareOrganization",
  "legalPerson/legalServiceInstitution",
  "legalPerson/other",
  "total",
];

/** 上年结转 is last year's 结转下年度继续办理, in every column; both forms have the two rows, so the change of form is no border. */
export const carry: CrossYearRule = {
  id: "x-carry",
  severity: "warning",
  compare(before, after) {
    const known = ["2019", "2021"];
    const applies = [before, after].every((year) => known.includes(layoutOf(year, "applications") ?? ""));
    return judge(
      (applies ? columns : []).map((column) => ({
        path: `/report/tables/applications/${column}/carriedOver`,
        expected: [
          { sign: 1, value: panelValueOf(before, `/report/tables/applications/${column}/carriedForward`) },
        ],
        actual: panelValueOf(after, `/report/tables/applications/${column}/carriedOver`),
      })),
    );
  },
};
