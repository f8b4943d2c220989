import type { RenderedPicture } from "../pdfium/canvas.ts";
import { differenceAt } from "./pictures.ts";

/**
 * An area that a glyph's strokes enclose: top and foot as parts of the glyph's height, left and right as parts of its
 * width.
 */
export interface Hole {
  readonly top: number;
  readonly foot: number;
  readonly left: number;
  readonly right: number;
}

/** The holes of one painted digit: those that are surely closed, and those that may be. */
export interface Holes {
  readonly sure: readonly Hole[];
  readonly possible: readonly Hole[];
}

/** The ink that makes a stroke, as parts of the strongest ink: a sure stroke, and whatever may be one. */
const INK = { sure: 0.75, possible: 0.25 } as const;
/** The smallest hole, as a part of the glyph's area; smaller ones are rounding. */
const SMALLEST = 0.015;
/** The most holes each digit can have. */
const MOST = [1, 0, 0, 0, 1, 0, 1, 0, 2, 1] as const;
/** The fewest holes each digit has where its font closes its strokes; a four may be open. */
const LEAST = [1, 0, 0, 0, 0, 0, 1, 0, 2, 1] as const;
/**
 * The least height of the hole of a zero, the greatest of a six or nine, and how far the middle of theirs may stray
 * past half height; as parts of the glyph's height.
 */
const HIGH = { zero: 0.42, half: 0.62, astray: 0.08 } as const;

/** The holes in the ink by which two pictures differ. */
export function holesIn(withGlyph: RenderedPicture, without: RenderedPicture): Holes {
  let most = 0;
  for (let at = 0; at < withGlyph.pixels.length; at += 4)
    most = Math.max(most, differenceAt(withGlyph, without, at));
  const of = (part: number): readonly Hole[] =>
    holesOf(withGlyph, (at) => differenceAt(withGlyph, without, 4 * at) > part * most);
  return { sure: of(INK.sure), possible: of(INK.possible) };
}

/** Whether a digit has holes that it cannot have, or lacks some although its font closes its strokes elsewhere. */
export function hasHolesOfAnother(digit: number, { sure, possible }: Holes, closes: boolean): boolean {
  const isSlashed = digit === 0 && sure.length === 2 && areBeside(sure[0]!, sure[1]!);
  if (sure.length > MOST[digit]! && !isSlashed) return true;
  if (closes && possible.length < LEAST[digit]!) return true;
  // The upper bowl of an eight in thin strokes is not surely closed where its lower one is.
  if (digit === 8 && possible.length === 2) return false;
  const [only, ...more] = sure;
  if (only === undefined || more.length > 0 || digit === 4) return false;
  const high = only.foot - only.top;
  const middle = (only.foot + only.top) / 2;
  if (digit === 0) return high < HIGH.zero;
  return high > HIGH.half || (digit === 6 ? middle < 0.5 - HIGH.astray : middle > 0.5 + HIGH.astray);
}

/** The halves of a slashed zero stand beside each other; the bowls of an eight stand one above the other. */
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

/** Finds the connected pixels without ink around one of them, and marks them as done. */
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
