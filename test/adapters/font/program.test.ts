import { describe, expect, it } from "vitest";
import { fontProgram } from "../../../src/adapters/font/program.ts";
import { tinyCff, tinyTrueType } from "../../support/tiny-font.ts";

const square = [[0, 0, 500, 0, 500, 700, 0, 700]];
const rounded = (outline: readonly (readonly number[])[] | undefined) =>
  outline?.map((points) => points.map(Math.round).join(" "));

describe("a font program", () => {
  it("TrueType: characters, contours, a glyph without ink", () => {
    const font = fontProgram(tinyTrueType([square, []], new Map([["5", 1]])))!;
    expect(font.unitsPerEm).toBe(1000);
    expect([font.glyphOf(0x35), font.glyphOf(0x36)]).toEqual([1, undefined]);
    expect(rounded(font.outlineOf(1))).toEqual(["0 0 500 0 500 700 0 700 0 0"]);
    expect(font.outlineOf(0)).toEqual([]);
    expect(font.outlineOf(99)).toBeUndefined();
  });

  it("CFF: lines, curves, a width before the first move, hints and their mask", () => {
    const number = (value: number): number[] => [28, (value >> 8) & 255, value & 255];
    const numbers = (...values: number[]): number[] => values.flatMap(number);
    const font = fontProgram(
      tinyCff([
        [14],
        [...numbers(600, 0, 100), 1, ...numbers(0, 50), 19, 0, ...numbers(10, 20), 21].concat([
          ...numbers(100, 200),
          6,
          ...numbers(-100),
          6,
          14,
        ]),
        [...numbers(0), 22, ...numbers(0, 100, 100, 100), 31, 14],
      ]),
    )!;
    expect(font.outlineOf(0)).toEqual([]);
    expect(rounded(font.outlineOf(1))).toEqual(["10 20 110 20 110 220 10 220"]);
    expect(rounded(font.outlineOf(2))![0]!.split(" ").slice(-2).join(" ")).toBe("100 200");
    expect(font.glyphOf(0x35)).toBeUndefined();
  });

  it("what is none, or damaged, gives none and does not throw", () => {
    const whole = tinyTrueType([square], new Map([["5", 1]]));
    expect(fontProgram(new Uint8Array(0))).toBeUndefined();
    expect(fontProgram(Uint8Array.from("wOF2 and so on", (letter) => letter.charCodeAt(0)))).toBeUndefined();
    for (let length = 1; length < whole.length; length += 7) {
      const font = fontProgram(whole.slice(0, length));
      for (const glyph of [0, 1, 65_535]) font?.outlineOf(glyph);
      font?.glyphOf(0x35);
    }
  });
});
