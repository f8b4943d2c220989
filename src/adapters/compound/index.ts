import type { Limits } from "../../model/index.ts";
import { Refusal, tooLarge } from "../refusal.ts";
import { readDirectory } from "./directory.ts";
import type { DirectoryEntry } from "./directory.ts";
import { chainReader } from "./sectors.ts";

/** An OLE compound file (MS-CFB): a small file system in one file. */
export interface CompoundFile {
  /** Names of the streams and storages of the outermost storage, as stored. */
  readonly names: readonly string[];
  /**
   * The bytes of the outermost storage's stream of this name, without regard to case; null where there is none.
   * Throws a Refusal: `too-large`, and `truncated` where its sectors end early.
   */
  readonly stream: (name: string) => Uint8Array | null;
}

const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export function isCompoundFile(bytes: Uint8Array): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** Names of the outermost storage's streams and storages in lower case; none where they cannot be read. */
export function compoundFileNames(bytes: Uint8Array): readonly string[] {
  try {
    const { names } = openCompoundFile(bytes, { maximumInflatedBytes: 0 });
    return names.map((name) => name.toLowerCase());
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

/** Streams below this size stand in the mini stream (MS-CFB 2.2), unless the header says otherwise. */
const usualCutoff = 4096;

/**
 * Reads the directory; streams are read when asked for. All chains are followed at most once through each sector, and
 * no more is read than the file has. Throws a Refusal: `truncated`, `damaged`.
 */
export function openCompoundFile(
  bytes: Uint8Array,
  limits: Pick<Limits, "maximumInflatedBytes">,
): CompoundFile {
  if (bytes.length < 512) throw new Refusal("truncated", { format: "ole" });
  const sectors = chainReader(bytes);
  if (sectors === null) throw new Refusal("damaged", { reason: "compound-file" });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = readDirectory(sectors.chain(view.getUint32(48, true), bytes.length));
  if (directory === null) throw new Refusal("damaged", { reason: "compound-file" });
  const { root, entries } = directory;
  const cutoff = Math.min(view.getUint32(56, true), usualCutoff);
  let small: ReturnType<typeof sectors.mini> | null = null;
  let read = 0;

  const open = ({ start, size, name }: DirectoryEntry): Uint8Array => {
    // No stream is larger than its file, whatever size is stated.
    const length = Math.min(size, bytes.length);
    read += length;
    if (read > limits.maximumInflatedBytes)
      throw tooLarge("inflated-bytes", read, limits.maximumInflatedBytes);
    if (size < cutoff) small ??= sectors.mini(sectors.chain(root.start, Math.min(root.size, bytes.length)));
    const content = size < cutoff && small !== null ? small(start, length) : sectors.chain(start, length);
    // Otherwise the rest of a chain that ends early would be missing without a finding.
    if (content.length < size) throw new Refusal("truncated", { part: name });
    return content;
  };
  const known = new Map<string, DirectoryEntry>();
  for (const entry of entries) {
    const key = entry.name.toLowerCase();
    if (entry.isStream && !known.has(key)) known.set(key, entry);
  }
  return {
    names: entries.map(({ name }) => name),
    stream: (name) => {
      const entry = known.get(name.toLowerCase());
      return entry === undefined ? null : open(entry);
    },
  };
}
