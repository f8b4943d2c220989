import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Drafted } from "./dataset-output.ts";

/** Texts, and bytes, on disk that are read once, in the order in which they were added. */
export interface Spool {
  /** Adds what is kept of one record. */
  readonly add: (pieces: readonly Drafted[]) => void;
  /** Every record, in bytes. Its file goes when the next is read, so that no more than one is on disk beside what is made of it. */
  readonly read: () => Generator<readonly Buffer[]>;
}

/** The size from which a record begins another file. One file is held in memory at a time. */
const FILE_SIZE = 1 << 22;
const ROOM = 2 * FILE_SIZE;
/** UTF-8 needs at most three bytes for one of UTF-16's units. */
const BYTES_OF_UNIT = 3;
const LENGTH_SIZE = 4;

/** `isPacked` is for outputs that are packed themselves, and would be small beside what is spooled of them. */
export function spool(folder: string, isPacked = false): Spool {
  mkdirSync(folder, { recursive: true });
  let room = Buffer.allocUnsafe(0);
  let [used, files] = [0, 0];
  const pathOf = (file: number): string => join(folder, String(file));
  const flush = (): void => {
    const bytes = room.subarray(0, used);
    if (used > 0) writeFileSync(pathOf(files++), isPacked ? deflateRawSync(bytes, { level: 1 }) : bytes);
    used = 0;
    // A single large record must not keep its memory.
    if (room.length > ROOM) room = Buffer.allocUnsafe(0);
  };
  const write = (piece: Drafted): void => {
    const most = used + LENGTH_SIZE + mostBytes(piece);
    if (room.length < most) room = Buffer.concat([room.subarray(0, used)], Math.max(most, ROOM));
    const start = used + LENGTH_SIZE;
    const length = typeof piece === "string" ? room.write(piece, start) : piece.copy(room, start);
    room.writeUInt32LE(length, used);
    used += LENGTH_SIZE + length;
  };
  return {
    add(pieces) {
      write(String(pieces.length));
      for (const piece of pieces) write(piece);
      if (used > FILE_SIZE) flush();
    },
    *read() {
      flush();
      room = Buffer.allocUnsafe(0);
      for (let file = 0; file < files; file++) {
        const bytes = readFileSync(pathOf(file));
        rmSync(pathOf(file));
        yield* recordsIn(isPacked ? inflateRawSync(bytes) : bytes);
      }
    },
  };
}

/** At least as many bytes as a piece has; exact where it is large. */
function mostBytes(piece: Drafted): number {
  if (typeof piece !== "string") return piece.length;
  return piece.length > FILE_SIZE ? Buffer.byteLength(piece) : BYTES_OF_UNIT * piece.length;
}

function* recordsIn(bytes: Buffer): Generator<readonly Buffer[]> {
  let at = 0;
  const next = (): Buffer => {
    const start = at + LENGTH_SIZE;
    at = start + bytes.readUInt32LE(at);
    return bytes.subarray(start, at);
  };
  while (at < bytes.length) yield Array.from({ length: Number(next().toString()) }, next);
}

/** Puts bytes aside in a file and returns a function that reads them back. */
export function shelf(path: string): (bytes: Uint8Array) => () => Uint8Array {
  let end = 0;
  return (bytes) => {
    const [start, length] = [end, bytes.length];
    appendFileSync(path, bytes);
    end += length;
    return () => readPart(path, start, length);
  };
}

function readPart(path: string, start: number, length: number): Uint8Array {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.allocUnsafe(length);
    for (let done = 0, read = 1; done < length && read > 0; done += read)
      read = readSync(file, bytes, done, length - done, start + done);
    return bytes;
  } finally {
    closeSync(file);
  }
}
