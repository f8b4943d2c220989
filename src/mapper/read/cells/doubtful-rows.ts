import { finding } from "../../../findings/finding.ts";
import type { Finding, ValueType } from "../../../model/index.ts";
import { endLike, type KnownLabel } from "../../../printed/labels.ts";
import { meansOther } from "../../../printed/other-meanings.ts";
import { isNumber, readValue } from "../../../printed/numbers.ts";
import { isQualified } from "../../../printed/qualified.ts";
import { isOfCount, unitNamed } from "../../../printed/units.ts";
import { holdsWord } from "../../../printed/words.ts";
import type { KnownColumn } from "../../form/known.ts";
import type { Fit, RowFit } from "../../match/fit/fit.ts";
import type { FormRow } from "../../rows/form-row.ts";
import { labelBearers } from "./label-bearers.ts";

/**
 * Whether another row with the same label was not found, and no row with a unique label stands between to show which is
 * printed.
 */
export function hasTwin({ known: table, rowFits }: Fit, index: number): boolean {
  const label = rowFits[index]!.known.label[0]?.text;
  const { ofUsual } = labelBearers(table);
  if (label === undefined || ofUsual.get(label)!.length === 1) return false;
  return [-1, 1].some((step) => {
    for (let at = index + step; rowFits[at]; at += step) {
      const { known, printed } = rowFits[at]!;
      const other = known.label[0]?.text;
      if (other === label) return printed === null;
      if (printed && ofUsual.get(other)!.length === 1) return false;
    }
    return false;
  });
}

/**
 * Whether an amount stands behind the row's name among the labels (一般公共服务支出 | 600.00), because the row has one
 * value more than the table.
 */
export function hasAmountAmongLabels({ kind, labels, values }: FormRow): boolean {
  if (!labels.some((text) => NUMERAL.test(text))) return false; // nearly every row
  // Several numbers before the label and none behind it are the row's own values, so the row is not blank.
  const isBlank = values.every(({ text }) => text.trim() === "");
  if (isBlank && labels.filter((text) => isNumber(text)).length >= OWN_NUMBERS) return true;
  const isName = (text = "") => /\p{sc=Han}/u.test(text);
  const behind = labels.slice(labels.findIndex(isName) + 1).filter((text) => isNumber(text));
  // One number behind a name may be the row's code; of two, one is a value that belongs where the row is blank.
  if (kind === "cells" && behind.length > 1 && values.some(({ text }) => text.trim() === "")) return true;
  return kind === "cells" && labels.some((text, at) => AMOUNT.test(text) && isName(labels[at - 1]));
}

/**
 * Whether another row goes on behind the numbers of this one, as where the line between the two is lost (行政诉讼数 | 3 |
 * 5 | 行政申诉数 | 0 | 4): the last numbers are the other's. In most rows of the table no words follow on numbers.
 */
export function holdsAnotherRow(printed: FormRow, rowFit: RowFit, { rowFits }: Fit): boolean {
  if (printed.kind !== "cells" || !goesOnInWords(printed, rowFit)) return false;
  const beside = rowFits.filter(({ known }) => known.block === rowFit.known.block).slice(0, BESIDE);
  const alike = beside.filter((one) => one.printed?.kind === "cells" && goesOnInWords(one.printed, one));
  return alike.length * 2 <= beside.length;
}

/** So many rows tell whether a table has words behind the numbers of its rows. */
const BESIDE = 60;

/** Whether words follow behind the numbers that stand behind the form's label. */
function goesOnInWords({ labels }: FormRow, { known: { label } }: RowFit): boolean {
  const own = labels.findIndex((text) => label.some((known) => known.text === text));
  const first = own < 0 ? -1 : labels.findIndex((text, at) => at > own && isNumber(text));
  return first >= 0 && labels.slice(first + 1).some(holdsWord);
}

/** At least this many numbers before a label are more than the row's number and its code. */
const OWN_NUMBERS = 3;

/** Every number has one of these. */
const NUMERAL = /[\d０-９零〇]/u;

/** An amount, which is neither a row's code nor its number. */
const AMOUNT = /^-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{2,})$/u;

/** Reports what speaks against a row whose columns are separated only by spaces. */
export function doubtSpacing(
  printed: FormRow,
  rowFit: RowFit,
  isPlaced: boolean,
  table: string,
): readonly Finding[] {
  if (printed.kind !== "spaced") return [];
  const { row, pointers: paths } = rowFit.known;
  const about = { at: printed.at, args: { label: row.enumerator + row.label } };
  // Where two halves of a page were not separated, rows may have taken values of the other half, and values that no row
  // took are lost.
  if (hasWordsBetween(printed, rowFit)) return [finding("placed-by-spacing", { path: table, ...about })];
  return isPlaced || hasNumbersBefore(printed) ? [finding("placed-by-spacing", { paths, ...about })] : [];
}

/**
 * Whether more than the row's own number stands before its values: then some of these are values of a label further
 * left.
 */
function hasNumbersBefore({ labels }: FormRow): boolean {
  return labels.filter((label) => readValue(label).value !== null).length > 1;
}

/** Whether other words stand between the form's label and the value: 五、事业收入 | 12.30 | 五、教育支出 | 5.00. */
function hasWordsBetween({ labels }: FormRow, { known: { label } }: RowFit): boolean {
  const own = labels.findIndex((text) => label.some((known) => known.text === text));
  return own >= 0 && holdsWord(labels.slice(own + 1).join(" "));
}

/**
 * For each column, the words in its place among the headings that stand before a block's rows in running text, where
 * they are so near to the form's that they may name something else: 现行失效件数, 现行有效件数（上年）.
 */
export function oddHeadings({ rowFits }: Fit, { known, printed }: RowFit): readonly (string | null)[] {
  const { kind } = printed!;
  if (kind !== "listed" && kind !== "run") return [];
  const { columns } = known.block;
  const context = rowFits.find((one) => one.known.block === known.block && one.printed)!.printed!.context;
  const isPrinted = ({ label }: KnownColumn) => label.some(({ text }) => context.includes(text));
  if (!columns.some(isPrinted)) return [];
  return columns.map((column) => {
    if (isPrinted(column)) return qualifiedWithin(context, column, known.row.type ?? column.column.type);
    if (kind === "run") return null;
    const like = likeWithin(context, column.label);
    return like !== "" && meansOther(like, column.label, false) ? like : null;
  });
}

/** The form's heading with a bracket behind it that makes its numbers others; null where there is none. */
function qualifiedWithin(text: string, { label }: KnownColumn, type: ValueType): string | null {
  const own = label.find((known) => text.includes(known.text))!.text;
  const behind = text.slice(text.lastIndexOf(own) + own.length);
  const [bracket, words] = BRACKET.exec(behind) ?? [];
  if (bracket === undefined || words === undefined) return null;
  const unit = unitNamed(words);
  const isScaled = type === "count" && unit !== undefined && !isOfCount(unit);
  return isScaled || isQualified(own + bracket, label) ? own + bracket : null;
}

const BRACKET = /^\(([^()]{1,30})\)/u;

function likeWithin(text: string, known: KnownLabel): string {
  for (let end = 2; end <= text.length; end++) {
    const like = endLike(text.slice(0, end), known);
    if (like !== "") return like;
  }
  return "";
}
