import { points, signedPoints } from "../odt/place.ts";
import type { Attributes } from "../package/xml.ts";
import { coveredSpan } from "../sheet/placed.ts";
import type { DrawnOver, Range } from "../sheet/sheet.ts";

/** Something drawn whose place is stated in lengths, measured from the sheet's corner or from that of a cell. */
export interface PlacedOnSheet {
  readonly kind: DrawnOver["kind"];
  readonly from: { readonly row: number; readonly column: number };
  /** Points. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const sheetCorner = { row: 1, column: 1 };

/** Null where no size is stated. */
export function placedBy(
  attributes: Attributes,
  kind: DrawnOver["kind"],
  from: PlacedOnSheet["from"],
): PlacedOnSheet | null {
  const width = points(attributes["svg:width"]);
  const height = points(attributes["svg:height"]);
  if (width === undefined || height === undefined) return null;
  const [x, y] = [signedPoints(attributes["svg:x"]), signedPoints(attributes["svg:y"])];
  return { kind, from, x, y, width, height };
}

/** The cells that something covers. Takes the sizes of columns and rows in points, 0 for hidden ones. */
export function coveredCells(
  { kind, from, x, y, width, height }: PlacedOnSheet,
  size: { readonly column: (at: number) => number; readonly row: (at: number) => number },
): DrawnOver {
  const [left, right] = coveredSpan(size.column, from.column, x, width);
  const [top, bottom] = coveredSpan(size.row, from.row, y, height);
  const over: Range = { top, left, bottom, right };
  return { kind, over };
}
