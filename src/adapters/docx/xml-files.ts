import type { Adapter, Limits, Reading, Source } from "../../model/index.ts";
import { Refusal, refusedReading, tooLarge } from "../refusal.ts";
import { decodeXml, flatArchive, textArchive } from "./flat-archive.ts";
import { openWordPackage } from "./package.ts";
import type { WordPackage } from "./package.ts";
import { readPackage } from "./read-package.ts";
import { word2003 } from "./word-2003.ts";
import { encodingOf } from "./xml.ts";

/** A package written as one XML file, as Word saves it under "Word XML document" since 2007. */
export const flatOpc: Adapter = {
  id: "flat-opc",
  description: "Word documents as one XML file (Flat OPC)",
  sniff: (source) => startsWith(source, "http://schemas.microsoft.com/office/2006/xmlPackage", "package"),
  read: refusing(({ bytes }, limits) => {
    const archive = flatArchive(bytes, limits);
    return readPackage(archive, openWordPackage(archive, limits), limits);
  }),
};

/** WordprocessingML of Word 2003. */
export const word2003Xml: Adapter = {
  id: "word-2003-xml",
  description: "Word 2003 XML documents",
  sniff: (source) =>
    startsWith(source, "http://schemas.microsoft.com/office/word/2003/wordml", "wordDocument"),
  read: refusing(({ bytes }, limits) => {
    const archive = textArchive(new Map([[whole, decodeXml(bytes).replace(/^\ufeff/, "")]]));
    return readPackage({ ...archive, dialect: word2003 }, oneFile, limits);
  }),
};

const whole = "document";

const oneFile: WordPackage = {
  document: whole,
  related: (type) => (type === "styles" || type === "numbering" ? whole : null),
  properties: null,
  customXml: () => [],
  missing: [],
};

/** How far the outermost element may be from the start: Word writes two lines before it. */
const sniffed = 8192;

function startsWith({ bytes }: Source, namespace: string, root: string): boolean {
  const start = new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, sniffed));
  if (!/^\ufeff?\s{0,200}</.test(start) || !start.includes(namespace)) return false;
  const tag = /<(?![?!])([^\s/>]{1,100})/.exec(start)?.[1] ?? "";
  return tag.slice(tag.indexOf(":") + 1) === root;
}

function refusing(read: (source: Source, limits: Limits) => Reading): Adapter["read"] {
  return (source, limits) => {
    const size = source.bytes.length;
    try {
      if (size > Math.min(limits.maximumBytes, limits.maximumInflatedBytes))
        throw tooLarge("file", size, Math.min(limits.maximumBytes, limits.maximumInflatedBytes));
      return read(source, limits);
    } catch (error) {
      if (error instanceof Refusal) return refusedReading(error);
      throw error;
    }
  };
}
