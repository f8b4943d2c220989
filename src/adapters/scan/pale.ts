import { median } from "../page/sheet/median.ts";
import type { Raster } from "./raster.ts";
import type { PixelRule } from "./rules.ts";
import { PALE_RULE, RULE_SIDE, USUAL_RULES } from "./tolerances.ts";

/**
 * Rules without those that are much paler than the others of their direction: the table on the back of thin paper
 * shows through, and its rules would cut rows into other columns than the print has.
 */
export function withoutPale(rules: readonly PixelRule[], grey: Raster, dpi: number): readonly PixelRule[] {
  const contrasts = new Map(rules.map((rule) => [rule, contrastOf(rule, grey, dpi)]));
  const least = (["horizontal", "vertical"] as const).map((direction) => {
    const own = rules.filter((rule) => rule.direction === direction).map((rule) => contrasts.get(rule)!);
    return [
      direction,
      PALE_RULE * (own.sort((a, b) => a - b)[Math.floor(USUAL_RULES * own.length)] ?? 0),
    ] as const;
  });
  const leastOf = new Map(least);
  return rules.filter((rule) => contrasts.get(rule)! >= leastOf.get(rule.direction)!);
}

/** How much darker a rule is than the paper beside it, from 0 to 1. */
function contrastOf(
  { direction, from, to, first, last }: PixelRule,
  { width, height, pixels }: Raster,
  dpi: number,
): number {
  const side = Math.round(RULE_SIDE * dpi);
  const most = (direction === "horizontal" ? height : width) - 1;
  const pixel = (along: number, across: number): number =>
    pixels[direction === "horizontal" ? across * width + along : along * width + across]!;
  const step = Math.max(1, Math.floor((to - from) / PLACES));
  const found: number[] = [];
  for (let along = from; along < to; along += step) {
    let core = 255;
    for (let across = first; across < last; across++) core = Math.min(core, pixel(along, across));
    const paper = Math.max(
      pixel(along, Math.max(0, first - side)),
      pixel(along, Math.min(most, last - 1 + side)),
    );
    found.push(paper === 0 ? 0 : Math.max(0, paper - core) / paper);
  }
  return median(found);
}

/** A rule is measured at about so many places. */
const PLACES = 60;
