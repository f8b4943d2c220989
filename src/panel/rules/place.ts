import type { CrossYearRule } from "./rule.ts";

/**
 * Two years are compared as those of one office, though several offices have its name. It is code and no `acrossYears`
 * of a form, because it compares places and no cells.
 */
export const place: CrossYearRule = {
  id: "x-place",
  severity: "warning",
  compare(before, after) {
    const undecided = [before, after].some(({ report }) => report.undecided);
    const breaks = undecided
      ? [{ path: "/report/issuer", expected: null, actual: null, args: { issuer: after.report.issuer } }]
      : [];
    return { breaks, held: undecided ? 0 : 1, notAssessable: 0 };
  },
};
