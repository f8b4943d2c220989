import type { AreaOfAnnotation, ClaimedText } from "./fields.ts";

/**
 * Where an annotation may show its text on a page that is turned by `quarters` clockwise, though it is to stay upright
 * itself (`NoRotate`, PDF 32000-1, 12.5.3): in its rectangle, or in that turned back around its upper left corner.
 */
export function placesOfUpright(
  area: AreaOfAnnotation | undefined,
  quarters: number,
): readonly ClaimedText[] {
  if (area === undefined) return [];
  const [left, bottom, right, top] = area;
  const [wide, high] = [right - left, top - bottom];
  const turned: readonly AreaOfAnnotation[] = [
    area,
    [left, top, left + high, top + wide],
    [left - wide, top, left, top + high],
    [left - high, top - wide, left, top],
  ];
  return [area, turned[quarters]!].map((place) => ({ area: place, value: undefined, isPainted: false }));
}
