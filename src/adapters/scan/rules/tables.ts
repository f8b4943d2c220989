import { findLattices } from "../../page/ruled/cells.ts";
import { joinRules } from "../../page/ruled/rules.ts";
import type { RuledLine } from "../../page/sheet/page.ts";
import type { PixelArea } from "../raster/lines.ts";
import type { PixelRule } from "./rules.ts";
import type { Bitmap } from "../raster/threshold.ts";
import {
  CONTINUED,
  DRAWN,
  LONG_RULE,
  MEETING,
  OPEN_RULES,
  RULE_OVERHANG,
  SAME_PLACE,
  SHORT_VERTICAL,
  SIDES,
  UNBROKEN,
  UPRIGHT,
} from "../raster/tolerances.ts";

/**
 * The rules of tables: those that end at rules across them. A line that touches no other is a stroke of text; a rule
 * that runs on into a merged cell is trimmed to its first and last crossing, never dropped.
 */
export function tableLines(rules: readonly PixelRule[], bitmap: Bitmap, dpi: number): readonly PixelRule[] {
  let kept = rules;
  // Each round removes what hung on strokes that the round before removed; no page needs more than three.
  for (let round = 0; round < 3; round++) {
    const open = openEnds(kept, MEETING * dpi);
    const next = kept.flatMap((rule) => trimmed(rule, kept, open[rule.direction], bitmap, dpi) ?? []);
    const settled = next.length === kept.length && round > 0;
    kept = next;
    if (settled) break;
  }
  return withoutStrokes(kept, bitmap, dpi);
}

/**
 * Removes short verticals that no other at their place confirms and that look like strokes of text: they would cut a
 * row into slivers.
 */
function withoutStrokes(rules: readonly PixelRule[], bitmap: Bitmap, dpi: number): readonly PixelRule[] {
  const continues = (one: PixelRule, other: PixelRule): boolean =>
    one !== other &&
    other.direction === one.direction &&
    Math.abs(one.first + one.last - other.first - other.last) <= 2 * SAME_PLACE * dpi &&
    Math.max(one.from - other.to, other.from - one.to) <= CONTINUED * dpi;
  return rules.filter(
    (rule) =>
      rule.direction === "horizontal" ||
      rule.to - rule.from >= SHORT_VERTICAL * dpi ||
      rules.some((other) => continues(rule, other)) ||
      isLine(bitmap, rule, dpi),
  );
}

function isLine(bitmap: Bitmap, rule: PixelRule, dpi: number): boolean {
  const { first, last, from, to } = rule;
  if (last - first > UPRIGHT * dpi) return false;
  const away = Math.max(2, Math.round(0.014 * dpi));
  const sides = [first - away, last - 1 + away].map((x) => blankShare(bitmap, x, from, to));
  const [least, most] = [Math.min(...sides), Math.max(...sides)];
  if (least >= SIDES.blank) return isDrawn(bitmap, rule, from, to, UNBROKEN.blank);
  return least >= SIDES.touched && most >= SIDES.other && isDrawn(bitmap, rule, from, to, UNBROKEN.touched);
}

/** The share of a column of pixels that is paper. */
function blankShare({ width, ink }: Bitmap, x: number, from: number, to: number): number {
  if (x < 0 || x >= width) return 1;
  let blank = 0;
  for (let y = from; y < to; y++) blank += 1 - ink[y * width + x]!;
  return blank / (to - from);
}

/** Where several rules of each direction begin or end together. */
function openEnds(
  rules: readonly PixelRule[],
  near: number,
): Readonly<Record<PixelRule["direction"], readonly number[]>> {
  const shared = (direction: PixelRule["direction"]): readonly number[] => {
    const own = rules.filter((rule) => rule.direction === direction);
    return [own.map(({ from }) => from), own.map(({ to }) => to)].flatMap((ends) => {
      const sorted = ends.sort((a, b) => a - b);
      return sorted.filter((end, at) => (sorted[at + OPEN_RULES - 1] ?? Infinity) - end <= near / 2);
    });
  };
  return { horizontal: shared("horizontal"), vertical: shared("vertical") };
}

