import { describe, expect, it } from "vitest";
import { pdf } from "../../../src/adapters/pdf/index.ts";
import { LIMITS, gridsOf } from "./support.ts";
import { text, tinyPdf } from "./tiny.ts";

interface Printed {
  readonly row: number;
  readonly column: number;
  readonly words: string;
  /** Points to the right of its column and below its row. */
  readonly right?: number;
  readonly below?: number;
}

const COLUMNS = [20, 110, 180, 250];
const numbers = [
  ["11", "205", "7"],
  ["340", "16", "29"],
  ["8", "93", "471"],
  ["64", "5", "38"],
];
const printed: readonly Printed[] = [
  ...["item", "alpha", "beta", "gamma"].map((words, column) => ({ row: 0, column, words })),
  ...numbers.flatMap((row, index) => [
    { row: index + 1, column: 0, words: `row ${"abcd"[index]}` },
    ...row.map((words, column) => ({ row: index + 1, column: column + 1, words })),
  ]),
];

/** Rows, counted from 1 with the header's, whose cells may belong elsewhere. */
async function loose(pieces: readonly Printed[], high = 200): Promise<string> {
  const content = pieces.map(({ row, column, words, right = 0, below = 0 }) =>
    text(COLUMNS[column]! + right, high - 20 - 20 * row - below, words),
  );
  const bytes = tinyPdf([content.join("")], `/MediaBox [0 0 300 ${high}]`);
  const { diagnostics } = await pdf.read({ name: "a.pdf", bytes }, LIMITS);
  return diagnostics
    .flatMap(({ rule, args }) => (rule === "pdf-table-unruled" ? [args?.["rows"]] : []))
    .join();
}

/** The table with one number changed, or without it. */
function changed(words: string, change: Partial<Printed> | undefined): readonly Printed[] {
  return printed.flatMap((one) => (one.words !== words ? [one] : change ? [{ ...one, ...change }] : []));
}

describe("rows of a table without lines", () => {
  it("are firm where each has one number in each column, under headers of their own", async () => {
    expect(await loose(printed)).toBe("");
  });

  // A cell with the labels of several rows beside a cell with their numbers, each from its own top.
  it("are loose from a label without numbers to numbers without a label", async () => {
    const moved = printed.map((one) => (one.row > 1 && one.column > 0 ? { ...one, row: one.row + 1 } : one));
    expect(await loose(moved)).toBe("3 4 5 6");
  });

  it.each<[what: string, pieces: readonly Printed[], rows: string]>([
    ["a number left out", changed("16", undefined), "3"],
    ["in the next column beside its number", changed("16", { column: 3, right: 22 }), "3"],
    ["in the column before", changed("16", { column: 1, right: 30 }), "3"],
    ["between two columns", changed("16", { right: 34 }), "3"],
    [
      "run together with the next",
      changed("340", { words: "34016" }).filter(({ words }) => words !== "16"),
      "3",
    ],
    ["in the next row", changed("16", { row: 3, right: 26 }), "3 4"],
    ["half a row lower", changed("16", { below: 9 }), "3"],
    ["off the edge of its column", changed("16", { right: 9 }), "3"],
  ])("%s leaves its row loose", async (_, pieces, rows) => {
    const told = (await loose(pieces)).split(" ");
    for (const row of rows.split(" ")) expect(told).toContain(row);
  });

  it.each([
    ["headers", printed.filter(({ row }) => row > 0)],
    ["a header", printed.filter(({ words }) => words !== "beta")],
    ["labels", printed.filter(({ row, column }) => row === 0 || column > 0)],
  ])("without %s all rows are loose", async (_, pieces) => {
    const told = await loose(pieces);
    expect(told.split(" ").length).toBeGreaterThanOrEqual(4);
  });

  it("need no headers where one column alone has numbers", async () => {
    const one = printed.filter(({ row, column }) => row > 0 && column < 2);
    expect(await loose(one)).toBe("");
    const aside = one.map((piece) => (piece.words === "340" ? { ...piece, right: 30 } : piece));
    expect((await loose(aside)).split(" ")).toContain("2");
  });

  it("are all loose where one row of many is whole, as where two halves stand beside each other", async () => {
    const rows = Array.from({ length: 16 }, (_, at): readonly Printed[] => [
      { row: at + 1, column: 0, words: `row ${"abcdefghijklmnop"[at]}`, below: at === 3 ? 0 : 6 },
      { row: at + 1, column: 1, words: String(at + 11) },
      { row: at + 1, column: 2, words: String(at + 31) },
    ]);
    const heads = printed.filter(({ row, column }) => row === 0 && column < 3);
    expect((await loose([...heads, ...rows.flat()], 400)).split(" ")).toContain("5");
  });
});

/** The doubts of all cells of the table with a line from `foot` to `top` before its number 340, and other lines. */
async function doubts(foot: number, top: number, others = ""): Promise<string> {
  const content = printed.map(({ row, column, words }) => text(COLUMNS[column]!, 180 - 20 * row, words));
  const bytes = tinyPdf([`${content.join("")}107 ${foot} m 107 ${top} l S\n${others}`]);
  const { tokens } = await pdf.read({ name: "a.pdf", bytes }, LIMITS);
  const cells = gridsOf(tokens).flat(2);
  return cells
    .flatMap(({ text: words, doubt }) => (doubt?.kind === "unreadable" ? `${words}?${doubt.reason}` : []))
    .join();
}

it.each([
  ["as high as the number", 139, 149, "", "340?drawn"],
  ["twice as high", 136, 152, "", "340?drawn"],
  ["along the table", 95, 192, "", ""],
  [
    "between columns, in pieces",
    95,
    115,
    "107 115 m 107 135 l S 107 135 m 107 155 l S 107 155 m 107 192 l S\n",
    "",
  ],
])("an upright line %s is a one, or not", async (_, foot, top, others, expected) => {
  expect(await doubts(foot, top, others)).toBe(expected);
});
