import { createHash } from "node:crypto";
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { breather } from "./breath.ts";
import { openable } from "./file-path.ts";
import type { FilePath } from "./file-path.ts";

export interface HashedFile {
  readonly sha256: string;
  /** Its first four bytes, fewer of a shorter file. */
  readonly head: Uint8Array;
}

/** Whether a file still is what was written, byte by byte. False where it is gone. */
export async function isAsWritten(path: string, written: WrittenBytes): Promise<boolean> {
  if (statSync(path, { throwIfNoEntry: false })?.size !== written.bytes) return false;
  return (await hashFile(path, written.bytes)).sha256 === written.sha256;
}

export interface WrittenBytes {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Hashes a file with synchronous reads. Most inputs are one short read, and waiting for another thread would take as
 * long as reading.
 */
export async function hashFile(path: FilePath, size: number): Promise<HashedFile> {
  const file = openSync(openable(path), "r");
  try {
    return await hashOpened(file, size);
  } finally {
    closeSync(file);
  }
}

async function hashOpened(file: number, size: number): Promise<HashedFile> {
  const breathe = breather();
  const hash = createHash("sha256");
  // The buffer is no larger than the file needs, because a megabyte for each of a million small files would keep the
  // garbage collector busy.
  const buffer = Buffer.allocUnsafe(Math.min(size + 1, 1 << 20));
  let head = new Uint8Array();
  for (let position = 0; ;) {
    const bytesRead = readSync(file, buffer, 0, buffer.length, position);
    if (bytesRead === 0) return { sha256: hash.digest("hex"), head };
    if (position === 0) head = Uint8Array.from(buffer.subarray(0, Math.min(4, bytesRead)));
    hash.update(buffer.subarray(0, bytesRead));
    position += bytesRead;
    await breathe();
  }
}
