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
