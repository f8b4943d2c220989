import { Refusal } from "../refusal.ts";
import type { Archive } from "../package/zip.ts";

/** The bytes of a part as stored, or undefined where they are not there or damaged. Throws a Refusal: `too-large`. */
export function partBytes(archive: Archive, part: string): Uint8Array | undefined {
  const chunks: Uint8Array[] = [];
  try {
    archive.read(part, (chunk) => void chunks.push(chunk.slice()));
  } catch (error) {
    if (error instanceof Refusal && !error.isLimit) return undefined;
    throw error;
  }
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
