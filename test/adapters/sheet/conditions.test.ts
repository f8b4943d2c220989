import { describe, expect, it } from "vitest";
import { conditionList, unchangedLook } from "../../../src/adapters/sheet/shown/conditions.ts";

const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ top: at + 1, left: 1, bottom: at + 1, right: 1 }));
const look = { look: unchangedLook, grounds: [] };

describe("the conditions of a sheet", () => {
  it("are kept with their ranges", () => {
    const { add, conditions } = conditionList(2_000);
    add(look, rows(2));
    add(look, rows(1));
    expect(conditions.map(({ ranges }) => ranges.length)).toEqual([2, 1]);
  });

  it("have a bounded number of ranges together, however many conditions there are", () => {
    const { add, conditions } = conditionList(2_000);
    for (let count = 0; count < 100; count++) add(look, rows(150));
    const kept = conditions.reduce((sum, { ranges }) => sum + ranges.length, 0);
    expect([kept, conditions.length]).toEqual([2_000, 14]);
  });
});
