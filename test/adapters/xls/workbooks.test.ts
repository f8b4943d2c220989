import { CFB, utils, write } from "@e965/xlsx";
import { describe, expect, it, vi } from "vitest";
import { xls } from "../../../src/adapters/xls/index.ts";
import { recordsOf } from "../../../src/adapters/xls/records.ts";
import { convert, defaultLimits } from "../../../src/index.ts";
import { refusedMutants } from "../../support/mutants.ts";
import { printReading } from "../../support/print-cells.ts";
import { sampleMisread, samplesOf } from "../../support/samples.ts";

const rows = [
  ["项目", "数量", "金额"],
  ["许可", 5, 1234.5],
  ["处罚", 0, 3],
];

/** A workbook of one table and a hidden sheet. */
function workbook(): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows);
  (sheet["C2"] as { z?: string }).z = "#,##0.00";
  (sheet["B3"] as { z?: string }).z = "0;-0;;@";
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "报告");
  utils.book_append_sheet(book, utils.aoa_to_sheet([["底稿", 7]]), "底稿");
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return new Uint8Array(write(book, { type: "array", bookType: "biff8" }) as ArrayBuffer);
}

const word16 = (value: number): number[] => [value & 255, value >> 8];
const record = (kind: number, ...body: readonly number[]): number[] => [
  ...word16(kind),
  ...word16(body.length),
  ...body,
];

/** What this file needs of the library's reader of compound files, which says nothing of its types. */
const compound = CFB as {
  read: (bytes: Uint8Array, options: { type: "buffer" }) => object;
  find: (file: object, path: string) => { content: ArrayLike<number>; size: number };
  write: (file: object, options: { type: "array" }) => ArrayBuffer;
  utils: { cfb_add: (file: object, path: string, content: readonly number[]) => void };
};

/** The first table as a workbook of one sheet, at whose end the records stand that are made of its own stream. */
function workbookWith(records: (stream: Uint8Array) => readonly number[]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), "报告");
  const bytes = new Uint8Array(write(book, { type: "array", bookType: "biff8" }) as ArrayBuffer);
  const file = compound.read(bytes, { type: "buffer" });
  const { content, size } = compound.find(file, "/Workbook");
  const stream = new Uint8Array(content).slice(0, size);
  // The last record ends the sheet (EOF, MS-XLS 2.4.103).
  expect([...stream.subarray(-4)]).toEqual([0x0a, 0, 0, 0]);
  const added = [...stream.subarray(0, -4), ...records(stream), ...stream.subarray(-4)];
  compound.utils.cfb_add(file, "/Workbook", added);
  return new Uint8Array(compound.write(file, { type: "array" }));
}

/** WINDOW2 (2.4.346), scrolled to a row and column from 0, and PANE (2.4.183) with so many columns and rows frozen. */
const scrolled = (flags: number, row: number, column: number): number[] =>
  record(0x23e, ...word16(flags), ...word16(row), ...word16(column), ...new Array<number>(12).fill(0));
const pane = (columns: number, lines: number): number[] =>
  record(0x41, ...word16(columns), ...word16(lines), 0, 0, 0, 0, 3, 0);
const shows = async (...records: readonly number[]): Promise<string[]> =>
  printReading(await xls.read({ name: "a.xls", bytes: workbookWith(() => records) }, defaultLimits));
const plainRows = ["| 项目 | 数量 | 金额 |", "| 许可 | 5 | 1234.5 |", "| 处罚 | 0 | 3 |"];

it("a kind of record that there is not says nothing on the terminal", async () => {
  const said = vi.spyOn(console, "error").mockReturnValue();
  expect(await shows(...record(0xffff))).toEqual(plainRows);
  expect(said.mock.calls).toEqual([]);
  said.mockRestore();
});

