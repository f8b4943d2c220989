import { describe, expect, it } from "vitest";
import { xlsBookReferences } from "../../../src/adapters/xls/book-references.ts";
import { xlsFormulas } from "../../../src/adapters/xls/formula-cells.ts";
import { formulaTokens } from "../../../src/adapters/xls/formula-tokens.ts";
import { markZeroSums } from "../../../src/adapters/xls/zero-sums.ts";
import type { DraftCell } from "../../../src/adapters/sheet/marks.ts";

const word = (value: number): number[] => [value & 255, (value >> 8) & 255];
const own = { row: 4, column: 2 };
const read = (...tokens: readonly number[]) => formulaTokens(Uint8Array.from(tokens), own);
const places = ({ ranges }: ReturnType<typeof read>): string =>
  ranges.map((one) => [one.top, one.left, one.bottom, one.right].join()).join(" ");

const [cellB2, today, semi] = [
  [0x44, ...word(1), ...word(0xc001)],
  [0x41, ...word(221)],
  [0x19, 1, 0, 0],
];

it("reads cells, areas and what stands relative to the formula's own cell", () => {
  expect(places(read(...cellB2, 0x25, ...word(1), ...word(8), ...word(1), ...word(0xc002)))).toBe(
    "2,2,2,2 2,2,9,3",
  );
  // RC[-1] in row 5, column 3; a relative column that leaves the sheet comes in again.
  expect(places(read(0x4c, ...word(0), ...word(0xc0ff)))).toBe("5,2,5,2");
});

it("functions whose result changes, and those that only may reach any cell", () => {
  expect(read(...semi, ...today)).toMatchObject({ isVolatile: true, usesAny: false });
  expect(read(...today)).toMatchObject({ isVolatile: true });
  // OFFSET is marked like the others, but its result is what its cells hold.
  expect(read(...semi, ...cellB2, 0x42, 3, ...word(78))).toMatchObject({ isVolatile: false, usesAny: true });
  expect(read(...semi, 0x42, 2, ...word(255))).toMatchObject({ isVolatile: true });
  expect(read(0x1e, 5, 0, 0x17, 2, 1, 0x41, 0, 0x42, 0, 0x08)).toMatchObject({
    isVolatile: false,
    usesAny: false,
  });
});

it("a token that is not known, or that is cut off, may stand for any cell", () => {
  expect(read(0x7f, 1, 2)).toMatchObject({ usesAny: true, isVolatile: false });
  expect(read(...semi, 0x7f)).toMatchObject({ usesAny: true, isVolatile: true });
});

it("a formula that is written once counts for all of its cells", () => {
  const formulas = xlsFormulas();
  const record = (kind: number, body: readonly number[]): void =>
    formulas.read({ kind, at: 0, body: Uint8Array.from(body), continued: [] });
  const shared = [0x01, ...word(1), ...word(1)];
  const cell = (row: number): readonly number[] => [
    ...[...word(row), ...word(1), 0, 0, ...new Array<number>(14).fill(0)],
    ...[...word(shared.length), ...shared],
  ];
  const tokens = [...semi, ...today];
  record(0x06, cell(1));
  record(0x4bc, [1, 0, 2, 0, 1, 1, 0, 2, ...word(tokens.length), ...tokens]);
  record(0x06, cell(2));
  expect(formulas.changing().map(({ row, column }) => [row, column])).toEqual([
    [2, 2],
    [3, 2],
  ]);
  expect(formulas.isWorkedOutAnew(2, 1)).toBe(true);
  expect(formulas.steady()).toEqual([]);
});

it("a number stored for a formula that gives a text, or in a sheet that was not worked out, is none", () => {
  const unworked = (tokens: readonly number[], ...records: readonly number[]): boolean => {
    const formulas = xlsFormulas();
    for (const kind of records) formulas.read({ kind, at: 0, body: new Uint8Array(2), continued: [] });
    const body = [
      ...word(1),
      ...word(1),
      ...new Array<number>(16).fill(0),
      ...word(tokens.length),
      ...tokens,
    ];
    formulas.read({ kind: 0x06, at: 0, body: Uint8Array.from(body), continued: [] });
    return formulas.isUnworked(1, 1);
  };
  const sum = [0x1e, ...word(1), 0x1e, ...word(2), 0x03];
  expect(unworked(sum)).toBe(false);
  expect(unworked(sum, 0x5e)).toBe(true);
  expect(unworked([0x17, 1, 0, 0x31, 0x17, 1, 0, 0x32, 0x08])).toBe(true);
  expect(unworked([...sum, 0x17, 1, 0, 0x30, 0x41, ...word(48)])).toBe(true);
  expect(unworked([...sum, 0x41, ...word(24)])).toBe(false);
});

