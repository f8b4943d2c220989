import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readJp2 } from "../../../src/adapters/image/jp2.ts";
import { readJpeg } from "../../../src/adapters/image/jpeg.ts";
import { readPng } from "../../../src/adapters/image/png.ts";
import { readTiff } from "../../../src/adapters/image/tiff.ts";
import { sheetOf } from "../../../src/adapters/image/sheet.ts";
import { wrappedPicture } from "../../../src/adapters/image/wrap.ts";
import { pdfium } from "../../../src/adapters/pdf/reading/pdfium.ts";
import { convert } from "../../../src/index.ts";

/** A PNG whose rows are all alike; `row` has its bytes. */
function png(
  width: number,
  height: number,
  type: number,
  row: readonly number[],
  { interlaced = 0, depth = 8, palette = [] as readonly number[], alphas = [] as readonly number[] } = {},
): Uint8Array {
  const chunk = (name: string, data: Uint8Array): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    return Buffer.concat([head, Buffer.from(name), data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, type, 0, 0, interlaced], 8);
  const rows = Array.from({ length: height }, (_, y) => (y === 0 ? [0, ...row] : [2, ...row.map(() => 0)]));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    ...(palette.length > 0 ? [chunk("PLTE", Buffer.from(palette)), chunk("tRNS", Buffer.from(alphas))] : []),
    chunk("IDAT", deflateSync(Buffer.from(rows.flat()))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Grey of the pixel in the middle when the wrapped picture is drawn. */
async function middle(picture: ReturnType<typeof readPng>): Promise<number | null> {
  if (typeof picture === "string") return null;
  const scan = await pdfium.drawScan(wrappedPicture([sheetOf(picture)]), 1);
  return scan && scan.grey.pixels[(scan.grey.height >> 1) * scan.grey.width + (scan.grey.width >> 1)]!;
}

const repeated = (samples: readonly number[]): number[] => Array.from({ length: 40 }, () => samples).flat();

describe("pictures reach the page as they look", () => {
  test.each([
    ["grey", 0, [80], 80],
    ["RGB", 2, [90, 90, 90], 90],
    ["grey with half alpha, on white", 4, [0, 128], 127],
    ["RGB that is transparent, on white", 6, [0, 0, 0, 0], 255],
  ])("%s", async (_, type, samples, expected) => {
    const found = await middle(readPng(png(40, 40, type, repeated(samples))));
    expect(Math.abs(found! - expected)).toBeLessThanOrEqual(2);
  });
});

test.each([
  ["16 bits of grey", 0, [80, 255], { depth: 16 }, 80],
  ["16 bits of grey with half alpha", 4, [0, 0, 128, 0], { depth: 16 }, 127],
  ["a palette", 3, [1], { palette: [9, 9, 9, 70, 70, 70] }, 70],
  ["a palette with a hidden colour", 3, [0], { palette: [9, 9, 9, 70, 70, 70], alphas: [0] }, 255],
  ["a palette with a colour that hides", 3, [1], { palette: [9, 9, 9, 70, 70, 70], alphas: [0] }, 70],
])("%s as it looks", async (_, type, samples, options, expected) => {
  const found = await middle(readPng(png(40, 40, type, repeated(samples), options)));
  expect(Math.abs(found! - expected)).toBeLessThanOrEqual(2);
});

test("CMYK of a program that stores 0 for full ink is said to be the other way round", () => {
  const frame = [0xff, 0xc0, 0, 20, 8, 0, 40, 0, 40, 4];
  const adobe = [0xff, 0xee, 0, 14, ...Buffer.from("Adobe"), 0, 100, 0, 0, 0, 0, 2];
  const dictionary = (...segments: readonly (readonly number[])[]): string => {
    const picture = readJpeg(Uint8Array.from([0xff, 0xd8, ...segments.flat()]));
    return typeof picture === "string" ? picture : picture.strips[0]!.dictionary;
  };
  expect(dictionary(adobe, frame)).toContain("/DeviceCMYK /BitsPerComponent 8 /Decode [1 0 1 0 1 0 1 0]");
  expect(dictionary(frame)).not.toContain("/Decode [");
});

describe("what cannot be handed on is named", () => {
  test.each([
    ["an interlaced PNG", readPng(png(4, 4, 0, [0, 0, 0, 0], { interlaced: 1 })), "interlaced"],
    ["a PNG without rows", readPng(png(4, 4, 0, []).subarray(0, 40)), "damaged"],
    ["a JPEG cut off", readJpeg(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])), "damaged"],
    ["a JPEG 2000 without a header", readJp2(new Uint8Array(64)), "damaged"],
    ["a TIFF without a page", readTiff(new Uint8Array([0x49, 0x49, 0x2a, 0, 99, 0, 0, 0]))[0], "damaged"],
  ])("%s", (_, found, expected) => expect(found).toBe(expected));
});

test("a picture without a reader asks for one", async () => {
  const { report, diagnostics } = await convert(
    {
      name: "p.png",
      bytes: png(
        800,
        1100,
        0,
        Array.from({ length: 800 }, () => 255),
      ),
    },
    { ocr: false },
  );
  expect(report).toBeNull();
  expect(diagnostics.map(({ rule, message }) => `${rule}: ${message}`)).toContain(
    "needs-ocr: This page is a picture (a picture stands there; page 1). gongkai-ocr reads scans of 130 pixels an inch and more: install it, or ask for a finer scan or the document itself.",
  );
});
