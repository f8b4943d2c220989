import type { Adapter, Limits, Reading, Source } from "../../model/index.ts";
import { isCompoundFile } from "../compound/index.ts";
import { Refusal, refusedReading, tooLarge } from "../refusal.ts";
import { compoundFileRefusal } from "./compound.ts";
import { openWordPackage } from "./package.ts";
import { readPackage } from "./read-package.ts";
import { openArchive } from "./zip.ts";

export { flatOpc, word2003Xml } from "./xml-files.ts";
/**
 * Word documents (ISO/IEC 29500, transitional and strict; .docx, .docm, templates, WPS). Every other ZIP and every
 * OLE file comes here too, to be named for what it is.
 */
export const docx: Adapter = {
  id: "docx",
  description: "Word documents: .docx and .docm, from Word or WPS",
  sniff: ({ bytes }) => isCompoundFile(bytes) || isZip(bytes),
  read: (source, limits) => {
    try {
      return readDocument(source, limits);
    } catch (error) {
      if (error instanceof Refusal) return refusedReading(error);
      throw error;
    }
  },
};

function isZip([first, second, third, fourth]: Uint8Array): boolean {
  // A local header, an empty archive, or the marker of a split one (APPNOTE 4.3).
  return (
    first === 0x50 &&
    second === 0x4b &&
    ((third === 3 && fourth === 4) || (third === 5 && fourth === 6) || (third === 7 && fourth === 8))
  );
}

function readDocument({ bytes }: Source, limits: Limits): Reading {
  if (bytes.length > limits.maximumBytes) throw tooLarge("file", bytes.length, limits.maximumBytes);
  if (isCompoundFile(bytes)) throw compoundFileRefusal(bytes, limits);
  const archive = openArchive(bytes, limits);
  return readPackage(archive, openWordPackage(archive, limits), limits);
}
