import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { Member } from "./archive.ts";
import { Damaged } from "./damaged.ts";
import type { FilePath } from "./file-path.ts";
import type { Failure } from "./status.ts";

/** One input as planned. Everything except `name` and `fields` follows from the bytes and where they are. */
export interface PlanEntry {
  /** SHA-256 of the content, or of the name if the content could not be read. Decides the order and the shard. */
  readonly key: string;
  readonly name: string;
  readonly sha256: string | null;
  readonly bytes: number | null;
  readonly location: Location | null;
  /** A failure that was found without converting. */
  readonly failure?: Failure;
  readonly fields?: Readonly<Record<string, string>>;
  /**
   * Set from the second on for members of an archive that have the same name, so that two that are alike in everything
   * else stay two.
   */
  readonly nth?: string;
  /**
   * For a report in several files, set at one of them: all of its files in reading order. `key` is then the key of them
   * all.
   */
  readonly parts?: readonly BucketPart[];
}

/** One file of a report in several files. */
export interface BucketPart {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly location: Location;
}

/** A file, or an entry of a ZIP archive. */
export interface Location {
  readonly path: FilePath;
  readonly member?: Member;
}

/** The inputs with one content, in the order of names; the first gives the record its name. */
export interface BucketGroup {
  readonly key: string;
  readonly entries: readonly [PlanEntry, ...PlanEntry[]];
}

/**
 * The names of the files over which a set of any size is distributed, by the first two digits of the key. Each of the
 * 256 is small enough to sort in memory; read one after the other they give the whole set in order.
 */
export const bucketNames: readonly string[] = Array.from({ length: 256 }, (_, index) =>
  index.toString(16).padStart(2, "0"),
);

export function bucketOf(key: string): string {
  return key.slice(0, 2);
}

export interface BucketWriter<Entry> {
  readonly add: (entry: Entry) => void;
  /** Returns the CRC-32 of every bucket that something was added to. */
  readonly finish: () => BucketChecksums;
}

export type BucketChecksums = ReadonlyMap<string, number>;

export function writeBuckets<Entry extends { readonly key: string }>(folder: string): BucketWriter<Entry> {
  mkdirSync(folder, { recursive: true });
  const waiting = new Map<string, string>();
  const checksums = new Map<string, number>();
  const flush = (bucket: string): void => {
    const bytes = Buffer.from(waiting.get(bucket) ?? "");
    appendFileSync(bucketPath(folder, bucket), bytes);
    checksums.set(bucket, crc32(bytes, checksums.get(bucket)));
    waiting.delete(bucket);
  };
  return {
    add(entry) {
      const bucket = bucketOf(entry.key);
      const text = (waiting.get(bucket) ?? "") + JSON.stringify(entry) + "\n";
      waiting.set(bucket, text);
      if (text.length > 1 << 15) flush(bucket);
    },
    finish() {
      [...waiting.keys()].forEach(flush);
      return checksums;
    },
  };
}

/** One bucket from one or several parts of a plan, sorted; an input that is met twice counts once. */
export function readBucket(folders: readonly string[], bucket: string): BucketGroup[] {
  const lines = new Set(folders.flatMap((folder) => bucketLines(folder, bucket)));
  const entries = [...lines].map((line) => entryIn(line, folders[0]!, bucket));
  const groups = new Map<string, [PlanEntry, ...PlanEntry[]]>();
  for (const entry of entries.sort(inPlanOrder)) {
    const group = groups.get(entry.key);
    if (group) group.push(entry);
    else groups.set(entry.key, [entry]);
  }
  return [...groups].map(([key, entries]) => ({ key, entries }));
}

function entryIn(line: string, folder: string, bucket: string): PlanEntry {
  try {
    return JSON.parse(line) as PlanEntry;
  } catch {
    throw new Damaged(bucketPath(folder, bucket));
  }
}

export function bucketPath(folder: string, bucket: string): string {
  return join(folder, `${bucket}.jsonl`);
}

/** The entries of one bucket in the order in which they were added, as JSON. */
export function bucketLines(folder: string, bucket: string): string[] {
  return bucketBytes(folder, bucket)
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "");
}

/** One bucket as it is stored; empty where nothing was added to it. Throws ENOENT where the whole folder is gone. */
export function bucketBytes(folder: string, bucket: string): Buffer {
  try {
    return readFileSync(bucketPath(folder, bucket));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT" && existsSync(folder)) return Buffer.alloc(0);
    throw error;
  }
}

/** The order of a plan: by key, then by name, then by the columns of manifests. */
export function inPlanOrder(a: PlanEntry, b: PlanEntry): number {
  return (
    compare(a.key, b.key) ||
    compare(a.name, b.name) ||
    compare(JSON.stringify(a.fields ?? {}), JSON.stringify(b.fields ?? {}))
  );
}

/** Compares by code units, which gives the same order on every machine and in every language. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
