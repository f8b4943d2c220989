import type { RenderedPicture } from "../pdfium/canvas.ts";
import { differenceAt } from "./pictures.ts";

/** What a glyph's strokes enclose: from top to foot and from left to right, in parts of its height and width. */
export interface Hole {
  readonly top: number;
  readonly foot: number;
  readonly left: number;
  readonly right: number;
}

/** Holes of one painted digit: those that are surely closed, and those that may be. */
export interface Holes {
  readonly sure: readonly Hole[];
  readonly possible: readonly Hole[];
}

/** Of the strongest ink: strokes that are sure, and whatever may be a stroke. */
const INK = { sure: 0.75, possible: 0.25 } as const;
/** Of the area of a glyph; smaller ones are rounding. */
const SMALLEST = 0.015;
/** How many holes a digit has at the most. */
const MOST = [1, 0, 0, 0, 1, 0, 1, 0, 2, 1] as const;
/** How many it has at the least, where its font closes its strokes: fours may be open. */
const LEAST = [1, 0, 0, 0, 0, 0, 1, 0, 2, 1] as const;
/** Height of the hole of a zero at the least, and of a six or nine at the most; and how far its middle may stray. */
const HIGH = { zero: 0.42, half: 0.62, astray: 0.08 } as const;

/** The holes of what makes two pictures differ; `most` is the strongest difference. */
export function holesIn(withGlyph: RenderedPicture, without: RenderedPicture): Holes {
  let most = 0;
  for (let at = 0; at < withGlyph.pixels.length; at += 4)
    most = Math.max(most, differenceAt(withGlyph, without, at));
  const of = (part: number): readonly Hole[] =>
    holesOf(withGlyph, (at) => differenceAt(withGlyph, without, 4 * at) > part * most);
  return { sure: of(INK.sure), possible: of(INK.possible) };
}

/** Whether a digit has holes that it cannot have, or lacks them though its font closes its strokes elsewhere. */
export function hasHolesOfAnother(digit: number, { sure, possible }: Holes, closes: boolean): boolean {
  const isSlashed = digit === 0 && sure.length === 2 && areBeside(sure[0]!, sure[1]!);
  if (sure.length > MOST[digit]! && !isSlashed) return true;
  if (closes && possible.length < LEAST[digit]!) return true;
  const [only, ...more] = sure;
  if (only === undefined || more.length > 0 || digit === 4) return false;
  const high = only.foot - only.top;
  const middle = (only.foot + only.top) / 2;
  if (digit === 0) return high < HIGH.zero;
  return high > HIGH.half || (digit === 6 ? middle < 0.5 - HIGH.astray : middle > 0.5 + HIGH.astray);
}

/** The halves of a slashed zero stand beside each other, the bowls of an eight above one another. */
function areBeside(one: Hole, other: Hole): boolean {
  const shared = Math.min(one.foot, other.foot) - Math.max(one.top, other.top);
  return shared > 0.5 * Math.min(one.foot - one.top, other.foot - other.top);
}

function holesOf({ width, height }: RenderedPicture, inked: (at: number) => boolean): readonly Hole[] {
  const done = new Uint8Array(width * height);
  let [x0, y0, x1, y1] = [width, height, 0, 0];
  for (let at = 0; at < done.length; at++)
    if (inked(at)) {
      const [x, y] = [at % width, Math.floor(at / width)];
      [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)];
      done[at] = 1;
    }
  const holes: Hole[] = [];
  for (let at = 0; at < done.length; at++) {
    if (done[at] === 1) continue;
    const region = fill(done, width, height, at);
    if (region.isOutside || region.area < SMALLEST * (x1 - x0) * (y1 - y0)) continue;
    const down = (y: number): number => (y - y0) / (y1 - y0);
    const across = (x: number): number => (x - x0) / (x1 - x0);
    holes.push({
      top: down(region.top),
      foot: down(region.foot + 1),
      left: across(region.left),
      right: across(region.right + 1),
    });
  }
  return holes;
}

/** Pixels without ink that hang together, side by side; marks them as done. */
function fill(done: Uint8Array, width: number, height: number, from: number) {
  const waiting = [from];
  done[from] = 1;
  const region = { isOutside: false, area: 0, left: width, right: 0, top: height, foot: 0 };
  const reach = (at: number): void => {
    if (done[at] === 1) return;
    done[at] = 1;
    waiting.push(at);
  };
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    region.area++;
    region.left = Math.min(region.left, x);
    region.right = Math.max(region.right, x);
    region.top = Math.min(region.top, y);
    region.foot = Math.max(region.foot, y);
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) region.isOutside = true;
    if (x > 0) reach(at - 1);
    if (x < width - 1) reach(at + 1);
    if (y > 0) reach(at - width);
    if (y < height - 1) reach(at + width);
  }
  return region;
}
