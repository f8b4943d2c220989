import type { Format } from "../format.ts";

export const rtfFormat: Format = {
  id: "rtf",
  description: "Rich Text Format: .rtf, and .doc files that hold it",
  sniff: ({ bytes }) => beginsAsRtf(bytes) >= 0,
};

const signature = [0x7b, 0x5c, 0x72, 0x74, 0x66];

/** Offset of `{\rtf` at the beginning, where a byte order mark or white space may precede it; -1 where it is absent. */
export function beginsAsRtf(bytes: Uint8Array): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (at < 64 && (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d)) at++;
  return signature.every((byte, index) => bytes[at + index] === byte) ? at : -1;
}
