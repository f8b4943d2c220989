import type { Source } from "../../model/index.ts";
import { isCompoundFile } from "../compound/index.ts";
import type { Format } from "../format.ts";
import { xmlEncodingOf } from "../package/encoding.ts";

export const docxFormat: Format = {
  id: "docx",
  description: "Word documents: .docx and .docm, from Word or WPS",
  sniff: ({ bytes }) => isCompoundFile(bytes) || isZip(bytes),
};

export const flatOpcFormat: Format = {
  id: "flat-opc",
  description: "Word documents as one XML file (Flat OPC)",
  sniff: (source) => startsWith(source, "http://schemas.microsoft.com/office/2006/xmlPackage", "package"),
};

export const word2003XmlFormat: Format = {
  id: "word-2003-xml",
  description: "Word 2003 XML documents",
  sniff: (source) =>
    startsWith(source, "http://schemas.microsoft.com/office/word/2003/wordml", "wordDocument"),
};

function isZip([first, second, third, fourth]: Uint8Array): boolean {
  // A local header, an empty archive, or the marker of a split one (APPNOTE 4.3).
  return (
    first === 0x50 &&
    second === 0x4b &&
    ((third === 3 && fourth === 4) || (third === 5 && fourth === 6) || (third === 7 && fourth === 8))
  );
}

/** How far the outermost element may be from the start: Word writes two lines before it. */
const sniffed = 8192;

function startsWith({ bytes }: Source, namespace: string, root: string): boolean {
  const start = new TextDecoder(xmlEncodingOf(bytes)).decode(bytes.subarray(0, sniffed));
  if (!/^\ufeff?\s{0,200}</.test(start) || !start.includes(namespace)) return false;
  const tag = /<(?![?!])([^\s/>]{1,100})/.exec(start)?.[1] ?? "";
  return tag.slice(tag.indexOf(":") + 1) === root;
}
