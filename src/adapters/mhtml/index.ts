import type { Adapter, Limits, Reading, Source } from "../../model/index.ts";
import { readPage, type Watch } from "../html/index.ts";
import { Refusal, refusable, tooLarge } from "../refusal.ts";
import { mhtmlFormat } from "./format.ts";
import { readMessage } from "./message.ts";
import { decodePart, partFinder, rootOf, wholePage } from "./page.ts";

/** Pages that browsers and Word save as one file (MHTML, RFC 2557), whatever the file's name ends in. */
export const mhtml: Adapter = {
  ...mhtmlFormat,
  read: refusable((source, limits) => readMhtml(source, limits)),
};

/** Reads as the adapter does, and reports what it meets to `watch`. Throws a Refusal. */
export function readMhtml({ bytes }: Source, limits: Limits, watch?: Watch): Reading {
  if (bytes.length > limits.maximumBytes) throw tooLarge("file", bytes.length, limits.maximumBytes);
  const message = readMessage(bytes);
  const page = rootOf(message);
  if (page === null) throw new Refusal("unsupported", { format: "mail" });
  const root = decodePart(page);
  // Some savers write no last boundary; their file is whole if it at least ends with the end of the page.
  if (page.unended && !/<\/html\s{0,9}>/i.test(root.text.slice(-200)))
    throw new Refusal("truncated", { format: "mhtml" });
  return readPage({ ...root, text: wholePage(root, page, message) }, limits, watch, partFinder(message));
}
