import type { Check } from "../check.ts";
import { compareFigure, totals } from "../narrative.ts";

const REPLIED = /(?:答复|办结)(?:政府信息公开|各类|依申请公开|信息公开)*(?:申请)?(?:共|共计)?(\d+)件(?:（含上年度?结转(?:的)?(?:申请)?(\d+)件(?:[，,]另有(\d+)件[^）]*顺延[^）]*)?[^）]*）)?/u;

/** 答复N件（含上年度结转申请a件，另有b件…顺延到下年度答复） against 总计, 上年结转, 结转下年度. */
export const narrativeReplied: Check = {
  rules: ["n-replied"],
  run: (context) =>
    context.sentences.flatMap((text) => {
      const match = REPLIED.exec(text);
      if (!match) return [];
      const parts = [
        [match[1], "results.total"],
        [match[2], "carriedOver"],
        [match[3], "carriedForward"],
      ] as const;
      return parts.flatMap(([figure, key]) => (figure === undefined ? [] : compareFigure(context, "n-replied", Number(figure), totals(context, key), match[0])));
    }),
};
