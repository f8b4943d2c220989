import { describe, expect, test } from "vitest";
import { readAnchors } from "../../../src/adapters/doc/drawings/anchors.ts";
import { bytesOf } from "../../../src/adapters/doc/file/bytes.ts";
import { docPictures } from "../../../src/adapters/doc/drawings/pictures.ts";
import { long, options, record, word, zeros } from "./art.ts";

const file = [1, 2, 3, 4];
const png = record(0xf01e, [...zeros(17), ...file], 0x6e0);
const entry = (blip: readonly number[], name: readonly number[] = []): number[] =>
  record(0xf007, [...zeros(33), name.length, 0, 0, ...name, ...blip]);

/** PICFAndOfficeArtData (MS-DOC 2.9.192), 2 inches wide at half its size. */
function picture(content: readonly number[], mode = 0x64, name: readonly number[] = []): Uint8Array {
  const named = mode === 0x66 ? [name.length, ...name] : [];
  const length = 68 + named.length + content.length;
  const head = [
    ...long(length),
    ...word(68),
    ...word(mode),
    ...zeros(20),
    ...word(2880),
    ...word(0),
    ...word(500),
  ];
  return Uint8Array.from([...head, ...zeros(68 - head.length), ...named, ...content]);
}

const none = bytesOf(new Uint8Array());
function inline(data: Uint8Array, at = 0): string {
  const [one] = docPictures({ data, main: new Uint8Array(), drawings: none, anchors: [] }, [{ inline: at }]);
  return `${one!.bytes === null ? "elsewhere" : [...one!.bytes].join(",")} ${one!.width}`;
}

describe("a picture in a line", () => {
  test.each([
    ["in an entry", picture([...record(0xf004, options([0x104, 1])), ...entry(png)]), "1,2,3,4 72"],
    ["in a named entry", picture(entry(png, [65, 0])), "1,2,3,4 72"],
    ["by itself", picture(png), "1,2,3,4 72"],
    ["with two fingerprints", picture(record(0xf01d, [...zeros(33), ...file], 0x46b)), "1,2,3,4 72"],
    ["kept beside its file", picture(png, 0x66, [65, 66]), "1,2,3,4 72"],
    ["as a file elsewhere", picture(record(0xf004, options()), 0x66, [65, 66]), "elsewhere 72"],
    ["cut", picture([...record(0xf004, options([0x102, 900])), ...entry(png)]), " 72"],
    ["turned", picture([...record(0xf004, options([0x4, 90 << 16])), ...entry(png)]), " 72"],
    ["as a metafile", picture(record(0xf01a, [...zeros(50), ...file], 0x3d4)), " 72"],
    ["that is not there", picture([]), " null"],
    ["cut short", picture(png).subarray(0, 80), " null"],
  ])("%s", (_, data, expected) => {
    expect(inline(data)).toBe(expected);
  });

  test("outside the stream", () => {
    expect(inline(picture(png), 500)).toBe(" null");
  });
});

describe("a floating picture", () => {
  const shape = (number: number, ...pairs: readonly (readonly [number, number])[]): number[] =>
    record(0xf004, [...record(0xf00a, [...long(number), ...long(0)]), ...options(...pairs)]);
  /** Of the body: a page with two shapes, the second cut, and a group of another. */
  const drawing = record(
    0xf002,
    record(0xf003, [
      ...shape(7, [0x104, 1]),
      ...shape(8, [0x104, 1], [0x101, 5]),
      ...record(0xf003, shape(9, [0x104, 1])),
    ]),
  );
  const stored = record(0xf007, [...zeros(28), ...long(3), ...zeros(4)]);
  const drawings = [...record(0xf000, record(0xf001, stored)), 0, ...drawing];
  const anchors = [7, 8, 9].flatMap((number) => [
    ...long(number),
    ...long(100),
    ...long(0),
    ...long(1540),
    ...zeros(10),
  ]);
  const shapes = [...[20, 30, 40, 50].flatMap(long), ...anchors];

  test("is found by its anchor; cut or in a group it is not read", () => {
    const found = docPictures(
      {
        data: new Uint8Array(),
        main: Uint8Array.from([0, 0, 0, ...png]),
        drawings: bytesOf(Uint8Array.from(drawings)),
        anchors: readAnchors(bytesOf(Uint8Array.from(shapes))),
      },
      [20, 30, 40, 60].map((floating) => ({ floating })),
    );
    expect(found.map(({ bytes, width }) => `${[...(bytes ?? [])].join(",")} ${width}`)).toEqual([
      "1,2,3,4 72",
      " 72",
      " null",
      " null",
    ]);
  });
});
