import type { Adapter, Limits, Reading, Source } from "../../model/index.ts";
import { isCompoundFile } from "../compound/index.ts";
import { refusable, tooLarge } from "../refusal.ts";
import { compoundFileRefusal } from "./compound.ts";
import { docxFormat } from "./format.ts";
import { openWordPackage } from "./package.ts";
import { readPackage } from "./read-package.ts";
import { openArchive } from "../package/zip.ts";

export { flatOpc, word2003Xml } from "./xml-files.ts";
/**
 * Reads Word documents (ISO/IEC 29500, transitional and strict; .docx, .docm, templates, WPS). Every other ZIP and OLE
 * file also comes here, so that its refusal can name what it is.
 */
export const docx: Adapter = {
  ...docxFormat,
  read: refusable(readDocument),
};

function readDocument({ bytes }: Source, limits: Limits): Reading {
  if (bytes.length > limits.maximumBytes) throw tooLarge("file", bytes.length, limits.maximumBytes);
  if (isCompoundFile(bytes)) throw compoundFileRefusal(bytes, limits);
  const archive = openArchive(bytes, limits);
  return readPackage(archive, openWordPackage(archive, limits), limits);
}
