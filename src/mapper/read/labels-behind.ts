import { tablePointer } from "../../arithmetic/paths.ts";
import { finding } from "../../findings/finding.ts";
import type { Finding } from "../../model/index.ts";
import type { Fit } from "../match/fit.ts";
import { hasNumbers, isGridRow, printedRow, type FormRow } from "../rows/form-row.ts";

/**
 * Numbers in text right below the form's headings, before its first label: there, labels stand behind their numbers, and what
 * follows a label is the next row's.
 */
export function labelsBehind({ known, rowFits, laidOver }: Fit, taken: ReadonlySet<FormRow>): Finding[] {
  const indexes = new Map(laidOver.map((row, index) => [row, index]));
  const shifted = rowFits.filter(({ known: { row, block }, printed }) => {
    if (!printed || isGridRow(printed) || row.label === "") return false;
    const before = laidOver[indexes.get(printedRow(printed))! - 1];
    if (!before || isGridRow(before) || taken.has(before) || !hasNumbers(before)) return false;
    const ends = (word: string) => word.length > 1 && before.context.endsWith(word);
    return [...block.columnTexts].some(ends) || [...block.corner].some(ends);
  });
  if (shifted.length === 0) return [];
  const { at } = shifted[0]!.printed!;
  const args = { label: known.table.title };
  return [finding("labels-behind", { path: tablePointer(known.table.id), at, args })];
}
