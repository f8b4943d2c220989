import { fontProgram } from "../../font/program.ts";
import type { FontProgram } from "../../font/program.ts";
import { joinedBytes } from "../../joined-bytes.ts";
import type { Archive } from "../../package/zip.ts";
import { Refusal, tooLarge } from "../../refusal.ts";

/** Bytes of all programs of a document: one of the ideographs that a document needs has 0.1 MB, one of all 5 to 20. */
const MOST_BYTES = 16_000_000;

/** Opens the font programs of a package by the names of their parts, each once and when first asked for. */
export type FontBook = (part: string) => FontProgram | undefined;

export function fontBook(archive: Archive): FontBook {
  const opened = new Map<string, FontProgram | undefined>();
  let left = MOST_BYTES;
  return (part) => {
    if (!opened.has(part)) {
      const bytes = bytesOf(part);
      opened.set(part, bytes && fontProgram(bytes));
    }
    return opened.get(part);
  };

  /** A font that is damaged or too large says nothing, and the page is read all the same. */
  function bytesOf(part: string): Uint8Array | undefined {
    const chunks: Uint8Array[] = [];
    try {
      archive.read(part, (chunk) => {
        left -= chunk.length;
        if (left < 0) throw tooLarge("inflated-bytes", MOST_BYTES - left, MOST_BYTES);
        chunks.push(chunk.slice());
      });
      return joinedBytes(chunks);
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }
}
