import { pen } from "./pen.ts";
import type { Pen } from "./pen.ts";
import type { GlyphOutline } from "./program.ts";

/** The most points of one glyph, parts of a composite one, and levels of parts within parts. */
const MOST = { points: 4_000, parts: 64, depth: 6 } as const;
const POINT = { onCurve: 1, shortX: 2, shortY: 4, repeated: 8, sameX: 16, sameY: 32 } as const;
const PART = { words: 1, offsets: 2, scale: 8, more: 32, scales: 64, matrix: 128 } as const;

/** A matrix a b c d e f, as in PDF. */
type Placing = readonly [number, number, number, number, number, number];

/** Outlines of a TrueType font (OpenType, "glyf"). */
export function glyfOutlines(
  head: DataView,
  loca: DataView,
  glyf: DataView,
): (glyph: number) => GlyphOutline | undefined {
  const isLong = head.getInt16(50) !== 0;
  const startOf = (glyph: number): number =>
    isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph);

  return (glyph) => {
    const budget = { points: MOST.points, parts: MOST.parts };
    const drawn = pen();
    return draw(glyph, [1, 0, 0, 1, 0, 0], 0) ? drawn.outline : undefined;

    function draw(number: number, placing: Placing, depth: number): boolean {
      const [from, to] = [startOf(number), startOf(number + 1)];
      if (to <= from) return true;
      const contours = glyf.getInt16(from);
      if (contours < 0) return depth < MOST.depth && drawParts(from + 10, placing, depth);
      return drawContours(glyf, from + 10, contours, placing, budget, drawn);
    }

    function drawParts(start: number, placing: Placing, depth: number): boolean {
      for (let at = start; ;) {
        if (budget.parts-- <= 0) return false;
        const flags = glyf.getUint16(at);
        const [part, own, next] = partAt(glyf, at, flags);
        if (!draw(part, within(own, placing), depth + 1)) return false;
        if ((flags & PART.more) === 0) return true;
        at = next;
      }
    }
  };
}

/** The glyph of a composite's part, where it is placed, and where the next part begins. */
function partAt(glyf: DataView, at: number, flags: number): readonly [number, Placing, number] {
  const part = glyf.getUint16(at + 2);
  const isWide = (flags & PART.words) !== 0;
  const [x, y] = isWide
    ? [glyf.getInt16(at + 4), glyf.getInt16(at + 6)]
    : [glyf.getInt8(at + 4), glyf.getInt8(at + 5)];
  // Without offsets, points of both glyphs are laid on one another; no digit is made so.
  const [e, f] = (flags & PART.offsets) === 0 ? [0, 0] : [x, y];
  const next = at + (isWide ? 8 : 6);
  const fraction = (index: number): number => glyf.getInt16(next + 2 * index) / 16_384;
  if ((flags & PART.scale) !== 0) return [part, [fraction(0), 0, 0, fraction(0), e, f], next + 2];
  if ((flags & PART.scales) !== 0) return [part, [fraction(0), 0, 0, fraction(1), e, f], next + 4];
  if ((flags & PART.matrix) === 0) return [part, [1, 0, 0, 1, e, f], next];
  return [part, [fraction(0), fraction(1), fraction(2), fraction(3), e, f], next + 8];
}

function within([a, b, c, d, e, f]: Placing, [A, B, C, D, E, F]: Placing): Placing {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

interface ContourPoint {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

function drawContours(
  glyf: DataView,
  start: number,
  contours: number,
  [a, b, c, d, e, f]: Placing,
  budget: { points: number },
  drawn: Pen,
): boolean {
  const ends = Array.from({ length: Math.min(contours, MOST.points) }, (_, index) =>
    glyf.getUint16(start + 2 * index),
  );
  const count = (ends.at(-1) ?? -1) + 1;
  budget.points -= count;
  if (budget.points < 0) return false;
  const instructions = start + 2 * contours;
  const points = pointsAt(glyf, instructions + 2 + glyf.getUint16(instructions), count).map(
    ({ x, y, on }) => ({ x: a * x + c * y + e, y: b * x + d * y + f, on }),
  );
  let first = 0;
  for (const end of ends) {
    drawContour(points.slice(first, end + 1), drawn);
    first = end + 1;
  }
  return true;
}

/** The points of a glyph. The table holds all flags, then all x, then all y, each as a step from the one before. */
function pointsAt(glyf: DataView, start: number, count: number): ContourPoint[] {
  const flags: number[] = [];
  let at = start;
  while (flags.length < count) {
    const flag = glyf.getUint8(at++);
    const times = (flag & POINT.repeated) === 0 ? 1 : 1 + glyf.getUint8(at++);
    for (let time = 0; time < times && flags.length < count; time++) flags.push(flag);
  }
  const steps = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      const isSame = (flag & same) !== 0;
      if ((flag & short) !== 0) value += isSame ? glyf.getUint8(at++) : -glyf.getUint8(at++);
      else if (!isSame) {
        value += glyf.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = steps(POINT.shortX, POINT.sameX);
  const ys = steps(POINT.shortY, POINT.sameY);
  return flags.map((flag, index) => ({ x: xs[index]!, y: ys[index]!, on: (flag & POINT.onCurve) !== 0 }));
}

/** Draws one contour. Between two points off the curve another lies on it, in the middle. */
function drawContour(points: readonly ContourPoint[], drawn: Pen): void {
  if (points.length < 2) return;
  const start = points.findIndex(({ on }) => on);
  const [first, last] = [points[0]!, points.at(-1)!];
  const from = start >= 0 ? points[start]! : middle(first, last);
  const others = start >= 0 ? [...points.slice(start + 1), ...points.slice(0, start)] : points;
  drawn.move(from.x, from.y);
  let handle: ContourPoint | undefined;
  for (const point of [...others, from]) {
    if (point.on && handle === undefined) drawn.line(point.x, point.y);
    else if (handle !== undefined) {
      const to = point.on ? point : middle(handle, point);
      drawn.quadratic(handle.x, handle.y, to.x, to.y);
    }
    handle = point.on ? undefined : point;
  }
}

function middle(one: ContourPoint, other: ContourPoint): ContourPoint {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, on: true };
}
