import { joinedGlyphs } from "./woff2-glyphs.ts";

/** Times its packed bytes; fonts are packed to half of their bytes or so. */
const MOST_GROWTH = 20;
const MOST_TABLES = 256;
/** Bytes of the header of a WOFF 2.0 file; those of an OpenType file and of an entry in its directory. */
const HEADER = 48;
const OPEN_TYPE = { header: 12, entry: 16 };

/** The part of `node:zlib` that is used here; browsers unpack Brotli for their own fonts alone. */
interface NodeZlib {
  readonly brotliDecompressSync?: (bytes: Uint8Array, options: { maxOutputLength: number }) => Uint8Array;
}

/** The names of tables by their numbers (W3C WOFF 2.0, 4.1), as far as they are asked for. */
const KNOWN = new Map([
  [0, "cmap"],
  [1, "head"],
  [10, "glyf"],
  [11, "loca"],
  [13, "CFF "],
]);
const ANY_TAG = 63;

interface Table {
  readonly tag: string;
  readonly isChanged: boolean;
  readonly length: number;
}

/**
 * The OpenType file that a WOFF 2.0 file of one font holds, with the tables that say how a character is drawn; undefined
 * for any other file, for a damaged one, and where nothing unpacks Brotli.
 */
export function unpackedWoff2(bytes: Uint8Array): Uint8Array | undefined {
  const { process: node } = globalThis as {
    process?: { getBuiltinModule?: (id: string) => NodeZlib | undefined };
  };
  const brotli = node?.getBuiltinModule?.("node:zlib")?.brotliDecompressSync;
  if (brotli === undefined || String.fromCharCode(...bytes.subarray(0, 4)) !== "wOF2") return undefined;
  try {
    const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { tables, end } = directoryOf(file);
    const packed = bytes.subarray(end, end + file.getUint32(20));
    return opened(tables, brotli(packed, { maxOutputLength: MOST_GROWTH * bytes.length }));
  } catch {
    return undefined;
  }
}

function directoryOf(file: DataView): { readonly tables: readonly Table[]; readonly end: number } {
  const tables: Table[] = [];
  let at = HEADER;
  /** UIntBase128: seven bits a byte, the last below 128. */
  const number = (): number => {
    let value = 0;
    for (let count = 0; count < 5; count++) {
      const byte = file.getUint8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
    throw new RangeError("a number of more than five bytes");
  };
  for (let left = Math.min(MOST_TABLES, file.getUint16(12)); left > 0; left--) {
    const flags = file.getUint8(at++);
    const [known, version] = [flags & 63, flags >> 6];
    const isAny = known === ANY_TAG;
    const letters = isAny ? [0, 1, 2, 3].map((index) => file.getUint8(at + index)) : [];
    if (isAny) at += 4;
    const tag = isAny ? String.fromCharCode(...letters) : (KNOWN.get(known) ?? "");
    const own = number();
    // Outlines and their places are changed unless their version is 3, other tables unless it is 0.
    const isChanged = version !== (tag === "glyf" || tag === "loca" ? 3 : 0);
    tables.push({ tag, isChanged, length: isChanged ? number() : own });
  }
  return { tables, end: at };
}

/** The tables as an OpenType file. */
function opened(stored: readonly Table[], data: Uint8Array): Uint8Array {
  const tables = new Map<string, Uint8Array>();
  let from = 0;
  for (const { tag, isChanged, length } of stored) {
    const bytes = data.slice(from, from + length);
    from += length;
    if (tag === "glyf" && isChanged) {
      const { glyf, loca } = joinedGlyphs(bytes);
      tables.set("glyf", glyf).set("loca", loca);
    } else if (tag !== "" && !isChanged) tables.set(tag, bytes);
  }
  // The places of joined outlines are long ones.
  if (stored.some(({ tag, isChanged }) => tag === "glyf" && isChanged)) tables.get("head")?.set([0, 1], 50);
  const begin = OPEN_TYPE.header + OPEN_TYPE.entry * tables.size;
  const font = new Uint8Array([...tables.values()].reduce((sum, { length }) => sum + length, begin));
  const view = new DataView(font.buffer);
  view.setUint32(0, tables.has("CFF ") ? 0x4f54544f : 0x10000);
  view.setUint16(4, tables.size);
  let [entry, place] = [OPEN_TYPE.header, begin];
  for (const [tag, bytes] of tables) {
    for (let index = 0; index < 4; index++) font[entry + index] = tag.charCodeAt(index);
    view.setUint32(entry + 8, place);
    view.setUint32(entry + 12, bytes.length);
    font.set(bytes, place);
    entry += OPEN_TYPE.entry;
    place += bytes.length;
  }
  return font;
}
