import type { RowFit } from "../../match/fit/fit.ts";
import { isGridRow, type FormRow } from "../../rows/form-row.ts";
import type { OddHeading } from "./twin-columns.ts";

/**
 * Groups whose words were not read in a source, where other words stand left of a row's label or above the columns'
 * labels.
 */
export function recalledGroups(printed: FormRow, { known, header }: RowFit): readonly OddHeading[] {
  const left = printed.labels.at(-2);
  const ofRow: readonly OddHeading[] =
    known.row.groupBasis === "recall" &&
    known.group !== "" &&
    left !== undefined &&
    isGridRow(printed) &&
    !printed.labels.includes(known.group)
      ? [{ label: known.row.group.at(-1)!, printed: left, paths: known.pointers, basis: "recall" }]
      : [];
  if (!known.block.columns.some(({ column }) => column.groupBasis === "recall")) return ofRow;
  const ofColumns = known.block.columns.flatMap(({ column, group }, at): OddHeading[] => {
    const heading = header?.columns[at];
    const above = heading?.texts.at(-2);
    const own = group.at(-1);
    const differs = column.groupBasis === "recall" && own !== undefined && !heading?.text.includes(own);
    return heading && above && differs
      ? [{ label: column.group.at(-1)!, printed: above, paths: [known.pointers[at]!], basis: "recall" }]
      : [];
  });
  return [...ofRow, ...ofColumns];
}
