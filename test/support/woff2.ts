import { brotliCompressSync } from "node:zlib";
import type { TinyGlyph } from "./tiny-font.ts";

/** The numbers that stand for the names of tables (W3C WOFF 2.0, 4.1). */
const numbers: Readonly<Record<string, number>> = { cmap: 0, head: 1, glyf: 10, loca: 11 };

const big16 = (value: number): number[] => [(value >> 8) & 255, value & 255];
const big32 = (value: number): number[] => [...big16(value >>> 16), ...big16(value)];
const base128 = (value: number): number[] => [
  128 | (value >> 21),
  128 | ((value >> 14) & 127),
  128 | ((value >> 7) & 127),
  value & 127,
];
/** Without leading zeros, which the format forbids. */
const length = (value: number): number[] =>
  base128(value).slice(base128(value).findIndex((byte) => byte !== 128));

/** A font of this program's own kind as WOFF 2.0; `glyf` is the changed table in place of the outlines. */
export function woff2(font: Uint8Array, glyf?: Uint8Array): Uint8Array {
  const view = new DataView(font.buffer, font.byteOffset);
  const directory: number[] = [];
  const parts: Uint8Array[] = [];
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = 12 + 16 * index;
    const tag = String.fromCharCode(...font.subarray(entry, entry + 4));
    const [from, size] = [view.getUint32(entry + 8), view.getUint32(entry + 12)];
    const isOutline = tag === "glyf" || tag === "loca";
    const isChanged = isOutline && glyf !== undefined;
    const stored = !isChanged ? font.subarray(from, from + size) : tag === "glyf" ? glyf : new Uint8Array();
    directory.push(numbers[tag]! | (isOutline && !isChanged ? 3 << 6 : 0), ...length(size));
    if (isChanged) directory.push(...(stored.length === 0 ? [0] : length(stored.length)));
    parts.push(stored);
  }
  const packed = brotliCompressSync(Uint8Array.from(parts.flatMap((part) => [...part])));
  const head = [...big32(0x774f4632), ...big32(0x10000), ...big32(0), ...big16(parts.length), ...big16(0)];
  head.push(...big32(font.length), ...big32(packed.length), ...new Array<number>(24).fill(0));
  return Uint8Array.from([...head, ...directory, ...packed]);
}

/** The changed "glyf" table of an empty glyph and these (5.1), each step in the shortest way that the format has. */
export function changedGlyphs(glyphs: readonly TinyGlyph[]): Uint8Array {
  const [contours, sizes, flags, points] = [[...big16(0)], [] as number[], [] as number[], [] as number[]];
  for (const glyph of glyphs) {
    contours.push(...big16(glyph.length));
    sizes.push(...glyph.map((corners) => corners.length / 2));
    let [x, y] = [0, 0];
    for (const corners of glyph)
      for (let at = 0; at < corners.length; at += 2) {
        const [flag, ...bytes] = step(corners[at]! - x, corners[at + 1]! - y);
        flags.push(flag!);
        points.push(...bytes);
        [x, y] = [corners[at]!, corners[at + 1]!];
      }
    points.push(0); // no hints
  }
  const streams = [contours, sizes, flags, points, [], [], []];
  const head = [...big16(0), ...big16(0), ...big16(glyphs.length + 1), ...big16(1)];
  return Uint8Array.from([...head, ...streams.flatMap((one) => big32(one.length)), ...streams.flat()]);
}

/** A step as its flag and bytes (5.2, table of triplets). */
function step(x: number, y: number): number[] {
  const [across, up] = [Math.abs(x), Math.abs(y)];
  const signs = (x >= 0 ? 1 : 0) + (y >= 0 ? 2 : 0);
  if (x === 0 && up < 1280) return [((up >> 8) << 1) + (y >= 0 ? 1 : 0), up & 255];
  if (y === 0 && across < 1280) return [10 + ((across >> 8) << 1) + (x >= 0 ? 1 : 0), across & 255];
  const [a, b] = [across - 1, up - 1];
  if (across > 0 && up > 0 && a < 64 && b < 64)
    return [20 + (a & 48) + ((b & 48) >> 2) + signs, ((a & 15) << 4) + (b & 15)];
  if (across > 0 && up > 0 && a < 768 && b < 768)
    return [84 + 12 * (a >> 8) + 4 * (b >> 8) + signs, a & 255, b & 255];
  if (across < 4096 && up < 4096)
    return [120 + signs, across >> 4, ((across & 15) << 4) + (up >> 8), up & 255];
  return [124 + signs, ...big16(across), ...big16(up)];
}
