import { beforeAll, describe, expect, test } from "vitest";
import { installedReader } from "../../../src/adapters/scan/installed.ts";
import { convert } from "../../../src/index.ts";
import { drawReport, pdfTools } from "../../support/factory/index.ts";
import { outcomes } from "../../support/factory/scan/count.ts";
import { bindSheets } from "../../support/factory/scan/bind.ts";
import { drawSheets } from "../../support/factory/scan/draw.ts";
import { printForScans, scanKinds, spoilt } from "../../support/factory/scan/index.ts";

const ready = pdfTools().chromium !== null && (await installedReader()) !== null;

/** A small part of `bench/scan.ts`, the same at every run. */
describe.skipIf(!ready)("spoilt scans (skipped where chromium or gongkai-ocr is absent)", () => {
  const truth = drawReport(1, { year: 2022, labels: 0, notations: 0, damage: 0, plant: [] });
  let printed: Uint8Array;
  beforeAll(async () => {
    [printed] = (await printForScans([truth], [{ fontFamily: "Noto Sans CJK SC" }])) as [Uint8Array];
  });

  // The second sheet, which has most of the figures; `bench/scan.ts` reads whole reports of every kind.
  test.each([
    ["red-stamp", 0.6],
    ["fax", 0.5],
  ])("%s: right or flagged", async (id, rate) => {
    const kind = scanKinds.find((one) => one.id === id)!;
    const [, second] = await drawSheets(printed, kind.dpi);
    const bytes = bindSheets(spoilt([second!], kind, 1));
    const found = [...outcomes(truth, await convert({ name: `${id}.pdf`, bytes }))];
    expect(found.filter(([, outcome]) => outcome === "wrong" || outcome === "blank")).toEqual([]);
    expect(found.filter(([, outcome]) => outcome === "right").length / found.length).toBeGreaterThan(rate);
  });
});
