import { read as readWorkbook, utils } from "@e965/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { valueRecords } from "../src/adapters/csv/records.ts";
import { decode } from "../src/adapters/decode.ts";
import { cellsOf, convert, numberOf } from "../src/index.ts";
import type { Conversion } from "../src/model/index.ts";
import { conversionOf, corpusFolders, sourceOf } from "./support/corpus.ts";
import { convertWithSoffice, hasSoffice } from "./support/soffice.ts";

const kinds = [
  { saved: "docx", formats: ["doc", "rtf", "odt", "fodt"] },
  { saved: "xlsx", formats: ["xlsx", "xls", "ods", "xml"] },
] as const;

/** Every number of the record, and every word it prints. */
function said({ report }: Conversion): unknown {
  const numbers =
    report && Object.fromEntries(cellsOf(report).map((cell) => [cell.pointer, numberOf(cell.value)]));
  return { numbers, title: report?.title, sections: report?.sections };
}

// What a file says is not for its own writer to tell: another program opens it and saves what it saw in its own way.
describe.skipIf(!hasSoffice)("the corpus as LibreOffice reads it (skipped without soffice)", () => {
  describe.each(kinds)("saved as $saved", ({ saved, formats }) => {
    const nameOf = (folder: string, format: string): string => `${folder.replace("/", "-")}-${format}`;
    let files: ReadonlyMap<string, Uint8Array> = new Map();
    beforeAll(() => {
      const originals = corpusFolders().flatMap((folder) =>
        formats.map((format) => [
          `${nameOf(folder, format)}.${format}`,
          sourceOf(folder, `report.${format}`).bytes,
        ]),
      );
      files = convertWithSoffice(Object.fromEntries(originals) as Record<string, Uint8Array>, saved);
    }, 150_000);

    it.each(corpusFolders())("%s", async (folder) => {
      for (const format of formats) {
        const bytes = files.get(nameOf(folder, format));
        expect(bytes, `${format} was not opened`).toBeDefined();
        const theirs = said(await convert({ name: `report.${saved}`, bytes: bytes! }));
        expect(theirs, format).toEqual(said(await conversionOf(folder, `report.${format}`)));
      }
    });
  });
});

// LibreOffice asks a person for the encoding: a library that reads workbooks tells the fields apart.
describe("the corpus' comma-separated values as another reader parts them", () => {
  it.each(corpusFolders())("%s", (folder) => {
    const text = decode(sourceOf(folder, "report.csv").bytes).text.replace(/^\ufeff/, "");
    const sheet = readWorkbook(text, { type: "string", raw: true }).Sheets["Sheet1"]!;
    const theirs = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: "", blankrows: true });
    expect(theirs.length).toBeGreaterThan(60);
    const ours = valueRecords(text).map(({ fields }) => fields);
    expect(ours.slice(0, theirs.length)).toEqual(theirs);
    expect(ours.slice(theirs.length).flat().join("")).toBe("");
  });
});
