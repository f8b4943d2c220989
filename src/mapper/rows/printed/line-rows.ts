import type { Block, Place } from "../../../model/index.ts";
import { foldDigits, isTranslation } from "../../../printed/folding.ts";
import { isFilled } from "../../../printed/numbers.ts";
import { isUnit } from "../../../printed/units.ts";
import { isPageNumber } from "../../../printed/page-numbers.ts";
import { isRemark } from "../../../printed/remarks.ts";
import { addContext, type FormRow, type RowState } from "../form-row.ts";
import { push, holdsRows, runsToRows } from "./run-rows.ts";

/** What separates the cells of a row within one line. */
const GAP = /[ \t\u00a0\u3000]+/u;

/**
 * Rows in lines without any table: one cell a line, a label and its numbers in one line, or page text in which
 * everything runs together. The text before a number is its context; only the form can say whether it ends in a label.
 */
export function linesToRows(
  block: Extract<Block, { kind: "line" }>,
  index: number,
  state: RowState,
  rows: FormRow[],
): void {
  // Page converters leave a bar at the end of a cell's line, or one between the cells of a row: `行政许可 | 7`.
  const text = block.text.replaceAll("|", " ").trim();
  const { at } = block;
  if (text === "" && state.barred && block.text.trim() === "|") blankCell(rows, state, index, at);
  if (text === "" || isPageNumber(text) || isTranslation(text)) return;
  state.barred = block.text.trimEnd().endsWith("|");
  const cells = text.split(GAP);
  const values = trailingValues(cells);
  const last = rows.at(-1);
  // In text of one cell a line, a remark on a cell's number may stand on a line of its own.
  if (state.context === "" && last?.kind === "listed" && isRemark(foldDigits(text))) {
    remarked(rows, last, text);
    return;
  }
  if (isFilled(text)) {
    // The row's code stands before its unit, and its numbers behind it.
    if (last?.kind === "listed" && state.context !== "" && isUnit(state.context)) {
      const behind = values.length === cells.length ? values : [text];
      const more = behind.map((value) => ({ text: value, at }));
      rows[rows.length - 1] = { ...last, values: [...last.values, ...more] };
      state.context = "";
    } else if (values.length === cells.length && values.length > 1)
      push(rows, state, index, "listed", values, at);
    else if (state.context === "" && last?.kind === "listed")
      rows[rows.length - 1] = { ...last, values: [...last.values, { text, at }] };
    else push(rows, state, index, "listed", [text], at);
    return;
  }
  if (values.length > 0 && !/[。；]/u.test(text) && !holdsRows(cells, values.length)) {
    addContext(state, cells.slice(0, cells.length - values.length).join(" "));
    push(rows, state, index, "listed", values.map(foldDigits), at, true);
    return;
  }
  runsToRows(text, at, index, state, rows);
}

/** Adds the remark that stands below a row to its last cell. */
function remarked(rows: FormRow[], row: FormRow, remark: string): void {
  const cell = row.values.at(-1)!;
  rows[rows.length - 1] = {
    ...row,
    values: [...row.values.slice(0, -1), { ...cell, text: `${cell.text}${remark}` }],
  };
}

/** Where every cell's line ends in a bar, a line with only a bar is a blank cell. */
function blankCell(rows: FormRow[], state: RowState, index: number, at: Place): void {
  const last = rows.at(-1);
  if (state.context !== "") push(rows, state, index, "listed", [""], at);
  else if (last?.kind === "listed")
    rows[rows.length - 1] = { ...last, values: [...last.values, { text: "", at }] };
}

/** The cells at the end of a line that are filled in. */
function trailingValues(cells: readonly string[]): readonly string[] {
  let start = cells.length;
  while (start > 0 && isFilled(cells[start - 1]!)) start -= 1;
  return cells.slice(start);
}
