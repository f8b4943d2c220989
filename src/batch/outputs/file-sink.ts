import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { basename, dirname } from "node:path";
import { gzipSync } from "node:zlib";

export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * A file that is written piece by piece under another name and renamed when complete, so that nobody ever sees half of
 * it.
 */
export interface FileSink {
  readonly write: (piece: string | Uint8Array) => void;
  readonly finish: () => WrittenFile;
}

const held = 1 << 20;

/** `packed` writes gzip, one member after the other, and names the file `….gz`. */
export function fileSink(plainPath: string, packed = false): FileSink {
  const path = packed ? `${plainPath}.gz` : plainPath;
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(`${path}.part`, "w");
  const hash = createHash("sha256");
  let bytes = 0;
  let waiting = "";
  const put = (plain: Uint8Array): void => {
    const piece = packed ? gzipMember(plain) : plain;
    for (let at = 0; at < piece.length;) at += writeSync(file, piece, at);
    hash.update(piece);
    bytes += piece.length;
  };
  const flush = (): void => {
    if (waiting !== "") put(Buffer.from(waiting));
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

/**
 * A gzip member with its operating system set to unknown (RFC 1952, 2.3.1), so that every machine writes the same
 * bytes.
 */
function gzipMember(bytes: Uint8Array): Uint8Array {
  const member = gzipSync(bytes);
  member[9] = 255;
  return member;
}
