import type { Check } from "../check.ts";
import { compareFigure, totals } from "../narrative.ts";

/** 予以公开a件、部分公开b件、不予公开c件 … against the rows and groups of table 3, where a sentence names at least two. */
export const narrativeGroups: Check = {
  rules: ["n-groups"],
  run: (context) =>
    context.statements.flatMap((facts) => {
      const found = GROUPS.flatMap(([name, row]) => {
        const fact = facts.find((one) => one.fact === name);
        return fact ? [{ fact, row }] : [];
      });
      if (found.length < 2) return [];
      return found.flatMap(({ fact, row }) => compareFigure(context, "n-groups", fact, totals(context, row)));
    }),
};

const GROUPS = [
  ["granted", "results.granted"],
  ["partiallyGranted", "results.partiallyGranted"],
  ["denied", "results.denied"],
  ["unableToProvide", "results.unableToProvide"],
  ["notProcessed", "results.notProcessed"],
  ["otherResults", "results.other"],
  ["carriedForward", "carriedForward"],
] as const;
