import { expect, it } from "vitest";
import { isDrawnOn } from "../../../src/adapters/page/ink/drawn.ts";

const [WIDE, HIGH] = [60, 61];

/** The rows of pixels of the cell: what stands above them and below them shows whether a line goes on. */
const CELL = [22, 39] as const;

/** Whether a cell without lines around it shows something beside its text; `#` is ink, each row as the first if not given. */
function isDrawn(first: string, others: Readonly<Record<number, string | undefined>> = {}): boolean {
  const rows = Array.from({ length: HIGH }, (_, y) => (others[y] ?? first).padEnd(WIDE, "."));
  const edges = Uint8Array.from(rows.join(""), (sign) => (sign === "#" ? 1 : 0));
  const text = { box: [20, 18, 27, 24] as const, baseline: 24 };
  const [top, bottom] = CELL.map((y) => y / 1.5) as [number, number];
  return isDrawnOn({ scale: 1.5, width: WIDE, height: HIGH, edges }, [0, top, 40, bottom], text, false);
}

/** Ink from `from` to below `to` alone. */
const only = (from: number, to: number) =>
  Object.fromEntries(Array.from({ length: HIGH }, (_, y) => [y, y < from || y >= to ? "" : undefined]));

it.each([
  ["a line", false, "##", {}],
  ["the two lines of a border", false, ".##..#", {}],
  ["two strokes as high as the cell", true, ".##..#", only(22, 39)],
  ["a bracket as high as its row", true, "....#", { ...only(17, 44), 17: "....###", 43: "....###" }],
  ["a line that ends with this row", false, "....#", only(0, 44)],
  ["a sign beside a border", true, ".##..#", { 29: ".##..#..######" }],
  ["a sign on a border", true, ".##..#", { 29: ".##..##########" }],
  ["a picture", true, "###########", {}],
])("%s beside a cell is something drawn: %s", (_, expected, first, others) => {
  expect(isDrawn(first, others)).toBe(expected);
});
