import { isCompoundFile } from "../compound/index.ts";
import type { Format } from "../format.ts";
import { beginsWithRoot } from "../package/root.ts";

export const docxFormat: Format = {
  id: "docx",
  description: "Word documents: .docx and .docm, from Word or WPS",
  sniff: ({ bytes }) => isCompoundFile(bytes) || isZip(bytes),
};

export const flatOpcFormat: Format = {
  id: "flat-opc",
  description: "Word documents as one XML file (Flat OPC)",
  sniff: (source) => beginsWithRoot(source, "http://schemas.microsoft.com/office/2006/xmlPackage", "package"),
};

export const word2003XmlFormat: Format = {
  id: "word-2003-xml",
  description: "Word 2003 XML documents",
  sniff: (source) =>
    beginsWithRoot(source, "http://schemas.microsoft.com/office/word/2003/wordml", "wordDocument"),
};

function isZip([first, second, third, fourth]: Uint8Array): boolean {
  // A local file header, the end of an empty archive, or the marker of a split one (APPNOTE 4.3).
  return (
    first === 0x50 &&
    second === 0x4b &&
    ((third === 3 && fourth === 4) || (third === 5 && fourth === 6) || (third === 7 && fourth === 8))
  );
}
