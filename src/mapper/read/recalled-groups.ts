import type { RowFit } from "../match/fit.ts";
import { isGridRow, type FormRow } from "../rows/form-row.ts";

/** A group that the form has by recollection, and what is printed in its place. */
export interface RecalledGroup {
  readonly label: string;
  readonly printed: string;
  /** Pointers of the cells under it. */
  readonly paths: readonly string[];
}

/** Groups whose words were not read in a source, where others stand left of a row's label or above those of its columns. */
export function recalledGroups(printed: FormRow, { known, header }: RowFit): readonly RecalledGroup[] {
  const left = printed.labels.at(-2);
  const ofRow =
    known.row.groupBasis === "recall" &&
    known.group !== "" &&
    left !== undefined &&
    isGridRow(printed) &&
    !printed.labels.includes(known.group)
      ? [{ label: known.row.group.at(-1)!, printed: left, paths: known.pointers }]
      : [];
  const ofColumns = known.block.columns.flatMap(({ column, group }, at): RecalledGroup[] => {
    const heading = header?.columns[at];
    const above = heading?.texts.at(-2);
    const own = group.at(-1);
    const differs = column.groupBasis === "recall" && own !== undefined && !heading?.text.includes(own);
    return heading && above && differs
      ? [{ label: column.group.at(-1)!, printed: above, paths: [known.pointers[at]!] }]
      : [];
  });
  return [...ofRow, ...ofColumns];
}
