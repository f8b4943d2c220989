import { unzlibSync } from "fflate";

/** Times its packed bytes; fonts are packed to half of their bytes or so. */
const MOST_GROWTH = 20;
const MOST_TABLES = 256;
/** Bytes of the header of a WOFF file and of an OpenType file, and of an entry in their directories. */
const WOFF = { header: 44, entry: 20 };
const OPEN_TYPE = { header: 12, entry: 16 };

/** The OpenType file that a WOFF 1.0 file holds (W3C WOFF 1.0, 4 and 5); undefined for any other file and for a damaged one. */
export function unpackedWoff(bytes: Uint8Array): Uint8Array | undefined {
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== "wOFF") return undefined;
  try {
    return unpacked(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch {
    return undefined;
  }
}

function unpacked(bytes: Uint8Array, woff: DataView): Uint8Array | undefined {
  const count = Math.min(MOST_TABLES, woff.getUint16(12));
  const entries = Array.from({ length: count }, (_, index) => {
    const at = WOFF.header + WOFF.entry * index;
    const [tag, offset, packed, length] = [0, 4, 8, 12].map((part) => woff.getUint32(at + part));
    return { tag: tag!, offset: offset!, packed: packed!, length: length! };
  });
  const begin = OPEN_TYPE.header + OPEN_TYPE.entry * count;
  const total = entries.reduce((sum, { length }) => sum + length, begin);
  if (total > MOST_GROWTH * bytes.length) return undefined;
  const font = new Uint8Array(total);
  const view = new DataView(font.buffer);
  view.setUint32(0, woff.getUint32(4));
  view.setUint16(4, count);
  let place = begin;
  for (const [index, { tag, offset, packed, length }] of entries.entries()) {
    const stored = bytes.subarray(offset, offset + packed);
    font.set(
      packed < length ? unzlibSync(stored, { out: new Uint8Array(length) }) : stored.subarray(0, length),
      place,
    );
    const at = OPEN_TYPE.header + OPEN_TYPE.entry * index;
    view.setUint32(at, tag);
    view.setUint32(at + 8, place);
    view.setUint32(at + 12, length);
    place += length;
  }
  return font;
}
