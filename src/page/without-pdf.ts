import type { Drawing } from "../adapters/pdf/reading/draw.ts";
import { finding } from "../findings/finding.ts";
import type { Adapter } from "../model/index.ts";
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

export async function openDrawing(): Promise<Drawing | null> {
  return null;
}

/** Stands in for the engine that would draw pages of pictures. */
export const pdfium = { drawScan: (): Promise<null> => Promise.resolve(null) };

/** Stands in for mammoth. */
export async function wordHtml(): Promise<string | null> {
  return null;
}
