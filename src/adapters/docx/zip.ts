import { Inflate } from "fflate";
import type { Limits } from "../../model/index.ts";
import { crc32 } from "./crc32.ts";
import type { Dialect } from "./xml.ts";
import { Refusal, tooLarge } from "../refusal.ts";

/** A ZIP archive read through its central directory; nothing is inflated before it is asked for. */
export interface Archive {
  /** Entry names, `/` between folders, as stored. */
  readonly names: readonly string[];
  /** Name as stored of the entry that equals this name but for ASCII case (OPC 6.2.2.3), or null. */
  readonly find: (name: string) => string | null;
  /** Hands the entry's bytes to `sink` piece by piece, then verifies its size and CRC-32. Throws a Refusal. */
  readonly read: (name: string, sink: (chunk: Uint8Array) => void) => void;
  /** Where the parts speak another dialect of XML than a package's. */
  readonly dialect?: () => Dialect;
}

interface Entry {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where the packed data begins. */
  readonly start: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const maximumEntries = 10_000;
/** XML of real reports packs 10 to 60 times smaller; DEFLATE can reach 1,032. */
const maximumRatio = 250;
const ratioMattersFrom = 1 << 20;
/** DEFLATE expands at most 1,032 times, so one piece never gives more than about 16 MB. */
const inputChunk = 1 << 14;

export function openArchive(bytes: Uint8Array, limits: Limits): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  const byLowerCase = new Map<string, string>();
  for (const name of entries.keys()) byLowerCase.set(name.toLowerCase(), name);
  let inflated = 0;

  return {
    names: [...entries.keys()],
    find: (name) => byLowerCase.get(name.toLowerCase()) ?? null,
    read: (name, sink) => {
      const entry = entries.get(name);
      if (entry === undefined) throw new Refusal("damaged", { part: name, reason: "missing-part" });
      const packed = packedData(bytes, name, entry);
      const { maximumInflatedBytes } = limits;
      if (inflated + entry.size > maximumInflatedBytes) {
        throw tooLarge("inflated-bytes", inflated + entry.size, maximumInflatedBytes);
      }
      if (entry.size > ratioMattersFrom && entry.size > packed.length * maximumRatio) {
        throw tooLarge("compression-ratio", Math.round(entry.size / packed.length), maximumRatio);
      }
      let size = 0;
      let crc = 0;
      const take = (chunk: Uint8Array): void => {
        size += chunk.length;
        inflated += chunk.length;
        if (inflated > maximumInflatedBytes) throw tooLarge("inflated-bytes", inflated, maximumInflatedBytes);
        // A header that lies about the size would let a bomb pass the checks above.
        if (size > entry.size) throw new Refusal("damaged", { part: name, reason: "size-mismatch" });
        crc = crc32(chunk, crc);
        sink(chunk);
      };
      if (entry.method === 0) {
        for (let at = 0; at < packed.length; at += inputChunk) take(packed.subarray(at, at + inputChunk));
      } else inflate(packed, name, take);
      if (size !== entry.size) throw new Refusal("damaged", { part: name, reason: "size-mismatch" });
      if (crc !== entry.crc) throw new Refusal("damaged", { part: name, reason: "checksum" });
    },
  };
}

/** Names of a ZIP's entries in lower case; none where the bytes are no ZIP or its directory cannot be read. */
export function archiveNames(bytes: Uint8Array): readonly string[] {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return [];
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return [...readDirectory(bytes, view).keys()].map((name) => name.toLowerCase());
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

function inflate(packed: Uint8Array, name: string, take: (chunk: Uint8Array) => void): void {
  const stream = new Inflate((chunk) => take(chunk));
  for (let at = 0; at < packed.length || at === 0; at += inputChunk) {
    try {
      stream.push(packed.subarray(at, at + inputChunk), at + inputChunk >= packed.length);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw new Refusal("damaged", { part: name, reason: "compressed-data" });
    }
  }
}

/**
 * End of central directory record: the last one whose comment reaches exactly to the end (APPNOTE 4.3.16), else the
 * last one at all, since downloads come with bytes appended.
 */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  let inexact = -1;
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + 22 + view.getUint16(at + 20, true) === view.byteLength) return at;
    if (inexact < 0) inexact = at;
  }
  if (inexact < 0) throw new Refusal("truncated", { format: "zip" });
  return inexact;
}

function readDirectory(bytes: Uint8Array, view: DataView): Map<string, Entry> {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  // ZIP64 and archives in several volumes: no office program writes a report so, and both hide sizes.
  if (count === 0xffff || start === 0xffffffff || view.getUint16(end + 4, true) !== 0) {
    throw new Refusal("damaged", { reason: "zip64" });
  }
  if (count > maximumEntries) throw tooLarge("entries", count, maximumEntries);
  const entries = new Map<string, Entry>();
  const seen = new Set<string>();
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== entrySignature) brokenDirectory();
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) brokenDirectory();
    const storedName = bytes.subarray(at + 46, at + 46 + nameLength);
    // Part names are ASCII; some old Windows tools write `\` for `/`.
    const name = new TextDecoder().decode(storedName).replaceAll("\\", "/").replace(/^\/+/, "");
    // Two entries of one name: which one counts depends on the reader, so neither can be trusted.
    if (seen.has(name.toLowerCase())) throw new Refusal("damaged", { part: name, reason: "duplicate-entry" });
    seen.add(name.toLowerCase());
    entries.set(name, {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      start: dataStart(bytes, view, view.getUint32(at + 42, true), storedName, name),
    });
    at = next;
  }
  // A count that stops short would drop parts, such as the numbering, without a word.
  if (at !== start + view.getUint32(end + 12, true)) brokenDirectory();
  return entries;
}

function brokenDirectory(): never {
  throw new Refusal("damaged", { reason: "central-directory" });
}

/** Follows an entry to its local header, which must have the same name, and to the data behind it. */
function dataStart(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  storedName: Uint8Array,
  name: string,
): number {
  if (at + 30 > bytes.length) throw new Refusal("truncated", { part: name });
  const nameLength = view.getUint16(at + 26, true);
  const matches =
    view.getUint32(at, true) === localSignature &&
    nameLength === storedName.length &&
    storedName.every((byte, index) => bytes[at + 30 + index] === byte);
  if (!matches) throw new Refusal("damaged", { part: name, reason: "local-header" });
  return at + 30 + nameLength + view.getUint16(at + 28, true);
}

function packedData(
  bytes: Uint8Array,
  name: string,
  { flags, method, packed, size, start }: Entry,
): Uint8Array {
  if (flags & 1) throw new Refusal("encrypted", { format: "zip" });
  if (method !== 0 && method !== 8)
    throw new Refusal("damaged", { part: name, reason: "compression-method" });
  if (packed === 0xffffffff || size === 0xffffffff) throw new Refusal("damaged", { reason: "zip64" });
  if (method === 0 && packed !== size) throw new Refusal("damaged", { part: name, reason: "size-mismatch" });
  if (start + packed > bytes.length) throw new Refusal("truncated", { part: name });
  return bytes.subarray(start, start + packed);
}
