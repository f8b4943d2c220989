import type { KnownRow } from "../../form/known.ts";
import type { FormRow, HeaderColumn } from "../../rows/form-row.ts";

/** The printed column for each column of a block; null where its label was not found. */
export interface HeaderMatch {
  readonly columns: readonly (HeaderColumn | null)[];
  readonly matched: number;
  /** Whether the labels stand in another order than the form's. */
  readonly reordered: boolean;
  /** Whether labels of the form stand out of its order while not all of them could be found. */
  readonly crossed: boolean;
  /** Whether the labels stand in another grid, so that their order counts but their positions do not. */
  readonly foreign: boolean;
  /** Printed columns of units, codes and the like. */
  readonly beside: readonly HeaderColumn[];
  /** The words printed in a column's place if they are not the form's: a slip, or a heading of something else. */
  readonly odd: readonly (string | null)[];
  /** Printed columns of other years than the report's. */
  readonly others: readonly HeaderColumn[];
  /** Printed columns that are not the form's, if all of the form's were found; perhaps also the label column. */
  readonly added: readonly HeaderColumn[];
}

/** The header of a form's row above a printed one; null where none is found. */
export type HeaderOf = (printed: FormRow, row: KnownRow) => HeaderMatch | null;
