import type { LineToken } from "../../model/index.ts";
import { isValue } from "../../printed/numbers.ts";
import { displayColumns, slice } from "../display.ts";
import { makeGrid, type PlacedCell } from "../grid.ts";
import { isDrawn, redrawn } from "../box-drawing.ts";
import { lineAt, unescapeMarkdown, type Layout } from "../layout.ts";

/** The upper edge of a table, and any of its lines. */
const RULE = /^\s*(?:\+[-=:+]{2,}\+|[┌┍┎┏╒╓╔╭][\u2500-\u257f]{2,}[┐┑┒┓╕╖╗╮])\s*$/u;
const LINE = /^\s*[+|\u2500-\u257f](?:.*[+|\u2500-\u257f])?\s*$/u;

const MAXIMUM_SLOTS = 20_000;

/**
 * Grid tables of Pandoc and reStructuredText, and those drawn with `┌`, `─` and `│`: borders are drawn with `+`, `-`,
 * `=` and `|`, and cells are merged where a border is missing.
 */
export const pandocGrid: Layout = {
  id: "pandoc-grid",
  description: "grid table drawn with + - = | or ┌ ─ │",
  claim(tokens, index, table) {
    const first = lineAt(tokens, index);
    if (!first || !RULE.test(first.text)) return null;
    const printed: LineToken[] = [];
    let next = index;
    for (let line = first as LineToken | null; line && LINE.test(line.text); line = lineAt(tokens, ++next))
      printed.push(line);
    if (printed.length < 3) return null;
    const lines = isDrawn(first.text) ? redrawn(printed) : printed;
    const indent = /^\s*/u.exec(first.text)![0].length;
    const drawn = withRowRules(
      lines.map((line) => ({ line, columns: displayColumns(line.text.slice(indent).trimEnd()) })),
    );
    const cells = regions(
      drawn.map(({ columns }) => columns),
      drawn.map(({ line }) => line),
    );
    return cells.length === 0 ? null : { grid: makeGrid("pandoc-grid", table, cells, first.at), next };
  },
};

interface DrawnLine {
  readonly line: LineToken;
  readonly columns: readonly (string | null)[];
}

/** Fewer lines between two borders may be one row whose label and number are broken. */
const FEWEST_ROWS = 3;

/** Draws the borders between rows that have none, as databases print their tables: each line has a label and a value. */
function withRowRules(lines: readonly DrawnLine[]): readonly DrawnLine[] {
  // A wrapped label beside wrapped words has a number in one of its lines, and a wrapped heading has none.
  const runs = runsOfRows(lines).filter(({ values }) => values > 1);
  const [run] = runs;
  if (!run || runs.length > 1 || run.values < FEWEST_ROWS || lines[run.end]?.columns[0] !== "+") return lines;
  return lines.flatMap((drawn, y) => {
    const columns = drawn.columns.map((character) => (character === "|" ? "+" : "-"));
    return y > run.start && y < run.end ? [{ line: drawn.line, columns }, drawn] : [drawn];
  });
}

interface RunOfRows {
  readonly start: number;
  readonly end: number;
  /** How many of its lines have a value. */
  readonly values: number;
}

/** Lines below one another that may be a row each. */
function runsOfRows(lines: readonly DrawnLine[]): readonly RunOfRows[] {
  const runs: RunOfRows[] = [];
  for (const [y, line] of lines.entries()) {
    if (!isRow(line)) continue;
    const last = runs.at(-1);
    const goesOn = last?.end === y;
    const { start, values } = goesOn ? last : { start: y, values: 0 };
    const run = { start, end: y + 1, values: values + (hasValue(line) ? 1 : 0) };
    runs.splice(goesOn ? -1 : runs.length, 1, run);
  }
  return runs;
}

/** Whether a line has a label and more beside it; a number may be blank where a unit stands before it. */
function isRow({ line }: DrawnLine): boolean {
  const [label = "", ...others] = cellsOf(line);
  return /\p{sc=Han}/u.test(label) && others.some((text) => text !== "");
}

function hasValue({ line }: DrawnLine): boolean {
  return cellsOf(line)
    .slice(1)
    .some((text) => text !== "" && isValue(text));
}

function cellsOf({ text }: LineToken): readonly string[] {
  return text
    .trim()
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** Slots between neighbouring borders, joined wherever the border between them is missing. */
function regions(
  drawing: readonly (readonly (string | null)[])[],
  lines: readonly LineToken[],
): PlacedCell[] {
  const isRule = (y: number) =>
    drawing[y]!.includes("+") &&
    drawing[y]!.some((c, x) => c === "+" && /[-=:]/u.test(drawing[y]![x + 1] ?? drawing[y]![x - 1] ?? ""));
  const ys = drawing.map((_, y) => y).filter(isRule);
  const xs = [...new Set(ys.flatMap((y) => drawing[y]!.flatMap((c, x) => (c === "+" ? [x] : []))))].sort(
    (a, b) => a - b,
  );
  const [height, width] = [ys.length - 1, xs.length - 1];
  if (height < 1 || width < 1 || height * width > MAXIMUM_SLOTS) return [];

  const parent = Array.from({ length: height * width }, (_, slot) => slot);
  const find = (slot: number): number => {
    while (parent[slot] !== slot) slot = parent[slot] = parent[parent[slot]!]!;
    return slot;
  };
  const join = (a: number, b: number) => {
    const [low, high] = [find(a), find(b)].sort((m, n) => m - n) as [number, number];
    parent[high] = low;
  };
  for (let r = 0; r < height; r++) {
    for (let c = 0; c < width; c++) {
      const inside = drawing.slice(ys[r]! + 1, ys[r + 1]!);
      if (c + 1 < width && !inside.some((line) => /[|+]/u.test(line[xs[c + 1]!] ?? "")))
        join(r * width + c, r * width + c + 1);
      const below = drawing[ys[r + 1]!]!.slice(xs[c]! + 1, xs[c + 1]!);
      if (r + 1 < height && !below.every((character) => character !== null && /[-=:+]/u.test(character)))
        join(r * width + c, (r + 1) * width + c);
    }
  }
  // Where a line ends beside the table's edge, its cells stand beside their borders.
  const isOff = (r: number) =>
    drawing.slice(ys[r]! + 1, ys[r + 1]!).some((line) => line.length - 1 !== xs.at(-1));
  const off = Array.from({ length: height }, (_, r) => isOff(r));
  const boxes = new Map<number, { top: number; left: number; bottom: number; right: number }>();
  for (let slot = 0; slot < parent.length; slot++) {
    const [r, c] = [Math.floor(slot / width), slot % width];
    const box = boxes.get(find(slot)) ?? { top: r, left: c, bottom: r, right: c };
    boxes.set(find(slot), {
      top: Math.min(box.top, r),
      left: Math.min(box.left, c),
      bottom: Math.max(box.bottom, r),
      right: Math.max(box.right, c),
    });
  }
  return [...boxes.values()].map(({ top, left, bottom, right }) => {
    const text = drawing
      .slice(ys[top]! + 1, ys[bottom + 1]!)
      .map((line) => slice(line, xs[left]! + 1, xs[right + 1]!).trim())
      .join("\n")
      .trim();
    const at = lines[ys[top]! + 1]?.at ?? lines[0]!.at;
    return {
      text: unescapeMarkdown(text),
      at,
      row: top + 1,
      column: left + 1,
      rowSpan: bottom - top + 1,
      columnSpan: right - left + 1,
      ...(top === bottom && off[top] && { doubt: OFF }),
    };
  });
}

const OFF = { kind: "unreadable", reason: "merged-cell" } as const;
