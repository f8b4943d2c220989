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
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import { Damaged } from "../store/damaged.ts";
import type { Drafted } from "./dataset-output.ts";

/** Texts, and bytes, on disk that are read once, in the order in which they were added. */
export interface Spool {
  /** Adds what is kept of one record. */
  readonly add: (pieces: readonly Drafted[]) => void;
  /**
   * Every record, in bytes. Its file goes when the next is read, so that no more than one is on disk beside what is made
   * of it. Throws Damaged.
   */
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
  let used = 0;
  const checksums: number[] = [];
  const pathOf = (file: number): string => join(folder, String(file));
  const flush = (): void => {
    const plain = room.subarray(0, used);
    if (used > 0) {
      const bytes = isPacked ? deflateRawSync(plain, { level: 1 }) : plain;
      writeFileSync(pathOf(checksums.length), bytes);
      checksums.push(crc32(bytes));
    }
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
      for (const [file, checksum] of checksums.entries()) {
        const bytes = readFileSync(pathOf(file));
        // It may have waited on disk for as long as the conversion took.
        if (crc32(bytes) !== checksum) throw new Damaged(pathOf(file));
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

/** Puts bytes aside in a file and returns a function that reads them back, which throws Damaged. */
export function shelf(path: string): (bytes: Uint8Array) => () => Uint8Array {
  let end = 0;
  return (bytes) => {
    const [start, length, checksum] = [end, bytes.length, crc32(bytes)];
    appendFileSync(path, bytes);
    end += length;
    return () => {
      const back = readPart(path, start, length);
      if (crc32(back) !== checksum) throw new Damaged(path);
      return back;
    };
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
