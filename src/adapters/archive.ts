import type { Limits } from "../model/index.ts";
import { isDocumentName, marksDocument } from "./document-names.ts";
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
