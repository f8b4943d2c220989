import { expect, it } from "vitest";
import { convert } from "../../src/index.ts";
import { drawAnnexReport, drawReport, plain, renderings } from "../support/factory/index.ts";

// Labels that wrap in a column made by spaces: `其` above `中：主要`, the remark's end `1条）` on a line of its own, the
// last row's label ending below the table, a label's end between two rows that no table holds.
it.each([
  ["aligned", "2014-levels", 1],
  ["aligned", "2014-levels", 25],
  ["aligned", "dingxi", 4],
  ["aligned-narrow", "2014", 8],
] as const)("every row of a list in %s text is found: %s, %i", async (id, form, seed) => {
  expect(await findings(id, drawAnnexReport(seed, { form }))).toEqual([]);
});

it("headings with 单位 in them are not the corner of a list of one cell a line", async () => {
  expect(await findings("cell-per-line", drawAnnexReport(1, { form: "2014-levels" }))).toEqual([]);
});

it("headings may stand on the page before their rows", async () => {
  expect(await findings("aligned-pages", drawReport(6, plain))).toEqual([]);
});

async function findings(id: string, report: Parameters<(typeof renderings)[number]["render"]>[0]) {
  const { extension, render } = renderings.find((one) => one.id === id)!;
  const { diagnostics } = await convert({ name: `report.${extension}`, bytes: render(report) });
  return diagnostics.filter(({ severity }) => severity !== "notice").map(({ rule }) => rule);
}
