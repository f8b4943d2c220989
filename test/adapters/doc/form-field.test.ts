import { expect, it } from "vitest";
import { bytesOf } from "../../../src/adapters/doc/file/bytes.ts";
import { readFormField } from "../../../src/adapters/doc/file/form-field.ts";

const word = (value: number): number[] => [value & 255, value >> 8];
const text = (value: string): number[] => [
  ...word(value.length),
  ...[...value].flatMap((one) => word(one.charCodeAt(0))),
];
const zeroEnded = (value: string): number[] => [...text(value), 0, 0];
/** A form field at offset 4 of a Data stream, as Word and LibreOffice write it (MS-DOC 2.9.158, 2.9.78). */
const field = (bits: number, ...rest: readonly number[]) => {
  const header = [0, 0, 0, 0, ...word(0x44), ...new Array<number>(0x3e).fill(0)];
  const body = [0xff, 0xff, 0xff, 0xff, ...word(bits), 0, 0, 0, 0, ...zeroEnded("名"), ...rest];
  return readFormField(bytesOf(Uint8Array.from([1, 2, 3, 4, ...header, ...body])), 4);
};
const list = [
  ...["", "", "", "", ""].flatMap(zeroEnded),
  0xff,
  0xff,
  ...word(2),
  0,
  0,
  ...text("3"),
  ...text("14"),
];

it.each([
  [
    "the second of two choices",
    2 | (1 << 2),
    word(0),
    { choices: ["3", "14"], choice: 1, checked: undefined },
  ],
  ["the usual choice", 2 | (25 << 2), word(1), { choices: ["3", "14"], choice: 1, checked: undefined }],
])("a list shows %s", (_, bits, usual, read) => {
  expect(field(bits, ...usual, ...list)).toEqual(read);
});

it.each([
  ["checked", 1 | (1 << 2), word(0), true],
  ["not checked, though it usually is", 1, word(1), false],
  ["checked as usual", 1 | (25 << 2), word(1), true],
])("a box is %s", (_, bits, usual, checked) => {
  expect(field(bits, ...usual)).toEqual({ choices: [], choice: 0, checked });
});

it("fields of text, and what is no form field or cut off, say nothing", () => {
  expect(field(0, ...zeroEnded("12"))).toBeNull();
  expect(readFormField(bytesOf(new Uint8Array(40)), 4)).toBeNull();
  expect(field(2, ...word(0))).toEqual({ choices: [], choice: 0, checked: undefined });
});
