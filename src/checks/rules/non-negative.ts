import type { Check } from "../check.ts";

/** Counts and amounts are never below zero; 本年增/减 is the only signed field. */
export const nonNegative: Check = {
  rules: ["nonneg"],
  run: ({ cells, value, at }) =>
    cells.flatMap(({ pointer, type }) => {
      const actual = value(pointer);
      if (type === "signed-change" || actual === null || actual >= 0) return [];
      const place = at(pointer);
      return [
        {
          rule: "nonneg",
          severity: "error" as const,
          path: pointer,
          ...(place ? { at: place } : {}),
          expected: ">= 0",
          actual,
        },
      ];
    }),
};