function trimmed(
  rule: PixelRule,
  all: readonly PixelRule[],
  open: readonly number[],
  bitmap: Bitmap,
  dpi: number,
): PixelRule | null {
  const crossed = crossingsOf(rule, all, MEETING * dpi);
  const ends = [rule.from, rule.to].filter((end) => open.some((one) => Math.abs(one - end) <= MEETING * dpi));
  const crossings = [
    ...crossed,
    ...ends.filter((end) => crossed.every((at) => Math.abs(at - end) > MEETING * dpi)),
  ].sort((a, b) => a - b);
  if (crossings.length === 0 || (crossings.length === 1 && rule.to - rule.from < LONG_RULE * dpi))
    return null;
  const overhang = RULE_OVERHANG * dpi;
  // Where the rule goes on past a crossing to the next one, or to its own end, it must be a line and not strokes of
  // text.
  const stops = [...crossings];
  if (stops[0]! - rule.from >= overhang) stops.unshift(rule.from);
  if (rule.to - stops.at(-1)! >= overhang) stops.push(rule.to);
  while (stops.length > 1 && !isDrawn(bitmap, rule, stops[0]!, stops[1]!)) stops.shift();
  while (stops.length > 1 && !isDrawn(bitmap, rule, stops.at(-2)!, stops.at(-1)!)) stops.pop();
  return stops.length < 2 ? null : { ...rule, from: stops[0]!, to: stops.at(-1)! };
}

/** Where a rule meets rules across it, in order; meetings nearer to each other than a line's blur are one. */
function crossingsOf(rule: PixelRule, all: readonly PixelRule[], near: number): readonly number[] {
  const middle = (rule.first + rule.last) / 2;
  const found = all
    .filter(
      (other) =>
        other.direction !== rule.direction &&
        other.from - near <= middle &&
        middle <= other.to + near &&
        other.last >= rule.from - near &&
        other.first <= rule.to + near,
    )
    .map((other) => Math.round((other.first + other.last) / 2))
    .sort((a, b) => a - b);
  return found.filter((at, index) => index === 0 || at - found[index - 1]! > near);
}

function isDrawn(
  { width, ink }: Bitmap,
  { direction, first, last }: PixelRule,
  from: number,
  to: number,
  share = DRAWN,
): boolean {
  let inked = 0;
  for (let along = from; along < to; along++)
    for (let across = first - 1; across <= last; across++) {
      const at = direction === "horizontal" ? across * width + along : along * width + across;
      if (ink[at] !== 1) continue;
      inked += 1;
      break;
    }
  return inked >= share * (to - from);
}

/** Rules in points, as a page holds them. */
export function pageRules(rules: readonly PixelRule[], dpi: number): readonly RuledLine[] {
  const scale = 72 / dpi;
  return rules.map(({ direction, from, to, first, last }) => ({
    direction,
    position: ((first + last) / 2) * scale,
    from: from * scale,
    to: to * scale,
    thickness: Math.max(0.5, (last - first) * scale),
    edge: false,
  }));
}

export interface TableAreas {
  readonly tables: readonly PixelArea[];
  readonly cells: readonly PixelArea[];
}

/**
 * Where the cells of the ruled tables lie, in pixels: the same cells that the page's own reader will find from the
 * rules.
 */
export function tableAreas(rules: readonly RuledLine[], dpi: number): TableAreas {
  const scale = dpi / 72;
  const area = ([left, top, right, bottom]: readonly [number, number, number, number]): PixelArea => ({
    left: Math.round(left * scale),
    top: Math.round(top * scale),
    right: Math.round(right * scale),
    bottom: Math.round(bottom * scale),
  });
  const lattices = findLattices(joinRules(rules));
  return {
    tables: lattices.map(({ columns, rows }) => area([columns[0]!, rows[0]!, columns.at(-1)!, rows.at(-1)!])),
    cells: lattices.flatMap(({ cells }) => cells.map(({ box }) => area(box))),
  };
}
