import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/arithmetic/evaluate.ts";
import { parseExpression } from "../../src/arithmetic/expression.ts";

const judge = (rule: string, cells: Readonly<Record<string, number | null>>) => {
  const verdict = evaluate(parseExpression(rule), Object.keys(cells), (key) => cells[key] ?? null);
  if (verdict.kind === "broken") return `${verdict.left} ${verdict.operator} ${verdict.right} is broken`;
  return verdict.kind === "not-assessable" ? `missing ${verdict.missing.join()}` : verdict.kind;
};

describe("rule expressions", () => {
  it.each([
    ["a + b == c", { a: 1, b: 2, c: 3 }, "holds"],
    ["a + b == c", { a: 1, b: 2, c: 4 }, "3 == 4 is broken"],
    ["a + b == c", { a: 1, b: null, c: 4 }, "missing b"],
    ["a - b <= 0", { a: 1, b: 2 }, "holds"],
    ["d.* == t", { "d.x": 1, "d.y": 2, "d.y.z": 9, t: 3 }, "holds"],
    ["d.* == t", { t: 3 }, "missing d.*"],
    ["when t == 0: max(d.*) == 0", { t: 0, "d.x": null, "d.y": 2 }, "2 == 0 is broken"],
    ["when t == 0: max(d.*) == 0", { t: 1, "d.x": 1 }, "does-not-apply"],
    ["0.1 + a == b", { a: 0.2, b: 0.3 }, "holds"], // amounts: four decimals, no binary noise
  ] as const)("%s with %j: %s", (rule, cells, expected) => {
    expect(judge(rule, cells)).toBe(expected);
  });

  it.each(["a", "a == b == c", "a + == b", "a b == c", "== 1", ""])("%j is refused", (rule) => {
    expect(() => parseExpression(rule)).toThrow(SyntaxError);
  });
});
