import type { Bytes } from "./bytes.ts";

/** A record of a drawing (MS-ODRAW 2.2.1); `at` is where its content begins. */
export interface ArtRecord {
  readonly instance: number;
  readonly type: number;
  readonly at: number;
  readonly length: number;
}

export const art = {
  store: 0xf001,
  drawing: 0xf002,
  group: 0xf003,
  shape: 0xf004,
  entry: 0xf007,
  shapeProperties: 0xf00a,
  options: 0xf00b,
  firstBlip: 0xf018,
  lastBlip: 0xf117,
} as const;

/** The records that follow each other between two offsets; ends at a record that reaches past the second. */
export function* artRecords(stream: Bytes, from: number, to: number): Generator<ArtRecord> {
  for (let at = from; at + HEADER <= to;) {
    const length = stream.long(at + 4);
    const record = { instance: stream.word(at) >> 4, type: stream.word(at + 2), at: at + HEADER, length };
    if (length < 0 || record.at + length > to) return;
    yield record;
    at = record.at + length;
  }
}

const HEADER = 8;

/**
 * What the properties of a shape state about its picture (MS-ODRAW 2.3.23): its number in the store, from 1, and
 * whether all of it is shown.
 */
export interface ArtPicture {
  readonly blip: number;
  readonly isWhole: boolean;
}

export function artPicture(stream: Bytes, { instance, at, length }: ArtRecord): ArtPicture {
  let [blip, isWhole] = [0, true];
  for (let index = 0; index < instance && (index + 1) * 6 <= length; index++) {
    const name = stream.word(at + index * 6) & 0x3fff;
    const value = stream.long(at + index * 6 + 2);
    if (name === PICTURE) blip = value;
    else if (value !== 0 && partial.has(name)) isWhole = false;
  }
  return { blip, isWhole };
}

const PICTURE = 0x104;
/** Properties that turn a picture (0x4) or cut it on one of its four sides (0x100 to 0x103). */
const partial: ReadonlySet<number> = new Set([0x4, 0x100, 0x101, 0x102, 0x103]);

/**
 * The file within the record of a picture (MS-ODRAW 2.2.23 to 2.2.31); it follows one or two fingerprints and a tag.
 * Empty for metafiles and bitmaps, in which no scan is kept.
 */
export function blipBytes(content: Uint8Array, { instance, type, at, length }: ArtRecord): Uint8Array {
  const second = withSecond.get(type);
  if (second === undefined) return new Uint8Array();
  const begin = at + (second.includes(instance) ? 32 : 16) + 1;
  return content.subarray(Math.min(begin, at + length), at + length);
}

/** For JPEG, PNG, TIFF and JPEG in CMYK: the instances of the record that have a second fingerprint. */
const withSecond: ReadonlyMap<number, readonly number[]> = new Map([
  [0xf01d, [0x46b, 0x6e3]],
  [0xf01e, [0x6e1]],
  [0xf029, [0x6e5]],
  [0xf02a, [0x46b, 0x6e3]],
]);
