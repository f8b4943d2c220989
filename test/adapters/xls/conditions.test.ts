import { describe, expect, it } from "vitest";
import { conditionalLook, conditionalLook12, conditionRanges } from "../../../src/adapters/xls/conditions.ts";
import { bookLooks } from "../../../src/adapters/xls/looks.ts";
import { mayMeet } from "../../../src/adapters/sheet/shown/cell-test.ts";

const bytes = (...parts: readonly (number | readonly number[])[]): number[] => parts.flat();
const zeros = (count: number): number[] => new Array<number>(count).fill(0);
const rgb = (red: number, green: number, blue: number): number[] => [
  2,
  0,
  0,
  0,
  red,
  green,
  blue,
  0,
  ...zeros(8),
];

/** CF12 (MS-XLS 2.4.42) of a kind, without a format of its own, with two formulas of three and no bytes. */
const condition = (kind: number, last: readonly number[], formula: readonly number[] = []): Uint8Array =>
  new Uint8Array(
    bytes(
      zeros(12),
      [kind, 0, formula.length, 0, 0, 0],
      zeros(4 + 2),
      formula,
      [0, 0],
      zeros(1 + 2 + 2),
      16,
      zeros(16),
      last,
    ),
  );
const look = (body: Uint8Array) => conditionalLook12(body, bookLooks());

// Made by hand: LibreOffice writes CF alone (looks.test.ts reads those of a file it saved) and leaves scales, bars and icons out.
describe("conditions of 2007 in a workbook of 1997", () => {
  it("a scale is all colours between its ends", () => {
    const stops = [0, 1].map((at) => bytes(zeros(8), at === 0 ? rgb(255, 255, 255) : rgb(0, 0, 0)));
    // Where the two ends stand in the scale: least and greatest, each with the number it is drawn from.
    const ends = [2, 3].flatMap((kind) => bytes(kind, [0, 0], zeros(8)));
    const { grounds } = look(condition(3, bytes([0, 0, 0, 2, 2, 3], ends, stops.flat()), [1, 2, 3]));
    expect(grounds).toContainEqual([255, 255, 255]);
    expect(grounds).toContainEqual([0, 0, 0]);
    expect(grounds.length).toBeGreaterThan(5);
  });

  it.each([
    [2, false],
    [0, true],
  ])("a bar with flags %i", (flags, replaces) => {
    const bar = bytes([0, 0, 0, flags, 0, 90], rgb(99, 142, 198));
    expect(look(condition(4, bar))).toMatchObject({ grounds: [[99, 142, 198]], replaces });
  });

  it.each([
    [0, false],
    [1, true],
  ])("icons with flags %i", (flags, replaces) => {
    expect(look(condition(6, [0, 0, 0, 3, 0, flags]))).toMatchObject({ grounds: [], replaces });
  });

  it("one that is cut off does nothing", () => {
    for (const length of [0, 13, 20, 30])
      expect(look(condition(4, []).subarray(0, length)).grounds).toEqual([]);
  });

  it("ranges stand behind the header of later records", () => {
    const body = new Uint8Array(bytes(zeros(12), zeros(12), [1, 0], [1, 0, 8, 0, 1, 0, 2, 0]));
    expect(conditionRanges(body, 12)).toEqual([{ top: 2, bottom: 9, left: 2, right: 3 }]);
  });
});

describe("what a condition compares a value with", () => {
  const number = (value: number): number[] => [0x1f, ...new Uint8Array(Float64Array.of(value).buffer)];
  const integer = (value: number): number[] => [0x1e, value, 0];
  /** CF (MS-XLS 2.4.41) of a kind and a comparison, with a format of no parts. */
  const compared = (
    kind: number,
    comparison: number,
    one: readonly number[],
    other: readonly number[] = [],
  ) =>
    conditionalLook(
      new Uint8Array(bytes(kind, comparison, [one.length, 0], [other.length, 0], zeros(6), one, other)),
      bookLooks(),
    ).test;
  const meets = (test: ReturnType<typeof compared>, value: number): boolean | undefined =>
    test && mayMeet(test, { text: String(value), stored: value });

  it.each([
    ["equal to 0", compared(1, 3, integer(0)), 0, 7],
    ["between -5 and -1.5", compared(1, 1, [...integer(5), 0x13], number(-1.5)), -3, 0],
    ["greater than 100", compared(1, 5, integer(100)), 101, 100],
    ["at most 0.5", compared(1, 8, number(0.5)), 0.5, 0.6],
  ])("%s", (_, test, yes, no) => {
    expect(meets(test, yes)).toBe(true);
    expect(meets(test, no)).toBe(false);
  });

  it("is not known of formulas, cells and sums", () => {
    expect(compared(2, 0, integer(1))).toBeUndefined();
    expect(compared(1, 3, [0x44, 1, 0, 1, 0xc0])).toBeUndefined();
    expect(compared(1, 3, [...integer(1), ...integer(2), 0x03])).toBeUndefined();
    expect(compared(1, 3, [])).toBeUndefined();
    expect(conditionalLook(new Uint8Array([1, 3, 255, 255, 9, 0]), bookLooks()).test).toBeUndefined();
  });
});
