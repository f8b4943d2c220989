import fc from "../support/fast-check.ts";
import { describe, expect, it } from "vitest";
import { parseExpression } from "../../src/arithmetic/expression.ts";
import { toEquation } from "../../src/mapper/read/sums/equations.ts";
import { splitRun } from "../../src/mapper/read/sums/fused.ts";

const rowSum = toEquation(parseExpression("a + b + c + d + e + f == g"), [
  "a",
  "b",
  "c",
  "d",
  "e",
  "f",
  "g",
])!;
const blocks = [0, 5, 10].map((at) =>
  [0, 1, 2, 3].map((index) => ({ index: at + index, weight: 1 })).concat({ index: at + 4, weight: -1 }),
);
const ways = (run: string) => splitRun(run, 7, [rowSum])?.map((way) => way.join(" "));

describe("splitRun", () => {
  it.each([
    ["0000000", ["0 0 0 0 0 0 0"]],
    ["6000017", ["6 0 0 0 0 1 7"]],
    ["200 000121", ["20 0 0 0 0 1 21"]],
    ["21710000218", ["217 1 0 0 0 0 218"]],
    ["4 0 0 0 0 0 4", ["4 0 0 0 0 0 4"]],
    ["2100004", []], // seven digits, but 2 + 1 is not 4
    ["00000", []], // two cells short
  ])("%s", (run, expected) => {
    expect(ways(run)).toEqual(expected);
  });

  it("cuts the fifteen cells of table 4 by its three sums", () => {
    expect(splitRun("21317000001324019", 15, blocks)?.map((way) => way.join(" "))).toEqual([
      "2 1 3 1 7 0 0 0 0 0 13 2 4 0 19",
    ]);
  });

  it("keeps every way when the sums leave more than one", () => {
    expect(splitRun("1111", 2, [])).toEqual([
      [1, 111],
      [11, 11],
      [111, 1],
    ]);
  });

  it("gives up on what is no run of digits, and on one too long to search", () => {
    expect(splitRun("2648件18538", 3, [])).toEqual([]);
    expect(splitRun("1".repeat(60), 15, [])).toBeNull();
  });

  it.each([
    ["707", 3, ["7 0 7"]],
    ["009", 3, ["0 0 9"]],
    ["018", 2, ["0 18"]],
    ["3-10", 3, ["3 -1 0"]],
    ["14-14", 2, ["14 -14"]],
    ["70", 3, []],
    ["0012.5", 3, ["0 0 12.5"]],
    ["3 14", 3, ["3 1 4"]],
  ])("%s over %i cells", (run, count, expected) => {
    expect(splitRun(run, count, [])?.map((way) => way.join(" "))).toEqual(expected);
  });

  it("keeps within bounds", () => {
    const bound = [
      { index: 0, weight: 1 },
      { index: 1, weight: -1 },
    ];
    expect(splitRun("2931", 2, [], [bound])).toEqual([
      [2, 931],
      [29, 31],
    ]);
  });

  it("always finds the numbers that were fused, and only numbers that fit", () => {
    const parts = fc.array(fc.oneof(fc.constant(0), fc.nat(300)), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(parts, (values) => {
        const row = [...values, values.reduce((sum, value) => sum + value, 0)];
        const found = splitRun(row.join(""), 7, [rowSum]);
        if (found === null || found.length > 64) return;
        expect(found).toContainEqual(row);
        for (const way of found) expect(way.join("")).toBe(row.join(""));
      }),
    );
  });
});
