import type { Box } from "../../../model/index.ts";
import type { Rule } from "../../page/page.ts";
import { LONGEST_STUB, MOST_COMPARED, NEAR_COLOUR, SHORTEST_STUB } from "../tolerances.ts";
import type { Area, Colour } from "../../page/ink/subpath.ts";
import type { PlacedGlyph } from "./pdfium-glyphs.ts";
import type { PaintedPage } from "./pdfium-ink.ts";

/** Why what the page says is not surely what it shows: it is drawn, and looked at. */
export type Reason =
  | "optional content"
  | "veiled text"
  | "text of unusual paint"
  | "pale text"
  | "text under an area"
  | "text on its own colour"
  | "line through text"
  | "short lines"
  | "drawing in a table"
  | "picture in a table"
  | "glyphs over one another";

interface Evidence {
  readonly placed: readonly PlacedGlyph[];
  readonly painted: PaintedPage;
  readonly layered: boolean;
  readonly overlapping: boolean;
}

/** The first reason to draw the page; undefined for plain dark text on plain light ground, which is nearly every page. */
export function whyLook({ placed, painted, layered, overlapping }: Evidence): Reason | undefined {
  const shown = placed.filter((one) => !one.unseen && one.glyph.text.trim() !== "");
  if (layered) return "optional content";
  if (painted.veiled) return "veiled text";
  if (overlapping) return "glyphs over one another";
  if (shown.some(({ style }) => style.colour === undefined)) return "text of unusual paint";
  if (shown.some(({ style }) => isNear(style.colour!, PAPER))) return "pale text";
  const table = tableArea(painted.rules);
  if (table !== undefined) {
    if (painted.images.some((box) => meet(box, table))) return "picture in a table";
    if (painted.drawings.some((box) => meet(box, table))) return "drawing in a table";
    if (painted.rules.some(isStub)) return "short lines";
  }
  return coveredBy(shown, painted);
}

const PAPER: Colour = [255, 255, 255];

function isNear(a: Colour, b: Colour): boolean {
  return a.every((level, channel) => Math.abs(level - b[channel]!) < NEAR_COLOUR);
}

/** Around all vertical lines: text without any is no ruled table. */
function tableArea(rules: readonly Rule[]): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { direction, position, from, to } of rules) {
    if (direction === "horizontal") continue;
    left = Math.min(left, position);
    right = Math.max(right, position);
    top = Math.min(top, from);
    bottom = Math.max(bottom, to);
  }
  return left < right ? [left, top, right, bottom] : undefined;
}

/** A minus or a one may be a line; Word's corners of borders are shorter. */
function isStub({ edge, from, to }: Rule): boolean {
  return !edge && to - from >= SHORTEST_STUB && to - from <= LONGEST_STUB;
}

function meet(a: Box, b: Box): boolean {
  return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
}

function coveredBy(shown: readonly PlacedGlyph[], { areas, rules, texts }: PaintedPage): Reason | undefined {
  const sorted = [...shown].sort((a, b) => a.glyph.box[1] - b.glyph.box[1]);
  const highest = Math.max(0, ...sorted.map(({ glyph: { box } }) => box[3] - box[1]));
  let compared = 0;
  const some = (box: Box, test: (one: PlacedGlyph) => boolean): boolean => {
    for (let index = firstBelow(sorted, box[1] - highest); index < sorted.length; index++) {
      const one = sorted[index]!;
      if (one.glyph.box[1] > box[3]) return false;
      if (++compared > MOST_COMPARED) return true;
      if (meet(one.glyph.box, box) && test(one)) return true;
    }
    return false;
  };
  const orderOf = ({ object }: PlacedGlyph) => texts.get(object) ?? 0;
  const later = (area: Area) => (one: PlacedGlyph) => orderOf(one) < area.order;
  const alike = ({ colour }: Area) => {
    return ({ style }: PlacedGlyph) => colour === undefined || isNear(colour, style.colour!);
  };
  for (const area of areas) {
    if (some(area.box, later(area))) return "text under an area";
    if (some(area.box, alike(area))) return "text on its own colour";
  }
  for (const rule of rules) if (!rule.edge && some(boxOf(rule), isThrough(rule))) return "line through text";
  return undefined;
}

function boxOf({ direction, position, from, to }: Rule): Box {
  return direction === "horizontal"
    ? [from, position - 0.1, to, position + 0.1]
    : [position - 0.1, from, position + 0.1, to];
}

/** Not only touching it: an underline touches what hangs below the line. */
function isThrough({ direction, position }: Rule): (one: PlacedGlyph) => boolean {
  return ({ glyph: { box } }) => {
    const [from, to] = direction === "horizontal" ? [box[1], box[3]] : [box[0], box[2]];
    return position > from + 0.12 * (to - from) && position < to - 0.12 * (to - from);
  };
}

function firstBelow(sorted: readonly PlacedGlyph[], y: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.glyph.box[1] < y) low = middle + 1;
    else high = middle;
  }
  return low;
}
