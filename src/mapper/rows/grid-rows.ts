import type { Grid, GridCell } from "../../model/index.ts";
import {
  addContext,
  MAXIMUM_FORM_ROWS,
  thisYear,
  YEAR,
  type FormRow,
  type FormHeader,
  type PrintedValue,
  type RowState,
} from "./form-row.ts";
import { isNumberAlone, isNumbering } from "./column-numbers.ts";
import { halvesOf } from "./halves.ts";
import { withoutEnumerator } from "../../printed/enumerators.ts";
import { normalizeLabel } from "../../printed/folding.ts";
import { isNumber, isPlain, isStandIn, isValue } from "../../printed/numbers.ts";
import { isStatedUnit, isUnit, unitNamed } from "../../printed/units.ts";
import { noteUnits, statedUnit, type StatedUnits } from "./stated-units.ts";

/** The rows of a grid that have values. Returns the headers that hold for whatever follows the grid. */
export function gridToRows(
  grid: Grid,
  block: number,
  inherited: readonly FormHeader[],
  state: RowState,
  rows: FormRow[],
): readonly FormHeader[] {
  const halves = halvesOf(grid);
  const headers = halves.map((half) =>
    partToRows(half, block, halves.length > 1 ? [] : inherited, state, rows),
  );
  return headers.at(-1)!;
}

function partToRows(
  grid: Grid,
  block: number,
  inherited: readonly FormHeader[],
  state: RowState,
  rows: FormRow[],
): readonly FormHeader[] {
  const table = rowsOf(grid);
  const kinds = table.map((cells) => cells.map(kindOf));
  const valueColumn = firstValueColumn(table, kinds);
  const coveredBlank = table.some((cells, index) => isCaptionWithBlanks(cells, table[index + 1] ?? []));
  let headers = inherited;
  let pending: GridCell[][] = [];
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
    const own = cells.filter((cell) => cell.row === index + 1);
    for (const text of saidOfBelow(own)) noteUnits(state.units, text);
    const isLast = index === table.length - 1;
    const split = valueColumn === null ? null : splitRow(cells, kinds[index]!, valueColumn, isLast);
    // Where spaces alone make the columns, a line without numbers is the rest of a wrapped label.
    const wrapped = grid.layout === "aligned" && split?.values.every((cell) => cell.text === "");
    if (!split || wrapped) {
      pending.push(cells);
      addContext(state, own.map((cell) => cell.text).join(""));
      if (!wrapped && state.worded.length < MAXIMUM_FORM_ROWS)
        state.worded.push(...wordedRow(cells, valueColumn ?? 2, { block, row: index + 1 }));
      return;
    }
    above();
    if (isNumberAlone(cells, headers[0])) return;
    if (rows.length < MAXIMUM_FORM_ROWS)
      rows.push({
        block,
        row: index + 1,
        ...labelsAndUnit(grid.layout === "aligned" ? split.labels.flatMap(pieces) : split.labels),
        context: state.context,
        ...unitAbove(state.units),
        values: split.values.map((cell) => printed(cell)),
        kind: grid.layout === "aligned" ? "spaced" : "cells",
        coveredBlank,
        headers,
        at: split.values[0]!.at,
      });
    state.context = "";
  });
  above();
  const last = rows.at(-1);
  if (last?.block === block && last.kind === "spaced")
    rows[rows.length - 1] = { ...last, rest: state.context };
  return headers;
}

/** Pieces of a cell: where spaces alone part the columns, a group's name and the row's own label share a cell. */
function pieces(cell: GridCell): readonly GridCell[] {
  return cell.text.split("\n").map((text) => ({ ...cell, text }));
}

/** The texts left of the values. A cell that holds only the unit, or a dash in its place, is not a label. */
export function labelsAndUnit(cells: readonly GridCell[]): Pick<FormRow, "labels" | "unit"> {
  const labels: string[] = [];
  let unit: string | undefined;
  let isFirst = true;
  for (const cell of cells) {
    const plain = withoutEnumerator(normalizeLabel(cell.text));
    const text = plain.endsWith(":") ? plain.slice(0, -1) : plain;
    if (text === "") continue;
    const named = isFirst ? undefined : (unitNamed(text) ?? (isUnit(text) ? text : undefined));
    if (named !== undefined) unit ??= named;
    else if (isFirst || !/^[-—]+$/u.test(text)) labels.push(text);
    isFirst = false;
  }
  return unit === undefined ? { labels } : { labels, unit };
}

