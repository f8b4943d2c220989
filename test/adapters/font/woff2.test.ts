import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { fontProgram } from "../../../src/adapters/font/program.ts";
import { unpackedWoff2 } from "../../../src/adapters/font/woff2.ts";
import { tinyTrueType } from "../../support/tiny-font.ts";
import type { TinyGlyph } from "../../support/tiny-font.ts";
import { changedGlyphs, woff2 } from "../../support/woff2.ts";

const bar: TinyGlyph = [[240, 0, 340, 0, 340, 700, 240, 700]];
const frame: TinyGlyph = [
  [0, 0, 900, 0, 900, -20, 0, -20],
  [10, 10, 20, 10, 20, 1300, 9, 1300],
];
const characters = new Map([
  ["1", 1],
  ["0", 2],
]);
const plain = tinyTrueType([bar, frame], characters);

function outlines(font: Uint8Array | undefined): string {
  const program = font && fontProgram(font);
  return ["1", "0"]
    .map((text) => JSON.stringify(program?.outlineOf(program.glyphOf(text.charCodeAt(0))!)))
    .join(" ");
}

describe("a WOFF 2.0 file", () => {
  it("holds the outlines of the font as they are", () => {
    expect(outlines(unpackedWoff2(woff2(plain)))).toBe(outlines(plain));
  });

  it("holds them changed", () => {
    expect(outlines(unpackedWoff2(woff2(plain, changedGlyphs([bar, frame]))))).toBe(outlines(plain));
  });

  it("is none where the streams of its outlines say that they are longer than their table", () => {
    const glyf = changedGlyphs([bar, frame]);
    new DataView(glyf.buffer).setUint32(12, 0x7fffffff);
    expect(unpackedWoff2(woff2(plain, glyf))).toBeUndefined();
  });

  it("is none where it is cut, larger than it may be, or another file", () => {
    const packed = woff2(plain);
    for (const end of [3, 40, 60, packed.length - 9])
      expect(unpackedWoff2(packed.subarray(0, end))).toBeUndefined();
    expect(unpackedWoff2(plain)).toBeUndefined();
    const large = brotliCompressSync(new Uint8Array(9_000_000));
    expect(unpackedWoff2(Uint8Array.from([...packed.subarray(0, 100), ...large]))).toBeUndefined();
  });
});
