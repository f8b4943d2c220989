import type { Adapter, Limits, Reading, Source } from "../../model/index.ts";
import { readPage } from "../html/index.ts";
import { asciiHead } from "../html/sniff.ts";
import { Refusal, refusedReading, tooLarge } from "../refusal.ts";
import { readMessage } from "./message.ts";
import { assemble, decodePart, rootOf } from "./page.ts";

/** Pages saved as one file by browsers and Word (MHTML, RFC 2557), whatever they are named. */
export const mhtml: Adapter = {
  id: "mhtml",
  description: "web pages saved as one file: .mht, .mhtml, and Word's single file pages named .doc",
  sniff: ({ bytes }) => isMessage(asciiHead(bytes)),
  read: (source, limits) => {
    try {
      return readArchive(source, limits);
    } catch (error) {
      if (error instanceof Refusal) return refusedReading(error);
      throw error;
    }
  },
};

/** Lines of headers examined. */
const maximumHeaders = 100;

/** True where the lines up to the first empty one are headers and say that this is a MIME message. */
function isMessage(head: string): boolean {
  for (const line of head.trimStart().split("\n", maximumHeaders)) {
    if (/^(?:MIME-Version|Content-Type:\s?multipart\/)/i.test(line)) return true;
    if (!/^(?:[A-Za-z][A-Za-z-]{0,60}:|[ \t]+\S)/.test(line)) return false;
  }
  return false;
}

function readArchive({ bytes }: Source, limits: Limits): Reading {
  if (bytes.length > limits.maximumBytes) throw tooLarge("file", bytes.length, limits.maximumBytes);
  const message = readMessage(bytes);
  const page = rootOf(message);
  if (page === null) throw new Refusal("unsupported", { format: "mail" });
  const root = decodePart(page);
  // Savers that write no last boundary end with the page at least.
  if (page.unended && !/<\/html\s{0,9}>/i.test(root.text.slice(-200)))
    throw new Refusal("truncated", { format: "mhtml" });
  return readPage({ ...root, text: assemble(root, page, message) }, limits);
}