/** A row with words in the place of its values, kept for code that knows the label before them. */
function wordedRow(
  cells: readonly GridCell[],
  valueColumn: number,
  { block, row }: { readonly block: number; readonly row: number },
): readonly FormRow[] {
  const start = cells.findIndex((cell) => cell.column >= valueColumn);
  const values = start < 1 ? [] : withoutFillers(cells.slice(start));
  if (values.every((cell) => cell.text.trim() === "")) return [];
  return [
    {
      block,
      row,
      ...labelsAndUnit(cells.slice(0, start)),
      context: "",
      values: values.map(printed),
      kind: "cells",
      coveredBlank: false,
      headers: [],
      at: values[0]!.at,
    },
  ];
}

/** The texts of a row that may say something about the rows below: its only text, or texts with only a unit. */
function saidOfBelow(cells: readonly GridCell[]): readonly string[] {
  const texts = cells.map(({ text }) => text.trim()).filter((text) => text !== "");
  if (texts.length > 0 && texts.every((text) => text === texts[0])) return [texts[0]!];
  return [...new Set(texts.filter(isStatement))];
}

/** Whether a cell holds nothing but a unit, such as 单位：元 beside the table's name. */
function isStatement(text: string): boolean {
  return !isPlain(text) && isStatedUnit(normalizeLabel(text));
}

function unitAbove(units: StatedUnits): Pick<FormRow, "unitAbove"> {
  const unit = statedUnit(units);
  return unit === undefined ? {} : { unitAbove: unit };
}

/** A cell as the value of a row. */
export function printed(cell: GridCell): PrintedValue {
  const { text, at, column, columnSpan, doubt } = cell;
  const merged = cell.rowSpan > 1 && text.trim() !== "";
  if (!doubt && !merged) return { text, at, column, columnSpan };
  return { text, at, column, columnSpan, ...(doubt ? { doubt } : {}), ...(merged ? { merged } : {}) };
}

/** For each grid row the regions that cover it, left to right. */
export function rowsOf(grid: Grid): GridCell[][] {
  const table: GridCell[][] = Array.from({ length: grid.height }, () => []);
  for (const cell of grid.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) table[row - 1]?.push(cell);
  }
  for (const cells of table) if (!isInOrder(cells)) cells.sort((a, b) => a.column - b.column);
  return table;
}

