import fc from "fast-check";
import { expect, it } from "vitest";
import { cellAt, lastColumn, lastRow, rangeAt } from "../../../src/adapters/sheet/reference.ts";

const letters = (column: number): string =>
  column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);

it("every cell of a sheet, in either case, with and without signs of a fixed place", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: lastRow }),
      fc.integer({ min: 1, max: lastColumn }),
      (row, column) => {
        const name = letters(column);
        for (const reference of [`${name}${row}`, `$${name}$${row}`, `${name.toLowerCase()}$${row}`])
          expect(cellAt(reference)).toEqual({ row, column });
      },
    ),
  );
});

it.each([
  "",
  "$",
  "A",
  "1",
  "A0",
  "XFE1",
  "AAAA1",
  "A1048577",
  "A12345678",
  "A1B",
  "A-1",
  "甲1",
  "@1",
  "[1",
  "`1",
  "A１",
])("%s is no cell", (reference) => {
  expect(cellAt(reference)).toBeNull();
});

it("whole columns and rows, and a range told from its end", () => {
  expect(rangeAt("B9:A2")).toEqual({ top: 2, left: 1, bottom: 9, right: 2 });
  expect(rangeAt("A:C")).toEqual({ top: 1, left: 1, bottom: lastRow, right: 3 });
});
