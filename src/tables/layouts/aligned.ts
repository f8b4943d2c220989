import type { LineToken } from "../../model/index.ts";
import { isValue } from "../../printed/numbers.ts";
import { makeGrid, type PlacedCell } from "../grid.ts";
import { lineAt, type Layout } from "../layout.ts";
import { narrowLines, printedLine, type Printed } from "../spaced/chunks.ts";
import { valueColumns } from "../spaced/columns.ts";
import { joinDigits } from "../spaced/digits.ts";
import { placeRow } from "../spaced/place.ts";
import { joinWrapped } from "../spaced/wrapped.ts";
import { alignedLines, inRightWidth, isRunningText } from "./aligned-lines.ts";
import { isDelimited, delimited } from "./delimited.ts";

/**
 * Columns made by spaces alone, as `pdftotext -layout` prints them. Numbers that stand under each other make the value
 * columns, and everything left of them is one label column. Every printed line becomes a row: a label that wraps over
 * several lines around its values is put together later, by code that knows the form's labels.
 */
export const aligned: Layout = {
  id: "aligned",
  description: "columns aligned with spaces",
  claim(tokens, index, table) {
    const first = lineAt(tokens, index);
    if (!first || !standsInColumns(first)) return null;
    const narrow = narrowLines();
    const { lines, end } = alignedLines(tokens, index, first, narrow);
    if (isDelimited(lines)) return { grid: delimited(lines, table, first), next: end };
    const rows = joinDigits(inRightWidth(lines, narrow));
    const columns = valueColumns(rows);
    if (columns.length === 0) return null;
    const placed = isEven(rows, columns.length)
      ? rows.map(({ line, parts }) => ({ line, texts: parts.map(({ text }) => text) }))
      : withoutBlankLabels(joinWrapped(rows.map((row) => placeRow(row, columns))));
    return { grid: makeGrid("aligned", table, placed.flatMap(cellsOf), first.at), next: end };
  },
};

function standsInColumns(line: LineToken): boolean {
  if (!/\S[ \u00a0\u3000\f]{2,}\S/u.test(line.text)) return false;
  const printed = printedLine(line, true);
  return printed.parts.length >= 2 && !isRunningText(printed);
}

/**
 * A table without labels, such as the one of reviews and lawsuits, has no column for them; a blank one would be a value
 * too many.
 */
function withoutBlankLabels<Row extends { readonly texts: readonly string[] }>(
  rows: readonly Row[],
): readonly Row[] {
  return rows.every(({ texts }) => texts[0] === "")
    ? rows.map((row) => ({ ...row, texts: row.texts.slice(1) }))
    : rows;
}

/**
 * Spaces stand between the cells, but they make no columns; where every row has as many cells, these are taken in
 * order.
 */
function isEven(rows: readonly Printed[], columns: number): boolean {
  const counts = new Set(rows.map(({ parts }) => parts.length));
  const [count] = counts;
  return (
    counts.size === 1 &&
    rows.length > 1 &&
    count! > columns &&
    rows.every(({ parts }) => !isValue(parts[0]!.text) || columns < count! - 1)
  );
}

/** The cells of a row: one text for each column. */
function cellsOf(
  { line: { at }, texts }: { readonly line: LineToken; readonly texts: readonly string[] },
  row: number,
): PlacedCell[] {
  return texts.map((text, column) => ({
    text,
    at,
    row: row + 1,
    column: column + 1,
    rowSpan: 1,
    columnSpan: 1,
  }));
}
