import type { Limits } from "../model/index.ts";
import { archiveNames } from "./package/zip-directory.ts";
import { openArchive } from "./package/zip.ts";
import type { Archive } from "./package/zip.ts";
import { Refusal } from "./refusal.ts";

/**
 * A ZIP archive of documents, listing only their names; null for bytes that are not a ZIP, are damaged, or are a
 * document themselves, because the document's own reader reports what is wrong with it.
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

/**
 * Whether a path in a folder or archive may be a document; false for folders, hidden files, what an archiver of macOS
 * adds, and records (`*.json`, `*.jsonl`).
 */
export function isDocumentName(path: string): boolean {
  return !/(?:^|\/)(?:\.[^./]|__MACOSX\/)|\.jsonl?$|\/$/u.test(path);
}

/**
 * Whether an entry of this name makes its ZIP a document: OPC packages (DOCX, XLSX), OpenDocument, OFD (GB/T 33190, 6),
 * and packages of iWork and UOF, which are recognised but not read.
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
