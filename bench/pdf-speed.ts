/**
 * CPU time a page, warm, from bytes to cells, beside bare PDFium and bare pdf.js on the same files in the same run.
 * `npx tsx bench/pdf-speed.ts [file.pdf …]`; without files the repository's own.
 */
import { readFileSync, readdirSync } from "node:fs";
import { pdf } from "../src/adapters/pdf/index.ts";
import { pdfium } from "../src/adapters/pdf/reading/pdfium.ts";
import { defaultLimits } from "../src/limits.ts";

(globalThis as { DOMMatrix?: unknown }).DOMMatrix ??= class DOMMatrix {};
const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
/** An archive is thousands of files, so the code is warm when the compiler has seen it often, not twice. */
const ROUNDS = { warm: 40, counted: 15 };
const ROUNDS_PDFJS = { warm: 4, counted: 7 };
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

console.log("CPU ms a page".padEnd(34), "gongkai PDFium ratio pdf.js text ratio text+operators ratio");
const sums = [0, 0, 0, 0];
let allPages = 0;
for (const { name, bytes } of files) {
  const pages = (await pdfium.open(bytes, defaultLimits)).pageCount;
  const ours = await measure(pages, () => pdf.read({ name, bytes }, defaultLimits));
  const bare = await measure(pages, () => pdfium.open(bytes, defaultLimits));
  const text = await measure(pages, () => readPdfjs(bytes, false), ROUNDS_PDFJS);
  const operators = await measure(pages, () => readPdfjs(bytes, true), ROUNDS_PDFJS);
  const figures = [ours, bare, text, operators];
  print(name, figures);
  for (const [index, figure] of figures.entries()) sums[index]! += figure * pages;
  allPages += pages;
}
print(
  `all ${allPages} pages`,
  sums.map((sum) => sum / allPages),
);

function print(name: string, [ours = 0, ...others]: readonly number[]): void {
  const columns = [
    ours.toFixed(1),
    ...others.flatMap((one) => [one.toFixed(1), `×${(one / ours).toFixed(1)}`]),
  ];
  const widths = [7, 6, 5, 11, 5, 14, 5];
  console.log(name.padEnd(34), columns.map((column, index) => column.padStart(widths[index]!)).join(" "));
}

/** The median of the counted rounds. */
async function measure(pages: number, work: () => unknown, rounds = ROUNDS): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds.warm + rounds.counted; round++) {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    if (round >= rounds.warm) times.push((user + system) / 1000 / pages);
  }
  return times.sort((a, b) => a - b)[rounds.counted >> 1]!;
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
