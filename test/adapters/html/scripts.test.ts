import { expect, it } from "vitest";
import { scriptsOf } from "../../../src/adapters/html/tree/scripts.ts";

const writesCells = (program: string) => scriptsOf({ programs: [program], hasProgram: true }).writesCells;

it.each([
  ["var n = 1;", false],
  ['document.querySelectorAll("td")[3].innerHTML = 7;', true],
  // What is not read may write anywhere.
  [`var n = "${"x".repeat(2_000_001)}";`, true],
])("%.60s", (program, writes) => {
  expect(writesCells(program)).toBe(writes);
});
