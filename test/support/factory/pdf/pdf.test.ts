import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { drawReport, layOut, pdfTools, plain, renderPdfs } from "../index.ts";
import type { PdfJob } from "../index.ts";

const poppler = spawnSync("pdftotext", ["-v"]).status === 0;
const truth = drawReport(6, { ...plain, fill: "unique", year: 2023 });
const jobs: PdfJob[] = [{}, { landscape: true }, { borders: false, fontSize: 9 }].map((options) => ({
  blocks: layOut(truth),
  options,
}));

describe.each(["chromium", "soffice"] as const)("PDF", (engine) => {
  it.skipIf(!poppler || pdfTools()[engine] === null)(
    `printed by ${engine}, every number once (skipped where it or pdftotext is not installed)`,
    async () => {
      for (const bytes of await renderPdfs(engine, jobs)) {
        const text = spawnSync("pdftotext", ["-layout", "-", "-"], {
          input: bytes,
          encoding: "utf-8",
        }).stdout;
        const numbers = text.match(/\d+(\.\d+)?/g) ?? [];
        for (const raw of Object.values(truth.raw)) expect(numbers).toContain(raw);
      }
    },
  );
});
