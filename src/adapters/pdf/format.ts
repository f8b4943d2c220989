import { holdsAscii } from "./bytes/ascii.ts";
import type { Format } from "../format.ts";

export const pdfFormat: Format = {
  id: "pdf",
  description: "PDF with a text layer: ruled and unruled tables, joined over page breaks",
  // PDF 32000-1, Annex H: readers accept the header anywhere in the first 1024 bytes.
  sniff: ({ bytes }) => holdsAscii(bytes.subarray(0, 1024), "%PDF-"),
};
