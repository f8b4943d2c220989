import { expect, test } from "vitest";
import type { Page } from "../../../src/adapters/page/sheet/page.ts";
import type { Scan } from "../../../src/adapters/scan/index.ts";
import { placeAfter, turnedBy, type Quarters } from "../../../src/adapters/scan/raster/quarters.ts";
import { readScannedPages } from "../../../src/adapters/scan/scan-pages.ts";
import type { LineReader } from "../../../src/model/index.ts";
import { sheet } from "./draw.ts";

/** Reads words in a line whose left half is the darker one, as it is drawn, and nothing in one on its head. */
const reader: LineReader = {
  recognize: async (lines) =>
    lines.map(({ width, height, pixels }) => {
      let lead = 0;
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) lead += (255 - pixels[y * width + x]!) * (x < width / 2 ? 1 : -1);
      const words = lead > 0 ? [..."行政许可公开"] : [];
      return words.map((text, at) => ({ text, probability: 0.99, at: (at + 0.5) / words.length }));
    }),
};

function words(): Scan {
  const { scan, box } = sheet();
  for (let y = 100; y < 500; y += 80)
    for (let at = 0; at < 8; at++) box(200 + 24 * at, y, 14, 26, at < 4 ? 0 : 90);
  return scan;
}

/** Where the first character lies on the page as scanned, and what is said of how it was turned. */
async function readAs(quarters: Quarters) {
  const scan = turnedBy(quarters, words());
  const [width, height] = [scan.grey.width, scan.grey.height].map((size) => (size * 72) / scan.dpi);
  const page: Page = {
    number: 1,
    objectNumber: 1,
    width: width!,
    height: height!,
    truncated: false,
    glyphs: [],
    rules: [],
    images: [[0, 0, width!, height!]],
    hidden: [],
  };
  const { pages, back, turned } = await readScannedPages(
    [page],
    async () => scan,
    async () => reader,
  );
  const [first] = pages[0]!.glyphs;
  return { box: back.get(1)!(first!.box).map(Math.round), turned: turned.get(1) };
}

test.each<[Quarters, number | undefined]>([
  [0, undefined],
  [1, 270],
  [2, 180],
  [3, 90],
])(
  "a page turned by %i quarters is read upright, its places are those of the page as it lies",
  async (quarters, turned) => {
    const upright = await readAs(0);
    const [left, top, right, bottom] = upright.box as [number, number, number, number];
    const [width, height] = [360, 252];
    const corners = [
      placeAfter(quarters, left, top, width, height),
      placeAfter(quarters, right, bottom, width, height),
    ];
    const [xs, ys] = [0, 1].map((at) => corners.map((corner) => corner[at]!).sort((a, b) => a - b)) as [
      number[],
      number[],
    ];
    expect(await readAs(quarters)).toEqual({ box: [xs[0], ys[0], xs[1], ys[1]], turned });
  },
);
