import type { Check } from "../check.ts";
import { finding } from "../../findings/finding.ts";

const SIGNED: ReadonlySet<string> = new Set(["signed-change", "signed-amount", "percent"]);

/** Counts and amounts are never below zero; 本年增/减 is the only signed field. */
export const nonNegative: Check = {
  rules: ["nonneg"],
  run: ({ uncounted, value, at }) =>
    uncounted
      .filter(({ pointer, type }) => !SIGNED.has(type) && (value(pointer) ?? 0) < 0)
      .map(({ pointer }) => {
        const about = { path: pointer, at: at(pointer) };
        return finding("nonneg", { ...about, expected: ">= 0", actual: value(pointer) });
      }),
};
