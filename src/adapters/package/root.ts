import type { Source } from "../../model/index.ts";
import { xmlEncodingOf } from "./encoding.ts";

/** Bytes within which the outermost element must begin: Word writes two lines before it. */
const sniffed = 8192;

/** Whether a file is XML whose outermost element has this local name, and which names this namespace near its start. */
export function beginsWithRoot({ bytes }: Source, namespace: string, root: string): boolean {
  const start = new TextDecoder(xmlEncodingOf(bytes)).decode(bytes.subarray(0, sniffed));
  if (!/^\ufeff?\s{0,200}</.test(start) || !start.includes(namespace)) return false;
  const tag = /<(?![?!])([^\s/>]{1,100})/.exec(start)?.[1] ?? "";
  return tag.slice(tag.indexOf(":") + 1) === root;
}
