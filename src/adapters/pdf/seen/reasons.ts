import { hasDigits } from "../../../printed/numbers.ts";
import type { Box } from "../../../model/index.ts";
import type { RuledLine } from "../../page/sheet/page.ts";
import { boxesMeet } from "../../page/sheet/text.ts";
import {
  BESIDE_A_DIGIT,
  DOT,
  FEWEST_DASHES,
  LARGEST_MARK,
  LONGEST_STUB,
  MOST_COMPARED,
  NEAR_COLOUR,
  SHORTEST_STUB,
  TALLEST,
} from "../engine/tolerances.ts";
import type { Area, InkColour } from "../../page/ink/subpath.ts";
import type { PlacedGlyph } from "../pdfium/glyphs.ts";
import type { PaintedPage } from "../pdfium/ink.ts";

/** Why a page may not show what it says; for any such reason it is drawn and looked at. */
export type Reason =
  | "optional content"
  | "veiled text"
  | "text as a clip"
  | "text of unusual paint"
  | "pale text"
  | "text under an area"
  | "text on its own colour"
  | "line through text"
  | "short line"
  | "drawing in a table"
  | "picture in a table"
  | "glyphs over one another"
  | "text painted again";

/** The reasons to look at a page, and the text objects that are looked at closely: one by one, and larger. */
export interface Suspicion {
  readonly reasons: ReadonlySet<Reason>;
  readonly suspects: ReadonlySet<number>;
  /** Short lines where a number may stand: a minus, a point, a part of a digit. */
  readonly stubs: readonly Box[];
}

interface Evidence {
  readonly placed: readonly PlacedGlyph[];
  readonly painted: PaintedPage;
  readonly layered: boolean;
  readonly pairs: readonly (readonly [number, number])[];
  /** Fonts that may paint in another colour than that of their text. */
  readonly unshown: ReadonlySet<number>;
  /** Text objects that are painted again in another colour. */
  readonly repainted: ReadonlySet<number>;
}

/**
 * Finds the reasons to look at a page. Plain dark text on plain light ground, which is nearly every page, gives none.
 */
export function suspect({ placed, painted, layered, pairs, unshown, repainted }: Evidence): Suspicion {
  const reasons = new Set<Reason>();
  const suspects = new Set<number>();
  const accuse = (reason: Reason, objects: Iterable<number> = []) => {
    reasons.add(reason);
    for (const object of objects) suspects.add(object);
  };
  if (layered) accuse("optional content");
  if (painted.veiled.size > 0) accuse("veiled text", painted.veiled);
  if (pairs.length > 0) accuse("glyphs over one another");
  if (repainted.size > 0) accuse("text painted again", repainted);
  const inked = placed.filter(({ glyph }) => glyph.text.trim() !== "");
  const shown = inked.filter(({ unseen }) => !unseen);
  const near = neighbours(shown);
  // The engine does not say what letters clip; what stands in their place may be cut by them.
  for (const { style, glyph } of inked)
    if (style.clips)
      accuse(
        "text as a clip",
        [...(near(glyph.box) ?? [])].map(({ object }) => object),
      );
  for (const { style, object } of shown)
    if (style.colour === undefined || unshown.has(style.font)) accuse("text of unusual paint", [object]);
    else if (isNear(style.colour, PAPER)) accuse("pale text");
  const stubs = inkOf(painted, near, accuse);
  const given = new Set(placed.map(({ object }) => object));
  const wiping = [...painted.pale].flatMap(([object, area]) => (given.has(object) ? [] : [area]));
  coverOf({ ...painted, areas: [...painted.areas, ...wiping] }, near, accuse);
  return { reasons, suspects, stubs };
}

type Accuse = (reason: Reason, objects?: Iterable<number>) => void;
type Neighbours = (box: Box) => Iterable<PlacedGlyph> | undefined;

const PAPER: InkColour = [255, 255, 255];

function isNear(a: InkColour, b: InkColour): boolean {
  return a.every((level, channel) => Math.abs(level - b[channel]!) < NEAR_COLOUR);
}

/**
 * Accuses whatever is drawn where a number may stand, within a table's lines or in a line of digits; returns the short
 * lines among it.
 */
function inkOf(
  { rules, images, drawings, areas }: PaintedPage,
  near: Neighbours,
  accuse: Accuse,
): readonly Box[] {
  const table = tableArea(rules);
  const isNumbers = (box: Box) =>
    (table !== undefined && boxesMeet(box, table)) ||
    (box[3] - box[1] < TALLEST && holdsDigit(near(across(box))));
  if (images.some(isNumbers)) accuse("picture in a table");
  if (drawings.some(isNumbers) || areas.some((area) => isMark(area) && isNumbers(area.box)))
    accuse("drawing in a table");
  const stubs = rules.filter(({ edge, from, to }) => !edge && to - from <= LONGEST_STUB);
  const suspected = withoutDashes(stubs).flatMap((rule) => {
    const box = boxOf(rule);
    const long = rule.to - rule.from;
    // A minus or a one may be a line. Word's corners of borders are shorter, but do not stand beside digits.
    if (long >= SHORTEST_STUB) return isNumbers(box) ? [box] : [];
    return long >= DOT && holdsDigit(near(widened(box, BESIDE_A_DIGIT))) ? [box] : [];
  });
  const bars = aloneAmong(
    rules,
    rules.filter((rule) => isBar(rule) && holdsDigit(near(widened(boxOf(rule), BESIDE_A_DIGIT)))),
  );
  if (suspected.length + bars.length > 0) accuse("short line");
  return [...suspected, ...bars.map(boxOf)];
}

