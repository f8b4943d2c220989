import { zlibSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readTiff } from "../../../src/adapters/image/tiff.ts";
import { sheetOf } from "../../../src/adapters/image/sheet.ts";
import { wrappedPicture } from "../../../src/adapters/image/wrap.ts";
import { pdfium } from "../../../src/adapters/pdf/reading/pdfium.ts";
import { convert, read } from "../../../src/index.ts";
import { DPI } from "../scan/draw.ts";
import { fivesReader as ocr, scanOfFives } from "../scan/page-of-fives.ts";
import { tiff, type TiffPage } from "./tiff.ts";

const page = (
  strips: readonly (readonly number[] | Uint8Array)[],
  fields: Readonly<Record<number, number | readonly number[]>>,
): TiffPage => ({
  strips: strips.map((strip) => Uint8Array.from(strip)),
  fields: Object.fromEntries(
    Object.entries({ 256: 40, 257: 40, 258: 8, 262: 1, ...fields }).map(([tag, value]) => [
      tag,
      [value].flat(),
    ]),
  ),
});
const bytes = (count: number, value: number): number[] => Array.from({ length: count }, () => value);
/** Twenty rows of a fax that are all as the line above them, then EOFB (T.6, 2.2 and 2.4). */
const FAX_ROWS = [0xff, 0xff, 0xf0, 0x01, 0x00, 0x10];
const reversed = FAX_ROWS.map((byte) =>
  parseInt(byte.toString(2).padStart(8, "0").split("").reverse().join(""), 2),
);

/** Greys of the pixels at the middle of the upper and of the lower half. */
async function halves(file: Uint8Array): Promise<readonly number[] | string> {
  const [picture] = readTiff(file);
  if (typeof picture === "string") return picture;
  const scan = await pdfium.drawScan(wrappedPicture([sheetOf(picture!)]), 1);
  const { width, height, pixels } = scan!.grey;
  return [1, 3].map((quarter) => pixels[((height * quarter) >> 2) * width + (width >> 1)]!);
}

const halved = { 278: 20 };
const fax = { ...halved, 258: 1, 259: 4 };
/** Each byte of a row but its first is the difference from the one before. */
const differences = zlibSync(Uint8Array.from(Array.from({ length: 40 }, () => [80, ...bytes(39, 0)]).flat()));

describe("a TIFF is drawn as it looks, strip below strip", () => {
  test.each<readonly [string, TiffPage, readonly [number, number]]>([
    ["plain samples", page([bytes(800, 90), bytes(800, 10)], halved), [90, 10]],
    ["white is 0", page([bytes(800, 90), bytes(800, 10)], { ...halved, 262: 0 }), [165, 245]],
    ["colours", page([bytes(4800, 60)], { 277: 3, 258: [8, 8, 8], 262: 2 }), [60, 60]],
    ["a palette", page([bytes(800, 0xff)], { 258: 4, 262: 3, 320: bytes(48, 0x7f00) }), [127, 127]],
    ["packed bytes", page([bytes(13, 0x83).flatMap((run) => [run, 70])], { 259: 32773 }), [70, 70]],
    ["deflated differences", page([differences], { 259: 8, 317: 2 }), [80, 80]],
    ["a fax in strips", page([FAX_ROWS, FAX_ROWS], { ...fax, 262: 0 }), [255, 255]],
    ["a fax whose black is 0", page([FAX_ROWS, FAX_ROWS], fax), [0, 0]],
    ["a fax with its lowest bit first", page([reversed, reversed], { ...fax, 266: 2 }), [0, 0]],
  ])("%s", async (_, one, expected) => expect(await halves(tiff([one]))).toEqual(expected));

  test.each<readonly [string, TiffPage]>([
    ["samples of 16 bits", page([bytes(3200, 9)], { 258: 16 })],
    ["alpha", page([bytes(6400, 9)], { 277: 4, 258: bytes(4, 8), 262: 2 })],
    ["planes", page([bytes(4800, 9)], { 277: 3, 258: bytes(3, 8), 262: 2, 284: 2 })],
    ["an older JPEG", page([bytes(800, 9)], { 259: 6 })],
  ])("%s: told", (_, one) => expect(readTiff(tiff([one]))).toEqual(["compression"]));

  test("strips that lie over each other, or are too few, are damage", () => {
    const file = tiff([page([bytes(800, 9), bytes(800, 9)], halved)]);
    expect(readTiff(tiff([page([bytes(800, 9)], halved)]))).toEqual(["damaged"]);
    expect(readTiff(file.subarray(0, 1000))).toEqual(["damaged"]);
    new DataView(file.buffer, file.byteOffset).setUint32(1608, 0x7fffffff, true);
    expect(readTiff(file)).toEqual(["damaged"]);
  });

  test("a ring of pages ends, and small copies are none", () => {
    const small = page([bytes(1600, 9)], { 254: 1 });
    const file = tiff([small, page([bytes(1600, 9)], {})]);
    const ring = Buffer.from(file);
    ring.writeUInt32LE(ring.readUInt32LE(4), ring.length - 4);
    expect(readTiff(file)).toHaveLength(1);
    expect(readTiff(ring)).toHaveLength(1);
  });
});

/** The page of `page-of-fives.ts` as three strips of plain samples. */
function fives(): TiffPage {
  const { width, height, pixels } = scanOfFives().grey;
  // The middle strip begins within the digits of the first row.
  const strips = [0, 1, 2, 3, 4, 5].map((at) =>
    pixels.subarray(at * 130 * width, Math.min(height, (at + 1) * 130) * width),
  );
  return page(strips, { 256: width, 257: height, 278: 130, 282: [DPI, 1] });
}

test("every page of a TIFF is read, in strips as in one piece", async () => {
  const { tokens, diagnostics } = await read({ name: "a.tif", bytes: tiff([fives(), fives()]) }, { ocr });
  const cells = tokens.flatMap((one) => (one.kind === "cell" ? [`${one.at.page}:${one.text}`] : []));
  expect(cells.join(" ")).toBe("1:5 1:5 1:5 1:5 2:5 2:5 2:5 2:5");
  expect(diagnostics.map(({ rule, at }) => `${rule} ${at?.page}`)).toEqual([
    "page-recognized 1",
    "page-recognized 2",
  ]);
});

test("a page that cannot be opened is told, and the others are read", async () => {
  const odd = page([bytes(800, 9)], { 259: 6 });
  const { tokens, diagnostics } = await read({ name: "a.tif", bytes: tiff([odd, fives()]) }, { ocr });
  expect(tokens.filter(({ kind }) => kind === "cell")).toHaveLength(4);
  expect(diagnostics.map(({ rule, at }) => `${rule} ${at?.page}`)).toEqual([
    "damaged 1",
    "page-recognized 2",
  ]);
});

test("a TIFF of several pages among other files is told, since a page is a file there", async () => {
  const files = [[fives()], [fives(), fives()]].map((pages, at) => ({
    name: `${at}.tif`,
    bytes: tiff(pages),
  }));
  const { diagnostics } = await convert(files, { ocr, language: "zh" });
  expect(diagnostics.find(({ rule }) => rule === "damaged")?.message).toContain("多页 TIFF，请单独转换");
});
