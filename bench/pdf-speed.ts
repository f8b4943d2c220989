/**
 * CPU time a page, warm, from bytes to cells, beside bare PDFium and bare pdf.js on the same files in the same run.
 * `npx tsx bench/pdf-speed.ts [file.pdf …]`; without files the repository's own.
 */
import { readFileSync, readdirSync } from "node:fs";
import { pdf } from "../src/adapters/pdf/index.ts";
import { pdfium } from "../src/adapters/pdf/pdfium.ts";
import type { Limits } from "../src/model/index.ts";

(globalThis as { DOMMatrix?: unknown }).DOMMatrix ??= class DOMMatrix {};
const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
const LIMITS: Limits = {
  maximumBytes: 50_000_000,
  maximumInflatedBytes: 200_000_000,
  maximumPages: 500,
  maximumCells: 200_000,
  maximumDepth: 100,
};
const ROUNDS = 7;
const assets = new URL("../node_modules/pdfjs-dist/", import.meta.url).pathname;
const folder = new URL("../test/adapters/pdf/fixtures/", import.meta.url).pathname;
const paths =
  process.argv.length > 2
    ? process.argv.slice(2)
    : readdirSync(folder)
        .filter((name) => name.endsWith(".pdf"))
        .map((name) => folder + name);
const files = paths.map((path) => ({
  name: path.split("/").slice(-2).join("/"),
  bytes: new Uint8Array(readFileSync(path)),
}));

console.log("CPU ms a page".padEnd(44), "gongkai", "PDFium", "pdf.js text", "text + operators");
for (const { name, bytes } of files) {
  const pages = (await pdfium.open(bytes, LIMITS)).pageCount;
  const ours = await measure(pages, () => pdf.read({ name, bytes }, LIMITS));
  const bare = await measure(pages, () => pdfium.open(bytes, LIMITS));
  const text = await measure(pages, () => readPdfjs(bytes, false));
  const operators = await measure(pages, () => readPdfjs(bytes, true));
  console.log(
    name.padEnd(44),
    ours.toFixed(1).padStart(7),
    bare.toFixed(1).padStart(6),
    text.toFixed(1).padStart(11),
    operators.toFixed(1).padStart(16),
    ` ×${(operators / ours).toFixed(1)}`,
  );
}

/** The median of some rounds after two to warm up. */
async function measure(pages: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS + 2; round++) {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    if (round >= 2) times.push((user + system) / 1000 / pages);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
}

async function readPdfjs(bytes: Uint8Array, operators: boolean): Promise<void> {
  const task = pdfjs.getDocument({
    data: bytes.slice(),
    verbosity: 0,
    isEvalSupported: false,
    cMapUrl: `${assets}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${assets}standard_fonts/`,
  });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getTextContent();
    if (operators) await page.getOperatorList();
  }
  await task.destroy();
}
