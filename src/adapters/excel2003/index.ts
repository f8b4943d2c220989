import type { Adapter, Limits, Reading, Source } from "../../model/index.ts";
import { decode } from "../decode.ts";
import { xmlReader } from "../package/xml.ts";
import { Refusal, refusable, tooLarge } from "../refusal.ts";
import { sheetsReading } from "../sheet/tokens.ts";
import { bookReader } from "./book.ts";
import { excel2003XmlFormat } from "./format.ts";

/** XML Spreadsheet 2003, as Excel shows it: offices' own systems export it under the name of .xls. */
export const excel2003Xml: Adapter = { ...excel2003XmlFormat, read: refusable(readWorkbook) };

const piece = 1 << 16;

function readWorkbook({ bytes }: Source, limits: Limits): Reading {
  const size = Math.min(limits.maximumBytes, limits.maximumInflatedBytes);
  if (bytes.length > size) throw tooLarge("file", bytes.length, size);
  // Such exports are as often in GBK as in UTF-8; parts of packages never are, so the text is decoded here.
  const { text, isText } = decode(bytes);
  if (!isText) throw new Refusal("damaged", { part: "document", reason: "encoding" });
  const plain = new TextEncoder().encode(text.replace(/^\ufeff?\s{0,200}<\?xml\b[^>]{0,400}>/, ""));
  const { handler, sheets, tally } = bookReader(limits);
  const reader = xmlReader("document", handler, limits);
  for (let at = 0; at < plain.length; at += piece) reader.write(plain.subarray(at, at + piece));
  reader.end();
  return sheetsReading(sheets, tally, limits);
}
