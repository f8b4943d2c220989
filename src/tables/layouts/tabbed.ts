import type { LineToken } from "../../model/index.ts";
import { outlineLevel } from "../../printed/enumerators.ts";
import { isPageNumber } from "../../printed/page-numbers.ts";
import { isBlank, lineAt, MAXIMUM_TABLE_ROWS, type Layout } from "../layout.ts";
import type { RawCell } from "../grid.ts";
import { withinColumns } from "../longest.ts";
import { mergeRows } from "../merge.ts";
import { rowsOfFirstTable } from "../runs.ts";
import { spreadRows } from "../spread.ts";
import { completeHalves, firstValueColumn, trailingValues } from "../values.ts";

/** Rows are not padded beyond so many columns: no statutory table comes near, but hostile ones do. */
const MAXIMUM_WIDTH = 32;

/**
 * One row a line with tabs between cells, as pasted from a spreadsheet. The cells that a merge covers are gone or
 * written empty.
 */
export const tabbed: Layout = {
  id: "tabbed",
  description: "one row a line, tabs between cells",
  claim(tokens, index, table) {
    const first = lineAt(tokens, index);
    if (!first?.text.trimStart().includes("\t")) return null;
    const collected: RawCell[][] = [];
    const ends: number[] = [];
    let end = index;
    let tabbedRows = 0;
    let spaced = false;
    for (let next = index; next < tokens.length; next++) {
      const line = lineAt(tokens, next);
      if (!line || collected.length >= MAXIMUM_TABLE_ROWS) break;
      if (isBlank(line.text) && !line.text.includes("\t")) continue;
      if (isPageNumber(line.text)) continue;
      const gap = next - end;
      if (line.text.includes("\t")) {
        if (gap > 2) break;
        spaced ||= gap > 0 && collected.length > 0;
        const closed = quoted(tokens, next);
        collected.push(closed.cells);
        next = closed.last;
        tabbedRows += 1;
      } else if (
        // Where rows follow each other without blank lines, a text below a blank line is the title of the next table.
        (gap === 0 || (gap === 1 && spaced)) &&
        isCaption(line, lineAt(tokens, next + 1) ?? lineAt(tokens, next + 2))
      ) {
        collected.push([{ text: line.text.trim(), at: line.at }]);
      } else break;
      end = next + 1;
      ends.push(end);
    }
    if (tabbedRows < 2) return null;
    const closed = withoutEnds(collected);
    const own = closed.slice(0, rowsOfFirstTable(closed.map((row) => row.length)));
    const rows = withinColumns(completeHalves(own));
    const grid = coveredAreWritten(rows)
      ? mergeRows("tabbed", table, padded(rows), first.at)
      : spreadRows("tabbed", table, rows, first.at);
    return { grid, next: ends[rows.length - 1]! };
  },
};

/** The rows without the tab that ends each of them, headings and captions, too: no cell stands behind it. */
function withoutEnds(rows: readonly RawCell[][]): readonly RawCell[][] {
  const isEnded = rows.every((row) => row.length > 1 && row.at(-1)!.text === "");
  return isEnded ? rows.map((row) => row.slice(0, -1)) : rows;
}

/**
 * Whether covered cells are written empty. They are where every row with values is as long as the longest row and some
 * text has empty cells to its right that cannot be values: one before the first value, or two and more before another
 * text. Where covered cells are gone instead, an empty cell continues the one above it.
 */
function coveredAreWritten(rows: readonly (readonly RawCell[])[]): boolean {
  const texts = rows.map((row) => row.map((cell) => cell.text));
  const width = widest(rows);
  const data = texts.filter((row) => trailingValues(row) > 0 && row.some((text) => text !== ""));
  if (width > MAXIMUM_WIDTH || data.some((row) => row.length < width)) return false;
  const valueColumn = firstValueColumn(data) ?? 0;
  const beforeValues = data.some((row) =>
    row.some((text, column) => column + 1 < valueColumn && text !== "" && row[column + 1] === ""),
  );
  return (
    beforeValues ||
    texts.some((row, at) => /[^\t]\t{3,}[^\t]/u.test(row.join("\t")) && !continues(row, texts[at - 1] ?? []))
  );
}

/**
 * Whether the empty cells of a row continue a row of headings that left out the cells a merge covers: 合计 |
 * 公务用车费（三列） | 接待费.
 */
function continues(row: readonly string[], above: readonly string[]): boolean {
  const empty = row.filter((text) => text === "").length;
  return above.length >= 3 && above.length < row.length && !above.includes("") && empty < above.length;
}

/** Pads rows with empty cells, because editors cut tabs off the ends of lines. */
function padded(rows: readonly (readonly RawCell[])[]): readonly (readonly RawCell[])[] {
  const width = widest(rows);
  return rows.map((row) => [
    ...row,
    ...Array.from({ length: width - row.length }, () => ({ text: "", at: row[0]!.at })),
  ]);
}

function widest(rows: readonly (readonly RawCell[])[]): number {
  return Math.max(0, ...rows.map((row) => row.length));
}

/** 四、…, 第四部分 …, 四 …, and 4. …情况 begin a section. */
function isChapterTitle(text: string): boolean {
  return (
    outlineLevel(text) === 1 ||
    /^(?:第[一二三四五六七八九十]{1,3}(?:部分|章)|[一二三四五六七八九十]{1,2}[ \u3000]{1,4}(?=[\u4e00-\u9fff]{4}))/u.test(
      text,
    ) ||
    /^\d{1,2}[.、．]\s{0,4}[^\s。]{2,40}(?:情况|事项)$/u.test(text)
  );
}

/**
 * A row that is a single merged cell shows no tab. A line without tabs counts as one only where the table continues
 * right below it; 四、… is the title of a section.
 */
function isCaption(line: LineToken, next: LineToken | null): boolean {
  const text = line.text.trim();
  return (
    text.length <= 40 &&
    !/[。；;]$/u.test(text) &&
    !isChapterTitle(text) &&
    (next?.text.includes("\t") ?? false)
  );
}

/** Splits a row at tabs. A cell in double quotes may run over several lines (the spreadsheet's way to keep line breaks). */
function quoted(tokens: Parameters<Layout["claim"]>[0], index: number): { cells: RawCell[]; last: number } {
  const line = lineAt(tokens, index)!;
  let text = line.text;
  let last = index;
  while (
    (text.match(/(?:^|\t)"/gu)?.length ?? 0) > (text.match(/"(?:$|\t)/gmu)?.length ?? 0) &&
    last - index < 20
  ) {
    const more = lineAt(tokens, last + 1);
    if (!more) break;
    text += `\n${more.text}`;
    last += 1;
  }
  const balanced = (text.match(/"/gu)?.length ?? 0) % 2 === 0;
  if (!balanced) [text, last] = [line.text, index];
  const cells = text.split("\t").map((cell) => {
    const trimmed = cell.trim();
    const inner = balanced && /^".*"$/su.test(trimmed) ? trimmed.slice(1, -1).replaceAll('""', '"') : trimmed;
    return { text: inner, at: line.at };
  });
  return { cells, last };
}
