import { Inflate, inflateSync } from "fflate";
import type { Limits } from "../../model/index.ts";
import { crc32 } from "./crc32.ts";
import type { Dialect } from "./xml.ts";
import { Refusal, tooLarge } from "../refusal.ts";
import { readZipDirectory } from "./zip-directory.ts";
import type { ZipEntry } from "./zip-directory.ts";

/** A ZIP archive read through its central directory; an entry is inflated only when it is asked for. */
export interface Archive {
  /** Names of the entries as stored, with `/` between folders. */
  readonly names: readonly string[];
  /** The stored name of the entry that equals this name except for ASCII case (OPC 6.2.2.3), or null. */
  readonly find: (name: string) => string | null;
  /** Hands the entry's bytes to `sink` piece by piece, then verifies its size and CRC-32. Throws a Refusal. */
  readonly read: (name: string, sink: (chunk: Uint8Array) => void) => void;
  /** Present where the parts are written in another dialect of XML than a package's. */
  readonly dialect?: () => Dialect;
}

/** XML of real reports packs 10 to 60 times smaller; DEFLATE can reach 1,032. */
const maximumRatio = 250;
const ratioMattersFrom = 1 << 20;
/** DEFLATE expands at most 1,032 times, so one piece never gives more than about 16 MB. */
const inputChunk = 1 << 14;

export function openArchive(bytes: Uint8Array, limits: Limits): Archive {
  const entries = readZipDirectory(bytes);
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
        // A header that states too small a size would let a bomb pass the checks above.
        if (size > entry.size) throw new Refusal("damaged", { part: name, reason: "size-mismatch" });
        crc = crc32(chunk, crc);
        sink(chunk);
      };
      if (entry.method === 0) {
        for (let at = 0; at < packed.length; at += inputChunk) take(packed.subarray(at, at + inputChunk));
      } else inflate(packed, name, entry.size, take);
      if (size !== entry.size) throw new Refusal("damaged", { part: name, reason: "size-mismatch" });
      if (crc !== entry.crc) throw new Refusal("damaged", { part: name, reason: "checksum" });
    },
  };
}

/** Inflates a part of a single piece without a stream, because a stream's window is larger than most parts. */
function inflate(packed: Uint8Array, name: string, size: number, take: (chunk: Uint8Array) => void): void {
  try {
    // One byte more than stated is allowed for, so that a part larger than its header says is noticed.
    if (packed.length > 0 && packed.length <= inputChunk)
      return take(inflateSync(packed, { out: new Uint8Array(size + 1) }));
    const stream = new Inflate((chunk) => take(chunk));
    for (let at = 0; at < packed.length || at === 0; at += inputChunk)
      stream.push(packed.subarray(at, at + inputChunk), at + inputChunk >= packed.length);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal("damaged", { part: name, reason: "compressed-data" });
  }
}

function packedData(
  bytes: Uint8Array,
  name: string,
  { flags, method, packed, size, start }: ZipEntry,
): Uint8Array {
  if (flags & 1) throw new Refusal("encrypted", { format: "zip" });
  if (method !== 0 && method !== 8)
    throw new Refusal("damaged", { part: name, reason: "compression-method" });
  if (packed === 0xffffffff || size === 0xffffffff) throw new Refusal("damaged", { reason: "zip64" });
  if (method === 0 && packed !== size) throw new Refusal("damaged", { part: name, reason: "size-mismatch" });
  if (start + packed > bytes.length) throw new Refusal("truncated", { part: name });
  return bytes.subarray(start, start + packed);
}
