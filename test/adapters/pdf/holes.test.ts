import { describe, expect, it } from "vitest";
import { hasHolesOfAnother, holesIn } from "../../../src/adapters/pdf/seen/holes.ts";

/** A glyph drawn with `#`, a pixel a letter; `+` is a thin stroke, which fades. */
function holes(...rows: readonly string[]) {
  const pixels = (level: (letter: string) => number): Uint8Array =>
    Uint8Array.from(
      [...rows.join("")].flatMap((letter) => [level(letter), level(letter), level(letter), 255]),
    );
  const place = { left: 0, top: 0, width: rows[0]!.length, height: rows.length };
  return holesIn(
    { ...place, pixels: pixels((letter) => ({ "#": 0, "+": 120 })[letter] ?? 255) },
    { ...place, pixels: pixels(() => 255) },
  );
}

const ZERO = holes("#####", "#   #", "#   #", "#   #", "#   #", "#   #", "#####");
const SLASHED = holes("#######", "#    ##", "#   # #", "#  #  #", "# #   #", "##    #", "#######");
const SIX = holes("#####", "#    ", "#    ", "#####", "#   #", "#   #", "#####");
const NINE = holes("#####", "#   #", "#   #", "#####", "    #", "    #", "#####");
const EIGHT = holes("#####", "#   #", "#   #", "#####", "#   #", "#   #", "#####");
const THIN_EIGHT = holes("#####", "+   #", "+   #", "#####", "#   #", "#   #", "#####");
const THREE = holes("#####", "    #", "    #", "#####", "    #", "    #", "#####");
const FOUR = holes("#   #", "#   #", "#   #", "#####", "    #", "    #", "    #");

/** Which digits such a glyph may be, in a font that closes its strokes or in one that does not. */
function maybe(glyph: ReturnType<typeof holes>, closes = true): string {
  return [...Array(10).keys()].filter((digit) => !hasHolesOfAnother(digit, glyph, closes)).join("");
}

describe("what a digit encloses", () => {
  it.each([
    ["0", ZERO, "04"],
    ["0 with a stroke", SLASHED, "08"],
    ["6", SIX, "46"],
    ["9", NINE, "49"],
    ["8", EIGHT, "8"],
    ["8 of thin strokes", THIN_EIGHT, "468"],
    ["3", THREE, "123457"],
    ["4", FOUR, "123457"],
  ])("tells what it may be: %s", (_, glyph, digits) => {
    expect(maybe(glyph)).toBe(digits);
  });

  it("says nothing of open strokes where a font closes none", () => {
    expect(maybe(THREE, false)).toBe("0123456789");
  });
});
