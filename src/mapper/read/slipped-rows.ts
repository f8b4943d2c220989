import { finding } from "../../findings/finding.ts";
import type { Finding } from "../../model/index.ts";
import type { Fit } from "../match/fit/fit.ts";
import { hasNumbers, printedRow, type FormRow } from "../rows/form-row.ts";

/**
 * Reports the rows between a label without numbers and numbers without a label, where spaces make the columns. If a cell
 * holds the labels of several rows beside cells with their numbers, a label of three lines moves the numbers after it to
 * other labels, and every sum still holds. The first such numbers are those of the first such label, and so on; where
 * there are more of one than of the other, they may also be counted from the last.
 */
export function slippedRows({ known, rowFits, laidOver }: Fit, taken: ReadonlySet<FormRow>): Finding[] {
  const bare = rowFits.flatMap(({ known: { row }, printed }, index) =>
    printed || row.optional === true ? [] : [index],
  );
  const places = rowFits.map(({ printed }) => (printed ? laidOver.indexOf(printedRow(printed)) : Infinity));
  const blocks = new Set(rowFits.map(({ printed }) => printed?.block));
  // For each row of numbers that no label took, the row of the form before which it stands.
  const stray = laidOver.flatMap((row, place) => {
    const isStray = row.kind === "spaced" && blocks.has(row.block) && !taken.has(row) && hasNumbers(row);
    return isStray ? [1 + places.findLastIndex((other) => other < place)] : [];
  });
  const count = Math.min(bare.length, stray.length);
  const pairs = Array.from({ length: count }, (_, at) => [
    [bare[at]!, stray[at]!],
    [bare.at(at - count)!, stray.at(at - count)!],
  ]).flat();
  const slipped = rowFits.filter(
    ({ printed }, index) =>
      printed && pairs.some((pair) => index >= Math.min(...pair) && index < Math.max(...pair)),
  );
  const [first] = slipped;
  if (!first) return [];
  const paths = slipped.flatMap((rowFit) => rowFit.known.pointers);
  const args = { label: known.table.title };
  return [finding("rows-slipped", { paths, at: first.printed!.at, args })];
}
