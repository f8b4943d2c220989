import type { Finding } from "../../model/index.ts";
import type { Fit, RowFit } from "../match/fit/fit.ts";
import { hasNumbers, isGridRow, printedRow, type FormRow } from "../rows/form-row.ts";
import { readValue } from "../../printed/numbers.ts";
import { isUnit } from "../../printed/units.ts";
import { matchLabel } from "../../printed/labels.ts";
import { finding } from "../../findings/finding.ts";

/**
 * Reports rows of a form that may be cut in two, for example where a page ends: 2143 then shows as 214 and 3, and the
 * sums of either part may hold. Beside such a row stands a row with numbers that no table took and that has no name of
 * its own, or the rest of the row's name.
 */
export function splitRows(fit: Fit, taken: ReadonlySet<FormRow>): Finding[] {
  const rows = fit.laidOver;
  const { rowGroups } = fit.known;
  const indexes = new Map(rows.map((row, index) => [row, index]));
  return fit.rowFits.flatMap((rowFit): Finding[] => {
    const { known, printed } = rowFit;
    if (!printed || !isGridRow(printed) || known.row.label === "") return [];
    const index = indexes.get(printedRow(printed))!;
    const parts = [
      { part: rows[index - 1], join: (own: string, other: string) => other + own },
      { part: rows[index + 1], join: (own: string, other: string) => own + other },
    ];
    const cut = parts.find(({ part, join }) => {
      if (!part || taken.has(part) || part.block !== printed.block || !isGridRow(part) || !hasNumbers(part))
        return false;
      if (countsColumns(part)) return false;
      // Beside a blank row whose other neighbour has numbers, its numbers are more likely this row's than a sum.
      const other = part === rows[index - 1] ? rows[index + 1] : rows[index - 1];
      const isRowsOwn = !hasNumbers(printed) && other !== undefined && hasNumbers(other);
      if (!isRowsOwn && isSubtotal(part, printed, rowGroups)) return false;
      const own = part.labels.filter(
        (label) => isName(label) && !rowGroups.has(label) && !printed.labels.slice(0, -1).includes(label),
      );
      if (!hasNumbers(printed) && (isBeginning(own.join("")) || hasLabelOfAnother(part, rows, indexes)))
        return true;
      return own.length === 0 || completes(rowFit, (label) => join(label, own.join("")));
    });
    const at = cut?.part?.at ?? unnamedBeside(printed, rows, taken)?.at;
    if (!at) return [];
    return [finding("row-split", { paths: known.pointers, at, args: { label: known.row.label } })];
  });
}

/** Whether a row numbers the columns: 1 | 2 | 3 | 4. */
function countsColumns({ labels, values }: FormRow): boolean {
  return [...labels, ...values.map(({ text }) => text)].every((text, index) => Number(text) === index + 1);
}

/**
 * Whether a label names its row: it has a word, and is not the unit that stands first where the label's cell is blank.
 * Numbers of a row that slipped to the left may stand where labels do.
 */
function isName(label: string): boolean {
  return /\p{L}/u.test(label) && !isUnit(label);
}

/**
 * The row of numbers without a name in the half of the page beside a row that has no numbers: 公用经费合计 | (blank) |
 * | 160.00.
 */
function unnamedBeside(
  printed: FormRow,
  rows: readonly FormRow[],
  taken: ReadonlySet<FormRow>,
): FormRow | undefined {
  if (printed.row === undefined || hasNumbers(printed)) return undefined;
  return rows.find(
    (row) =>
      row.block === printed.block &&
      row.row === printed.row &&
      row.labels.length === 0 &&
      !taken.has(row) &&
      hasNumbers(row),
  );
}

/**
 * Whether a row is named only after a group and has a number in every column: then the office added up the group's
 * rows.
 */
function isSubtotal(part: FormRow, printed: FormRow, rowGroups: ReadonlySet<string>): boolean {
  const name = part.labels.at(-1) ?? "";
  const named = rowGroups.has(name.replace(SUBTOTAL, "")) || SUBTOTAL.test(name);
  return (
    named &&
    part.values.length === printed.values.length &&
    part.values.every(({ text }) => readValue(text).value !== null)
  );
}

/** Whether a row has the label of the row above or below it, into whose cell its own blank one was taken. */
function hasLabelOfAnother(
  part: FormRow,
  rows: readonly FormRow[],
  indexes: ReadonlyMap<FormRow, number>,
): boolean {
  const [index, label] = [indexes.get(part)!, part.labels.at(-1)];
  return [rows[index - 1], rows[index + 1]].some(
    (row) => row?.block === part.block && label !== undefined && row.labels.at(-1) === label,
  );
}

/** Whether a label is no name but what may stand before one: an enumerator, 其中, or a piece of either, as (七. */
function isBeginning(label: string): boolean {
  return (
    label.length <= LONGEST_BEGINNING &&
    /^(?:其中?[:：]?)?[(（]?[一二三四五六七八九十\d]{0,3}[)）、.．]?$/u.test(label)
  );
}

const LONGEST_BEGINNING = 8;

/** 小计, behind a group's name or in a cell of its own. */
const SUBTOTAL = /小计$/u;

/** Whether a label agrees better with the form's when another text is joined to it. */
function completes({ known, printed }: RowFit, join: (label: string) => string): boolean {
  const label = printed!.labels.at(-1) ?? "";
  return matchLabel(join(label), known.label).score > matchLabel(label, known.label).score;
}
