import type { Check } from "../check.ts";
import type { NarrativeFact } from "../../model/index.ts";
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
      // 收办, 办理 and 受理 may include what was carried over, and so may any figure beside 上年结转N件; 新收 does not.
      const mayCountBoth =
        fact.fact === "applicationsHandled" ||
        (/受理|办理|处理|结转/u.test(fact.sentence) && !/新收/u.test(beforeFigure(fact)));
      const handled = mayCountBoth && compareFigure(context, "n-received", fact, both).length === 0;
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

/** The words right before the figure, provided it is printed in digits. */
function beforeFigure({ sentence, value }: NarrativeFact): string {
  const plain = sentence.replace(/\s/gu, "");
  const at = plain.indexOf(String(value));
  return at < 0 ? "" : plain.slice(Math.max(0, at - 30), at).replace(/^.*[，；：。（]/u, "");
}
