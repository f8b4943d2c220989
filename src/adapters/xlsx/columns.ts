import type { Attributes } from "../package/xml.ts";
import { narrowestColumn } from "../sheet/marks.ts";
import { lastColumn } from "../sheet/reference.ts";
import { isSwitchedOn } from "./font.ts";

/** Widths of a sheet's columns, in characters of the workbook's usual font. */
export interface SheetColumns {
  readonly add: (attributes: Attributes) => void;
  /** Sets the width of columns that state none: sheetFormatPr (18.3.1.81). */
  readonly setUsual: (width: string | undefined) => void;
  readonly isHidden: (column: number) => boolean;
  /** The width of these columns together; infinite where one of them states none. */
  readonly width: (left: number, right: number) => number;
}

/** Reads `col` elements (CT_Col, ISO 29500-1 18.3.1.13). */
export function columnsReader(): SheetColumns {
  const widths = new Map<number, number>();
  const hidden = new Set<number>();
  let usual = Number.POSITIVE_INFINITY;
  return {
    add: ({ min, max, width, hidden: isHidden }) => {
      const first = Math.max(1, Number(min) || 1);
      const last = Math.min(Number(max) || first, lastColumn);
      const size = width === undefined ? Number.POSITIVE_INFINITY : Number(width);
      // Ranges may overlap in a broken file: the first one counts, and no column is visited twice.
      for (let column = first; column <= last && widths.size < lastColumn; column++) {
        if (widths.has(column)) break;
        widths.set(column, Number.isNaN(size) ? Number.POSITIVE_INFINITY : size);
        if (isSwitchedOn(isHidden) || size < narrowestColumn) hidden.add(column);
      }
    },
    setUsual: (width) => {
      if (width !== undefined && Number(width) > 0) usual = Number(width);
    },
    isHidden: (column) => hidden.has(column) || (usual < narrowestColumn && !widths.has(column)),
    width: (left, right) => {
      let sum = 0;
      for (let column = left; column <= right && sum < 1_000; column++) sum += widths.get(column) ?? usual;
      return sum;
    },
  };
}
