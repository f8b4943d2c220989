import type { Format } from "../format.ts";

export const pdfFormat: Format = {
  id: "pdf",
  description: "PDF with a text layer: ruled and unruled tables, joined over page breaks",
  sniff: ({ bytes }) => headerAt(bytes) >= 0,
};

/** PDF 32000-1, Annex H: readers accept the header anywhere in the first 1024 bytes. */
function headerAt(bytes: Uint8Array): number {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).indexOf("%PDF-");
}
