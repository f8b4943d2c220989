import type { CellObject } from "write-excel-file/universal";
import type { Comment } from "./comments.ts";
import type { Rows } from "./heights.ts";
import type { Printing } from "./print.ts";

/** A sheet of the workbook; widths are in characters of the default font. */
export interface WorkbookSheet {
  readonly name: string;
  readonly data: Rows;
  readonly widths: readonly number[];
  readonly notes: readonly Comment[];
  readonly repeated: Printing["repeated"];
}

export const bordered = { borderStyle: "thin", wrap: true, alignVertical: "center" } as const;
export const header = { ...bordered, align: "center", backgroundColor: "#eeeeee" } as const;
export const doubtful = { error: "#f8cbad", warning: "#ffe699", notice: "#ddebf7" } as const;

/** A cell that shows a text. */
export function textCell(value: string): CellObject {
  return { value: printable(value), type: String };
}

/**
 * Removes what XML 1.0 cannot hold, and what exceeds the 32,767 characters of a cell: either would make a file that
 * does not open.
 */
export function printable(value: string): string {
  return value.replace(/[^\t\n\P{Cc}]|\p{Cs}|[\ufffe\uffff]/gu, "\ufffd").slice(0, 32_000);
}
