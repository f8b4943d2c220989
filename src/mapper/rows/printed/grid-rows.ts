import type { Grid, GridCell } from "../../../model/index.ts";
import {
  addContext,
  MAXIMUM_FORM_ROWS,
  type FormRow,
  type FormRows,
  type FormHeader,
  type PrintedValue,
  type RowState,
} from "../form-row.ts";
import { isNumberAlone, isNumbering } from "../column-numbers.ts";
import { cutBelow, doubtBlanks, holdsNumbers, isRestOfRow } from "./astray.ts";
import { halvesOf } from "./halves.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { isPlain, isValue } from "../../../printed/numbers.ts";
import { isStatedUnit } from "../../../printed/units.ts";
import { noteUnits, statedUnit } from "../stated-units.ts";
import { rowsOf, labelsAndUnit, asValue, filledCells, isPageRow, withoutFillers } from "./row-cells.ts";
import { remarksOf, withRemark } from "./remark-column.ts";
import { cellKind, firstColumnOfValues, splitRow } from "./split-row.ts";
import { headerOf } from "./grid-header.ts";
import { withYearsAsLabels } from "./year-column.ts";

/** The rows of a grid, and the headers that hold for whatever follows it. */
export function gridToRows(
  grid: Grid,
  block: number,
  inherited: readonly FormHeader[],
  state: RowState,
): GridRows {
  const halves = halvesOf(grid);
  const parts = halves.map((half) => partToRows(half, block, halves.length > 1 ? [] : inherited, state));
  return {
    rows: parts.flatMap(({ rows }) => rows),
    worded: parts.flatMap(({ worded }) => worded),
    headers: parts.at(-1)!.headers,
  };
}

interface GridRows extends FormRows {
  readonly headers: readonly FormHeader[];
}

function partToRows(grid: Grid, block: number, inherited: readonly FormHeader[], state: RowState): GridRows {
  const rows: FormRow[] = [];
  const worded: FormRow[] = [];
  const printed = withYearsAsLabels(rowsOf(grid));
  const isRemark = remarksOf(printed);
  const table = isRemark ? printed.map((cells) => cells.filter((cell) => !isRemark(cell))) : printed;
  const kinds = table.map((cells) => cells.map(cellKind));
  const valueColumn = firstColumnOfValues(table, kinds);
  const coveredBlank = table.some((cells, index) => isCaptionWithBlanks(cells, table[index + 1] ?? []));
  let headers = inherited;
  let pending: GridCell[][] = [];
  let lines: readonly string[] = [];
  const above = () => {
    // A label that wraps over several rows is not a heading.
    const heading = pending.some((cells) =>
      cells.some((cell) => cell.column >= (valueColumn ?? 1) && cell.text.trim() !== ""),
    );
    if (heading) headers = [headerOf(pending), ...headers].slice(0, 8);
    pending = [];
  };
  table.forEach((cells, index) => {
    if (isNumbering(cells, table[index + 1])) return;
    const filled = filledCells(cells, index + 1);
    if (isPageRow(filled)) return;
    for (const text of saidOfBelow(filled)) noteUnits(state.units, text);
    const isLast = index === table.length - 1;
    if (grid.layout !== "aligned") cutAbove(rows, filled, valueColumn, headers[0]);
    const split = valueColumn === null ? null : splitRow(cells, kinds[index]!, valueColumn, isLast);
    // Where spaces alone make the columns, a line without numbers is the rest of a wrapped label.
    const wrapped = grid.layout === "aligned" && split?.values.every((cell) => cell.text === "");
    lines = linesAbove(grid, lines, split?.labels ?? filled);
    if (!split || wrapped) {
      pending.push(cells);
      addContext(state, textBegunIn(cells, index + 1));
      if (!wrapped && worded.length < MAXIMUM_FORM_ROWS)
        worded.push(...wordedRow(cells, valueColumn ?? 2, { block, row: index + 1 }));
      return;
    }
    above();
    if (isNumberAlone(cells, headers[0])) return;
    if (rows.length < MAXIMUM_FORM_ROWS) {
      const row = rowOf(
        {
          block,
          row: index + 1,
          context: state.context,
          kind: grid.layout === "aligned" ? "spaced" : "cells",
          coveredBlank,
          headers,
          at: split.values[0]!.at,
        },
        labelsAndUnit(grid.layout === "aligned" ? split.labels.flatMap(pieces) : split.labels),
        statedUnit(state.units),
        withRemark(valuesBeside(split), isRemark ? printed[index]!.find(isRemark) : undefined),
      );
      rows.push(grid.ragged ? raggedRow(row, lines) : row);
    }
    lines = [];
    state.context = "";
  });
  above();
  const last = rows.at(-1);
  if (last?.kind === "spaced") rows[rows.length - 1] = { ...last, rest: state.context };
  return { rows, worded, headers };
}

/** A header has no more cells. */
const MOST_ABOVE = 48;

