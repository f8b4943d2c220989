import type { LineToken, Token } from "../../model/index.ts";
import { outlineLevel } from "../../printed/enumerators.ts";
import { isValue } from "../../printed/numbers.ts";
import { isPageNumber } from "../../printed/page-numbers.ts";
import { displayWidth } from "../display.ts";
import { isBlank, lineAt, MAXIMUM_TABLE_ROWS } from "../layout.ts";
import { chunks, printedLine, type Printed } from "../spaced/chunks.ts";
import { misalignment, valuesOf } from "../spaced/width.ts";

/**
 * A table is taken to have ended after so many lines of a single piece: a label in a narrow column wraps over fewer.
 */
const QUIET = 12;

/** The table's lines up to the last one in columns, and the token after it. */
export function alignedLines(
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
  return at.page !== first.at.page || OTHERWISE.test(text) || isSentence(text) || holdsList(text);
}

/**
 * Whether a line holds a whole list, its labels and numbers in turn: 主动公开数  12  其中：网站  9  公报  3. Spaces part
 * its cells and make no columns.
 */
export function holdsList(text: string): boolean {
  const parts = chunks(text, true);
  const labels = parts.filter(
    (part, index) => LABEL.test(part.text) && index > 0 && isValue(parts[index - 1]!.text),
  );
  return labels.length >= FEWEST_LABELS;
}

/** Two halves side by side have one label behind a number. */
const FEWEST_LABELS = 2;
const LABEL = /[\u4e00-\u9fff]{3}/u;

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

/** A line of running text: long and with a sentence's punctuation outside brackets. */
export function isSentence(text: string): boolean {
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
export function inRightWidth(rows: readonly Printed[]): readonly Printed[] {
  const narrow = rows.map(({ line }) => printedLine(line, false));
  return misalignment(narrow) < misalignment(rows) ? narrow : rows;
}
