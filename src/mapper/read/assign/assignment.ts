import type { PrintedValue } from "../../rows/form-row.ts";

/** Which printed value stands under which column of the form. */
export interface Assignment {
  /** One entry for each column: its cell, or null where it is unclear which cell it is. */
  readonly values: readonly (PrintedValue | null)[];
  /**
   * - `counted`: as many values as columns, taken in order, and the header agrees
   * - `placed`: by the header's position
   * - `unheaded`: as many values as columns, but no header was readable
   * - `settled`: more cells than columns; the form's sums or the rows around allow only one choice of them
   * - `surplus`: more cells than columns; only one choice of them is possible, but nothing else supports it
   * - `fused`: digits of several cells in one run
   * - `lost`: neither count nor position shows which value is which
   */
  readonly how: "counted" | "placed" | "unheaded" | "settled" | "surplus" | "fused" | "lost";
  /** Cells under headings that the form does not have. */
  readonly added?: readonly AddedValue[];
}

export interface AddedValue {
  readonly heading: string;
  readonly value: PrintedValue;
}

/** A row of which neither count nor position shows which value is which. */
export function lostRow(count: number): Assignment {
  return { values: new Array<null>(count).fill(null), how: "lost" };
}
