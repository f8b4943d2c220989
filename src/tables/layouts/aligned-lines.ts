import type { LineToken, Token } from "../../model/index.ts";
import { outlineLevel } from "../../printed/enumerators.ts";
import { isValue } from "../../printed/numbers.ts";
import { isPageNumber } from "../../printed/page-numbers.ts";
import { displayWidth } from "../display.ts";
import { isBlank, lineAt, MAXIMUM_TABLE_ROWS } from "../layout.ts";
import { printedLine, type Printed } from "../spaced/chunks.ts";
import { misalignment } from "../spaced/width.ts";

/**
 * A table is taken to have ended after so many lines of a single piece: a label in a narrow column wraps over fewer.
 */
const QUIET = 12;

/** A line measured with Chinese one column wide. */
type Narrow = (line: LineToken) => Printed;

/** The table's lines up to the last one in columns, and the token after it. */
export function alignedLines(
  tokens: readonly Token[],
  index: number,
  first: LineToken,
  narrow: Narrow,
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
    const inColumns = printed.parts.length >= 2 || (!blank && isRestOfNumber(printed, edge, narrow));
    if (isRunningText(printed) || beginsBlock(printed, edge, narrow) || (blank && isTitle(printed))) break;
    quiet = inColumns ? 0 : quiet + 1;
    if (quiet > QUIET) break;
    blank = false;
    lines.push(printed);
    if (!inColumns) continue;
    kept = lines.length;
    end = next + 1;
    if (printed.numeric) edge = Math.min(edge, valueEdge(narrow(line)));
  }
  return { lines: lines.slice(0, kept), end };
}

/**
 * Whether a line is on another page or set in another way, so that it does not belong to the table that `first` begins.
 */
function isElsewhere({ at, text }: LineToken, first: LineToken): boolean {
  return at.page !== first.at.page || OTHERWISE.test(text);
}

/**
 * Whether a line holds a whole list, its labels and numbers in turn: 主动公开数  12  其中：网站  9  公报  3. Spaces part
 * its cells and make no columns.
 */
function holdsList({ parts }: Printed): boolean {
  if (parts.length <= FEWEST_LABELS) return false;
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
function isRestOfNumber({ line, numeric }: Printed, edge: number, narrow: Narrow): boolean {
  return numeric && narrow(line).parts[0]!.start >= edge;
}

/** Whether a further header below the numbers begins a block whose columns stand elsewhere. */
function beginsBlock({ line, parts, numeric }: Printed, edge: number, narrow: Narrow): boolean {
  return parts.length >= 2 && !numeric && edge < Infinity && reachesValues(narrow(line), edge);
}

/** A line such as 三、… after a gap is the title of a section. */
function isTitle({ line, parts, numeric }: Printed): boolean {
  return parts.length === 1 && !numeric && outlineLevel(line.text) === 1;
}

/** Whether a line is text, although it may have gaps: a sentence, or a list on one line. */
export function isRunningText(printed: Printed): boolean {
  return isSentence(printed) || holdsList(printed);
}

/** A line of running text: long and with a sentence's punctuation outside brackets. */
function isSentence({ line: { text }, parts }: Printed): boolean {
  if (parts.length >= 4 || !/[。；：]/u.test(text)) return false; // nearly every line of a table
  const plain = text.replace(/[（(][^）)]*[）)]?/gu, "").trim();
  return /。|；|：.{10}/u.test(plain) && displayWidth(plain) > 40;
}

/**
 * Where a row's numbers begin when Chinese is counted as one column wide. Whichever width the program used, no label
 * ends right of it.
 */
function valueEdge({ values }: Printed): number {
  return values[0]?.start ?? Infinity;
}

/**
 * Whether pieces of a line reach the numbers. Pieces that all stand left of them are the rest of wrapped labels:
 * `办理结果 1.属于国家秘密`.
 */
function reachesValues({ parts }: Printed, edge: number): boolean {
  return parts.some(({ end }) => end > edge);
}

/**
 * The lines measured as the program that set their spaces did: with Chinese two columns wide or one, whichever puts the
 * numbers in line.
 */
export function inRightWidth(rows: readonly Printed[], narrow: Narrow): readonly Printed[] {
  const others = rows.map(({ line }) => narrow(line));
  return misalignment(others) < misalignment(rows) ? others : rows;
}
