import type { Check } from "../check.ts";
import { finding } from "../../findings/finding.ts";

const WHOLE: ReadonlySet<string> = new Set(["count", "signed-change"]);

/** Counts are whole; amounts may have decimals (59237.2449 万元). */
export const integer: Check = {
  rules: ["integer"],
  run: ({ uncounted, value, at }) =>
    uncounted
      .filter(({ pointer, type }) => WHOLE.has(type) && !Number.isInteger(value(pointer) ?? 0))
      .map(({ pointer }) => finding("integer", { path: pointer, at: at(pointer), actual: value(pointer) })),
};
