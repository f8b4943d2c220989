import { expect, test } from "vitest";
import { csvOf } from "../../../src/writers/tables/csv.ts";
import { findingTable } from "../../../src/writers/tables/finding-table.ts";
import { conversion } from "../example.ts";

const at = "/report/tables/applications/person";
const common = { severity: "error", at: null, message: "…" } as const;

/** The rows as `pointer expected actual`. */
function rows(diagnostics: readonly object[]): readonly string[] {
  const wanted = ["pointer", "expected", "actual"];
  const columns = findingTable.columns.filter(({ name }) => wanted.includes(name));
  const changed = { ...conversion, diagnostics } as typeof conversion;
  return csvOf({ ...findingTable, columns })
    .piece(changed, [])
    .trim()
    .split("\r\n");
}

test("what a cell should be stands in the row of that cell alone", () => {
  const sum = { ...common, rule: "t3-row-sum", path: `${at}/b`, paths: [`${at}/a`], expected: 7, actual: 5 };
  expect(rows([sum])).toEqual([`${at}/b,7,5`, `${at}/a,,`]);
});

test("a sum of several cells is the value of none", () => {
  const figure = { ...common, rule: "n-received", paths: [`${at}/a`, `${at}/b`], expected: 7, actual: 5 };
  expect(rows([figure])).toEqual([`${at}/a,,`, `${at}/b,,`]);
  expect(rows([{ ...common, rule: "n-fee", expected: 7, actual: 5 }])).toEqual([",7,5"]);
});
