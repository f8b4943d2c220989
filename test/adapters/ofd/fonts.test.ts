import { describe, expect, it } from "vitest";
import { segmentDigits } from "../../../src/adapters/font/shapes/segment-digits.ts";
import { words, xmlns } from "../../support/ofd-package.ts";
import { tinyTrueType } from "../../support/tiny-font.ts";
import type { TinyGlyph } from "../../support/tiny-font.ts";
import { cellWith } from "./cells.ts";

const digits: readonly TinyGlyph[] = segmentDigits.map((outline) =>
  outline.map((points) => points.map((value) => 700 * value)),
);
/** Glyph 1 draws 0, glyph 2 draws 1 …; 11 a hyphen, 12 nothing. */
const glyphs = [...digits, [[0, 300, 300, 300, 300, 380, 0, 380]], []];

/** A package whose font 3 gives these characters these glyphs. */
function fontOf(...characters: readonly (readonly [string, number])[]) {
  const honest = [..."0123456789"].map((digit, index) => [digit, index + 1] as const);
  const program = tinyTrueType(glyphs, new Map([...honest, ["-", 11], ...characters]));
  return {
    common: "<ofd:PublicRes>P.xml</ofd:PublicRes>",
    files: {
      "Doc_0/P.xml": `<ofd:Res ${xmlns} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="SimSun"><ofd:FontFile>f.ttf</ofd:FontFile></ofd:Font></ofd:Fonts></ofd:Res>`,
      "Doc_0/Res/f.ttf": program,
    },
  };
}

const set = (text: string, inner = ""): string => words(text, 52, 17, 'Font="3"', inner);
const shapes = (numbers: string, count: number): string =>
  `<ofd:CGTransform CodePosition="0" CodeCount="${count}" GlyphCount="${count}"><ofd:Glyphs>${numbers}</ofd:Glyphs></ofd:CGTransform>`;

describe("a font in the package draws another thing than its characters say", () => {
  it.each<[what: string, objects: string, font: ReturnType<typeof fontOf>, cell: string]>([
    ["honest", set("128"), fontOf(), "128"],
    ["a three for an eight", set("128"), fontOf(["8", 4]), "128 (text-not-glyph)"],
    ["only its other digits lie", set("128"), fontOf(["6", 4]), "128"],
    ["nothing for a two", set("128"), fontOf(["2", 12]), "128 (text-not-glyph)"],
    ["a one for a hyphen", set("-28"), fontOf(["-", 2]), "-28 (text-not-glyph)"],
    ["a hyphen", set("-28"), fontOf(), "-28"],
    ["a seven for a space", set("1 2"), fontOf([" ", 8]), "1\ufffd2 (unknown-glyph)"],
    ["a space without ink", set("128 "), fontOf([" ", 12]), "128"],
    ["by number, honest", set("128", shapes("2 3 9", 3)), fontOf(["8", 4]), "128"],
    ["by number, a six for an eight", set("128", shapes("2 3 7", 3)), fontOf(), "128 (text-not-glyph)"],
    ["by a number that it has not", set("128", shapes("2 3 900", 3)), fontOf(), "128 (text-not-glyph)"],
    ["by numbers that are none", set("128", shapes("2 3 0x9", 3)), fontOf(), "128 (text-not-glyph)"],
    ["by fewer numbers than stated", set("128", shapes("2 3", 3)), fontOf(), "128 (text-not-glyph)"],
    ["by two transforms", set("128", shapes("2 3 9", 3) + shapes("2", 1)), fontOf(), "128 (text-not-glyph)"],
    ["a character that it lacks", set("１28"), fontOf(), "１28"],
    ["a full-width digit", set("１28"), fontOf(["１", 5]), "１28 (text-not-glyph)"],
  ])("%s", async (_, objects, font, cell) => {
    expect(await cellWith(objects, font)).toBe(cell);
  });
});
