import { expect, it } from "vitest";
import { xlsDrawingReader } from "../../../src/adapters/xls/drawings.ts";

const words = (...numbers: readonly number[]): Uint8Array =>
  new Uint8Array(numbers.flatMap((number) => [number & 0xff, number >> 8]));
const record = (kind: number, body: Uint8Array) => ({ kind, at: 0, body, continued: [] });

/** A client anchor from B2 to D4 ([MS-XLS] 2.5.193), an object, and what is said of the note it is. */
it.each([
  ["a note that stays open", 0x19, 2, 1],
  ["one that is folded", 0x19, 0, 0],
  ["a box, which is no note", 6, 0, 1],
])("%s", (_, kind, flags, count) => {
  const reader = xlsDrawingReader();
  reader.read(record(0xec, words(0, 0xf010, 18, 0, 0, 1, 0, 1, 0, 4, 0, 4, 0)));
  reader.read(record(0x5d, words(0x15, 18, kind, 7)));
  reader.read(record(0x1c, words(1, 1, flags, 7)));
  expect(reader.drawn).toHaveLength(count);
  for (const { over } of reader.drawn) expect(over).toEqual({ top: 2, left: 2, bottom: 4, right: 4 });
});