describe("what of a sheet of Excel 97 is never shown", () => {
  it("rows and columns before those that frozen panes begin with", async () => {
    expect(await shows(...scrolled(0x18, 2, 0), ...pane(0, 1))).toEqual([
      plainRows[0],
      "| 许可 | 5 ?unseen-text | 1234.5 ?unseen-text |",
      plainRows[2],
    ]);
    expect(await shows(...scrolled(0x18, 0, 2), ...pane(1, 0))).toEqual([
      plainRows[0],
      "| 许可 | 5 ?unseen-text | 1234.5 |",
      "| 处罚 | 0 ?unseen-text | 3 |",
    ]);
  });

  it("not what a sheet is merely scrolled past", async () => {
    expect(await shows(...scrolled(0x10, 2, 2), ...pane(0, 1))).toEqual(plainRows);
    expect(await shows(...scrolled(0x18, 0, 0), ...pane(1, 1))).toEqual(plainRows);
  });

  it("rows that say nothing of themselves, where the sheet hides such", async () => {
    const hidden = record(0x225, 2, 0, 0, 0);
    const shown = record(0x208, 2, 0, 0, 0, 3, 0, ...word16(300), 0, 0, 0, 0, 0, 1, 0x0f, 0);
    expect(await shows(...hidden, ...shown)).toEqual([plainRows[2], "! hidden-content 6"]);
    expect(await shows(...record(0x225, 0, 0, ...word16(300)))).toEqual(plainRows);
  });
});

/** NUMBER (2.4.180) in row 4 of the first column, with an XF (2.4.353) of this number format behind all others. */
const formatted = (format: number, value: number): Uint8Array =>
  workbookWith((stream) => {
    const last = [...recordsOf(stream)].filter(({ kind }) => kind === 0xe0).length;
    const double = new Uint8Array(new Float64Array([value]).buffer);
    return [
      ...record(0xe0, 0, 0, ...word16(format), 1, ...new Array<number>(15).fill(0)),
      ...record(0x203, 3, 0, 0, 0, ...word16(last), ...double),
    ];
  });

it.each([
  [57, 45_000, "2023年3月"],
  [31, 45_000, "2023年3月15日"],
  [14, 45_000, "2023/3/15"],
  [5, 1234.5, "¥1,235"],
  [41, 1234, "1,234"],
  [47, 0.5, "00:00.0"],
])(
  "format %d, which a workbook of Excel 97 need not define, shows %d as %s",
  async (format, value, shown) => {
    const reading = await xls.read({ name: "a.xls", bytes: formatted(format, value) }, defaultLimits);
    expect(printReading(reading).at(-1)).toBe(`| ${shown} |  |  |`);
  },
);

it("a second cell in one place, and rows that are low by default", async () => {
  const seven = record(0x203, 1, 0, 1, 0, 0, 0, ...new Uint8Array(new Float64Array([7]).buffer));
  expect((await shows(...seven))[1]).toBe("| 许可 | 7 ?alternate-content | 1234.5 |");
  const low = record(0x225, 1, 0, ...word16(60));
  expect((await shows(...low))[1]).toBe("| 许可 | 5 ?too-small | 1234.5 ?too-small |");
});

it("a text of Excel 97 that is centred across blank cells is seen as in one", async () => {
  const bytes = workbookWith((stream) => {
    // XF (2.4.353) centred across, behind all others; LABEL (2.4.148) and BLANK (2.4.20) of it.
    const last = [...recordsOf(stream)].filter(({ kind }) => kind === 0xe0).length;
    const format = record(0xe0, 0, 0, 0, 0, 1, 0, 6, ...new Array<number>(13).fill(0));
    const label = record(0x204, 3, 0, 0, 0, ...word16(last), 2, 0, 0, 0x61, 0x62);
    return [...format, ...label, ...record(0x201, 3, 0, 1, 0, ...word16(last))];
  });
  const { tokens } = await xls.read({ name: "a.xls", bytes }, defaultLimits);
  expect(tokens).toContainEqual(expect.objectContaining({ text: "ab", colSpan: 2 }));
});

it("a workbook of Excel 95 is named for what it is", async () => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), "a");
  const bytes = new Uint8Array(write(book, { type: "array", bookType: "biff5" }) as ArrayBuffer);
  const { adapter, diagnostics } = await convert({ name: "a.xls", bytes });
  expect([adapter, ...diagnostics.map(({ rule, args }) => `${rule} ${args?.["format"]}`)]).toEqual([
    "xls",
    "unsupported excel-95",
  ]);
});

