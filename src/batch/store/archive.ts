import type { FileHandle } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { crc32, createInflateRaw } from "node:zlib";
import { shownName } from "../../adapters/entry-name.ts";
import { failure } from "./status.ts";
import type { Failure, Status } from "./status.ts";

/** Where one entry of a ZIP archive is, with enough to read it without the directory. */
export interface Member {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Offset of the local header. */
  readonly header: number;
}

/** Thrown where an archive or one of its entries cannot be read. */
export class Refused extends Error {
  readonly failure: Failure;

  constructor(status: Status, detail: string) {
    super(detail);
    this.failure = failure(status, detail);
  }
}

const maximumMembers = 5_000_000;
const pieceSize = 1 << 20;

/**
 * The entries of an archive of any size (ZIP64 included) in the order of its central directory, read piece by piece. An
 * archive, unlike a document's package, may hold a million files and names in GBK, so it has a reader of its own.
 */
export async function* readMembers(file: FileHandle): AsyncGenerator<Member> {
  const { size } = await file.stat();
  const directory = await findDirectory(file, size);
  let packed = 0;
  let piece: Buffer = Buffer.alloc(0);
  let [pieceAt, at] = [directory.start, directory.start];
  // The number of entries stated in the directory is not used: above 65,535 without ZIP64, it starts again from 0.
  for (let count = 0; at < directory.end; count++) {
    if (count >= maximumMembers)
      throw new Refused("too-large", `more than ${maximumMembers} archive entries`);
    // The longest header has three variable fields of 64 KB each.
    if (at + 46 + 3 * 0xffff > pieceAt + piece.length && pieceAt + piece.length < directory.end)
      [piece, pieceAt] = [await readAt(file, at, Math.min(pieceSize, directory.end - at)), at];
    const { member, length } = parseHeader(piece, at - pieceAt);
    at += length;
    packed += member.packed;
    // Entries that share their data would let a small file unpack to petabytes.
    if (member.header + 30 + member.packed > size || packed > size)
      throw new Refused("damaged", "archive entries overlap or lie outside");
    yield member;
  }
}

/**
 * Whether another archive follows in the same file, as where two were joined end to end. `readMembers` gives the entries
 * of the one whose directory is where its end record says.
 */
export async function isFollowed(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  const { commentEnd } = await findDirectory(file, size);
  const rest = await readAt(file, commentEnd, Math.max(0, size - commentEnd));
  return rest.includes(endRecord);
}

/** Passes an entry's bytes to `take` piece by piece, and verifies size and checksum. Throws Refused. */
export async function readMember(
  file: FileHandle,
  member: Member,
  take: (piece: Uint8Array) => void,
): Promise<void> {
  if (member.flags & 1) throw new Refused("encrypted", "encrypted archive entry");
  if (member.method !== 0 && member.method !== 8)
    throw new Refused("unsupported", "archive compression method");
  const header = await readAt(file, member.header, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50)
    throw new Refused("damaged", "archive entry header");
  const start = member.header + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  let [size, crc] = [0, 0];
  const check = (piece: Uint8Array): void => {
    size += piece.length;
    if (size > member.size) throw new Refused("damaged", "archive entry larger than it says");
    crc = crc32(piece, crc);
    take(piece);
  };
  const packed = pieces(file, start, member.packed);
  if (member.method === 8) await inflate(packed, check);
  else for await (const piece of packed) check(piece);
  if (size !== member.size) throw new Refused("truncated", "archive entry shorter than it says");
  if (crc !== member.crc) throw new Refused("damaged", "archive entry checksum");
}

async function* pieces(file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < length;) {
    const piece = await readAt(file, start + done, Math.min(pieceSize, length - done));
    if (piece.length === 0) throw new Refused("truncated", "archive entry cut off");
    yield piece;
    done += piece.length;
  }
}

async function inflate(packed: AsyncIterable<Buffer>, take: (piece: Uint8Array) => void): Promise<void> {
  try {
    await pipeline(packed, createInflateRaw(), async (unpacked: AsyncIterable<Buffer>) => {
      for await (const piece of unpacked) take(piece);
    });
  } catch (error) {
    if (!/^Z_/.test((error as NodeJS.ErrnoException).code ?? "")) throw error;
    throw new Refused("damaged", "archive entry does not unpack");
  }
}

/**
 * Start and end of the central directory. `end` is the position of the end record; everything between the two is
 * directory. `commentEnd` is where the archive itself ends.
 */
