export interface DirectoryEntry {
  readonly name: string;
  readonly isStream: boolean;
  readonly start: number;
  readonly size: number;
}

export interface Directory {
  readonly root: DirectoryEntry;
  /** What stands directly in the root storage. */
  readonly entries: readonly DirectoryEntry[];
}

const entrySize = 128;
const none = 0xffffffff;

/**
 * Reads the directory stream (MS-CFB 2.6). Members of a storage form a tree of siblings; an embedded document's streams
 * are further down and are not taken for the document's own. Null where there is no root or nothing in it.
 */
export function readDirectory(stream: Uint8Array): Directory | null {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const count = Math.floor(stream.length / entrySize);
  if (count === 0) return null;
  const seen = new Set<number>();
  const entries: DirectoryEntry[] = [];
  const pending = [view.getUint32(76, true)];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (id === none || id >= count || seen.has(id)) continue;
    seen.add(id);
    const entry = readEntry(stream, view, id * entrySize);
    if (entry !== null) entries.push(entry);
    pending.push(view.getUint32(id * entrySize + 72, true), view.getUint32(id * entrySize + 68, true));
  }
  const root = readEntry(stream, view, 0);
  return root === null || entries.length === 0 ? null : { root, entries };
}

function readEntry(stream: Uint8Array, view: DataView, at: number): DirectoryEntry | null {
  const length = view.getUint16(at + 64, true);
  if (length < 2 || length > 64) return null;
  return {
    name: new TextDecoder("utf-16le").decode(stream.subarray(at, at + length - 2)),
    isStream: view.getUint8(at + 66) === 2,
    start: view.getUint32(at + 116, true),
    // The upper half counts only in files of 4 kB sectors, and no report is that large.
    size: view.getUint32(at + 120, true),
  };
}
