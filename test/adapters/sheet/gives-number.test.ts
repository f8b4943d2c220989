import { expect, it } from "vitest";
import { givesNumber } from "../../../src/adapters/sheet/formulas/gives-number.ts";

it.each([
  ["SUM(A1:A9)", true],
  ["of:=SUM([.A1:.A9])", true],
  ["ROUND(SUM(A1:A9)/2,1)", true],
  ["A1+B1", true],
  ["(A1+B1)*2", true],
  ['SUM(A1:A9)&"件"', false],
  ["SUM(A1)&TEXT(B1,0)", false],
  ['IF(A1=0,"",A1)', false],
  ["IF(A1>0,A1+1,B1)", false],
  ["A1", false],
  ["VLOOKUP(A1,B:C,2)", false],
  ["SUM(A1", false],
  ["", false],
])("%s: %s", (formula, expected) => {
  expect(givesNumber(formula)).toBe(expected);
});