function isInOrder(cells: readonly GridCell[]): boolean {
  return cells.every(({ column }, index) => index === 0 || column >= cells[index - 1]!.column);
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

/** The grid column where values begin, by vote of the rows that end in numbers or, in blank forms, in empty cells. */
function firstValueColumn(table: readonly (readonly GridCell[])[], kinds: readonly Kinds[]): number | null {
  const votes = new Map<number, number>();
  const starts = kinds.map((own) => own.lastIndexOf("words") + 1);
  const vote = (isCounted: (cells: readonly GridCell[], start: number, own: Kinds) => boolean) => {
    for (const [index, cells] of table.entries()) {
      const start = starts[index]!;
      if (start === cells.length || !isCounted(cells, start, kinds[index]!)) continue;
      const { column } = cells[start]!;
      votes.set(column, (votes.get(column) ?? 0) + 1);
    }
  };
  // A row with only its number, as below the end of the shorter of two halves, has a blank label and does not vote.
  vote(
    (cells, start, own) => own.includes("number", start) && (start > 0 || cells[start]!.text.trim() !== ""),
  );
  if (votes.size === 0) vote((_, start, own) => own.includes("number", start));
  if (votes.size === 0) vote((cells, start) => cells.length - start >= 2 && cells[start]!.column > 1);
  if (
    votes.size === 0 &&
    table.length > 1 &&
    table.at(-1)!.length > 1 &&
    table.at(-1)!.every((cell) => isValue(cell.text))
  )
    return 1;
  return [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? null;
}

/** Labels and values of a row; null where it has no values: a header, a caption, a group's label alone. */
function splitRow(cells: readonly GridCell[], kinds: Kinds, valueColumn: number, last: boolean) {
  // A number alone over the whole width was parted from its label, as by an empty line in text of one cell a line.
  if (cells.length === 1 && valueColumn > 1 && isFilledIn(kinds[0]!)) return { labels: [], values: cells };
  // A value merged over the label columns before it still ends among the values.
  let start = cells.findIndex(
    (cell, at) =>
      cell.column >= valueColumn ||
      (cell.column > 1 && cell.column + cell.columnSpan > valueColumn && isFilledIn(kinds[at]!)),
  );
  if (start < 0) return null;
  // A fragment before a label may push it to the right (（三）不 | 4.保护第三方合法权益 | 0 …).
  const lastFilled = kinds.findLastIndex(isFilledIn);
  while (start < lastFilled && kinds[start] === "words" && LABEL.test(cells[start]!.text)) start += 1;
  // A row whose labels were lost may begin with its values.
  while (start > 0 && isFilledIn(kinds[start - 1]!)) start -= 1;
  const [labels, values] = [cells.slice(0, start), withoutFillers(cells.slice(start))];
  let [numbers, texts] = [0, 0];
  for (let at = start; at < start + values.length; at++) {
    if (isFilledIn(kinds[at]!)) numbers += 1;
    else if (kinds[at] === "words") texts += 1;
  }
  if (
    numbers === 0 &&
    (texts > 0 || (labels.every((cell) => cell.text.trim() === "") && !(valueColumn === 1 && last)))
  )
    return null;
  return texts > numbers || values.length === 0 ? null : { labels, values };
}

/** What each cell of a row holds, found out once. */
type Kinds = readonly CellKind[];
type CellKind = "number" | "mark" | "empty" | "words";

/** A mark stands for a number, even as unreadable ink: a dash on a scan that was not made out is no label. */
function kindOf({ text, doubt }: GridCell): CellKind {
  if (isNumber(text)) return "number";
  if (isStandIn(text)) return "mark";
  if (doubt?.kind === "unreadable" && text.trim() !== "" && !/\p{Script=Han}/u.test(text)) return "mark";
  return isValue(text) ? "empty" : "words";
}

function isFilledIn(kind: CellKind): boolean {
  return kind === "number" || kind === "mark";
}

/** A row shorter than its grid ends where its last printed cell ends; the filling after it is no blank value. */
export function withoutFillers(cells: readonly GridCell[]): readonly GridCell[] {
  const end = cells.findLastIndex((cell) => cell.filler !== true) + 1;
  return end === cells.length ? cells : cells.slice(0, end);
}

/** Three Chinese characters, with anything between them. */
const LABEL = /[\u4e00-\u9fff].*[\u4e00-\u9fff].*[\u4e00-\u9fff]/su;

/** Header rows that stand above each other, as the columns that they make. */
export function headerOf(rows: readonly (readonly GridCell[])[]): FormHeader {
  // A cell merged over several of the rows stands only in the first of them.
  const found = new Set<GridCell>();
  for (const row of rows) for (const cell of row) found.add(cell);
  const cells = [...found];
  const normalized = cells.map(({ text }) => normalizeLabel(text));
  const named = new Set(
    normalized.flatMap((text) => (text.includes("年度") ? (text.match(YEAR) ?? []) : [])),
  );
  const printed = named.size === 1 ? normalized.map(thisYear) : normalized;
  return {
    foreign: false,
    columns: rows.at(-1)!.map((cell) => {
      const { column, columnSpan } = cell;
      const isAbove = (other: GridCell) =>
        other.column < column + columnSpan && other.column + other.columnSpan > column;
      const texts = printed.filter((_, at) => isAbove(cells[at]!));
      const leaf = printed[cells.indexOf(cell)]! || (texts.findLast((own) => own !== "") ?? "");
      return { column, columnSpan, text: texts.join(""), texts, leaf };
    }),
  };
}
