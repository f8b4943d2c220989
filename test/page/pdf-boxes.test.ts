import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openDrawing } from "../../src/adapters/pdf/reading/draw.ts";
import { convert } from "../../src/index.ts";
import type { Box } from "../../src/model/index.ts";
import { fitted, type InkPicture } from "../../src/page/original/ink.ts";

const corpus = new URL("../../corpus/", import.meta.url);
const documents = readdirSync(corpus, { recursive: true, encoding: "utf8" })
  .filter((name) => /\/report\.[^/]+\.pdf$/.test(name))
  .sort();

/** Pixels of a screen at zoom 1. */
const PIXELS_A_POINT = 96 / 72;
const ALLOWED = 3;

/** Whether a rectangle of the page has ink anywhere; sides in pixels, the last ones not within. */
function hasInk({ width, height, pixels }: InkPicture, [left, top, right, bottom]: Box): boolean {
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y += 1)
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x += 1) {
      const [red, green, blue] = pixels.subarray(4 * (y * width + x));
      if (red! + green! + blue! < 480) return true;
    }
  return false;
}

/** Strips of the page along the four sides of a box: so wide inward, so wide outward. */
function strips([left, top, right, bottom]: Box, inward: number, outward: number): readonly Box[] {
  return [
    [left - outward, top, left + inward, bottom],
    [right - inward, top, right + outward, bottom],
    [left, top - outward, right, top + inward],
    [left, bottom - inward, right, bottom + outward],
  ];
}

describe("boxes over a drawn PDF", () => {
  it("there are ruled and unruled ones", () => expect(documents).toHaveLength(20));

  it.each(documents)("%s: each lies within 3 pixels of its ink, or of its cell's rulings", async (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, corpus)));
    const { evidence } = await convert({ name, bytes });
    const drawing = (await openDrawing(bytes))!;
    const pages = drawing.pages.map((_, index) => drawing.draw(index + 1, PIXELS_A_POINT)!);
    drawing.close();
    const wrong = Object.entries(evidence).flatMap(([pointer, { at, raw }]) => {
      if (!at?.box || (raw ?? "").trim() === "") return [];
      const picture = pages[at.page! - 1]!;
      const scale = picture.width / drawing.pages[at.page! - 1]!.width;
      const box = fitted(at.box, picture, scale).map((side) => side * scale) as unknown as Box;
      const isClose = strips(box, ALLOWED, ALLOWED).every((strip) => hasInk(picture, strip));
      return isClose && hasInk(picture, box) ? [] : [`${pointer} ${raw} ${box.map(Math.round).join(" ")}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe("a box", () => {
  /** A picture of `#` and `.`, a pixel a point. */
  const drawn = (rows: readonly string[]): InkPicture => ({
    width: rows[0]!.length,
    height: rows.length,
    pixels: new Uint8ClampedArray(
      rows.flatMap((row) => [...row].flatMap((sign) => Array<number>(4).fill(sign === "#" ? 0 : 255))),
    ),
  });

  it("as wide as its column is drawn together to the number", () => {
    const column = drawn(["............", ".....##.....", ".....##.....", "............"]);
    expect(fitted([0, 0, 12, 4], column, 1)).toEqual([5, 1, 7, 3]);
  });

  it("leaves the rulings above and below out", () => {
    const column = drawn(["############", "............", ".....##.....", "............", "############"]);
    expect(fitted([0, 0, 12, 5], column, 1)).toEqual([5, 2, 7, 3]);
  });

  it.each([
    ["between rulings", ["############", "#....##....#", "############"]],
    ["without ink", ["............", "............", "............"]],
  ])("%s stays", (_, rows) => {
    expect(fitted([0, 0, 12, 3], drawn(rows), 1)).toEqual([0, 0, 12, 3]);
  });
});
