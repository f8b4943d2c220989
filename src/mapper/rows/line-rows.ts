import type { Block, Place } from "../../model/index.ts";
import { foldDigits } from "../../printed/folding.ts";
import { readValue } from "../../printed/numbers.ts";
import { isPageNumber } from "../../printed/page-numbers.ts";
import { addContext, MAXIMUM_ROWS, type FormRow } from "./form-row.ts";

const VALUE = String.raw`(?:[-+]?\d[\d,.]*(?:[件条次个元万项篇起宗]{0,2})|[-—–－]{1,2}|[/／]|无)`;
const ROW_LINE = new RegExp(
  String.raw`^(.*?[^\d\s,.+\-/])((?:[ \t\u00a0\u3000]+${VALUE})+)[ \t\u00a0\u3000]*$`,
  "u",
);
const VALUES_LINE = new RegExp(String.raw`^${VALUE}(?:[ \t\u00a0\u3000]+${VALUE})+$`, "u");
const RUN = /[-+]?\d(?:[\d\s\u00a0\u3000,.+-]*\d)?/gu;

/**
 * Rows in lines without any table: one cell a line, a label and its numbers in one line, or page text in which
 * everything runs together. What precedes a number is its context; whether that ends in a label is the form's to say.
 */
export function linesToRows(
  block: Extract<Block, { kind: "line" }>,
  index: number,
  state: { context: string },
  rows: FormRow[],
): void {
  // Page converters leave a bar at the end of a cell's line, or one between the cells of a row: `行政许可 | 7`.
  const text = block.text.replace(/[\s|]*\|[\s|]*/gu, " ").trim();
  if (text === "" || isPageNumber(text)) return;
  const { at } = block;
  const whole = readValue(text);
  if (whole.status === "given" || whole.status === "dash" || whole.status === "not-applicable") {
    const last = rows.at(-1);
    if (state.context === "" && last?.kind === "listed")
      rows[rows.length - 1] = { ...last, values: [...last.values, { text, at }] };
    else push(rows, state, index, "listed", [text], at);
    return;
  }
  if (VALUES_LINE.test(foldDigits(text))) {
    const values = foldDigits(text).split(/[ \t\u00a0\u3000]+/u);
    push(rows, state, index, "listed", values, at);
    return;
  }
  const line = ROW_LINE.exec(foldDigits(text));
  if (line && !/[。；]/u.test(text)) {
    addContext(state, line[1]!);
    const values = line[2]!.trim().split(/[ \t\u00a0\u3000]+/u);
    push(rows, state, index, "listed", values, at);
    return;
  }
  runsToRows(text, at, index, state, rows);
}

function runsToRows(
  text: string,
  at: Place,
  index: number,
  state: { context: string },
  rows: FormRow[],
): void {
  const folded = foldDigits(text);
  let from = 0;
  for (const match of folded.matchAll(RUN)) {
    let run = match[0];
    const after = folded.slice(match.index + run.length);
    // `0000000` `2.其他法律…`: the last digit counts the label that follows.
    if (/^\s*[.、)](?!\d)/u.test(after)) run = run.slice(0, -1).trimEnd();
    const before = folded.slice(from, match.index);
    if (run === "" || isWord(run, before, folded.slice(match.index + run.length))) continue;
    addContext(state, before);
    from = match.index + run.length;
    const spaced = (match.index === 0 || /\s$/u.test(before)) && /^(?:\s|$)/u.test(folded.slice(from));
    const pieces = spaced ? run.split(/\s+/u) : [run];
    push(rows, state, index, "run", pieces, at);
  }
  addContext(state, folded.slice(from));
}

/** Digits that belong to a label: the year of a column (2014年度), how things are counted (相同信息计1条). */
function isWord(run: string, before: string, after: string): boolean {
  return (
    (/^20\d{2}$/u.test(run) && /^年度/u.test(after)) ||
    (/^\d$/u.test(run) && /(?<![共合总统累])计$/u.test(before) && /^[条次件]/u.test(after))
  );
}

function push(
  rows: FormRow[],
  state: { context: string },
  block: number,
  kind: FormRow["kind"],
  texts: readonly string[],
  at: Place,
): void {
  if (rows.length < MAXIMUM_ROWS) {
    rows.push({
      block,
      labels: [],
      context: state.context,
      values: texts.map((text) => ({ text, at })),
      kind,
      coveredBlank: false,
      headers: [],
      at,
    });
  }
  state.context = "";
}
