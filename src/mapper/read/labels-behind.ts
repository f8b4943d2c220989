import { tablePointer } from "../../arithmetic/paths.ts";
import { finding } from "../../findings/finding.ts";
import type { Finding } from "../../model/index.ts";
import type { Fit } from "../match/fit/fit.ts";
import { hasNumbers, isGridRow, printedRow, type FormRow } from "../rows/form-row.ts";

/** A row of this many numbers does not stand by chance in text above a table. */
const WHOLE_ROW = 3;

/** At most this many rows between the headings and the first row that was taken may have been left out. */
const ABOVE = 3;
/**
 * If at least this many rows, and more than half, have their numbers at the beginning of a line, the labels stand
 * behind them.
 */
const LEADING_ROWS = 4;

/**
 * Reports text where the labels stand behind their numbers, so that what follows a label belongs to the next row. It is
 * recognised by numbers right below the form's headings, before its first label, or at the beginning of most lines.
 */
export function labelsBehind(fit: Fit, taken: ReadonlySet<FormRow>): Finding[] {
  const { known, rowFits, laidOver } = fit;
  const inText = rowFits.filter(
    ({ known: { row }, printed }) => printed && !isGridRow(printed) && row.label !== "",
  );
  const [start] = inText;
  if (!start) return [];
  const indexes = new Map(laidOver.map((row, index) => [row, index]));
  const leading = inText.filter(({ printed }) => printedRow(printed!).leads);
  const isLed = leading.length >= LEADING_ROWS && leading.length * 2 > inText.length;
  const from = indexes.get(printedRow(start.printed!))!;
  const to = indexes.get(printedRow(inText.at(-1)!.printed!))!;
  const { block } = start.known;
  const headings = [...new Set(inText.map(({ known: own }) => own.block))].flatMap((own) => [
    ...own.columnTexts,
    ...own.corner,
  ]);
  const isUnlabelled = (row: FormRow, index: number) => {
    if (isGridRow(row) || taken.has(row)) return false;
    if (!hasNumbers(row)) return headings.some((word) => word.length > 1 && row.context.endsWith(word));
    if (countsUp(row) && row.values.length >= Math.min(2, block.columns.length)) return false;
    const isWhole = row.values.length === block.columns.length && block.columns.length >= WHOLE_ROW;
    const isAbove = index === from - 1 && block.block.rows[0] === start.known.row;
    return (isAbove && isWhole) || endsInHeading(row.context, headings);
  };
  const above = Math.max(0, from - ABOVE);
  const isShifted = laidOver.slice(above, to).some((row, index) => isUnlabelled(row, above + index));
  if (!isLed && !isShifted) return [];
  const args = { label: known.table.title };
  return [finding("labels-behind", { path: tablePointer(known.table.id), at: start.printed!.at, args })];
}

/** Whether the text ends in a heading, or in a heading and the name of the first group, which has no numbers. */
function endsInHeading(context: string, headings: readonly string[]): boolean {
  return headings.some((word) => {
    const at = word.length > 1 ? context.lastIndexOf(word) : -1;
    return at >= 0 && FIRST_GROUP.test(context.slice(at + word.length));
  });
}

/** The name of the first group, such as 一、主动公开情况, or nothing. */
const FIRST_GROUP = /^(?:一[、,]\p{Script=Han}{2,16})?$/u;

/** Whether the values are the numbers of the columns: 1, 2, 3 … */
function countsUp({ values }: FormRow): boolean {
  return values.every(({ text }, index) => Number(text) === index + 1);
}
