import { beforeAll, describe, expect, it } from "vitest";
import { xls } from "../../../src/adapters/xls/index.ts";
import { xlsx } from "../../../src/adapters/xlsx/index.ts";
import { convert, defaultLimits } from "../../../src/index.ts";
import type { AnnualReport } from "../../../src/model/index.ts";
import { corpusFolders, sourceOf } from "../../support/corpus.ts";
import { changingBook, changingBookRead } from "../../support/book-changing.ts";
import { cutAndChangingRead, cutAndChangingSheet } from "../../support/cut-and-changing.ts";
import { printReading } from "../../support/print-cells.ts";
import { looksRead, looksWorkbook } from "../../support/sheet-looks.ts";
import { convertWithSoffice, hasSoffice } from "../../support/soffice.ts";

it("a workbook of 2007 shows what the test says", async () => {
  const reading = await xlsx.read({ name: "a.xlsx", bytes: looksWorkbook() }, defaultLimits);
  expect(printReading(reading)).toEqual(looksRead);
});

describe.skipIf(!hasSoffice)("workbooks as LibreOffice saves them (skipped without soffice)", () => {
  const nameOf = (folder: string): string => folder.replace("/", "-");
  let saved: ReadonlyMap<string, Uint8Array> = new Map();
  beforeAll(() => {
    const files = corpusFolders().map(
      (folder) => [`${nameOf(folder)}.xlsx`, sourceOf(folder, "report.xlsx").bytes] as const,
    );
    const changing = new TextEncoder().encode(cutAndChangingSheet);
    const book = new TextEncoder().encode(changingBook);
    saved = convertWithSoffice(
      {
        ...Object.fromEntries(files),
        "looks.xlsx": looksWorkbook(),
        "changing.fods": changing,
        "book.fods": book,
      },
      "xls",
    );
  }, 150_000);

  it("digits that are struck, hidden, cut off or in several looks are doubtful", async () => {
    const reading = await xls.read({ name: "a.xls", bytes: saved.get("looks")! }, defaultLimits);
    expect(printReading(reading)).toEqual(looksRead);
  });

  it("values cut off by a neighbour, worked out from cells that change, or met by a condition", async () => {
    const reading = await xls.read({ name: "a.xls", bytes: saved.get("changing")! }, defaultLimits);
    expect(printReading(reading)).toEqual(cutAndChangingRead);
  });

  it("values worked out from other sheets and from names", async () => {
    const reading = await xls.read({ name: "a.xls", bytes: saved.get("book")! }, defaultLimits);
    expect(printReading(reading)).toEqual(changingBookRead);
  });

  it.each(corpusFolders())("%s gives one record", async (folder) => {
    const record = async (name: string, bytes: Uint8Array): Promise<AnnualReport | null> =>
      (await convert({ name, bytes })).report;
    const whole = await record("report.xlsx", sourceOf(folder, "report.xlsx").bytes);
    expect(whole).not.toBeNull();
    expect(await record("report.xls", saved.get(nameOf(folder))!)).toEqual(whole);
  });
});
