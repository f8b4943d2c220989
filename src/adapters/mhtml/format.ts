import type { Format } from "../format.ts";
import { asciiHead } from "../html/sniff.ts";

export const mhtmlFormat: Format = {
  id: "mhtml",
  description: "web pages saved as one file: .mht, .mhtml, and Word's single file pages named .doc",
  sniff: ({ bytes }) => beginsWithHeader(bytes) && isMessage(asciiHead(bytes)),
};

/** Bytes that show of nearly every file of another format that its first line is no header. */
const firstBytes = 256;

/** False where the first line is seen to be no header; the whole head is long, and is not asked then. */
function beginsWithHeader(bytes: Uint8Array): boolean {
  const [first, next] = asciiHead(bytes.subarray(0, firstBytes)).trimStart().split("\n", 2);
  return next === undefined || showsMessage.test(first!) || headerLine.test(first!);
}

const headerLine = /^(?:[A-Za-z][A-Za-z-]{0,60}:|[ \t]+\S)/;
const showsMessage = /^(?:MIME-Version|Content-Type:\s?multipart\/)/i;

/** Number of header lines examined. */
const maximumHeaders = 100;

/** True where the lines up to the first empty one are headers that show a MIME message. */
function isMessage(head: string): boolean {
  for (const line of head.trimStart().split("\n", maximumHeaders)) {
    if (showsMessage.test(line)) return true;
    if (!headerLine.test(line)) return false;
  }
  return false;
}
