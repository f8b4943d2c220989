import type { Block, Place } from "../../../model/index.ts";
import { foldDigits, isTranslation } from "../../../printed/folding.ts";
import { isFilled } from "../../../printed/numbers.ts";
import { isUnit } from "../../../printed/units.ts";
import { isPageNumber } from "../../../printed/page-numbers.ts";
import { isRemark } from "../../../printed/remarks.ts";
import { addContext, type FormRow, type RowState } from "../form-row.ts";
import { holdsRows, rowOfLine, runsToRows } from "./run-rows.ts";

/** A line of headings has no more characters, and a header no more lines of one heading. */
const [HEADINGS, MOST_ABOVE] = [200, 48];

/** What separates the cells of a row within one line. */
const GAP = /[ \t\u00a0\u3000]+/u;

/**
 * Rows in lines without any table: one cell a line, a label and its numbers in one line, or page text in which
 * everything runs together. The text before a number is its context; only the form can say whether it ends in a label.
 * Returns the rows from the last one above on, which the line may continue.
 */
export function linesToRows(
  block: Extract<Block, { kind: "line" }>,
  index: number,
  state: RowState,
  last: FormRow | undefined,
): readonly FormRow[] {
  const above = last === undefined ? [] : [last];
  // Page converters leave a bar at the end of a cell's line, or one between the cells of a row: `行政许可 | 7`.
  const text = (block.text.includes("|") ? block.text.replaceAll("|", " ") : block.text).trim();
  const { at } = block;
  const list = last?.kind === "listed" ? last : undefined;
  // Where every cell's line ends in a bar, a line with only a bar is a blank cell.
  if (state.barred && block.text.trim() === "|") {
    if (state.context !== "") return [...above, rowOfLine(state, index, "listed", [""], at)];
    return list ? [continued(list, [""], at)] : above;
  }
  if (text === "" || isPageNumber(text) || isTranslation(text)) return above;
  state.barred = block.text.trimEnd().endsWith("|");
  const cells = text.split(GAP);
  const values = trailingValues(cells);
  // In text of one cell a line, a remark on a cell's number may stand on a line of its own.
  if (list && state.context === "" && isRemark(foldDigits(text))) return [remarked(list, text)];
  const own = valuesAlone(text, cells, values);
  if (own) {
    if (!list || !continues(own, state)) return [...above, rowOfLine(state, index, "listed", own, at)];
    state.context = "";
    return [continued(list, own, at)];
  }
  if (values.length > 0 && !/[。；]/u.test(text) && !holdsRows(cells, values.length)) {
    const label = cells.slice(0, cells.length - values.length).join(" ");
    addContext(state, label);
    state.above = [...state.above, label];
    return [...above, rowOfLine(state, index, "listed", values.map(foldDigits), at, true)];
  }
  if (text.length <= HEADINGS) state.above = [...state.above, ...block.text.split("|")].slice(-MOST_ABOVE);
  return [...above, ...runsToRows(text, at, index, state)];
}

/** The values of a line that prints nothing else; null where it does. */
function valuesAlone(
  text: string,
  cells: readonly string[],
  values: readonly string[],
): readonly string[] | null {
  const areAll = values.length === cells.length;
  if (!(cells.length === 1 ? areAll : isFilled(text))) return null;
  return areAll ? values : [text];
}

/**
 * Whether values belong to the row above: a single one with nothing between, or those behind a unit, where the row's
 * code stands before it.
 */
function continues(values: readonly string[], { context }: RowState): boolean {
  return context === "" ? values.length === 1 : isUnit(context);
}

/** A row with more values at its end. */
function continued(row: FormRow, texts: readonly string[], at: Place): FormRow {
  return { ...row, values: [...row.values, ...texts.map((text) => ({ text, at }))] };
}

/** A row with the remark that stands below it in its last cell. */
function remarked(row: FormRow, remark: string): FormRow {
  const cell = row.values.at(-1)!;
  return { ...row, values: [...row.values.slice(0, -1), { ...cell, text: `${cell.text}${remark}` }] };
}

/** The cells at the end of a line that are filled in. */
function trailingValues(cells: readonly string[]): readonly string[] {
  let start = cells.length;
  while (start > 0 && isFilled(cells[start - 1]!)) start -= 1;
  return cells.slice(start);
}
