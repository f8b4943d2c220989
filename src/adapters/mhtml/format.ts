import type { Format } from "../format.ts";
import { asciiHead } from "../html/sniff.ts";

export const mhtmlFormat: Format = {
  id: "mhtml",
  description: "web pages saved as one file: .mht, .mhtml, and Word's single file pages named .doc",
  sniff: ({ bytes }) => isMessage(asciiHead(bytes)),
};

/** Number of header lines examined. */
const maximumHeaders = 100;

/** True where the lines up to the first empty one are headers that show a MIME message. */
function isMessage(head: string): boolean {
  for (const line of head.trimStart().split("\n", maximumHeaders)) {
    if (/^(?:MIME-Version|Content-Type:\s?multipart\/)/i.test(line)) return true;
    if (!/^(?:[A-Za-z][A-Za-z-]{0,60}:|[ \t]+\S)/.test(line)) return false;
  }
  return false;
}
