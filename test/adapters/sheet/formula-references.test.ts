import { expect, it } from "vitest";
import {
  referencesIn,
  rowColumnReferences,
} from "../../../src/adapters/sheet/formulas/formula-references.ts";
import type { References } from "../../../src/adapters/sheet/formulas/depends.ts";

const shown = (used: References | null): string =>
  used === null
    ? "any"
    : [
        ...used.ranges.map(
          ({ sheet, top, left, bottom, right }) =>
            `${sheet === undefined ? "" : `${sheet}!`}${[top, left, bottom, right].join()}`,
        ),
        ...used.names,
      ].join(" ");
const own = { row: 5, column: 3 };

it.each([
  ["B2+$C$4", "2,2,2,2 4,3,4,3"],
  ["SUM(B2:B9)", "2,2,9,2"],
  ["SUM(B:B)+SUM($2:$3)", "1,2,1048576,2 2,1,3,16384"],
  ["Sheet2!B2+LOG10(A1)", "sheet2!2,2,2,2 1,1,1,1"],
  ["SUM('It''s 2'!$B$2:$B$9)+表一!C3", "it's 2!2,2,9,2 表一!3,3,3,3"],
  ["of:=[.B2]+SUM([.C3:.C9])+[$Other.B2]", "2,2,2,2 3,3,9,3 other!2,2,2,2"],
  ["of:=SUM([$'A b'.C3:.C9];[$Other.$B$2:$Other.$B$4])", "a b!3,3,9,3 other!2,2,4,2"],
  ["SUM(Table1[Count])+Table2[[#This Row],[B2]]*Rate", "table1 table2 rate"],
  ['IF(TRUE,"Sheet2!B2, total",合计)', "合计"],
  ["[1]Sheet1!$A$1+'[2]A b'!B2", ""],
  ["SUM(First:Last!B2)", "any"],
  ["#REF!+1E5+B2", "2,2,2,2"],
  ["INDIRECT(A1)", "any"],
  ["1.5*3", ""],
])("%s refers to %s", (formula, ranges) => {
  expect(shown(referencesIn(formula, own, own))).toBe(ranges);
});

it("relative parts of a formula written once move with the cell, and come in again at the other edge", () => {
  expect(shown(referencesIn("B5+$B5+B$5+$B$5", own, { row: 7, column: 4 }))).toBe(
    "7,3,7,3 7,2,7,2 5,3,5,3 5,2,5,2",
  );
  expect(shown(referencesIn("Z2", { row: 2, column: 26 }, { row: 3, column: 27 }))).toBe("3,27,3,27");
  expect(shown(referencesIn("A1", { row: 2, column: 2 }, { row: 1, column: 2 }))).toBe("1048576,1,1048576,1");
});

it.each([
  ["=R[-1]C+R2C3", "4,3,4,3 2,3,2,3"],
  ["=SUM(R1C:R[2]C)", "1,3,7,3 7,3,7,3"],
  ["=RC[-1]", "5,2,5,2"],
  ["=ROUND(3,1)", ""],
  ["=OFFSET(RC,1,1)", "any"],
  ["=Sheet2!R2C3+'A b'!RC+Rate", "sheet2!2,3,2,3 a b!5,3,5,3 rate"],
])("%s refers to %s in row 5, column 3", (formula, ranges) => {
  expect(shown(rowColumnReferences(formula, own))).toBe(ranges);
});
