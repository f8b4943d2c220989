import { finding } from "../../../findings/finding.ts";
import type { Finding } from "../../../model/index.ts";
import type { RowFit } from "../../match/fit/fit.ts";
import type { FormRow } from "../../rows/form-row.ts";
import type { Assignment } from "./assignment.ts";
import { reach } from "./leave-out.ts";

/**
 * Reports a cell that cannot be read for certain and was not taken as a value of its row: a sliver of a cell that a
 * false line cut off, or a blot beside the columns. The values taken in its place may be those of other columns. A cell
 * under a heading of its own is not a value.
 */
export function doubtfulLeftOut(
  { values, at }: FormRow,
  { known, header }: RowFit,
  { values: taken, how, added = [] }: Pick<Assignment, "values" | "how" | "added">,
): readonly Finding[] {
  // Rows whose cells could not be told apart, or only by sums, are in doubt anyway.
  if (how === "fused" || how === "lost" || how === "settled" || how === "surplus") return [];
  const left = values.find(
    (value) =>
      value.doubt !== undefined &&
      !taken.includes(value) &&
      !added.some((one) => one.value === value) &&
      !(header?.beside ?? []).some((column) => reach(column, value)),
  );
  if (left === undefined) return [];
  const args = { raw: left.text, label: known.row.enumerator + known.row.label };
  return [finding("doubtful-cell-left-out", { paths: known.pointers, at: left.at ?? at, args })];
}
