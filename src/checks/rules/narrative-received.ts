import type { Check } from "../check.ts";
import { compareFigure, totals } from "../narrative.ts";

/** 共受理政府信息公开申请N件 against 本年新收 (with 上年结转 where the words include it). */
export const narrativeReceived: Check = {
  rules: ["n-received"],
  run: (context) =>
    context.statements.flatMap((facts) => {
      const fact = facts.find((one) => RECEIVED.includes(one.fact));
      if (!fact) return [];
      const own = totals(context, "newlyReceived");
      const both = [...own, ...totals(context, "carriedOver")];
      // 收办 and 办理 may count what was carried over, too.
      const handled =
        fact.fact === "applicationsHandled" && compareFigure(context, "n-received", fact, both).length === 0;
      return compareFigure(
        context,
        "n-received",
        fact,
        handled || fact.fact === "applicationsIncludingCarriedOver" ? both : own,
      );
    }),
};

const RECEIVED: readonly string[] = [
  "applicationsReceived",
  "applicationsHandled",
  "applicationsIncludingCarriedOver",
];
