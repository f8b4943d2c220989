import type { Grid, LineToken, Token } from "../../model/index.ts";
import { outlineLevel } from "../../printed/enumerators.ts";
import { isValue } from "../../printed/numbers.ts";
import { isPageNumber } from "../../printed/page-numbers.ts";
import { displayWidth } from "../display.ts";
import { makeGrid, type PlacedCell } from "../grid.ts";
import { isBlank, lineAt, MAXIMUM_TABLE_ROWS, type Layout } from "../layout.ts";
import { chunks, printedLine, type Printed } from "../spaced/chunks.ts";
import { valueColumns } from "../spaced/columns.ts";
import { joinDigits } from "../spaced/digits.ts";
import { placeRow } from "../spaced/place.ts";
import { misalignment, valuesOf } from "../spaced/width.ts";
import { spreadRows } from "../spread.ts";
import { joinWrapped } from "../spaced/wrapped.ts";

/**
 * A table is taken to have ended after so many lines of a single piece: a label in a narrow column wraps over fewer.
 */
const QUIET = 12;

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
    if (!first || !standsInColumns(first.text)) return null;
    const { lines, end } = tableLines(tokens, index, first);
    if (isDelimited(lines)) return { grid: delimited(lines, table, first), next: end };
    const rows = joinDigits(inRightWidth(lines));
    const columns = valueColumns(rows);
    if (columns.length === 0) return null;
    const placed = isEven(rows, columns.length)
      ? rows.map(({ line, parts }) => ({ line, texts: parts.map(({ text }) => text) }))
      : withoutBlankLabels(joinWrapped(rows.map((row) => placeRow(row, columns))));
    return { grid: makeGrid("aligned", table, placed.flatMap(cellsOf), first.at), next: end };
  },
};

function standsInColumns(text: string): boolean {
  return /\S[ \u00a0\u3000\f]{2,}\S/u.test(text) && chunks(text, true).length >= 2 && !isProse(text);
}

/** The table's lines up to the last one in columns, and the token after it. */
function tableLines(
  tokens: readonly Token[],
  index: number,
  first: LineToken,
): { readonly lines: readonly Printed[]; readonly end: number } {
  const lines: Printed[] = [];
  let kept = 0;
  let end = index;
  let quiet = 0;
  let blank = false;
  let edge = Infinity;
  for (let next = index; next < tokens.length && lines.length < MAXIMUM_TABLE_ROWS; next++) {
    const line = lineAt(tokens, next);
    if (!line || isElsewhere(line, first)) break;
    if (isPageNumber(line.text)) continue;
    if (isBlank(line.text)) {
      blank = true;
      continue;
    }
    const printed = printedLine(line, true);
    const inColumns = printed.parts.length >= 2 || (!blank && isRestOfNumber(printed, edge));
    if (beginsBlock(printed, edge) || (blank && isTitle(printed))) break;
    quiet = inColumns ? 0 : quiet + 1;
    if (quiet > QUIET) break;
    blank = false;
    lines.push(printed);
    if (!inColumns) continue;
    kept = lines.length;
    end = next + 1;
    if (printed.numeric) edge = Math.min(edge, valueEdge(printedLine(line, false)));
  }
  return { lines: lines.slice(0, kept), end };
}

/**
 * Whether a line is on another page or set in another way, so that it does not belong to the table that `first` begins.
 */
function isElsewhere({ at, text }: LineToken, first: LineToken): boolean {
  return at.page !== first.at.page || OTHERWISE.test(text) || isProse(text);
}

/** Marks of another layout: a row with tabs or between bars, a border, or columns under runs of dashes. */
const OTHERWISE = /\t|^\s{0,9}(?:\|.*\||\+[-=]{2}|-{2,}\s+-{2,})/u;

/**
 * Whether a line holds only digits, right below the table and under its numbers, so that the last row's number may
 * continue there.
 */
function isRestOfNumber({ line, numeric }: Printed, edge: number): boolean {
  return numeric && printedLine(line, false).parts[0]!.start >= edge;
}

/** Whether a further header below the numbers begins a block whose columns stand elsewhere. */
function beginsBlock({ line, parts, numeric }: Printed, edge: number): boolean {
  return parts.length >= 2 && !numeric && edge < Infinity && reachesValues(line, edge);
}

/** A line such as 三、… after a gap is the title of a section. */
function isTitle({ line, parts, numeric }: Printed): boolean {
  return parts.length === 1 && !numeric && outlineLevel(line.text) === 1;
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

/** A line of running text: long and with a sentence's punctuation outside brackets. */
function isProse(text: string): boolean {
  const plain = text.replace(/[（(][^）)]*[）)]?/gu, "").trim();
  return /。|；|：.{10}/u.test(plain) && displayWidth(plain) > 40 && chunks(text, true).length < 4;
}

/**
 * Where a row's numbers begin when Chinese is counted as one column wide. Whichever width the program used, no label
 * ends right of it.
 */
function valueEdge({ parts }: Printed): number {
  return Math.min(Infinity, ...valuesOf(parts).map(({ start }) => start));
}

/**
 * Whether pieces of a line reach the numbers. Pieces that all stand left of them are the rest of wrapped labels:
 * `办理结果 1.属于国家秘密`.
 */
function reachesValues(line: LineToken, edge: number): boolean {
  return chunks(line.text, false).some(({ end }) => end > edge);
}

/**
 * The lines measured as the program that set their spaces did: with Chinese two columns wide or one, whichever puts the
 * numbers in line.
 */
function inRightWidth(rows: readonly Printed[]): readonly Printed[] {
  const narrow = rows.map(({ line }) => printedLine(line, false));
  return misalignment(narrow) < misalignment(rows) ? narrow : rows;
}

/**
 * From how many gaps on a constant number of spaces is taken for a delimiter, and how many spaces a delimiter may have.
 */
const SURE = 8;
const WIDEST_DELIMITER = 4;

/**
 * Whether the same number of spaces stands between all cells, whatever their width, so that nothing stands under each
 * other.
 */
function isDelimited(lines: readonly Printed[]): boolean {
  const gaps = lines.flatMap(
    ({ line }) => line.text.trimEnd().match(/(?<=\S)[ \u00a0]{2,}|^[ \u00a0]{1,}/gu) ?? [],
  );
  const [width = 0] = gaps.map(({ length }) => length);
  return gaps.length >= SURE && width <= WIDEST_DELIMITER && gaps.every(({ length }) => length === width);
}

function delimited(lines: readonly Printed[], table: number, first: LineToken): Grid {
  const rows = lines.map(({ line, parts }) => parts.map(({ text }) => ({ text, at: line.at })));
  return spreadRows("aligned", table, rows, first.at);
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
