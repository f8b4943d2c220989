import { finding } from "../../../findings/finding.ts";
import type { Finding } from "../../../model/index.ts";
import { endLike, meansOther, type KnownLabel } from "../../../printed/labels.ts";
import { isNumber, readValue } from "../../../printed/numbers.ts";
import type { KnownColumn } from "../../form/form.ts";
import type { Fit, RowFit } from "../../match/fit.ts";
import type { FormRow } from "../../rows/form-row.ts";

/** Whether a row of the same label was not found, and no row of a label of its own between the two tells which is printed. */
export function hasTwin({ rowFits }: Fit, index: number): boolean {
  const labelOf = (at: number) => rowFits[at]?.known.label[0]?.text;
  const bearers = (at: number) => rowFits.filter(({ known }) => known.label[0]?.text === labelOf(at)).length;
  if (labelOf(index) === undefined || bearers(index) === 1) return false;
  return [-1, 1].some((step) => {
    for (let other = index + step; rowFits[other]; other += step) {
      if (labelOf(other) === labelOf(index)) return rowFits[other]!.printed === null;
      if (rowFits[other]!.printed && bearers(other) === 1) return false;
    }
    return false;
  });
}

/** An amount behind the name of a row: 一般公共服务支出 | 600.00 among the labels, where the row has a value more than the table. */
export function hasAmountAmongLabels({ kind, labels, values }: FormRow): boolean {
  // Numbers before the label and none behind it: they are the row's own, and no blank stands for them.
  const isBlank = values.every(({ text }) => text.trim() === "");
  if (isBlank && labels.filter((text) => isNumber(text)).length >= OWN_NUMBERS) return true;
  const isName = (text = "") => /\p{sc=Han}/u.test(text);
  return kind === "cells" && labels.some((text, at) => AMOUNT.test(text) && isName(labels[at - 1]));
}

/** A row has no more than a number and a code before its label. */
const OWN_NUMBERS = 3;

/** No code of a row, nor its number. */
const AMOUNT = /^-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{2,})$/u;

/** What speaks against a row of columns that spaces alone make. */
export function doubtSpacing(
  printed: FormRow,
  rowFit: RowFit,
  isPlaced: boolean,
  table: string,
): readonly Finding[] {
  if (printed.kind !== "spaced") return [];
  const { row, pointers: paths } = rowFit.known;
  const about = { at: printed.at, args: { label: row.enumerator + row.label } };
  // Where two halves were not parted, rows may have taken the other half's values, and what none took is lost.
  if (hasWordsBetween(printed, rowFit)) return [finding("placed-by-spacing", { path: table, ...about })];
  return isPlaced || hasNumbersBefore(printed) ? [finding("placed-by-spacing", { paths, ...about })] : [];
}

/** A row's own number may stand before its values; of more, some are values of a label further left. */
function hasNumbersBefore({ labels }: FormRow): boolean {
  return labels.filter((label) => readValue(label).value !== null).length > 1;
}

/** Other words between the form's label and the value: 五、事业收入 | 12.30 | 五、教育支出 | 5.00. */
function hasWordsBetween({ labels }: FormRow, { known: { label } }: RowFit): boolean {
  const own = labels.findIndex((text) => label.some((known) => known.text === text));
  return own >= 0 && /\p{Script=Han}{2}/u.test(labels.slice(own + 1).join(" "));
}

/**
 * Of each column the words in its place among the headings that stand before a block's rows in running text, where they are so
 * near to the form's that they may name something else: 现行失效件数.
 */
export function oddHeadings({ rowFits }: Fit, { known, printed }: RowFit): readonly (string | null)[] {
  const { columns } = known.block;
  const { kind } = printed!;
  const context = rowFits.find((one) => one.known.block === known.block && one.printed)!.printed!.context;
  const isPrinted = ({ label }: KnownColumn) => label.some(({ text }) => context.includes(text));
  if (kind !== "listed" || !columns.some(isPrinted)) return [];
  return columns.map((column) => {
    if (isPrinted(column)) return null;
    const like = likeWithin(context, column.label);
    return like !== "" && meansOther(like, column.label, false) ? like : null;
  });
}

function likeWithin(text: string, known: KnownLabel): string {
  for (let end = 2; end <= text.length; end++) {
    const like = endLike(text.slice(0, end), known);
    if (like !== "") return like;
  }
  return "";
}
