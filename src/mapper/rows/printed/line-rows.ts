import type { Block, Place } from "../../../model/index.ts";
import { foldDigits, isTranslation } from "../../../printed/folding.ts";
import { hasDigits, isFilled } from "../../../printed/numbers.ts";
import { isPageNumber } from "../../../printed/page-numbers.ts";
import { everyMatch } from "../../../printed/matches.ts";
import { changesNumber, isRemark } from "../../../printed/remarks.ts";
import { statedUnit } from "../stated-units.ts";
import { addContext, MAXIMUM_FORM_ROWS, type FormRow, type RowState } from "../form-row.ts";

/** What separates the cells of a row within one line. */
const GAP = /[ \t\u00a0\u3000]+/u;
const RUN = /[-+]?\d(?:[\d\s\u00a0\u3000,.+-]*\d)?/gu;

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
    if (values.length === cells.length && values.length > 1) push(rows, state, index, "listed", values, at);
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

/** Whether a line holds a whole table, with labels and numbers in turn, and not just one row's label and numbers. */
function holdsRows(cells: readonly string[], last: number): boolean {
  const groups: number[] = [];
  for (let index = 1; index < cells.length - last; index++) {
    if (!isFilled(cells[index]!)) continue;
    if (isFilled(cells[index - 1]!) && groups.length > 0) groups[groups.length - 1]! += 1;
    else groups.push(1);
  }
  return groups.length >= 2 || (groups[0] === last && last >= 2);
}

function runsToRows(text: string, at: Place, index: number, state: RowState, rows: FormRow[]): void {
  if (!hasDigits(text)) {
    addContext(state, foldDigits(text));
    return;
  }
  const folded = withoutWords(foldDigits(text));
  const remarks = remarksIn(folded);
  let from = 0;
  for (const match of everyMatch(folded, RUN)) {
    let run = match[0];
    const after = folded.slice(match.index + run.length);
    // A number in brackets, (10), is the enumerator of the label that follows.
    if (/^\d{1,2}$/u.test(run) && folded[match.index - 1] === "(" && after.startsWith(")")) continue;
    // In `0000000` `2.其他法律…` and `0 12.其他` the last digit, or the number set apart, is the enumerator of the
    // label that follows.
    if (/^\s*[.、)](?!\d)/u.test(after)) run = run.replace(/(?:\s{1,4}\d{1,2}|\d)$/u, "").trimEnd();
    const before = folded.slice(from, match.index);
    if (run === "" || isWord(run, before, folded.slice(match.index + run.length))) continue;
    if (remarks.some(([start, end]) => start < match.index && match.index < end)) continue;
    addContext(state, before);
    from = match.index + run.length;
    const spaced = (match.index === 0 || /\s$/u.test(before)) && /^(?:\s|$)/u.test(folded.slice(from));
    const pieces = spaced ? run.split(/\s+/u) : [run];
    push(rows, state, index, "run", pieces, at, spaced);
    if (match.index === 0 && WORDS.test(after)) rows[rows.length - 1] = { ...rows.at(-1)!, leads: true };
  }
  addContext(state, folded.slice(from));
}

/** What may stand between two numbers that run together: a unit, and perhaps a remark on the first number. */
const COUNTED = "(?:人次|[件条项个次宗份篇笔])";
/** Words after a number, more than its unit: `485 54 17 条 5、信函`. */
const WORDS = new RegExp(
  String.raw`\p{sc=Han}{3}|^\s{0,40}${COUNTED}?\s[\s\d、.():]{0,40}\p{sc=Han}{2}`,
  "u",
);
const BETWEEN = new RegExp(
  String.raw`(?<=\d)\s{0,3}(?:${COUNTED}\s{0,3}(?:\(([^()]{2,60})\)\s{0,3})?|\(([^()]{2,60})\)\s{0,3})(?=\d)`,
  "gu",
);

/**
 * In 279增6, 12件3件 and 31（其中修订2件）5 the numbers run together; a unit, a remark or a sign written in words
 * separates them.
 */
function withoutWords(folded: string): string {
  return folded
    .replace(BETWEEN, (between, behindUnit?: string, alone?: string) => {
      const remark = behindUnit ?? alone;
      const harmless = remark === undefined || (isRemark(`(${remark})`) && !changesNumber(remark, ""));
      return harmless ? " " : between;
    })
    .replace(/(?<=\d)(?:增加?|\+)(?=\d)/gu, " +")
    .replace(/(?<=\d)减少?(?=\d)/gu, " -");
}

const BRACKETS = /\([^()]*\)/gu;

/** Where brackets with words in them begin and end: the 2021 in 上一年项目数量(指2021年事项数) is not a value. */
function remarksIn(text: string): readonly (readonly [start: number, end: number])[] {
  return everyMatch(text, BRACKETS)
    .filter(([remark]) => /\p{sc=Han}{2}/u.test(remark))
    .map((match) => [match.index, match.index + match[0].length] as const);
}

/**
 * Whether digits belong to a label: the year of a column (2014年度), the way things are counted (相同信息计1条),
 * “免予公开范围1”, 公开05表.
 */
function isWord(run: string, before: string, after: string): boolean {
  return (
    (/^20\d{2}$/u.test(run) && /^年/u.test(after)) ||
    (/^\d{1,3}$/u.test(run) && /(?:公开|财决|决算|附)$/u.test(before) && /^表/u.test(after)) ||
    (/^\d{1,2}$/u.test(run) && /^["”]/u.test(after) && /["“][^"”\d]{2,20}$/u.test(before)) ||
    (/^\d$/u.test(run) && /(?<![共合总统累])计$/u.test(before) && /^[条次件]/u.test(after))
  );
}

function push(
  rows: FormRow[],
  state: RowState,
  block: number,
  kind: FormRow["kind"],
  texts: readonly string[],
  at: Place,
  apart = false,
): void {
  if (rows.length < MAXIMUM_FORM_ROWS) {
    const unitAbove = statedUnit(state.units);
    rows.push({
      block,
      labels: [],
      context: state.context,
      ...(unitAbove === undefined ? {} : { unitAbove }),
      values: texts.map((text) => ({ text, at })),
      kind,
      ...(apart ? { apart } : {}),
      coveredBlank: false,
      headers: [],
      at,
    });
  }
  state.context = "";
}
