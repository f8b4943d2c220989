import { describe, expect, it } from "vitest";
import { detect } from "../../../src/adapters/index.ts";
import { xlsx } from "../../../src/adapters/xlsx/index.ts";
import { sourceOf } from "../../support/corpus.ts";
import { refusedMutants } from "../../support/mutants.ts";
import { readPackedMutants } from "../../support/packed-mutants.ts";
import { sampleMisread, samplesOf } from "../../support/samples.ts";

describe("workbooks", () => {
  it("are known by what the archive holds, whatever their name", () => {
    const { bytes } = sourceOf("2021/fanwan", "report.xlsx");
    expect(detect({ name: "a.zip", bytes })?.id).toBe("xlsx");
    const word = sourceOf("2021/fanwan", "report.docx").bytes;
    expect(detect({ name: "a.xlsx", bytes: word })?.id).toBe("docx");
  });

  it.each(samplesOf("xlsx"))("sample %s: all cells right (skipped where absent)", async (name) => {
    const { adapter, misread } = await sampleMisread("xlsx", name);
    expect({ adapter, misread }).toEqual({ adapter: "xlsx", misread: [] });
  });

  it("120 mutants of the file and 120 of its sheet end typed", async () => {
    const { bytes } = sourceOf("2021/fanwan", "report.xlsx");
    expect(await refusedMutants(xlsx, bytes, 120, 5)).toBeGreaterThan(10);
    expect(await readPackedMutants(xlsx, bytes, "xl/worksheets/sheet1.xml", 120, 6)).toBeGreaterThan(12);
  });
});
