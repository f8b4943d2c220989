import type { Box } from "../../../model/index.ts";
import type { DrawnInk } from "../sheet/page.ts";

/** Ink within this many points of a cell's sides belongs to its lines: double borders are as wide. */
const LINE = 4;
/** How many pixels may lie between a cell's side, the middle of its line, and what hangs on the line. */
const TOUCH = 2;
/**
 * The part of a cell along each side in which whatever hangs on the cell's lines belongs to them: round corners, double
 * borders.
 */
const RIM = 0.22;
/** A shape that fills this share of a cell in both directions is its background. */
const GROUND = 0.6;
/** A shape of fewer pixels than this is dust. */
const DUST = 3;
/** The outermost pixels of a background, which are those of its border. */
const EDGE = 4;
/** The lines of a frame reach this many pixels beside its middle. */
const FRAME = 2;
/** Pixels. An underline is no thicker, and begins no higher above the baseline. */
const UNDERLINE = { thickest: 4, above: 0.5 } as const;
/**
 * Where a minus stands between the top and the foot of the digits behind it, and how many pixels of it are surely no end
 * of a line that reaches a little too far.
 */
const SIGN = { top: 0.25, foot: 0.8, least: 2 } as const;
/** The most shapes that are looked at in one cell; a picture in it has hundreds. */
const MOST = 400;

/** Text of a cell, in points of the page as shown. */
export interface InkOfText {
  readonly box: Box;
  /** The lowest baseline of the text: a line below it is an underline, and underlined digits are still digits. */
  readonly baseline: number;
  /** The lines of a frame around the text, each as a box; they do not count as something drawn. */
  readonly frame?: readonly Box[];
}

/**
 * Whether a cell shows something that is not text: a line, a picture, digits drawn as shapes. A plate behind the text
 * and a line under it do not count. `lined`: lines run around the cell, and what hangs on them is not part of what it
 * shows.
 */
