import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isAsWritten } from "../store/hash.ts";
import type { WrittenBytes } from "../store/hash.ts";
import type { Packer } from "./packing.ts";

export interface WrittenFile extends WrittenBytes {
  readonly name: string;
}

/** Whether files in a folder still are what was written, byte by byte. */
export async function areAsWritten(folder: string, files: readonly WrittenFile[]): Promise<boolean> {
  for (const file of files) if (!(await isAsWritten(join(folder, file.name), file))) return false;
  return true;
}

/**
 * A file that is written piece by piece under another name and renamed when complete, so that nobody ever sees half of
 * it.
 */
export interface FileSink {
  readonly write: (piece: string | Uint8Array) => void;
  readonly finish: () => WrittenFile;
}

/** Begins a file that Excel is to read as UTF-8. */
export const byteOrderMark = "\ufeff";

/** How many bytes are held before they are written. */
const HELD = 1 << 20;
/** A single large piece must not keep its memory. */
const ROOM = 4 * HELD;
/** UTF-8 needs at most three bytes for one of UTF-16's units. */
const BYTES_OF_UNIT = 3;

/** A packed file is named `….gz` or `….zst`. */
export function fileSink(plainPath: string, packer: Packer | null = null): FileSink {
  const path = packer ? `${plainPath}${packer.ending}` : plainPath;
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(`${path}.part`, "w");
  const hash = createHash("sha256");
  let room = Buffer.allocUnsafe(0);
  let [used, bytes] = [0, 0];
  const flush = (): void => {
    if (used === 0) return;
    const plain = room.subarray(0, used);
    const piece = packer ? packer.pack(plain) : plain;
    for (let at = 0; at < piece.length;) at += writeSync(file, piece, at);
    hash.update(piece);
    bytes += piece.length;
    used = 0;
    if (room.length > ROOM) room = Buffer.allocUnsafe(0);
  };
  return {
    write(piece) {
      const isText = typeof piece === "string";
      const most = used + (isText ? BYTES_OF_UNIT : 1) * piece.length;
      // The room grows with what is written, because many files are small.
      if (most > room.length) room = Buffer.concat([room.subarray(0, used)], Math.max(most, 2 * room.length));
      if (isText) used += room.write(piece, used);
      else {
        room.set(piece, used);
        used += piece.length;
      }
      if (used > HELD) flush();
    },
    finish() {
      flush();
      closeSync(file);
      renameSync(`${path}.part`, path);
      return { name: basename(path), bytes, sha256: hash.digest("hex") };
    },
  };
}
