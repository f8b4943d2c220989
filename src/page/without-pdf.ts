import type { Drawing } from "../adapters/pdf/reading/draw.ts";
import { finding } from "../findings/finding.ts";
import type { Adapter } from "../model/index.ts";
import { xlsFormat } from "../adapters/xls/format.ts";
import { isPdf } from "./original/original-file.ts";

/** Stands in for the PDF adapter in the page built without it. */
export const pdf: Adapter = {
  id: "pdf",
  description: "PDF, which this page does not read",
  sniff: ({ bytes }) => isPdf(bytes),
  read: () => ({
    tokens: [],
    metadata: [],
    diagnostics: [finding("unsupported", { args: { format: "PDF" } })],
  }),
};

/** Stands in for the reader of old workbooks. */
export const xls: Adapter = {
  ...xlsFormat,
  read: () => ({
    tokens: [],
    metadata: [],
    diagnostics: [finding("unsupported", { args: { format: "xls" } })],
  }),
};

/** Stands in for the reading of scanned pages, which is only asked where there is a recognizer. */
export function readUpright(): never {
  throw new Error("this page has no recognizer");
}

export async function openDrawing(): Promise<Drawing | null> {
  return null;
}

/** Stands in for the engine that would draw pages of pictures. */
export const pdfium = { drawScan: (): Promise<null> => Promise.resolve(null) };

/** Stands in for mammoth. */
export async function wordHtml(): Promise<string | null> {
  return null;
}
