import type { Diagnostic } from "../../model/index.ts";
import type { Check } from "../check.ts";

const FEE = /信息(?:公开)?(?:信息)?处理费(?:用)?(?:共|共计|合计|总计)?(\d+(?:\.\d+)?)元/u;

/** 收取信息处理费N元，其中…a元…b元: the parts named after 其中 against the whole. The form has no cell for the fee. */
export const narrativeFee: Check = {
  rules: ["n-fee"],
  run: ({ sentences }) =>
    sentences.flatMap((text): Diagnostic[] => {
      const match = FEE.exec(text);
      const rest = match ? text.slice(match.index + match[0].length) : "";
      if (!match || !/^[^。]{0,4}其中/u.test(rest)) return [];
      const parts = [...rest.matchAll(/(\d+(?:\.\d+)?)元/gu)].map((part) => Number(part[1]));
      const expected = Math.round(parts.reduce((sum, part) => sum + part, 0) * 100) / 100;
      const actual = Number(match[1]);
      if (parts.length === 0 || expected === actual) return [];
      return [{ rule: "n-fee", severity: "notice", path: "/report/sections", expected, actual, args: { quote: match[0] } }];
    }),
};
