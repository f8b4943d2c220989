import { beforeAll, describe, expect, it } from "vitest";
import { doc } from "../../../src/adapters/doc/index.ts";
import { docx } from "../../../src/adapters/docx/index.ts";
import { rtf } from "../../../src/adapters/rtf/index.ts";
import { convert, defaultLimits } from "../../../src/index.ts";
import type { Adapter, AnnualReport, Reading } from "../../../src/model/index.ts";
import { corpusFolders, sourceOf } from "../../support/corpus.ts";
import { drawReport, layOut, renderDocx, renderings } from "../../support/factory/index.ts";
import { linesOf, tablesOf } from "../../support/print-tokens.ts";
import { convertWithSoffice, hasSoffice } from "../../support/soffice.ts";

const read = (adapter: Adapter, bytes: Uint8Array): Reading =>
  adapter.read({ name: "report", bytes }, defaultLimits) as Reading;
const seen = (adapter: Adapter, bytes: Uint8Array) => {
  const { tokens } = read(adapter, bytes);
  return { tables: tablesOf(tokens), lines: linesOf(tokens) };
};
const written = renderings.filter(({ extension }) => extension === "doc" || extension === "rtf");
const adapterOf = (extension: string): Adapter => (extension === "doc" ? doc : rtf);
const truth = drawReport(17, { labels: 0.4, notations: 0.3 });

describe("reports that the factory writes", () => {
  it.each(written)("$id reads as the Word document does", ({ extension, render }) => {
    const expected = seen(docx, renderDocx(layOut(truth)));
    expect(seen(adapterOf(extension), render(truth))).toEqual(expected);
  });

  it.skipIf(!hasSoffice)(
    "LibreOffice reads in them what we read (skipped without soffice)",
    () => {
      const files = Object.fromEntries(
        written.map(({ id, extension, render }) => [`${id}.${extension}`, render(truth)]),
      );
      const theirs = convertWithSoffice(files, "docx");
      // LibreOffice rounds the edges of RTF cells to hundredths of a millimetre, row by row: spans may be one too many.
      const compared = (adapter: Adapter, bytes: Uint8Array): string =>
        JSON.stringify(seen(adapter, bytes)).replace(/"(\d+)x\d+ /g, '"$1 ');
      for (const { id, extension, render } of written)
        expect(compared(docx, theirs.get(id)!), id).toEqual(compared(adapterOf(extension), render(truth)));
    },
    120_000,
  );
});

describe.skipIf(!hasSoffice)("the corpus as LibreOffice saves it (skipped without soffice)", () => {
  const nameOf = (folder: string): string => folder.replace("/", "-");
  const saved = new Map<string, ReadonlyMap<string, Uint8Array>>();
  beforeAll(() => {
    const files = Object.fromEntries(
      corpusFolders().map((folder) => [`${nameOf(folder)}.docx`, sourceOf(folder, "report.docx").bytes]),
    );
    for (const format of ["doc", "rtf"] as const) saved.set(format, convertWithSoffice(files, format));
  }, 150_000);

  it.each(corpusFolders())("%s gives one record", async (folder) => {
    const record = async (name: string, bytes: Uint8Array): Promise<AnnualReport | null> =>
      (await convert({ name, bytes })).report;
    const expected = await record("report.docx", sourceOf(folder, "report.docx").bytes);
    expect(expected).not.toBeNull();
    for (const [format, files] of saved)
      expect(await record(`report.${format}`, files.get(nameOf(folder))!), format).toEqual(expected);
  });
});
