import { isSignature } from "../../printed/signed.ts";
import type { Fit } from "../match/fit/fit.ts";
import type { KnownRow } from "../form/known.ts";
import { withoutEnumerator } from "../../printed/enumerators.ts";
import { matchLabel } from "../../printed/labels.ts";
import { printedText } from "./labelled.ts";
import { isUnit, trailingUnit } from "../../printed/units.ts";
import { hasNumbers, isGridRow, type FormRow } from "../rows/form-row.ts";

/**
 * Whether a row of running text has numbers in as many cells (or as many digits) as a row of the table; 1 2 3, which
 * number columns, do not count.
 */
export function hasAsManyValues(row: FormRow, other: FormRow): boolean {
  const { kind, values } = row;
  // The number of the next row may stand behind the last value of the row above.
  const surplus = kind === "listed" && namesCount(row) ? 1 : 0;
  const more = other.values.length - values.length;
  if (kind !== other.kind || more < 0 || more > surplus) return false;
  if (kind === "listed" && values.length === 1) return namesCount(row);
  if (kind === "run") return values[0]!.text.length >= Math.max(FEWEST_DIGITS, other.values[0]!.text.length);
  return values.length > 1 && !(values[0]!.text === "1" && isSequence(values, true));
}

/** A run of fewer digits may be a page number. */
const FEWEST_DIGITS = 3;

/** Group, label, unit and value have a line each. */
const LINES_OF_ROW = 4;

/** Whether only a row's label can stand between it and the row above. */
export function standsRightBelow(row: FormRow, above: FormRow): boolean {
  const [from, to] = [above.values.at(-1)?.at?.line, row.at.line];
  if (from === undefined || to === undefined) return false;
  if (row.kind === "run" && to === from) return namesCount(row);
  return to > from && to - from <= (row.kind === "listed" && namesCount(row) ? LINES_OF_ROW : 2);
}

/** A label of something counted. Rows with a unit behind it are found as lists of their own. */
const COUNT = /^[^.;。；]{0,20}\p{sc=Han}{2,12}(?:数|数量|数额|次数|金额|费用|公开)$/u;

function namesCount({ context }: FormRow): boolean {
  return COUNT.test(context);
}

/** The short word right before the numbers, such as 其他, even where the form has it. */
export function shortName({ context }: FormRow): readonly string[] {
  const name = /\p{sc=Han}{2,12}$/u.exec(context.slice(-12))?.[0];
  // A 无 before the numbers is the first cell of the row.
  return name === undefined || /(?:无|不涉及|不适用)$/u.test(name) ? [] : [name];
}

interface Neighboured {
  readonly row: FormRow;
  /** The nearest rows before and after it that a table took. */
  readonly before: FormRow | null;
  readonly after: FormRow | null;
}

/** The rows that no table took, each with the nearest taken rows before and after it; none where no row was taken. */
export function withNeighbours(
  rows: readonly FormRow[],
  taken: ReadonlyMap<FormRow, Fit>,
): readonly Neighboured[] {
  const after: (FormRow | null)[] = [];
  let next: FormRow | null = null;
  for (let index = rows.length - 1; index >= 0; index--) {
    after[index] = next;
    if (taken.has(rows[index]!)) next = rows[index]!;
  }
  let before: FormRow | null = null;
  return rows.flatMap((row, index) => {
    if (taken.has(row)) before = row;
    else if (before || after[index]) return [{ row, before, after: after[index]! }];
    return [];
  });
}

/** What forms print beside their rows: the columns' numbers, and what stands before them. */
const COLUMN_NUMBER = /^(?:栏次|行次|列次|序号|[甲乙丙丁]|[A-Za-z])$/u;

const TABLE_NAME = /表(?:\(.*\))?$/u;