describe("workbooks of Excel 97", () => {
  it("show what their formats show", async () => {
    expect(printReading(await xls.read({ name: "a.xls", bytes: workbook() }, defaultLimits))).toEqual([
      "| 项目 | 数量 | 金额 |",
      "| 许可 | 5 | 1,234.50 |",
      "| 处罚 |  ?unseen-text | 3 |",
      "! hidden-content 1",
    ]);
  });

  /** FORMULA (MS-XLS 2.4.127) in the third column of a row below the table, whose other columns have numbers. */
  const formula = (
    row: number,
    result: readonly number[],
    flags: number,
    ...tokens: readonly number[]
  ): number[] =>
    [0, 1]
      .flatMap((column) =>
        record(0x203, ...word16(row), ...word16(column), ...word16(0), ...new Array<number>(8).fill(0)),
      )
      .concat(
        record(
          0x06,
          ...[...word16(row), ...word16(2), ...word16(0), ...result, ...word16(flags), 0, 0, 0, 0],
          ...[...word16(tokens.length), ...tokens],
        ),
      );
  const five = [...new Uint8Array(new Float64Array([5]).buffer)];
  const blank = [3, 0, 0, 0, 0, 0, 0xff, 0xff];
  const twoAndThree = [0x1e, ...word16(2), 0x1e, ...word16(3), 0x03];
  const reference = [0x44, ...word16(1), ...word16(1)];
  const read = async (...records: readonly (readonly number[])[]): Promise<readonly string[]> => {
    const bytes = workbookWith(() => records.flat());
    return printReading(await xls.read({ name: "a.xls", bytes }, defaultLimits)).slice(3);
  };

  it("a formula longer than it says ends, and what it was worked out to is read", async () => {
    const long = formula(3, five, 0, ...twoAndThree);
    // Its length stands before its seven tokens' bytes, at the end.
    long[long.length - twoAndThree.length - 2] = 0xff;
    expect(await read(long)).toEqual(["| 0 | 0 | 5 |"]);
  });

  it("results that nothing worked out are doubtful, those of formulas that may give no text are blank", async () => {
    expect(await read(formula(3, five, 0, ...twoAndThree))).toEqual(["| 0 | 0 | 5 |"]);
    expect(await read(formula(3, five, 1, ...twoAndThree))).toEqual(["| 0 | 0 | 5 ?formula |"]);
    expect(await read(formula(3, five, 2, ...twoAndThree))).toEqual(["| 0 | 0 | 5 ?formula |"]);
    expect(await read(formula(3, blank, 0, ...twoAndThree))).toEqual(["| 0 | 0 |  ?formula |"]);
    // RECALCID (2.4.221) of no program asks that everything be worked out.
    const recalculation = (build: number): number[] =>
      record(0x1c1, ...[...word16(0x1c1), ...word16(0), ...word16(build), ...word16(0)]);
    const worked = formula(3, five, 0, ...twoAndThree);
    expect(await read(worked, recalculation(0))).toEqual(["| 0 | 0 | 5 ?formula |"]);
    expect(await read(worked, recalculation(900))).toEqual(["| 0 | 0 | 5 |"]);
    const refers = formula(4, blank, 0, ...reference);
    expect(await read(formula(3, five, 0, ...twoAndThree), refers)).toEqual([
      "| 0 | 0 | 5 |",
      "| 0 | 0 |  |",
    ]);
    expect(await read(formula(3, blank, 0, ...twoAndThree, 0x15), refers)).toEqual([
      "| 0 | 0 |  ?formula |",
      "| 0 | 0 |  ?formula |",
    ]);
  });

  it.each(samplesOf("xls"))("sample %s: all cells right (skipped where absent)", async (name) => {
    const { adapter, misread } = await sampleMisread("xls", name);
    expect({ adapter, misread }).toEqual({ adapter: "xls", misread: [] });
  });

  it("120 mutants end typed", async () => {
    expect(await refusedMutants(xls, workbook(), 120, 5)).toBeGreaterThan(10);
  }, 60_000);
});