/** The texts of a ragged grid since the row before, with those of more cells. */
function linesAbove(
  { ragged }: Grid,
  lines: readonly string[],
  cells: readonly GridCell[],
): readonly string[] {
  return ragged ? [...lines, ...wordsIn(cells)].slice(-MOST_ABOVE) : lines;
}

function raggedRow(row: FormRow, lines: readonly string[]): FormRow {
  return { ...row, ragged: true, ...(lines.length > 1 ? { above: lines } : {}) };
}

function textBegunIn(cells: readonly GridCell[], row: number): string {
  let text = "";
  for (const cell of cells) if (cell.row === row) text += cell.text;
  return text;
}

/** A row's values; the blank ones are in doubt where numbers stand in the cell of the label. */
function valuesBeside({ labels, values }: SplitRow): readonly PrintedValue[] {
  const own = values.map(asValue);
  return labels.some(holdsNumbers) ? doubtBlanks(own) : own;
}

type SplitRow = NonNullable<ReturnType<typeof splitRow>>;

/** Puts the row above in doubt if nothing but its rest stands in a row. */
function cutAbove(
  rows: FormRow[],
  filled: readonly GridCell[],
  valueColumn: number | null,
  header: FormHeader | undefined,
): void {
  const last = rows.at(-1);
  if (last && isRestOfRow(filled, valueColumn, header)) rows[rows.length - 1] = cutBelow(last);
}

function wordsIn(cells: readonly GridCell[]): readonly string[] {
  return cells.flatMap(({ text, filler }) => (filler || text.trim() === "" ? [] : [text]));
}

/** Pieces of a cell: where spaces alone part the columns, a group's name and the row's own label share a cell. */
function pieces(cell: GridCell): readonly GridCell[] {
  return cell.text.split("\n").map((text) => ({ ...cell, text }));
}

/** A row with words in the place of its values, kept for code that knows the label before them. */
function wordedRow(
  cells: readonly GridCell[],
  valueColumn: number,
  { block, row }: { readonly block: number; readonly row: number },
): readonly FormRow[] {
  // A remark may begin left of the values, in a cell that spans them.
  const start = cells.findIndex(
    ({ column, columnSpan }, index) =>
      column >= valueColumn || (index > 0 && column + columnSpan > valueColumn),
  );
  const values = start < 1 ? [] : withoutFillers(cells.slice(start));
  if (values.every((cell) => cell.text.trim() === "")) return [];
  return [
    {
      block,
      row,
      ...labelsAndUnit(cells.slice(0, start)),
      context: "",
      values: values.map(asValue),
      kind: "cells",
      coveredBlank: false,
      headers: [],
      at: values[0]!.at,
    },
  ];
}

/**
 * The texts of a row that may say something about the rows below: its only text, or texts with only a unit. The row is given
 * by its filled cells.
 */
function saidOfBelow(filled: readonly GridCell[]): readonly string[] {
  const texts = filled.map(({ text }) => text.trim());
  if (texts.length > 0 && texts.every((text) => text === texts[0])) return [texts[0]!];
  const statements = texts.filter(isStatement);
  return statements.length < 2 ? statements : [...new Set(statements)];
}

/** Whether a cell holds nothing but a unit, such as 单位：元 beside the table's name. */
function isStatement(text: string): boolean {
  return !isPlain(text) && MAY_STATE.test(text) && isStatedUnit(normalizeLabel(text));
}

/** A unit is stated in brackets or by 单位; words in nothing but other Chinese characters state none. */
const MAY_STATE = /[^\u4e00-\u9fff]|[单單]/u;

/** A row of all these parts. Nearly every row has no unit and no remark, and copying parts takes longer than reading them. */
function rowOf(
  place: Pick<FormRow, "block" | "row" | "context" | "kind" | "coveredBlank" | "headers" | "at">,
  { labels, unit }: Pick<FormRow, "labels" | "unit">,
  unitAbove: string | undefined,
  { values, remark }: Pick<FormRow, "values" | "remark">,
): FormRow {
  const { block, row, context, kind, coveredBlank, headers, at } = place;
  const plain = { block, row: row!, labels, context, values, kind, coveredBlank, headers, at };
  if (unit === undefined && unitAbove === undefined && remark === undefined) return plain;
  return {
    ...plain,
    ...(unit === undefined ? {} : { unit }),
    ...(unitAbove === undefined ? {} : { unitAbove }),
    ...(remark === undefined ? {} : { remark }),
  };
}

/** Whether a row is a caption whose covered cells were written empty: one text only, above a row of texts. */
function isCaptionWithBlanks(cells: readonly GridCell[], below: readonly GridCell[]): boolean {
  const [first, ...rest] = cells;
  if (
    first === undefined ||
    first.text.trim() === "" ||
    rest.length < 2 ||
    rest.some((cell) => cell.text.trim() !== "")
  )
    return false;
  const texts = new Set(below.map((cell) => cell.text.trim()).filter((text) => text !== ""));
  return texts.size >= 2 && [...texts].every((text) => !isValue(text));
}
