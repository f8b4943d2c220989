import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
import { openable } from "../../batch/store/file-path.ts";
import type { FilePath } from "../../batch/store/file-path.ts";

const PIECE = 1 << 16;

/**
 * The content of a file, a piece at a time. A file on disk is read where it is asked for, without the stream that a pipe
 * needs, which may keep its reader waiting: a stream takes as long as a tenth of Node's start. Throws the system's error.
 */
export function bytesInPieces(path: FilePath): Iterable<Uint8Array> | AsyncIterable<Uint8Array> {
  const file = openable(path);
  return statSync(file).isFile() ? piecesOnDisk(file) : createReadStream(file);
}

function* piecesOnDisk(path: string | Buffer, size = PIECE): Generator<Uint8Array> {
  const file = openSync(path, "r");
  try {
    for (;;) {
      const piece = new Uint8Array(size);
      const length = readSync(file, piece);
      if (length === 0) return;
      yield piece.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/** The first bytes of a file on disk; none where it is something else, or cannot be read. */
export function firstBytes(path: FilePath, length: number): Uint8Array {
  try {
    for (const head of statSync(openable(path)).isFile() ? piecesOnDisk(openable(path), length) : [])
      return head;
  } catch {
    // It is reported when it is read.
  }
  return new Uint8Array();
}
