import type { WeightedSum } from "../sums/equations.ts";
import type { RowFit } from "../../match/fit/fit.ts";
import { valueCount, type FormRow } from "../../rows/form-row.ts";
import { waysToCut } from "../sums/fused.ts";
import { finding } from "../../../findings/finding.ts";
import { type TableReading, wholeLabel, printedTogether, noteCell } from "./table-reading.ts";

/** Fills in a row whose cell borders are lost only where the form's own sums allow exactly one reading. */
export function decideBySums(
  reading: TableReading,
  printed: FormRow,
  rowFit: RowFit,
  {
    equations,
    bounds,
  }: { readonly equations: readonly WeightedSum[]; readonly bounds: readonly WeightedSum[] },
  how: "fused" | "lost",
): void {
  const { infer, diagnostics, ambiguous } = reading;
  const { at } = printed;
  const label = wholeLabel(rowFit);
  const raw = printedTogether(printed);
  const paths = rowFit.known.pointers;
  const solutions = how === "lost" ? [] : waysToCut(raw, paths.length, equations, bounds);
  if (infer && solutions?.length === 1) {
    paths.forEach((pointer, index) =>
      noteCell(reading, pointer, solutions[0]![index]!, { raw, status: "inferred", at }),
    );
    diagnostics.push(finding("inferred-from-sums", { paths, at, args: { label, raw } }));
    return;
  }
  paths.forEach((pointer) => noteCell(reading, pointer, null, { raw, status: "unreadable", at }));
  const about = { paths, at, args: { label, raw, ways: solutions === null ? "many" : solutions.length } };
  const undecided =
    how === "lost"
      ? finding("cell-count", { ...about, expected: paths.length, actual: valueCount(printed) })
      : finding("fused-digits", about);
  if (infer && solutions && solutions.length > 1)
    ambiguous.push({ pointers: paths, solutions, raw, at, label, undecided });
  diagnostics.push(undecided);
}
