import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  drawReport,
  layOut,
  pdfTools,
  plain,
  renderDoc,
  renderDocx,
  renderings,
  renderPdfs,
} from "../../test/support/factory/index.ts";
import type { PdfEngine, PdfOptions } from "../../test/support/factory/index.ts";
import { convertWithSoffice, hasSoffice } from "../../test/support/soffice.ts";
import { wantedCells } from "./wanted.ts";
import type { Wanted } from "./wanted.ts";

/** A report with a different number in every cell, written in one way. */
export interface PeerFile {
  /** Column of the table. */
  readonly kind: string;
  readonly format: string;
  readonly path: string;
  readonly wanted: readonly Wanted[];
}

const written = [
  ["DOCX", ["docx-word", "docx-wps", "docx-numbering"]],
  ["ODT", ["odt"]],
  ["RTF", ["rtf", "rtf-gbk"]],
  ["XLSX", ["xlsx", "xlsx-sheets", "xlsx-text-unruled"]],
  ["HTML", ["html", "html-gbk", "html-portal"]],
] as const;
const printed: readonly (readonly [kind: string, engine: PdfEngine, options: PdfOptions])[] = [
  ["PDF", "chromium", {}],
  ["PDF", "soffice", {}],
  ["PDF, landscape", "chromium", { landscape: true }],
  ["PDF, no rules", "chromium", { borders: false }],
];

/** Makes `count` reports of every kind; PDFs only where a program that prints them is installed. */
export async function makeFiles(folder: string, count: number): Promise<PeerFile[]> {
  const files: PeerFile[] = [];
  const add = (kind: string, format: string, seed: number, bytes: Uint8Array): void => {
    const path = join(folder, `${files.length}.${format}`);
    writeFileSync(path, bytes);
    files.push({ kind, format, path, wanted: wantedCells(truthOf(seed)) });
  };
  const seeds = Array.from({ length: count }, (_, index) => index + 1);
  for (const [kind, ids] of written)
    for (const seed of seeds) {
      const { render, extension } = renderings.find(({ id }) => id === ids[seed % ids.length])!;
      add(kind, extension, seed, render(truthOf(seed)));
    }
  for (const [seed, bytes] of docFiles(seeds)) add("DOC", "doc", seed, bytes);
  for (const [kind, engine, options] of printed) {
    if (pdfTools()[engine] === null) continue;
    const jobs = seeds.map((seed) => ({ blocks: layOut(truthOf(seed)), options }));
    for (const [index, bytes] of (await renderPdfs(engine, jobs)).entries())
      add(kind, "pdf", seeds[index]!, bytes);
  }
  return files;
}

/**
 * The .doc files as LibreOffice saves them where it is installed, because old readers accept little of what a shorter
 * writer leaves out; otherwise as this project writes them.
 */
function docFiles(seeds: readonly number[]): readonly (readonly [seed: number, bytes: Uint8Array])[] {
  if (!hasSoffice) return seeds.map((seed) => [seed, renderDoc(layOut(truthOf(seed)))]);
  const written = seeds.map((seed) => [`${seed}.docx`, renderDocx(layOut(truthOf(seed)))] as const);
  const saved = convertWithSoffice(Object.fromEntries(written), "doc");
  return seeds.map((seed) => [seed, saved.get(String(seed))!]);
}

function truthOf(seed: number): ReturnType<typeof drawReport> {
  return drawReport(seed, { ...plain, fill: "unique" });
}
