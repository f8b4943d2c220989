import { expect, it } from "vitest";
import { doc } from "../../../src/adapters/doc/index.ts";
import { mhtml } from "../../../src/adapters/mhtml/index.ts";
import { rtf } from "../../../src/adapters/rtf/index.ts";
import { sourceOf } from "../../support/corpus.ts";
import { refusedMutants } from "../../support/mutants.ts";

it.each([
  ["doc", doc],
  ["rtf", rtf],
  ["mht", mhtml],
] as const)("120 mutants of a .%s end typed", async (extension, adapter) => {
  const { bytes } = sourceOf("2021/fanwan", `report.${extension}`);
  const refused = await refusedMutants(adapter, bytes, 120, 5);
  expect(refused).toBeGreaterThan(10);
  expect(refused).toBeLessThan(100);
});
