import { utils, write } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { xls } from "../../../src/adapters/xls/index.ts";
import { defaultLimits } from "../../../src/index.ts";
import { refusedMutants } from "../../support/mutants.ts";
import { printReading } from "../../support/print-cells.ts";
import { sampleMisread, samplesOf } from "../../support/samples.ts";

const rows = [
  ["项目", "数量", "金额"],
  ["许可", 5, 1234.5],
  ["处罚", 0, 3],
];

/** A workbook of one table and a hidden sheet. */
function workbook(): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows);
  (sheet["C2"] as { z?: string }).z = "#,##0.00";
  (sheet["B3"] as { z?: string }).z = "0;-0;;@";
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "报告");
  utils.book_append_sheet(book, utils.aoa_to_sheet([["底稿", 7]]), "底稿");
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return new Uint8Array(write(book, { type: "array", bookType: "biff8" }) as ArrayBuffer);
}

describe("workbooks of Excel 97", () => {
  it("show what their formats show", async () => {
    expect(printReading(await xls.read({ name: "a.xls", bytes: workbook() }, defaultLimits))).toEqual([
      "| 项目 | 数量 | 金额 |",
      "| 许可 | 5 | 1,234.50 |",
      "| 处罚 |  ?unseen-text | 3 |",
      "! hidden-content 1",
    ]);
  });

  it("a formula longer than it says ends, and what it was worked out to is read", async () => {
    const sheet = utils.aoa_to_sheet([
      ["项目", "数量"],
      ["许可", 5],
    ]);
    sheet["B2"] = { t: "n", v: 5, f: "2+3" };
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, "报告");
    const bytes = new Uint8Array(write(book, { type: "array", bookType: "biff8" }) as ArrayBuffer);
    // FORMULA (MS-XLS 2.4.127) of B2: row 1, column 1; its formula's length stands behind 20 bytes.
    const at = bytes.findIndex(
      (_, index) =>
        bytes[index] === 6 && bytes[index + 1] === 0 && bytes[index + 4] === 1 && bytes[index + 6] === 1,
    );
    bytes[at + 24] = 1;
    expect(printReading(await xls.read({ name: "a.xls", bytes }, defaultLimits))).toEqual([
      "| 项目 | 数量 |",
      "| 许可 | 5 |",
    ]);
  });

  it.each(samplesOf("xls"))("sample %s: all cells right (skipped where absent)", async (name) => {
    const { adapter, misread } = await sampleMisread("xls", name);
    expect({ adapter, misread }).toEqual({ adapter: "xls", misread: [] });
  });

  it("300 mutants end typed", async () => {
    expect(await refusedMutants(xls, workbook(), 300, 5)).toBeGreaterThan(10);
  }, 60_000);
});
