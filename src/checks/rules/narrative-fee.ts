import type { Finding } from "../../model/index.ts";
import type { Check } from "../check.ts";
import { finding } from "../../findings/finding.ts";

/**
 * 收取信息处理费N元，其中…a元…b元: the parts named after 其中 against the whole. It is code and no `facts` of a form,
 * because the form has no cell for the fee: both sides stand in the text.
 */
export const narrativeFee: Check = {
  rules: ["n-fee"],
  run: ({ statements, quote, factPointer }) =>
    statements.flatMap((facts): Finding[] => {
      const whole = facts.find(({ fact }) => fact === "processingFee");
      const parts = facts.filter(({ fact }) => fact === "processingFeePart");
      const expected = Math.round(parts.reduce((sum, { value }) => sum + value, 0) * 100) / 100;
      if (!whole || parts.length === 0 || expected === whole.value) return [];
      return [
        finding("n-fee", {
          path: `${factPointer(whole)}/value`,
          expected,
          actual: whole.value,
          args: { quote: quote(whole) },
        }),
      ];
    }),
};
