import type { Check } from "../check.ts";
import { finding } from "../../findings/finding.ts";

const WHOLE: ReadonlySet<string> = new Set(["count", "signed-change"]);

/** Counts are whole; amounts may have decimals (59237.2449 万元). */
export const integer: Check = {
  rules: ["integer"],
  run: ({ cells, value, at }) =>
    cells.flatMap(({ pointer, type }) => {
      const actual = value(pointer);
      if (!WHOLE.has(type) || actual === null || Number.isInteger(actual)) return [];
      const place = at(pointer);
      return [finding("integer", { path: pointer, at: place, actual })];
    }),
};
