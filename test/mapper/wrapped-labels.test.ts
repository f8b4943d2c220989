import { expect, it } from "vitest";
import { convert } from "../../src/index.ts";
import { drawAnnexReport, renderings } from "../support/factory/index.ts";

// Labels that wrap in a column made by spaces: `其` above `中：主要`, the remark's end `1条）` on a line of its own, the
// last row's label ending below the table, a label's end between two rows that no table holds.
it.each([
  ["aligned", "2014-levels", 1],
  ["aligned", "2014-levels", 25],
  ["aligned", "dingxi", 4],
  ["aligned-narrow", "2014", 8],
] as const)("every row of a list in %s text is found: %s, %i", async (id, form, seed) => {
  const { extension, render } = renderings.find((one) => one.id === id)!;
  const bytes = render(drawAnnexReport(seed, { form }));
  const { diagnostics } = await convert({ name: `report.${extension}`, bytes });
  expect(diagnostics.filter(({ severity }) => severity !== "notice").map(({ rule }) => rule)).toEqual([]);
});
