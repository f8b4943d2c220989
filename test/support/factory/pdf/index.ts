import type { FormBlock } from "../blocks.ts";
import { renderDocx } from "../docx/index.ts";
import { renderHtml } from "../html/index.ts";
import { printWithChromium } from "./chromium.ts";
import { printWithSoffice } from "./soffice.ts";
import { pdfTools } from "./tools.ts";

export type PdfEngine = "chromium" | "soffice";

export interface PdfOptions {
  readonly landscape?: boolean;
  readonly borders?: boolean;
  readonly fontFamily?: string;
  /** Text size in points. */
  readonly fontSize?: number;
}

export interface PdfJob {
  readonly blocks: readonly FormBlock[];
  readonly options?: PdfOptions;
}

/**
 * Prints many reports in one run of the engine, in order, with page numbers `- 4 -` below. Chromium fills rectangles
 * for borders, LibreOffice strokes lines. Bytes differ from run to run (dates). Throws where the engine is absent:
 * ask `pdfTools()` first.
 */
export async function renderPdfs(engine: PdfEngine, jobs: readonly PdfJob[]): Promise<Uint8Array[]> {
  const program = pdfTools()[engine];
  if (program === null) throw new Error(`${engine} is not installed`);
  if (engine === "soffice")
    return printWithSoffice(
      program,
      jobs.map(({ blocks, options }) => renderDocx(blocks, options)),
    );
  const pages = jobs.map(({ blocks, options = {} }) =>
    new TextDecoder().decode(renderHtml(blocks, { style: pageStyle(options) })),
  );
  return printWithChromium(program, pages);
}

function pageStyle({
  landscape = false,
  borders = true,
  fontFamily = "Noto Serif CJK SC",
  fontSize = 10.5,
}: PdfOptions): string {
  return `@page { size: A4 ${landscape ? "landscape" : "portrait"}; margin: 22mm 18mm; @bottom-center { content: "- " counter(page) " -" } }
body { font: ${fontSize}pt "${fontFamily}" } h1 { text-align: center; font-size: 1.6em } h2, h3 { font-size: 1.1em }
table { width: 100% } td { padding: 2pt 4pt }${borders ? "" : " td, th { border: none }"}`;
}
