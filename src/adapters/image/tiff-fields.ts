/** Tags of TIFF 6.0 that a page needs. */
export const TAG = {
  subfile: 254,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  order: 266,
  strips: 273,
  samples: 277,
  rowsPerStrip: 278,
  counts: 279,
  resolutionX: 282,
  planes: 284,
  faxOptions: 292,
  unit: 296,
  predictor: 317,
  colours: 320,
  jpegTables: 347,
} as const;

/** The fields of one directory. What is not there, or stands outside of the file, is empty. */
export interface TiffFields {
  readonly first: (tag: number, usual?: number) => number;
  readonly all: (tag: number) => readonly number[];
  readonly rational: (tag: number) => number;
  readonly bytes: (tag: number) => Uint8Array;
}

interface Entry {
  readonly type: number;
  readonly count: number;
  readonly at: number;
}

const MOST_ENTRIES = 200;
/** More pages than any limit allows; a chain of directories may also be a ring. */
const MOST_DIRECTORIES = 1_000;
/** Bytes a value of BYTE, SHORT, LONG, RATIONAL and UNDEFINED (TIFF 6.0, section 2). */
const SIZES: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 5: 8, 7: 1 };

/** The directories of a file in order; those that cannot be followed end the list. */
export function tiffFields(bytes: Uint8Array): readonly TiffFields[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const found: TiffFields[] = [];
  const seen = new Set<number>();
  let at = bytes.length < 8 ? 0 : view.getUint32(4, little);
  while (at >= 8 && at + 2 <= bytes.length && !seen.has(at) && found.length < MOST_DIRECTORIES) {
    seen.add(at);
    const count = view.getUint16(at, little);
    const end = at + 2 + 12 * count;
    if (count > MOST_ENTRIES || end + 4 > bytes.length) break;
    found.push(fieldsOf(view, at + 2, count, little));
    at = view.getUint32(end, little);
  }
  return found;
}

function fieldsOf(view: DataView, start: number, count: number, little: boolean): TiffFields {
  const entries = new Map<number, Entry>();
  for (let at = start; at < start + 12 * count; at += 12) {
    const [type, length] = [view.getUint16(at + 2, little), view.getUint32(at + 4, little)];
    const size = (SIZES[type] ?? 0) * length;
    const place = size <= 4 ? at + 8 : view.getUint32(at + 8, little);
    if (size > 0 && place + size <= view.byteLength)
      entries.set(view.getUint16(at, little), { type, count: length, at: place });
  }
  const valueAt = ({ type, at }: Entry, index: number): number => {
    if (type === 3) return view.getUint16(at + 2 * index, little);
    return type === 4 ? view.getUint32(at + 4 * index, little) : view.getUint8(at + index);
  };
  return {
    first: (tag, usual = 0) => {
      const entry = entries.get(tag);
      return entry === undefined ? usual : valueAt(entry, 0);
    },
    all: (tag) => {
      const entry = entries.get(tag);
      return entry === undefined ? [] : Array.from({ length: entry.count }, (_, at) => valueAt(entry, at));
    },
    rational: (tag) => {
      const entry = entries.get(tag);
      return entry?.type === 5
        ? view.getUint32(entry.at, little) / view.getUint32(entry.at + 4, little)
        : NaN;
    },
    bytes: (tag) => {
      const entry = entries.get(tag);
      return entry?.type === 7 || entry?.type === 1
        ? new Uint8Array(view.buffer, view.byteOffset + entry.at, entry.count)
        : new Uint8Array();
    },
  };
}
