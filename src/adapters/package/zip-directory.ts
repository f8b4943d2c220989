import { shownName } from "../entry-name.ts";
import { Refusal, tooLarge } from "../refusal.ts";

/** What the central directory states about an entry. */
export interface ZipEntry {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Offset at which the packed data begins. */
  readonly start: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
/** Begins the local header of an entry (APPNOTE 4.3.7). */
export const localSignature = 0x04034b50;
const maximumEntries = 10_000;

/** Names of a ZIP's entries in lower case; empty where the bytes are not a ZIP or its directory cannot be read. */
export function archiveNames(bytes: Uint8Array): readonly string[] {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return [];
  try {
    return [...readZipDirectory(bytes).keys()].map((name) => name.toLowerCase());
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

/** The entries by name as stored, with `/` between folders. Throws a Refusal: `truncated`, `damaged`, `too-large`. */
export function readZipDirectory(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  // ZIP64 and archives in several volumes: no office program writes a report in this way, and both hide sizes.
  if (count === 0xffff || start === 0xffffffff || view.getUint16(end + 4, true) !== 0) {
    throw new Refusal("damaged", { reason: "zip64" });
  }
  if (count > maximumEntries) throw tooLarge("entries", count, maximumEntries);
  const entries = new Map<string, ZipEntry>();
  const seen = new Set<string>();
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== entrySignature) brokenDirectory();
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) brokenDirectory();
    const storedName = bytes.subarray(at + 46, at + 46 + nameLength);
    // Part names are ASCII. Some old Windows tools write `\` for `/`, and those of Chinese Windows write names in GBK.
    const name = shownName(storedName).replaceAll("\\", "/").replace(/^\/+/, "");
    // Two entries share one name: which one counts depends on the reader, so neither can be trusted.
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
  // A directory that ends early would silently drop parts, such as the numbering.
  if (at !== start + view.getUint32(end + 12, true)) brokenDirectory();
  return entries;
}

/**
 * End of central directory record: the last one whose comment ends exactly with the file (APPNOTE 4.3.16), or else
 * simply the last one, because downloads may have bytes appended.
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

function brokenDirectory(): never {
  throw new Refusal("damaged", { reason: "central-directory" });
}

/** Follows an entry to its local header, which must state the same name, and to the data after it. */
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
