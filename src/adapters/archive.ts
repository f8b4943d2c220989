import type { Limits } from "../model/index.ts";
import { archiveNames } from "./package/zip-directory.ts";
import { openArchive } from "./package/zip.ts";
import type { Archive } from "./package/zip.ts";
import { Refusal } from "./refusal.ts";

/**
 * A ZIP archive of documents with the names of those alone; null for what is no ZIP, is damaged, or is a document itself:
 * its own reader names what is wrong with it.
 */
export function archiveOf(bytes: Uint8Array, limits: Limits): Archive | null {
  const names = archiveNames(bytes);
  if (names.length === 0 || names.some(marksDocument)) return null;
  try {
    const archive = openArchive(bytes, limits);
    const documents = archive.names.filter(isDocumentName);
    return documents.length === 0 ? null : { ...archive, names: documents };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Left out of folders and archives: folders, hidden files, what an archiver of macOS adds, and records (`*.json`). */
export function isDocumentName(path: string): boolean {
  return !/(?:^|\/)(?:\.[^./]|__MACOSX\/)|\.json$|\/$/u.test(path);
}

/**
 * Whether an entry of this name makes its ZIP a document: OPC packages (DOCX, XLSX), OpenDocument, OFD (GB/T 33190, 6), and
 * those of iWork and UOF, which are not read but named.
 */
export function marksDocument(name: string): boolean {
  return documentMarks.has(name.toLowerCase());
}

const documentMarks: ReadonlySet<string> = new Set([
  "[content_types].xml",
  "mimetype",
  "ofd.xml",
  "uof.xml",
  "index/document.iwa",
  "metadata/buildversionhistory.plist",
]);
