import type { Source } from "../../model/index.ts";
import { xmlEncodingOf } from "./encoding.ts";

/**
 * Bytes within which the outermost element must begin: Word writes two lines before it, and LibreOffice declares some
 * forty namespaces before it states what kind of document it is.
 */
const sniffed = 8192;
/** Bytes that hold all the white space which may stand before the first tag. */
const blank = 1024;

/** Whether a file is XML whose outermost element has this local name, and which names this namespace near its start. */
export function beginsWithRoot({ bytes }: Source, namespace: string, root: string): boolean {
  const start = xmlStart(bytes);
  if (!start.includes(namespace)) return false;
  const tag = /<(?![?!])([^\s/>]{1,100})/.exec(start)?.[1] ?? "";
  return tag.slice(tag.indexOf(":") + 1) === root;
}

/** What an XML file begins with; empty for a file that begins otherwise, as plain text and web pages do. */
export function xmlStart(bytes: Uint8Array): string {
  if (!bytes.subarray(0, blank).includes(0x3c)) return ""; // in every encoding a tag begins with this byte
  const decoder = new TextDecoder(xmlEncodingOf(bytes));
  if (!/^\ufeff?\s{0,200}<(?!!doctype html)/i.test(decoder.decode(bytes.subarray(0, blank)))) return "";
  return decoder.decode(bytes.subarray(0, sniffed));
}
