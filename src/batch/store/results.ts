import { randomUUID } from "node:crypto";
import { appendFileSync, closeSync, fstatSync, mkdirSync, openSync, readSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import type { Conversion } from "../../model/index.ts";
import { jsonl } from "../../writers/jsonl.ts";
import { bucketOf } from "./buckets.ts";
import type { PlanEntry } from "./buckets.ts";
import type { ReportMark } from "./report-mark.ts";
import type { Failure, Status } from "./status.ts";

/** The outcome of one content. It is small; the packed conversion is stored beside it. */
export interface Result {
  /** Id of the content that was converted, see `resultId`. */
  readonly id: string;
  readonly status: Status;
  readonly failure: Failure | null;
  /** Null where there is no record. */
  readonly mark: ReportMark | null;
  /** Milliseconds of the last attempt; must not enter any output that has to be reproducible. */
  readonly milliseconds: number;
}

export interface StoredResult extends Result {
  /** Reads the conversion; null for a failure, and where the stored bytes have changed. */
  readonly read: () => StoredConversion | null;
  /** The places where the conversion is stored; the first that is undamaged is read. */
  readonly packed: readonly Packed[];
}

/** Its source has no name yet. */
export interface StoredConversion {
  readonly conversion: Conversion;
  /** The same as it is stored, which is its line of JSON Lines. */
  readonly line: Uint8Array;
}

/** The place of a packed conversion in a log. */
export interface Packed {
  readonly path: string;
  readonly start: number;
  readonly length: number;
  readonly checksum: number;
}

/**
 * Identifies a result by content and extension, which are all that a conversion is made from. The extension decides
 * formats that the bytes leave open.
 */
export function resultId({ key, name }: Pick<PlanEntry, "key" | "name">): string {
  return key + (/\.[a-z0-9]{1,8}$/.exec(name.toLowerCase())?.[0] ?? "");
}

export function pack(conversion: Conversion): Uint8Array {
  // Packed in one piece, because zlib's own pieces of 16 kB take a third longer.
  return deflateRawSync(Buffer.from(jsonl.piece(conversion, [])), { level: 1, chunkSize: 1 << 16 });
}

const headerSize = 16;

export interface ResultLog {
  readonly add: (result: Result, packed: Uint8Array) => void;
  readonly close: () => void;
}

/**
 * Appends results to logs that belong to this process alone. A process that is killed leaves at most one incomplete
 * frame, at the end of its own log, and readers stop there. A frame consists of two lengths, two checksums, the result
 * as JSON, and the packed conversion. The log of one bucket stays open, because results come bucket by bucket.
 */
export function resultLog(folder: string): ResultLog {
  mkdirSync(folder, { recursive: true });
  const own = randomUUID();
  let open: { readonly bucket: string; readonly file: number } | null = null;
  const close = (): void => {
    if (open) closeSync(open.file);
    open = null;
  };
  return {
    add(result, packed) {
      const bucket = bucketOf(result.id);
      if (open?.bucket !== bucket) {
        close();
        open = { bucket, file: openSync(join(folder, `${bucket}-${own}.log`), "a") };
      }
      const text = Buffer.from(JSON.stringify(result));
      const header = Buffer.alloc(headerSize);
      header.writeUInt32LE(text.length, 0);
      header.writeUInt32LE(packed.length, 4);
      header.writeUInt32LE(crc32(text), 8);
      header.writeUInt32LE(crc32(packed), 12);
      appendFileSync(open.file, Buffer.concat([header, text, packed]));
    },
    close,
  };
}

/**
 * Every complete result of a bucket, by id. If two runs made the same result, either will do. Conversions are verified
 * here, so that damaged ones count as not done; with `marksOnly` they are verified only when they are read. Callers
 * that read all buckets should list the folder once and pass `logs`.
 */
export function readResults(
  folder: string,
  bucket: string,
  {
    marksOnly = false,
    logs = logsByBucket(folder),
  }: { readonly marksOnly?: boolean; readonly logs?: ResultLogs | undefined } = {},
): Map<string, StoredResult> {
  const found = new Map<string, StoredResult>();
  for (const name of logs.get(bucket) ?? [])
    for (const result of frames(join(folder, name), marksOnly)) {
      const other = found.get(result.id);
      if (!other || other.failure?.retryable) found.set(result.id, result);
      // One copy of the conversion may be damaged while the other is not.
      else if (marksOnly && !other.failure)
        found.set(result.id, {
          ...other,
          packed: [...other.packed, ...result.packed],
          read: () => other.read() ?? result.read(),
        });
    }
  return found;
}

/** The names of the logs of each bucket. Sixteen shards leave four thousand logs. */
export type ResultLogs = ReadonlyMap<string, readonly string[]>;

export function logsByBucket(folder: string): ResultLogs {
  mkdirSync(folder, { recursive: true });
  const logs = new Map<string, string[]>();
  for (const name of readdirSync(folder).sort()) {
    const bucket = /^(..)-.*\.log$/u.exec(name)?.[1];
    if (bucket === undefined) continue;
    const names = logs.get(bucket);
    if (names) names.push(name);
    else logs.set(bucket, [name]);
  }
  return logs;
}

/** A log of up to this many bytes is read in one piece and stays in memory with its results. */
const HELD_LOG = 1 << 20;

function* frames(path: string, marksOnly: boolean): Generator<StoredResult> {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const held = size <= HELD_LOG ? readAt(file, 0, size) : null;
    const read = (position: number, length: number): Buffer =>
      held ? held.subarray(position, position + length) : readAt(file, position, length);
    for (let at = 0; at + headerSize <= size;) {
      const header = read(at, headerSize);
      const [textLength, packedLength] = [header.readUInt32LE(0), header.readUInt32LE(4)];
      const start = at + headerSize + textLength;
      at = start + packedLength;
      // A file system leaves zeros after a power cut; after an incomplete frame no further frame can be found.
      if (at > size || textLength === 0) return;
      const text = read(start - textLength, textLength);
      if (crc32(text) !== header.readUInt32LE(8)) return;
      const packed = { path, start, length: packedLength, checksum: header.readUInt32LE(12) };
      // A frame whose conversion has changed on disk counts as missing, so that its document is converted again.
      if (!marksOnly && crc32(read(start, packedLength)) !== packed.checksum) continue;
      const result = JSON.parse(text.toString()) as Result;
      const stored = (): StoredConversion | null =>
        held ? unpacked(read(start, packedLength), packed) : unpack(packed);
      yield { ...result, packed: [packed], read: stored };
    }
  } finally {
    closeSync(file);
  }
}

/** The conversion stored at one of the places; null where all of them are damaged. */
export function conversionAt(places: readonly Packed[]): Conversion | null {
  for (const place of places) {
    const stored = unpack(place);
    if (stored !== null) return stored.conversion;
  }
  return null;
}

function unpack(place: Packed): StoredConversion | null {
  if (place.length === 0) return null;
  const file = openSync(place.path, "r");
  try {
    return unpacked(readAt(file, place.start, place.length), place);
  } finally {
    closeSync(file);
  }
}

function unpacked(packed: Uint8Array, { length, checksum }: Packed): StoredConversion | null {
  if (length === 0 || crc32(packed) !== checksum) return null;
  const line = inflateRawSync(packed, { chunkSize: 1 << 16 });
  return { conversion: JSON.parse(line.toString()) as Conversion, line };
}

function readAt(file: number, position: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const read = readSync(file, buffer, done, length - done, position + done);
    if (read === 0) break;
    done += read;
  }
  return buffer.subarray(0, done);
}
