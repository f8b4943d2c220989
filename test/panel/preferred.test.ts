import { expect, it } from "vitest";
import { adapters } from "../../src/adapters/index.ts";
import { compareStanding } from "../../src/panel/preferred.ts";

const copy = (format: string | null) => ({ sure: 9, doubtful: 0, format });

it("every format has its place in the order of preference", () => {
  expect(adapters.filter(({ id }) => compareStanding(copy(id), copy(null)) >= 0)).toEqual([]);
});

it.each([
  ["xls", "text"],
  ["mhtml", "pdf"],
  ["fodt", "xlsx"],
])("of equal copies %s is preferred to %s", (better, worse) => {
  expect(compareStanding(copy(better), copy(worse))).toBeLessThan(0);
});