/** Whether a line may be a one that is higher than its number; one between columns meets others. */
function isBar({ direction, edge, from, to }: RuledLine): boolean {
  return direction === "vertical" && !edge && to - from > LONGEST_STUB && to - from < TALLEST;
}

/** The lines that meet none of the others; all that are left once too many were compared. */
function aloneAmong(rules: readonly RuledLine[], lines: readonly RuledLine[]): readonly RuledLine[] {
  const boxes = rules.map((rule) => widened(boxOf(rule), DOT));
  let compared = 0;
  return lines.filter((line) => {
    const own = boxOf(line);
    return !rules.some(
      (other, index) => other !== line && ++compared <= MOST_COMPARED && boxesMeet(boxes[index]!, own),
    );
  });
}

/** Whether an area is as small as a character: a digit that is blackened, or a broad one. */
function isMark({ box: [left, top, right, bottom], colour }: Area): boolean {
  const isPaper = colour !== undefined && isNear(colour, PAPER);
  return !isPaper && right - left <= LARGEST_MARK.width && bottom - top <= LARGEST_MARK.height;
}

/** Leaves out the dashes of long lines: many stubs in one line, each near the next. */
function withoutDashes(stubs: readonly RuledLine[]): readonly RuledLine[] {
  if (stubs.length < FEWEST_DASHES) return stubs;
  const place = ({ position }: RuledLine) => Math.round(position);
  const sorted = [...stubs].sort(
    (a, b) => a.direction.localeCompare(b.direction) || place(a) - place(b) || a.from - b.from,
  );
  const kept: RuledLine[] = [];
  let chain: RuledLine[] = [];
  for (const [index, stub] of sorted.entries()) {
    chain.push(stub);
    const next = sorted[index + 1];
    const goesOn =
      next !== undefined &&
      next.direction === stub.direction &&
      place(next) === place(stub) &&
      next.from - stub.to <= LONGEST_STUB;
    if (goesOn) continue;
    if (chain.length < FEWEST_DASHES) kept.push(...chain);
    chain = [];
  }
  return kept;
}

function coverOf({ areas, rules, texts }: PaintedPage, near: Neighbours, accuse: Accuse): void {
  const orderOf = ({ object }: PlacedGlyph) => texts.get(object) ?? 0;
  const compare = (reason: Reason, box: Box, test: (one: PlacedGlyph) => boolean, closely = true) => {
    const found = near(box);
    if (found === undefined) return accuse(reason);
    for (const one of found) if (test(one)) accuse(reason, closely ? [one.object] : []);
  };
  for (const { box, colour, order } of areas) {
    compare("text under an area", box, (one) => orderOf(one) < order);
    compare(
      "text on its own colour",
      box,
      ({ style }) => colour === undefined || (style.colour !== undefined && isNear(colour, style.colour)),
    );
  }
  for (const rule of rules) if (!rule.edge) compare("line through text", boxOf(rule), isThrough(rule), false);
}

/** The box around all vertical lines; a page without any has no ruled table. */
function tableArea(rules: readonly RuledLine[]): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { direction, position, from, to } of rules) {
    if (direction === "horizontal" || to - from < LONGEST_STUB) continue;
    left = Math.min(left, position);
    right = Math.max(right, position);
    top = Math.min(top, from);
    bottom = Math.max(bottom, to);
  }
  return left < right ? [left, top, right, bottom] : undefined;
}

/** The box widened to the whole line of text. */
function across([, top, , bottom]: Box): Box {
  return [-Infinity, top, Infinity, bottom];
}

function widened([left, top, right, bottom]: Box, by: number): Box {
  return [left - by, top - by, right + by, bottom + by];
}

function holdsDigit(found: Iterable<PlacedGlyph> | undefined): boolean {
  if (found === undefined) return true;
  for (const { glyph } of found) if (hasDigits(glyph.text)) return true;
  return false;
}

/** Finds the glyphs that meet a box; gives undefined once too many were compared, and then everything is suspected. */
function neighbours(shown: readonly PlacedGlyph[]): Neighbours {
  const sorted = [...shown].sort((a, b) => a.glyph.box[1] - b.glyph.box[1]);
  let highest = 0;
  for (const { glyph } of sorted) highest = Math.max(highest, glyph.box[3] - glyph.box[1]);
  let compared = 0;
  return (box) => {
    const found: PlacedGlyph[] = [];
    for (let index = firstBelow(sorted, box[1] - highest); index < sorted.length; index++) {
      const one = sorted[index]!;
      if (one.glyph.box[1] > box[3]) break;
      if (++compared > MOST_COMPARED) return undefined;
      if (boxesMeet(one.glyph.box, box)) found.push(one);
    }
    return found;
  };
}

function boxOf({ direction, position, from, to, thickness }: RuledLine): Box {
  const half = Math.max(0.1, thickness / 2);
  return direction === "horizontal"
    ? [from, position - half, to, position + half]
    : [position - half, from, position + half, to];
}

/**
 * Whether a line runs through a glyph and does not only touch it, as an underline touches what hangs below the line.
 */
function isThrough({ direction, position, thickness }: RuledLine): (one: PlacedGlyph) => boolean {
  return ({ glyph: { box } }) => {
    const [from, to] = direction === "horizontal" ? [box[1], box[3]] : [box[0], box[2]];
    const margin = 0.12 * (to - from);
    return position + thickness / 2 > from + margin && position - thickness / 2 < to - margin;
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
