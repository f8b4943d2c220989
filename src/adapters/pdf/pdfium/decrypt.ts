import { openDocument } from "./document.ts";
import type { Library } from "./library.ts";

const REMOVE_SECURITY = 3;

/**
 * A copy without the encryption that an empty user password opens (PDF 32000-1, 7.6): its objects have the same
 * numbers, and its streams are those of the file before they were encrypted, so their checksums can be checked.
 * Undefined where the file is not opened without a password.
 */
export function decryptedCopy(library: Library, bytes: Uint8Array): Uint8Array | undefined {
  const { call, heap } = library;
  const opened = openDocument(library, bytes);
  if (opened === undefined) return undefined;
  const { document, close } = opened;
  const writer = document === 0 ? 0 : call.PDFiumExt_OpenFileWriter!();
  try {
    if (writer === 0 || call.FPDF_SaveAsCopy!(document, writer, REMOVE_SECURITY) === 0) return undefined;
    const size = call.PDFiumExt_GetFileWriterSize!(writer);
    const buffer = call.malloc!(size);
    call.PDFiumExt_GetFileWriterData!(writer, buffer, size);
    const copy = heap.HEAPU8.slice(buffer, buffer + size);
    call.free!(buffer);
    return copy;
  } finally {
    if (writer !== 0) call.PDFiumExt_CloseFileWriter!(writer);
    close();
  }
}
