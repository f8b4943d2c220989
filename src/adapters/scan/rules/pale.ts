import { median } from "../../page/sheet/median.ts";
import type { Raster } from "../raster/raster.ts";
import type { PixelRule } from "./rules.ts";
import { MEETING, PALE_RULE, RULE_SIDE, SAME_PLACE, USUAL_RULES } from "../raster/tolerances.ts";

/**
 * Rules without those that are much paler than the others of their table and direction: the table on the back of thin
 * paper shows through, and its rules would cut rows into other columns than the print has. The frame does not count,
 * since a black frame may stand around grey lines.
 */
export function withoutPale(rules: readonly PixelRule[], grey: Raster, dpi: number): readonly PixelRule[] {
  const contrasts = new Map(rules.map((rule) => [rule, contrastOf(rule, grey, dpi)]));
  const isPale = new Set(
    meetingRules(rules, MEETING * dpi).flatMap((table) =>
      (["horizontal", "vertical"] as const).flatMap((direction) => {
        const own = table.filter((rule) => rule.direction === direction);
        const inner = withoutFrame(own, SAME_PLACE * dpi).map((rule) => contrasts.get(rule)!);
        const usual = inner.sort((a, b) => a - b)[Math.floor(USUAL_RULES * inner.length)] ?? 0;
        return own.filter((rule) => contrasts.get(rule)! < PALE_RULE * usual);
      }),
    ),
  );
  return rules.filter((rule) => !isPale.has(rule));
}

/** Rules in groups that meet each other: those of one table, and of what shows through it. */
function meetingRules(rules: readonly PixelRule[], near: number): readonly (readonly PixelRule[])[] {
  const groups: PixelRule[][] = [];
  const left = new Set(rules);
  for (const first of rules) {
    if (!left.delete(first)) continue;
    const group = [first];
    // The group grows while it is walked through.
    for (const rule of group)
      for (const other of left)
        if (doMeet(rule, other, near)) {
          left.delete(other);
          group.push(other);
        }
    groups.push(group);
  }
  return groups;
}

function doMeet(one: PixelRule, other: PixelRule, near: number): boolean {
  const reaches = (rule: PixelRule, { first, last }: PixelRule): boolean =>
    rule.from - near <= last && first <= rule.to + near;
  return one.direction !== other.direction && reaches(one, other) && reaches(other, one);
}

/** The rules of one direction without the outermost, unless there are no others. */
function withoutFrame(rules: readonly PixelRule[], near: number): readonly PixelRule[] {
  const first = Math.min(...rules.map((rule) => rule.first));
  const last = Math.max(...rules.map((rule) => rule.last));
  const inner = rules.filter((rule) => rule.first > first + near && rule.last < last - near);
  return inner.length === 0 ? rules : inner;
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