export function isDrawnOn(
  ink: DrawnInk,
  [left, top, right, bottom]: Box,
  text: InkOfText | undefined,
  lined = true,
): boolean {
  const { scale, width, height, edges } = ink;
  const [x0, x1] = [Math.max(0, Math.ceil(left * scale)), Math.min(width, Math.floor(right * scale))];
  const [y0, y1] = [Math.max(0, Math.ceil(top * scale)), Math.min(height, Math.floor(bottom * scale))];
  const wide = x1 - x0;
  const high = y1 - y0;
  if (wide <= 0 || high <= 0) return false;
  const done = new Uint8Array(wide * high);
  let shapes = 0;
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      if (edges[y * width + x] === 0 || isOnFrame(x, y) || done[(y - y0) * wide + x - x0] === 1) continue;
      const shape = shapeAt(x, y);
      if (++shapes > MOST || isUnread(shape)) return true;
    }
  return false;

  /** Collects edges that touch each other or nearly do, and the box around them. */
  function shapeAt(x: number, y: number): Shape {
    const points = [x, y];
    done[(y - y0) * wide + x - x0] = 1;
    let [a, b, c, d] = [x, y, x + 1, y + 1];
    // Each pixel of a table's lines has its neighbours looked at: this is nearly all of the time.
    for (let next = 0; next < points.length; next += 2) {
      const px = points[next]!;
      const py = points[next + 1]!;
      a = Math.min(a, px);
      b = Math.min(b, py);
      c = Math.max(c, px + 1);
      d = Math.max(d, py + 1);
      const right = Math.min(x1 - 1, px + 2);
      const below = Math.min(y1 - 1, py + 2);
      for (let ny = Math.max(y0, py - 2); ny <= below; ny++)
        for (let nx = Math.max(x0, px - 2); nx <= right; nx++) {
          if (edges[ny * width + nx] === 0) continue;
          const at = (ny - y0) * wide + nx - x0;
          if (done[at] === 1 || isOnFrame(nx, ny)) continue;
          // A shape that only comes near the cell's lines does not hang on them.
          const near = Math.max(Math.abs(nx - px), Math.abs(ny - py)) < 2;
          if (!near && isOnLine(px, py) !== isOnLine(nx, ny)) continue;
          done[at] = 1;
          points.push(nx, ny);
        }
    }
    return { box: [a, b, c, d], points };
  }

  function isOnFrame(x: number, y: number): boolean {
    if (text?.frame === undefined) return false;
    return text.frame.some(([a, b, c, d]) => {
      const isAcross = x > a * scale - FRAME && x < c * scale + FRAME;
      return isAcross && y > b * scale - FRAME && y < d * scale + FRAME;
    });
  }

  function isOnLine(x: number, y: number): boolean {
    return x < x0 + TOUCH || y < y0 + TOUCH || x >= x1 - TOUCH || y >= y1 - TOUCH;
  }

  function isUnread({ box, points }: Shape): boolean {
    if (points.length < 2 * DUST) return false;
    const hangs = box[0] < x0 + TOUCH || box[1] < y0 + TOUCH || box[2] > x1 - TOUCH || box[3] > y1 - TOUCH;
    const own = text === undefined ? undefined : (text.box.map((value) => value * scale) as unknown as Box);
    if (hangs && !lined && isPassing(box)) return own !== undefined && hasWithin(points, own);
    if (hangs && !lined && own !== undefined && !isUpright(box) && areLines(points))
      return hasWithin(points, own);
    if (hangs && lined) {
      return (
        points.some((x, i) => i % 2 === 0 && isInner(x, points[i + 1]!)) ||
        (own !== undefined && (hasWithin(points, own) || hasSignBefore(points, own)))
      );
    }
    if (own === undefined) {
      const ground = box[2] - box[0] >= GROUND * wide && box[3] - box[1] >= GROUND * high;
      return !ground || hasWithin(points, [box[0] + EDGE, box[1] + EDGE, box[2] - EDGE, box[3] - EDGE]);
    }
    const underline =
      box[3] - box[1] <= UNDERLINE.thickest &&
      box[1] >= text!.baseline * scale - UNDERLINE.above &&
      box[0] < own[2] &&
      box[2] > own[0];
    if (underline) return false;
    const around =
      box[0] <= own[0] + 1 && box[2] >= own[2] - 1 && box[1] <= own[1] + 1 && box[3] >= own[3] - 1;
    return !around || hasWithin(points, own);
  }

  /** Whether something that hangs on the cell's left line comes towards the text at half its height, as a minus does. */
  function hasSignBefore(points: readonly number[], [left, top, , bottom]: Box): boolean {
    const high = bottom - top;
    const sign = new Set<number>();
    const tall = new Set<number>();
    for (let i = 0; i < points.length; i += 2) {
      const [x, y] = [points[i]!, (points[i + 1]! + 0.5 - top) / high];
      if (x < x0 + TOUCH || x >= left || y < 0 || y > 1) continue;
      (y > SIGN.top && y < SIGN.foot ? sign : tall).add(x);
    }
    return [...sign].filter((x) => ![-1, 0, 1].some((step) => tall.has(x + step))).length >= SIGN.least;
  }

  /**
   * Whether a shape is a line between two rows or columns of a table that is not ruled all around. One between columns
   * goes on to the row above or below; a one that is drawn, and a bracket, is no higher than its row. Cells with space
   * between them have two lines beside each other.
   */
  function isPassing([a, b, c, d]: Box): boolean {
    const across = a < x0 + TOUCH && c > x1 - TOUCH && d - b <= LINE * scale;
    if (across || !isUpright([a, b, c, d]) || b >= y0 + TOUCH || d <= y1 - TOUCH) return across;
    const line = LINE * scale;
    return (
      hasEdge(a, y0 - high - line, c, y0 - high + line) || hasEdge(a, y1 + high - line, c, y1 + high + line)
    );
  }

  function isUpright([a, b, c, d]: Box): boolean {
    return c - a <= LINE * scale && d - b > c - a;
  }

  function hasEdge(fromX: number, fromY: number, toX: number, toY: number): boolean {
    for (let y = Math.max(0, fromY); y < Math.min(height, toY); y++)
      for (let x = fromX; x < toX; x++) if (edges[y * width + x] === 1) return true;
    return false;
  }

  /**
   * Whether a shape consists of lines that cross or meet: each goes from side to side, or ends at another that does.
   */
  function areLines(points: readonly number[]): boolean {
    const rows = reachOf(points, 1);
    const columns = reachOf(points, 0);
    const near = (full: ReadonlySet<number>, at: number) =>
      [-2, -1, 0, 1, 2].some((step) => full.has(at + step));
    const full = (reach: ReadonlyMap<number, Reach>, from: number, to: number, ends: ReadonlySet<number>) =>
      new Set(
        [...reach].flatMap(([at, [least, most]]) => {
          const starts = least < from + TOUCH || near(ends, least);
          return starts && (most >= to - TOUCH || near(ends, most)) ? [at] : [];
        }),
      );
    const across = full(rows, x0, x1, new Set());
    const down = full(columns, y0, y1, across);
    const all = new Set([...across, ...full(rows, x0, x1, down)]);
    // A picture at the side of a cell reaches as far as lines do, but is wider than a line.
    if (longestRun(all) > LINE * scale || longestRun(down) > LINE * scale) return false;
    for (let i = 0; i < points.length; i += 2)
      if (!near(down, points[i]!) && !near(all, points[i + 1]!)) return false;
    return true;
  }

  /** Whether a point is away from the cell's lines and not in the curve of a corner. */
  function isInner(x: number, y: number): boolean {
    const across = Math.min(x - x0, x1 - x - 1);
    const down = Math.min(y - y0, y1 - y - 1);
    const line = LINE * scale;
    return (
      across > line &&
      down > line &&
      (across > Math.max(line, RIM * wide) || down > Math.max(line, RIM * high))
    );
  }
}

type Reach = readonly [least: number, most: number];

/** How far the points reach in each row (`axis` 1) or column (0) of pixels. */
function reachOf(points: readonly number[], axis: 0 | 1): ReadonlyMap<number, Reach> {
  const reach = new Map<number, Reach>();
  for (let i = 0; i < points.length; i += 2) {
    const [at, along] = [points[i + axis]!, points[i + 1 - axis]!];
    const [least, most] = reach.get(at) ?? [along, along];
    reach.set(at, [Math.min(least, along), Math.max(most, along)]);
  }
  return reach;
}

/** The length of the longest run of consecutive whole numbers in a set. */
function longestRun(numbers: ReadonlySet<number>): number {
  let longest = 0;
  for (const first of numbers) {
    if (numbers.has(first - 1)) continue;
    let last = first;
    while (numbers.has(last + 1)) last++;
    longest = Math.max(longest, last - first + 1);
  }
  return longest;
}

interface Shape {
  readonly box: Box;
  /** x, y, x, y … */
  readonly points: readonly number[];
}

function hasWithin(points: readonly number[], [left, top, right, bottom]: Box): boolean {
  for (let i = 0; i < points.length; i += 2)
    if (points[i]! > left && points[i]! < right - 1 && points[i + 1]! > top && points[i + 1]! < bottom - 1)
      return true;
  return false;
}
