import { describe, expect, it } from "vitest";
import { xlsx } from "../../../src/adapters/xlsx/index.ts";
import { defaultLimits } from "../../../src/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { packXlsx } from "../../support/factory/xlsx/package.ts";
import { printReading } from "../../support/print-cells.ts";
import { isPlainSum } from "../../../src/adapters/sheet/formulas/stale-sums.ts";

const text = (at: string, words: string): string => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
const number = (at: string, value: number, formula = ""): string =>
  `<c r="${at}">${formula && `<f>${formula}</f>`}<v>${value}</v></c>`;

/** What is read of a sum of 5, 7 and a blank cell, stored as this number. */
function sum(formula: string, stored: number, third = '<c r="B4"/>'): string {
  const rows = [
    text("A1", "合计") + number("B1", stored, formula),
    text("A2", "甲") + number("B2", 5),
    text("A3", "乙") + number("B3", 7),
    text("A4", "丙") + third,
  ];
  const bytes = packXlsx({
    sheets: [{ name: "S", rows: rows.map((row, at) => `<row r="${at + 1}">${row}</row>`).join("") }],
  });
  const [first = ""] = printReading(xlsx.read({ name: "a.xlsx", bytes }, defaultLimits) as Reading);
  return first.replace(/^\| 合计 \| (.*?) \|$/, "$1");
}

describe("a sum that is stored", () => {
  it.each([
    ["SUM(B2:B4)", 12, "12"],
    ["SUM(B2:B4)", 99, "99 ?formula"],
    ["SUM(B2,B3)", 99, "99 ?formula"],
    ["B2+B3", 12, "12"],
    ["B2+B3", 13, "13 ?formula"],
    ["$B$2", 7, "7 ?formula"],
    ["B2*2", 99, "99"],
    ["B2-B3", 99, "99"],
    ["SUM(Other!B2:B4)", 99, "99"],
    ["SUM(B2:B4)+1", 99, "99"],
  ])("%s as %i", (formula, stored, shown) => expect(sum(formula, stored)).toBe(shown));

  it("is not judged by cells of text, which some programs add, too", () => {
    expect(sum("SUM(B2:B4)", 15, text("B4", "3"))).toBe("15");
  });
});

it.each([
  ["of:=SUM([.B2:.B4])", true],
  ["of:=[.B2]+[.B3]", true],
  ["of:=SUM([$Other.B2:.B4])", false],
  ["=SUM(B2:B4;C5)", true],
  ["=5+B2", false],
  ["", false],
])("%s is a plain sum: %s", (formula, is) => expect(isPlainSum(formula)).toBe(is));
