import { finding } from "../findings/finding.ts";
import type { Adapter } from "../model/index.ts";
import type { PageReader } from "../adapters/format.ts";
import { imageFormat } from "../adapters/image/format.ts";
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

/** Stands in for the reader of pictures, which makes a PDF of them. */
export const image: PageReader = {
  ...imageFormat,
  read: pdf.read,
  readPages: async (_, limits) => pdf.read({ name: "pictures.pdf", bytes: new Uint8Array() }, limits),
};

export function pictureAsPdf(): null {
  return null;
}

export function drawSheet(): Promise<null> {
  return Promise.resolve(null);
}

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

/** Stands in for the view of a PDF's pages. */
export function PdfPages(): null {
  return null;
}

/** Stands in for mammoth. */
export async function wordHtml(): Promise<string | null> {
  return null;
}

/** Stands in for what the writer of workbooks can do and nobody asks of it here: pictures and conditional formats. */
export default {};

/** Stands in for the looking at pictures under numbers: none is known. */
export const tonesOf = (): undefined => undefined;

/** No font packed as WOFF 2.0 can be judged in a browser. */
export const unpackedWoff2 = (): undefined => undefined;
