import type { Bytes } from "../file/bytes.ts";

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
  moreOptions: 0xf122,
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

/** The properties of a shape by their numbers (MS-ODRAW 2.2.9). */
export function artOptions(stream: Bytes, { instance, at, length }: ArtRecord): ReadonlyMap<number, number> {
  const count = Math.min(instance, Math.floor(length / 6));
  const entries = Array.from({ length: count }, (_, index): [number, number] => [
    stream.word(at + index * 6) & 0x3fff,
    stream.long(at + index * 6 + 2),
  ]);
  return new Map(entries);
}

/**
 * What the properties of a shape state about its picture (MS-ODRAW 2.3.23): its number in the store, from 1, and
 * whether all of it is shown.
 */
export interface ArtPicture {
  readonly blip: number;
  readonly isWhole: boolean;
}

export function artPicture(options: ReadonlyMap<number, number>): ArtPicture {
  const isWhole = partial.every((name) => (options.get(name) ?? 0) === 0);
  return { blip: options.get(artOption.picture) ?? 0, isWhole };
}

export const artOption = {
  rotation: 0x4,
  letters: 0xc0,
  picture: 0x104,
  fill: 0x1bf,
  line: 0x1ff,
  vertical: 0x391,
  verticalFrom: 0x392,
  group: 0x3bf,
} as const;

/** Properties that turn a picture or cut it on one of its four sides. */
const partial: readonly number[] = [artOption.rotation, 0x100, 0x101, 0x102, 0x103];

/** A yes or no among the bits of a property; the upper half says which of them are stated. */
export function artFlag(
  options: ReadonlyMap<number, number>,
  name: number,
  bit: number,
): boolean | undefined {
  const bits = options.get(name) ?? 0;
  return bits & (bit << 16) ? (bits & bit) !== 0 : undefined;
}

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
