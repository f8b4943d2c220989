import type { Format } from "../format.ts";

export const pdfFormat: Format = {
  id: "pdf",
  description: "PDF with a text layer: ruled and unruled tables, joined over page breaks",
  sniff: ({ bytes }) => hasHeader(bytes.subarray(0, 1024)),
};

const header = [0x25, 0x50, 0x44, 0x46, 0x2d];

/** PDF 32000-1, Annex H: readers accept the header `%PDF-` anywhere in the first 1024 bytes. */
function hasHeader(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(header[0]!); at >= 0; at = bytes.indexOf(header[0]!, at + 1))
    if (header.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}
