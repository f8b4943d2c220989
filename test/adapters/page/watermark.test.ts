import { describe, expect, it } from "vitest";
import type { Glyph } from "../../../src/adapters/page/sheet/page.ts";
import { withoutWatermark } from "../../../src/adapters/page/sheet/watermark.ts";

const SIZE = 10;

type Text = readonly [x: number, y: number, text: string];

const glyphsOf = ([x, y, text]: Text, faint: boolean): Glyph[] =>
  [...text].map((character, index) => {
    const start = x + SIZE * index;
    const box = [start + 1, y - 8, start + SIZE - 1, y + 1];
    return { text: character, start, end: start + SIZE, baseline: y, size: SIZE, angle: 0, faint, box };
  }) as unknown as Glyph[];

/** What is left of a page with texts and pale phrases. */
const left = (texts: readonly Text[], pale: readonly Text[]) =>
  withoutWatermark([
    ...texts.flatMap((text) => glyphsOf(text, false)),
    ...pale.flatMap((text) => glyphsOf(text, true)),
  ])
    .map(({ text }) => text)
    .join("");

const TEXTS: readonly Text[] = [
  [50, 100, "一、予以公开"],
  [200, 100, "314"],
  [50, 120, "二、部分公开"],
  [200, 120, "15"],
];
const KEPT = TEXTS.map(([, , text]) => text).join("");
const tiles = (text: string, times: number): Text[] =>
  Array.from({ length: times }, (_, index) => [
    70 + 130 * (index % 2),
    104 + 90 * Math.floor(index / 2),
    text,
  ]);

describe("a level watermark as small as the text", () => {
  it("is left out where it is repeated over the text, with digits or not", () => {
    expect(left(TEXTS, tiles("青石市政府", 6))).toBe(KEPT);
    expect(left(TEXTS, tiles("清溪县0512", 4))).toBe(KEPT);
  });

  it("is kept where it might be text: seldom, clear of the text, a number", () => {
    const seldom = tiles("青石市政府", 3);
    expect(left(TEXTS, seldom)).toBe(KEPT + "青石市政府".repeat(3));
    const clear = tiles("青石市政府", 6).map(([x, y, text]): Text => [x, y + 300, text]);
    expect(left(TEXTS, clear)).toBe(KEPT + "青石市政府".repeat(6));
    expect(left(TEXTS, tiles("12万元", 6))).toBe(KEPT + "12万元".repeat(6));
  });
});
