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

const held = 1 << 20;

/** A packed file is named `….gz` or `….zst`. */
export function fileSink(plainPath: string, packer: Packer | null = null): FileSink {
  const path = packer ? `${plainPath}${packer.ending}` : plainPath;
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(`${path}.part`, "w");
  const hash = createHash("sha256");
  let bytes = 0;
  let waiting = "";
  const put = (plain: Uint8Array): void => {
    const piece = packer ? packer.pack(plain) : plain;
    for (let at = 0; at < piece.length;) at += writeSync(file, piece, at);
    hash.update(piece);
    bytes += piece.length;
  };
  const flush = (): void => {
    if (waiting !== "") put(encoded(waiting));
    waiting = "";
  };
  return {
    write(piece) {
      if (typeof piece === "string") {
        waiting += piece;
        if (waiting.length > held) flush();
      } else {
        flush();
        put(piece);
      }
    },
    finish() {
      flush();
      closeSync(file);
      renameSync(`${path}.part`, path);
      return { name: basename(path), bytes, sha256: hash.digest("hex") };
    },
  };
}

const encoder = new TextEncoder();
/** Used again for every text, which takes a third of the time of new memory for each. */
let room = new Uint8Array();
/** UTF-8 needs at most three bytes for one of UTF-16's units. */
const bytesOfUnit = 3;

/** The bytes of a text, good until the next text is encoded. */
function encoded(text: string): Uint8Array {
  const most = bytesOfUnit * text.length;
  if (most > bytesOfUnit * 2 * held) return encoder.encode(text);
  if (room.length < most) room = new Uint8Array(most);
  return room.subarray(0, encoder.encodeInto(text, room).written);
}
