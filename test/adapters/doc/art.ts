export const word = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];
export const long = (value: number): number[] => [...word(value), ...word(value >>> 16)];
export const zeros = (count: number): number[] => Array<number>(count).fill(0);

/** A record of a drawing (MS-ODRAW 2.2.1). */
export const record = (type: number, content: readonly number[], instance = 0): number[] => [
  ...word(instance << 4),
  ...word(type),
  ...long(content.length),
  ...content,
];
export const options = (...pairs: readonly (readonly [name: number, value: number])[]): number[] =>
  record(
    0xf00b,
    pairs.flatMap(([name, value]) => [...word(name), ...long(value)]),
    pairs.length,
  );

/** Where a shape is anchored, from its top to its bottom in twips (Spa, MS-DOC 2.9.253). */
export const anchor = (shape: number, top: number, bottom: number, flags: number): number[] => [
  ...long(shape),
  ...[0, top, 900, bottom].flatMap(long),
  ...word(flags),
  ...long(0),
];
/** Flags of an anchor: measured from the paragraph, and the text runs through. */
export const overText = (2 << 3) | (3 << 5);
