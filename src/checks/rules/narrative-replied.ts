import type { Check } from "../check.ts";
import { compareFigure, totals } from "../narrative.ts";

/** 答复N件（含上年度结转申请a件，另有b件…顺延到下年度答复） against 总计, 上年结转, 结转下年度. */
export const narrativeReplied: Check = {
  rules: ["n-replied"],
  run: (context) =>
    context.statements.flatMap((facts) =>
      ROWS.flatMap(([name, row]) => {
        const fact = facts.find((one) => one.fact === name);
        return fact ? compareFigure(context, "n-replied", fact, totals(context, row)) : [];
      }),
    ),
};

const ROWS = [
  ["applicationsReplied", "results.total"],
  ["carriedOver", "carriedOver"],
  ["postponed", "carriedForward"],
] as const;
