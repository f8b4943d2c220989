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
  const [across, down] = [lengthOf(attributes, "x", "width"), lengthOf(attributes, "y", "height")];
  if (across === null || down === null) return null;
  const transform = attributes["draw:transform"];
  if (transform === undefined)
    return { kind, from, x: across[0], y: down[0], width: across[1], height: down[1] };
  const moved = /translate ?\( ?([-\d.]{1,20}[a-z]{2})[ ,]{1,9}([-\d.]{1,20}[a-z]{2})/.exec(transform);
  // It may be turned about its corner, which the transformation moves.
  const reach = Math.hypot(across[1], down[1]);
  const [x, y] = [signedPoints(moved?.[1]) - reach, signedPoints(moved?.[2]) - reach];
  return { kind, from, x, y, width: 2 * reach, height: 2 * reach };
}

/** Where a thing begins and how long it is; a line states its two ends. */
function lengthOf(
  attributes: Attributes,
  axis: "x" | "y",
  size: "width" | "height",
): readonly [from: number, length: number] | null {
  const [one, other] = [attributes[`svg:${axis}1`], attributes[`svg:${axis}2`]].map(signedPoints);
  if (attributes[`svg:${axis}1`] !== undefined) return [Math.min(one!, other!), Math.abs(one! - other!)];
  const length = points(attributes[`svg:${size}`]);
  return length === undefined ? null : [signedPoints(attributes[`svg:${axis}`]), length];
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
