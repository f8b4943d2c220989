import type { Attributes } from "../../package/xml.ts";
import { narrowestColumn } from "../../sheet/marks.ts";
import { lastColumn } from "../../sheet/reference.ts";
import { isSwitchedOn } from "../styles/font.ts";

/** Widths of a sheet's columns, in characters of the workbook's usual font. */
export interface SheetColumns {
  readonly add: (attributes: Attributes) => void;
  /** Sets the width of columns that state none, or how many characters they hold: sheetFormatPr (18.3.1.81). */
  readonly setUsual: (width: string | undefined, characters: string | undefined) => void;
  readonly isHidden: (column: number) => boolean;
  /** The width of these columns together; infinite where one of them states none. */
  readonly width: (left: number, right: number) => number;
}

/** Characters of a column where the sheet states no width (baseColWidth, 18.3.1.81). */
const usualCharacters = 8;
/** Pixels of a character of the usual font, of a column's padding, and the steps in which Excel widens columns. */
const [character, padding, step] = [7, 5, 8];
const widthFor = (characters: number): number =>
  (Math.ceil((characters * character + padding) / step) * step) / character;

/** Reads `col` elements (CT_Col, ISO 29500-1 18.3.1.13). */
export function columnsReader(): SheetColumns {
  const widths = new Map<number, number>();
  const hidden = new Set<number>();
  let usual = widthFor(usualCharacters);
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
    setUsual: (width, characters) => {
      if (Number(width) > 0) usual = Number(width);
      else if (Number(characters) > 0) usual = widthFor(Number(characters));
    },
    isHidden: (column) => hidden.has(column) || (usual < narrowestColumn && !widths.has(column)),
    width: (left, right) => {
      let sum = 0;
      for (let column = left; column <= right && sum < 1_000; column++) sum += widths.get(column) ?? usual;
      return sum;
    },
  };
}