export function isAdded(row: FormRow, { known, rowFits }: Fit, sameGrid: boolean): boolean {
  const { labels, values } = row;
  if (labels.length === 0 && !(sameGrid && hasNumbers(row))) return false;
  if (isNumberedAndEmpty(row)) return false;
  if (labels.every((label) => COLUMN_NUMBER.test(label)) && isSequence(values, labels.length > 0))
    return false;
  if (labels.some((label) => isSignature(label))) return false;
  const letters = labels.map(lettersOf);
  // A last text of one or two letters is a unit that is not among the known ones, so the last longer text is compared
  // too.
  const texts = [letters.join(""), letters.findLast((text) => text.length >= 3) ?? letters.join("")];
  if (!hasNumbers(row) && labels.some((label) => TABLE_NAME.test(label))) return false;
  if (!hasNumbers(row))
    return (
      isGridRow(row) && !known.words.some((word) => texts.some((text) => lettersOf(word).includes(text)))
    );
  return !rowFits.some(({ known, printed }) =>
    // A row may be printed twice, as at the head of a page.
    printed
      ? printedText(printed) === printedText(row)
      : !known.row.optional && texts.some((text) => isPiece(text, known, hasOwnUnit(row))),
  );
}

/** Whether a row of a list was left empty except for its number: 3 | | | . */
function isNumberedAndEmpty({ labels, values }: FormRow): boolean {
  const texts = [...labels, ...values.map(({ text }) => text.trim())];
  const filled = texts.filter((text) => text !== "");
  return texts.length >= 3 && filled.length === 1 && texts[0] === filled[0] && /^\d{1,3}$/u.test(filled[0]!);
}

/** Whether a row has a unit of its own: it is whole then and not a piece of another (网站公开 条 8 61). */
function hasOwnUnit({ unit, labels, context }: FormRow): boolean {
  return unit !== undefined || (labels.length === 0 && trailingUnit(context) !== "");
}

/**
 * Whether a text is part of the label of a form's row that was not found. That row is reported as missing already, so
 * this one is the form's.
 */
function isPiece(text: string, { label }: KnownRow, whole: boolean): boolean {
  return (
    text !== "" &&
    label.some(
      (known) => (!whole && lettersOf(known.text).includes(text)) || matchLabel(text, [known]).score > 0,
    )
  );
}

function lettersOf(text: string): string {
  return text.replace(/^中[:,]|\P{Letter}/gu, ""); // 其 | 中：涉及…, cut where the columns seem to part
}

/**
 * Whether values are the columns' numbers 1, 2, 3 …. A single number without a word before it counts only if it is 1.
 */
function isSequence(values: FormRow["values"], isNamed: boolean): boolean {
  if (!isNamed && values.length === 1 && values[0]!.text.trim() !== "1") return false;
  return values.every(({ text }, index) => Number(text) === Number(values[0]!.text) + index);
}

/** What cannot be a row's name: words for nothing, units, and pages with their running titles. */
const FURNITURE = /无此项|不涉及|不适用|其中修订|人次|[件条次个元万项篇起宗页第共]|^.*(?:年报|报告)$/gu;

/**
 * The name before a row's numbers in running text, with the form's words taken off; none if what is left is only a rest
 * of something, or a sentence.
 */
export function ownName({ context }: FormRow, known: readonly string[]): readonly string[] {
  const words = [...known, "无此项", "不涉及", "不适用"].sort((a, b) => b.length - a.length);
  const begins = (text: string) => words.find((word) => text.startsWith(word)) ?? "";
  let name = context;
  for (let length = -1; length !== name.length;) {
    length = name.length;
    const unit = trailingUnit(name.slice(0, 2)) || trailingUnit(name.slice(0, 1)) || name.slice(0, 1);
    const rest = name.slice(unit.length);
    // 件 and 无 stand for blank cells here, but 条 in 条例 and 无 in 无法提供 do not.
    const ends =
      rest === "" || rest.startsWith("无") || begins(rest) !== "" || withoutEnumerator(rest) !== rest;
    const blank = ends && (isUnit(unit) || unit === "无");
    const word = begins(name) || (blank ? unit : "");
    name = withoutEnumerator(name.slice(word.length).replace(/^[^\p{Letter}\d(]+/u, ""));
  }
  const letters = name.replace(FURNITURE, "").match(/\p{Letter}/gu) ?? [];
  return letters.length < 4 || name.length > 40 || /[.;]/u.test(name) ? [] : [name];
}
