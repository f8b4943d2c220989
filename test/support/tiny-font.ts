/** Corners of a glyph's contours: x, y, x, y … in an em of 1000. */
export type TinyGlyph = readonly (readonly number[])[];

/** Big-endian numbers of 2 bytes, and of 4 where they are given as strings. */
function bytesOf(...values: (number | string)[]): Uint8Array {
  const long = values.flatMap((value) => {
    const number = Number(value);
    const low = [(number >> 8) & 255, number & 255];
    return typeof value === "string" ? [(number >> 24) & 255, (number >> 16) & 255, ...low] : low;
  });
  return Uint8Array.from(long);
}

/** A TrueType font of these glyphs, from number 1 on; `characters` says which of them each character has. */
export function tinyTrueType(
  glyphs: readonly TinyGlyph[],
  characters: ReadonlyMap<string, number>,
): Uint8Array {
  const data = [new Uint8Array(0), ...glyphs.map(glyphData)];
  const offsets: string[] = ["0"];
  for (const one of data) offsets.push(String(Number(offsets.at(-1)) + one.length));
  const codes = [...characters].map(([text, glyph]) => [text.codePointAt(0)!, glyph] as const);
  codes.sort(([a], [b]) => a - b);
  const groups = codes.flatMap(([code, glyph]) => [String(code), String(code), String(glyph)]);
  const cmap = bytesOf(0, 1, 3, 10, "12", 12, 0, String(16 + 12 * codes.length), "0", String(codes.length));
  const head = new Uint8Array(54);
  head.set(bytesOf(1000), 18);
  head.set(bytesOf(1), 50);
  return sfnt([
    ["cmap", joined([cmap, bytesOf(...groups)])],
    ["glyf", joined(data)],
    ["head", head],
    ["loca", bytesOf(...offsets)],
  ]);
}

function glyphData(contours: TinyGlyph): Uint8Array {
  const points = contours.flatMap((corners) =>
    Array.from({ length: corners.length / 2 }, (_, index) => [corners[2 * index]!, corners[2 * index + 1]!]),
  );
  let end = -1;
  const ends = contours.map((corners) => (end += corners.length / 2));
  const steps = (axis: 0 | 1) =>
    points.map((point, index) => point[axis]! - (index === 0 ? 0 : points[index - 1]![axis]!));
  const flags = new Uint8Array(points.length).fill(1);
  const whole = joined([
    bytesOf(contours.length, 0, 0, 0, 0, ...ends, 0),
    flags,
    bytesOf(...steps(0).map(Math.round)),
    bytesOf(...steps(1).map(Math.round)),
  ]);
  return whole.length % 2 === 0 ? whole : joined([whole, new Uint8Array(1)]);
}

function sfnt(tables: readonly (readonly [tag: string, data: Uint8Array])[]): Uint8Array {
  let at = 12 + 16 * tables.length;
  const directory = tables.map(([tag, data]) => {
    const entry = joined([
      Uint8Array.from(tag, (letter) => letter.charCodeAt(0)),
      bytesOf("0", String(at), String(data.length)),
    ]);
    at += data.length;
    return entry;
  });
  const start = bytesOf(String(0x10000), tables.length, 0, 0, 0);
  return joined([start, ...directory, ...tables.map(([, data]) => data)]);
}

/** A bare CFF font of these charstrings, from glyph 0 on. */
export function tinyCff(charstrings: readonly (readonly number[])[]): Uint8Array {
  const index = (items: readonly Uint8Array[]): Uint8Array => {
    if (items.length === 0) return bytesOf(0);
    let offset = 1;
    const offsets = [1, ...items.map(({ length }) => (offset += length))];
    return joined([bytesOf(items.length), Uint8Array.from([2]), bytesOf(...offsets), ...items]);
  };
  const header = Uint8Array.from([1, 0, 4, 2]);
  const names = index([Uint8Array.from([65])]);
  const none = index([]);
  const topLength = 6;
  const start = header.length + names.length + (3 + 4 + topLength) + 2 * none.length;
  const top = joined([Uint8Array.from([29]), bytesOf(String(start)), Uint8Array.from([17])]);
  const glyphs = index(charstrings.map((codes) => Uint8Array.from(codes)));
  return joined([header, names, index([top]), none, none, glyphs]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
