import { finding } from "../../findings/finding.ts";
import type { Finding } from "../../model/index.ts";
import type { Fit } from "../match/fit/fit.ts";
import { hasNumbers, isGridRow, printedRow, type FormRow } from "../rows/form-row.ts";

/**
 * Reports the rows of a group in text whose numbers stand before their labels: a number follows the group's name, and
 * the group's last rows have none. What stands behind each label between belongs to the next one.
 */
export function shiftedGroups({ rowFits, laidOver }: Fit, taken: ReadonlySet<FormRow>): readonly Finding[] {
  const before = (printed: FormRow) => laidOver[laidOver.indexOf(printedRow(printed)) - 1];
  const isStray = (row: FormRow | undefined, group: string) =>
    row !== undefined && !taken.has(row) && !isGridRow(row) && hasNumbers(row) && row.context.endsWith(group);
  return rowFits.flatMap(({ known: { group, row }, printed }, end) => {
    if (printed || row.optional === true || group === "") return [];
    let start = end;
    while (rowFits[start - 1]?.printed && rowFits[start - 1]!.known.group === group) {
      start -= 1;
      const first = rowFits[start]!.printed!;
      if (isGridRow(first)) return [];
      if (!isStray(before(first), group)) continue;
      const paths = rowFits.slice(start, end).flatMap(({ known }) => known.pointers);
      return [finding("labels-behind", { paths, at: before(first)!.at, args: { label: group } })];
    }
    return [];
  });
}
