import type { Check } from "../check.ts";
import { compareFigure, totals } from "../narrative.ts";

const RECEIVED = /(受理|收到|新收|接收|收办|办理)(?:和处理)?[^，。；、（）\d]{0,16}申请(?:共|共计|总数|数量)?(\d+)(?:件|条|宗|起)(（[^）]*结转[^）]*）)?/u;

/** 共受理政府信息公开申请N件 against 本年新收 (with 上年结转 where the words include it). */
export const narrativeReceived: Check = {
  rules: ["n-received"],
  run: (context) =>
    context.sentences.flatMap((text) => {
      const match = RECEIVED.exec(text);
      if (!match) return [];
      const figure = Number(match[2]);
      const own = totals(context, "newlyReceived");
      const both = [...own, ...totals(context, "carriedOver")];
      // 收办, 办理 and 含上年结转 count what was carried over, too; 受理 sometimes does.
      const pointers = compareFigure(context, "n-received", figure, both, "").length === 0 && /收办|办理/u.test(match[1]! + (match[3] ?? "")) ? both : own;
      return compareFigure(context, "n-received", figure, match[3] ? both : pointers, match[0]);
    }),
};
