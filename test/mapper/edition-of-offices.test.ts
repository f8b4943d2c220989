import { expect, it } from "vitest";
import { convert } from "../../src/index.ts";
import { drawNeighbour, neighbours, renderTextFile } from "../support/factory/index.ts";

it("rows of offices below the only row of another edition are read by the edition that has them", async () => {
  const form = "enforcement-data-hubei-offices";
  const { blocks } = drawNeighbour(
    neighbours.find(({ id }) => id === form)!,
    1,
  );
  const bytes = renderTextFile(blocks, "leading-tab");
  const { layouts, diagnostics } = await convert({ name: "report.txt", bytes });
  expect([layouts["penalties"], diagnostics]).toEqual([form, []]);
});
