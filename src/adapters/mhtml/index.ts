import type { Adapter, Limits, Reading, Source } from "../../model/index.ts";
import { readPage, type Watch } from "../html/index.ts";
import { Refusal, refusable, tooLarge } from "../refusal.ts";
import { mhtmlFormat } from "./format.ts";
import { readMessage } from "./message.ts";
import { decodePart, pictureFinder, rootOf, wholePage } from "./page.ts";

/** Pages saved as one file by browsers and Word (MHTML, RFC 2557), whatever they are named. */
export const mhtml: Adapter = {
  ...mhtmlFormat,
  read: refusable((source, limits) => readMhtml(source, limits)),
};

/** As the adapter reads, telling what it meets. Throws a Refusal. */
export function readMhtml({ bytes }: Source, limits: Limits, watch?: Watch): Reading {
  if (bytes.length > limits.maximumBytes) throw tooLarge("file", bytes.length, limits.maximumBytes);
  const message = readMessage(bytes);
  const page = rootOf(message);
  if (page === null) throw new Refusal("unsupported", { format: "mail" });
  const root = decodePart(page);
  // Savers that write no last boundary end with the page at least.
  if (page.unended && !/<\/html\s{0,9}>/i.test(root.text.slice(-200)))
    throw new Refusal("truncated", { format: "mhtml" });
  return readPage({ ...root, text: wholePage(root, page, message) }, limits, watch, pictureFinder(message));
}