interface Directory {
  readonly start: number;
  readonly end: number;
  readonly commentEnd: number;
}

/**
 * Finds the directory by the last end record that has one, because the comment after the true record may contain bytes
 * that look like another. If none has one, the error is that of the last record.
 */
async function findDirectory(file: FileHandle, size: number): Promise<Directory> {
  const tailStart = Math.max(0, size - 22 - 0xffff);
  const tail = await readAt(file, tailStart, size - tailStart);
  const ends: number[] = [];
  for (let at = tail.length - 22; at >= 0 && ends.length < MOST_END_RECORDS; at--) {
    at = tail.lastIndexOf(endRecord, at);
    if (at < 0) break;
    ends.push(at);
  }
  for (const at of ends) {
    const found = await directoryAt(file, size, tail, at).catch(() => null);
    if (found && (await isDirectory(file, found))) return found;
  }
  if (ends.length === 0) throw new Refused("truncated", "archive without a directory");
  return directoryAt(file, size, tail, ends[0]!);
}

const endRecord = Buffer.from("PK\x05\x06", "latin1");
/** The most end records that are tried, so that a comment made of nothing else does not take long. */
const MOST_END_RECORDS = 16;

async function isDirectory(file: FileHandle, { start, end }: Directory): Promise<boolean> {
  if (start === end) return true;
  const head = await readAt(file, start, 4);
  return head.length === 4 && head.readUInt32LE(0) === 0x02014b50;
}

/**
 * Reads an end record of the central directory (APPNOTE 4.3.16), and its ZIP64 form (4.3.14) where the numbers do not
 * fit.
 */
async function directoryAt(file: FileHandle, size: number, tail: Buffer, at: number): Promise<Directory> {
  const tailStart = size - tail.length;
  let start = tail.readUInt32LE(at + 16);
  let end = tailStart + at;
  if (at >= 20 && tail.readUInt32LE(at - 20) === 0x07064b50) {
    end = Number(tail.readBigUInt64LE(at - 12));
    const large = await readAt(file, end, 56);
    if (large.length < 56 || large.readUInt32LE(0) !== 0x06064b50)
      throw new Refused("damaged", "archive directory");
    start = Number(large.readBigUInt64LE(48));
  }
  if (start > end || end > size) throw new Refused("damaged", "archive directory");
  return { start, end, commentEnd: tailStart + at + 22 + tail.readUInt16LE(at + 20) };
}

function parseHeader(piece: Buffer, at: number): { readonly member: Member; readonly length: number } {
  const [nameLength, extraLength, commentLength] =
    at + 46 > piece.length ? [0, 0, 0] : [28, 30, 32].map((offset) => piece.readUInt16LE(at + offset));
  const length = 46 + nameLength! + extraLength! + commentLength!;
  if (at + length > piece.length || piece.readUInt32LE(at) !== 0x02014b50)
    throw new Refused("damaged", "archive directory");
  const nameBytes = piece.subarray(at + 46, at + 46 + nameLength!);
  const extra = piece.subarray(at + 46 + nameLength!, at + 46 + nameLength! + extraLength!);
  const [size, packed, header] = largeNumbers(
    extra,
    [24, 20, 42].map((offset) => piece.readUInt32LE(at + offset)),
  );
  const [flags, method, crc] = [
    piece.readUInt16LE(at + 8),
    piece.readUInt16LE(at + 10),
    piece.readUInt32LE(at + 16),
  ];
  return {
    member: {
      name: decodeName(nameBytes),
      flags,
      method,
      crc,
      packed: packed!,
      size: size!,
      header: header!,
    },
    length,
  };
}

/**
 * The numbers with those from the ZIP64 extra field (4.5.3). The field holds, in this order, only the numbers whose
 * bits are all ones in the header.
 */
function largeNumbers(extra: Buffer, numbers: readonly number[]): readonly number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
    let next = at + 4;
    return numbers.map((number) => {
      if (number !== 0xffffffff || next + 8 > end) return number;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    });
  }
  return numbers;
}

/**
 * A name as text. Chinese Windows writes names in GBK and `\` for `/`, and some programs begin every name with `./`.
 */
function decodeName(bytes: Uint8Array): string {
  return shownName(bytes)
    .replaceAll("\\", "/")
    .replace(/^(?:\.?\/)+/, "");
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
