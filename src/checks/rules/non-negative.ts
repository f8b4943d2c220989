import type { Check } from "../check.ts";
import { finding } from "../../findings/finding.ts";

const SIGNED: ReadonlySet<string> = new Set(["signed-change", "signed-amount", "percent"]);

/** Counts and amounts are never below zero; 本年增/减 is the only signed field. */
export const nonNegative: Check = {
  rules: ["nonneg"],
  run: ({ cells, value, at }) =>
    cells.flatMap(({ pointer, type }) => {
      const actual = value(pointer);
      if (SIGNED.has(type) || actual === null || actual >= 0) return [];
      const place = at(pointer);
      return [finding("nonneg", { path: pointer, at: place, expected: ">= 0", actual })];
    }),
};