it("finds the sheets and names to which a formula refers by number", () => {
  const book = xlsBookReferences();
  const record = (kind: number, body: readonly number[]): void =>
    book.read({ kind, at: 0, body: Uint8Array.from(body), continued: [] });
  record(0x1ae, [...word(2), ...word(0x0401)]);
  record(0x1ae, [...word(1), ...word(4), 0, 0, 0, 0]);
  // The second sheet, a sheet of another file, and two sheets together.
  record(0x17, [
    ...[...word(3), ...word(0), ...word(1), ...word(1)],
    ...[...word(1), ...word(0), ...word(0), ...word(0), ...word(0), ...word(1)],
  ]);
  const onSheet = (reference: number): number[] => [0x5a, ...word(reference), ...word(1), ...word(1)];
  const tokens = onSheet(0);
  record(0x18, [0, 0, 0, 1, ...word(tokens.length), ...new Array<number>(8).fill(0), 0, 0x41, ...tokens]);
  const used = (...formula: readonly number[]): string => {
    const uses = book.uses(read(...formula));
    return uses === null
      ? "any"
      : [...uses.ranges.map(({ sheet, top, left }) => `${sheet}!${top},${left}`), ...uses.names].join(" ");
  };
  expect(used(...onSheet(0))).toBe("1!2,2");
  expect(used(...onSheet(1))).toBe("");
  expect(used(...onSheet(2))).toBe("any");
  expect(used(...onSheet(9))).toBe("any");
  expect(used(0x43, 1, 0, 0, 0)).toBe("1");
  expect(book.names.get("1")?.uses()?.ranges).toEqual([{ sheet: "1", top: 2, left: 2, bottom: 2, right: 2 }]);
});

describe("a sum stored as 0", () => {
  const sumOfB = [0x25, ...word(0), ...word(3), ...word(1), ...word(1), 0x19, 0x10, 0, 0];
  /** The doubts of cells of column B, the last of which has a formula stored as 0. */
  const doubts = (tokens: readonly number[], ...numbers: readonly number[]): string => {
    const formulas = xlsFormulas();
    const row = numbers.length;
    const body = [
      ...word(row),
      ...word(1),
      ...new Array<number>(16).fill(0),
      ...word(tokens.length),
      ...tokens,
    ];
    formulas.read({ kind: 0x06, at: 0, body: Uint8Array.from(body), continued: [] });
    const cells: DraftCell[] = [...numbers, 0].map((stored, at) => ({
      row: at + 1,
      column: 2,
      framed: true,
      text: String(stored),
      needed: 1,
      stored,
    }));
    markZeroSums(cells, formulas);
    return cells.map(({ doubt }) => doubt ?? "-").join(" ");
  };

  it("is none where what it adds up is not 0", () => {
    expect(doubts(sumOfB, 3, 0, 4)).toBe("- - - formula");
    expect(doubts([0x24, ...word(0), ...word(1), 0x24, ...word(2), ...word(1), 0x03], 3, 0, 4)).toBe(
      "- - - formula",
    );
  });

  it("casts doubt on all formulas of its sheet that are stored as 0", () => {
    const formulas = xlsFormulas();
    const product = [0x24, ...word(0), ...word(1), 0x24, ...word(0), ...word(1), 0x05];
    const stored: DraftCell[] = [3, 0, 0, 0].map((number, at) => ({
      row: at + 1,
      column: 2,
      framed: true,
      text: String(number),
      needed: 1,
      stored: number,
    }));
    for (const [row, tokens] of [sumOfB, product].entries())
      formulas.read({
        kind: 0x06,
        at: 0,
        body: Uint8Array.from([
          ...word(row + 1),
          ...word(1),
          ...new Array<number>(16).fill(0),
          ...word(tokens.length),
          ...tokens,
        ]),
        continued: [],
      });
    markZeroSums(stored, formulas);
    expect(stored.map(({ doubt }) => doubt ?? "-").join(" ")).toBe("- formula formula -");
  });

  it("is one where that is 0, and where the formula is no sum", () => {
    expect(doubts(sumOfB, 0, 0, 0)).toBe("- - - -");
    expect(doubts(sumOfB, 5, -5, 0)).toBe("- - - -");
    expect(doubts([0x24, ...word(0), ...word(1), 0x24, ...word(2), ...word(1), 0x05], 3, 0, 4)).toBe(
      "- - - -",
    );
    expect(doubts([0x1e, ...word(0)], 3, 0, 4)).toBe("- - - -");
  });
});
