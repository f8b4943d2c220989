import { joinedBytes } from "../joined-bytes.ts";
import { Refusal } from "../refusal.ts";
import type { Archive } from "./zip.ts";

/** The bytes of a part as stored, or undefined where they are missing or damaged. Throws a Refusal: `too-large`. */
export function partBytes(archive: Archive, part: string): Uint8Array | undefined {
  try {
    return wholePart(archive, part);
  } catch (error) {
    if (error instanceof Refusal && !error.isLimit) return undefined;
    throw error;
  }
}

/** The bytes of a part as stored. Throws a Refusal where they cannot be read. */
export function wholePart(archive: Archive, part: string): Uint8Array {
  const chunks: Uint8Array[] = [];
  archive.read(part, (chunk) => void chunks.push(chunk.slice()));
  return joinedBytes(chunks);
}
