import { describe, expect, it } from "vitest";
import { judgeCells } from "../../bench/score/cells.ts";
import { expectedOf } from "../../bench/score/expected.ts";
import { convert } from "../../src/index.ts";
import { drawReport, plain, renderings, withHazard } from "../support/factory/index.ts";

describe("rows of a list under headings that are not the form's are read by them", () => {
  it.each([
    ["总计 first", "total-first"],
    ["two classes of applicants in each other's place", "applicants-in-other-order"],
    ["last year's figures behind the last column", "last-year-behind"],
  ])("%s", async (_, hazard) => {
    for (const seed of [1, 2, 3]) {
      const truth = withHazard(drawReport(seed, plain), hazard, seed)!;
      for (const id of ["cell-per-line", "page-text-rows"]) {
        const { render } = renderings.find((one) => one.id === id)!;
        const conversion = await convert({ name: "report.txt", bytes: render(truth) });
        const cells = judgeCells(expectedOf(truth, {}, false), conversion);
        expect(cells.filter(({ verdict, flagged }) => verdict !== "right" || flagged)).toEqual([]);
      }
    }
  });
});
