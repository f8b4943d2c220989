import type { Grid, Place } from "../model/index.ts";
import { makeGrid, regionOf, type PlacedCell, type RawCell } from "./grid.ts";
import { isNumber, isValue } from "../printed/numbers.ts";
import { firstValueColumn, halvesAmong, onlyValuesFollow, trailingValues } from "./values.ts";

/**
 * Rebuilds merges in a table whose cells all have their column, but in which covered cells were written empty or as
 * copies (pipe tables, columns made by spaces). In header rows an empty cell continues the cell above it first, then
 * the one to its left. Among the labels of the body it is the other way round: 四、结转 takes the two columns beside
 * it, and （七）总计 does not take the row below.
 */
export function mergeRows(
  layout: string,
  table: number,
  rows: readonly (readonly RawCell[])[],
  at: Place,
): Grid {
  const texts = rows.map((row) => row.map((cell) => cell.text.trim()));
  const counts = texts.map(trailingValues);
  const allHalves = halvesAmong(texts, counts);
  const filled = texts.findIndex(
    (row, index) =>
      allHalves[index]!.last > 0 ||
      (counts[index]! > 0 && row.some((text) => text !== "" && isValue(text))) ||
      isRemarked(row),
  );
  const blankLast =
    texts.length > 1 && texts.at(-1)!.length > 1 && texts.at(-1)!.every((text) => text === "");
  const blank = blankLast
    ? texts.length - 1
    : texts.findIndex((row, index) => counts[index]! > 0 && row.some((text) => text !== ""));
  const firstData = filled === -1 ? blank : filled;
  const halves = firstData === -1 ? allHalves : allHalves.slice(firstData);
  const lastHalf = Math.max(0, ...halves.map(({ last }) => last));
  const valueColumn =
    firstData === -1
      ? Infinity
      : filled === -1 && blankLast
        ? 0
        : Math.max(firstValueColumn(texts.slice(firstData), counts.slice(firstData)) ?? Infinity, lastHalf);
  const edge = Math.max(...texts.map((row) => row.findLastIndex((text) => text !== "")));
  const regions: PlacedCell[] = [];
  const owner: (PlacedCell | undefined)[][] = rows.map(() => []);

  // A block further down has header rows of its own, with texts where other rows have values.
  const headers = texts.map(
    (row, r) => firstData === -1 || r < firstData || isHeaderRow(row.slice(valueColumn)),
  );

  const blanks = blankRows(texts);
  const ends = new Set(halves.flatMap((half) => half.ends));
  rows.forEach((row, r) => {
    const header = headers[r]!;
    row.forEach((cell, c) => {
      const text = texts[r]![c]!;
      const left = owner[r]![c - 1];
      const above = owner[r - 1]?.[c];
      // A number among labels is the value of another half of the table, laid out beside this one.
      const place = header || (c < valueColumn && !isNumber(text));
      const joins = !header || headers[(above?.row ?? 0) - 1] === true;
      const blank = !header && text === "" && ends.has(c);
      const down =
        place && !blank && above && joins && !(blanks[r]! && c > 0) && fitsBelow(above, r, texts[r]!, text)
          ? above
          : undefined;
      const across =
        place &&
        left &&
        (!blank || onlyValuesFollow(texts[r]!, c)) &&
        c <= edge && // beyond it nothing is printed
        left.row === r + 1 &&
        left.text.trim() !== "" &&
        (header || !isNumber(left.text)) &&
        covers(left, text, header, texts[r]!, c)
          ? left
          : undefined;
      const region = header ? (down ?? across) : (across ?? down);
      if (region) {
        const grown = region === across ? widen(region, c + 1) : deepen(region, r + 1);
        replace(owner, regions, region, grown);
        owner[r]![c] = grown;
        return;
      }
      const placed = regionOf(cell, r + 1, c + 1);
      regions.push(placed);
      owner[r]![c] = placed;
    });
  });
  return makeGrid(layout, table, rectangular(regions, owner), at);
}

/** Whether a row of numbers ends in a remark. Years may be headings: 2022 | 2023 | 备注. */
function isRemarked(row: readonly string[]): boolean {
  const values = row.slice(1, -1);
  const numbers = values.filter((text) => isNumber(text) && !/^20\d\d$/u.test(text));
  return (
    numbers.length > 1 &&
    values.every(isValue) &&
    !isValue(row[0]!) &&
    row.length > 1 &&
    !isValue(row.at(-1)!)
  );
}

/**
 * Whether a row holds a label alone and stands below a row with a text in every cell: its other cells are blank values
 * and continue no heading.
 */
function blankRows(texts: readonly (readonly string[])[]): readonly boolean[] {
  let below = false;
  return texts.map(([label = "", ...rest]) => {
    const blank = label !== "" && rest.length > 1 && rest.every((text) => text === "");
    below = blank ? below : label !== "" && rest.every((text) => text !== "");
    return blank && below;
  });
}

/** Whether a row has texts and nothing that could be a value. One odd cell among numbers makes no header. */
function isHeaderRow(texts: readonly string[]): boolean {
  return texts.some((text) => !isValue(text)) && texts.every((text) => text === "" || !isValue(text));
}

/** Whether all of the region's columns are empty in this row, or all are copies of the region. */
function fitsBelow(region: PlacedCell, row: number, texts: readonly string[], text: string): boolean {
  if (region.row + region.rowSpan < row + 1 && region.rowSpan !== row + 1 - region.row) return false;
  const own = region.text.trim();
  if (own === "" || (text !== "" && text !== own)) return false;
  for (let c = region.column - 1; c < region.column - 1 + region.columnSpan; c++) {
    if ((texts[c] ?? "") !== text) return false;
  }
  return true;
}

/** A single label followed by nothing but empty cells may be a caption or a row of blanks, so it is left alone. */
function covers(
  left: PlacedCell,
  text: string,
  header: boolean,
  texts: readonly string[],
  column: number,
): boolean {
  if (text !== "") return text === left.text.trim();
  if (!header) return true;
  return texts.some((other, index) => other !== "" && index !== left.column - 1) || column < 0;
}

function widen(region: PlacedCell, column: number): PlacedCell {
  return { ...region, columnSpan: Math.max(region.columnSpan, column - region.column + 1) };
}

function deepen(region: PlacedCell, row: number): PlacedCell {
  return { ...region, rowSpan: Math.max(region.rowSpan, row - region.row + 1) };
}

function replace(
  owner: (PlacedCell | undefined)[][],
  regions: PlacedCell[],
  old: PlacedCell,
  grown: PlacedCell,
): void {
  regions[regions.lastIndexOf(old)] = grown;
  for (let r = old.row - 1; r < old.row - 1 + old.rowSpan; r++) {
    const row = owner[r]!;
    for (let c = old.column - 1; c < old.column - 1 + old.columnSpan; c++) if (row[c] === old) row[c] = grown;
  }
}

/** Regions grow cell by cell; one that did not become a full rectangle is cut back to its first cell. */
function rectangular(
  regions: readonly PlacedCell[],
  owner: readonly (readonly (PlacedCell | undefined)[])[],
): PlacedCell[] {
  return regions.map((region) => {
    for (let r = region.row - 1; r < region.row - 1 + region.rowSpan; r++) {
      for (let c = region.column - 1; c < region.column - 1 + region.columnSpan; c++) {
        if (owner[r]?.[c] !== region) return { ...region, rowSpan: 1, columnSpan: 1 };
      }
    }
    return region;
  });
}
