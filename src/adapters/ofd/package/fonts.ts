import { fontProgram } from "../../font/program.ts";
import type { FontProgram } from "../../font/program.ts";
import { joinedBytes } from "../../joined-bytes.ts";
import type { Archive } from "../../package/zip.ts";
import { Refusal, tooLarge } from "../../refusal.ts";

/**
 * Limit in bytes for all font programs of a document: one with just the ideographs of a document takes 0.1 MB, a full
 * one 5 to 20.
 */
const MOST_BYTES = 16_000_000;

/** Gives the font program of a part by the part's name; each is opened once, when it is first asked for. */
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

  /** A font that is damaged or too large is treated as absent, so the page is still read. */
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
