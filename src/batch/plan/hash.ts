import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { breather } from "../store/breath.ts";
import { openable } from "../store/file-path.ts";
import type { FilePath } from "../store/file-path.ts";
import { isZip } from "./nested.ts";

/**
 * Hashes a file with synchronous reads. Most inputs are one short read, and waiting for another thread would take as
 * long as reading.
 */
export async function hashFile(
  path: FilePath,
  size: number,
): Promise<{ readonly sha256: string; readonly zip: boolean }> {
  const file = openSync(openable(path), "r");
  try {
    return await hashOpened(file, size);
  } finally {
    closeSync(file);
  }
}

async function hashOpened(
  file: number,
  size: number,
): Promise<{ readonly sha256: string; readonly zip: boolean }> {
  const breathe = breather();
  const hash = createHash("sha256");
  // The buffer is no larger than the file needs, because a megabyte for each of a million small files would keep the
  // garbage collector busy.
  const buffer = Buffer.allocUnsafe(Math.min(size + 1, 1 << 20));
  let zip = false;
  for (let position = 0; ;) {
    const bytesRead = readSync(file, buffer, 0, buffer.length, position);
    if (bytesRead === 0) return { sha256: hash.digest("hex"), zip };
    if (position === 0) zip = isZip(buffer.subarray(0, Math.min(4, bytesRead)));
    hash.update(buffer.subarray(0, bytesRead));
    position += bytesRead;
    await breathe();
  }
}
