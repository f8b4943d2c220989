/** One subpath in the object's own space: x, y, x, y …, with curves as short lines. */
export interface PathOutline {
  readonly points: readonly number[];
  readonly closed: boolean;
  readonly curved: boolean;
}

/** How many short lines stand for a curve. */
const STEPS = 8;
/** How many numbers follow each operator (GB/T 33190 9.1). */
const OPERANDS: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

/**
 * The subpaths of AbbreviatedData, up to `most` points; the data after an unknown operator and its numbers is still
 * read.
 */
export function outlinesOf(
  data: string,
  most: number,
): { readonly outlines: PathOutline[]; readonly points: number } {
  const outlines: PathOutline[] = [];
  let points: number[] = [];
  let curved = false;
  let isStart = false;
  let taken = 0;
  const finish = (closed: boolean): void => {
    // A subpath that is closed where it began is a dot if its line has round ends.
    if (closed && isStart) points = [...points, ...points];
    if (points.length >= 4) outlines.push({ points, closed, curved });
    points = [];
    curved = false;
  };
  segments(data, (operator, operands) => {
    if (taken > most) return false;
    if (operator === "C") {
      const [left, top] = points;
      finish(true);
      isStart = false;
      if (left !== undefined) points = [left, top!];
      return true;
    }
    const x = operands[operands.length - 2]!;
    const y = operands[operands.length - 1]!;
    if (operator === "S" || operator === "M") finish(false);
    else if (operator !== "L") {
      points.push(...curve(operator, operands, points.at(-2) ?? x, points.at(-1) ?? y));
      curved = true;
    }
    points.push(x, y);
    isStart = operator === "S" || operator === "M";
    taken += operator === "L" || operator === "M" ? 1 : STEPS;
    return true;
  });
  finish(false);
  return { outlines, points: taken };
}

/**
 * Hands on operators with their numbers until `take` has enough. Numbers without an operator of their own repeat the
 * last one, because some writers leave it out. The array of numbers is reused once `take` returns.
 */
function segments(data: string, take: (operator: string, operands: readonly number[]) => boolean): void {
  const words = /[A-Za-z]|[+-]?[\d.]+(?:[eE][+-]?\d+)?/g;
  const operands: number[] = [];
  let operator = "";
  let needed = 0;
  for (let found = words.exec(data); found !== null; found = words.exec(data)) {
    const word = found[0];
    if (word >= "A") {
      operator = word.toUpperCase();
      operands.length = 0;
      needed = OPERANDS[operator] ?? 0;
      if (operator === "C" && !take(operator, operands)) return;
    } else if (needed > 0) {
      const value = Number(word);
      operands.push(Number.isFinite(value) ? value : 0);
      if (operands.length < needed) continue;
      if (!take(operator, operands)) return;
      operands.length = 0;
      if (operator === "M" || operator === "S") operator = "L";
    }
  }
}

/** The points of a curve except its last: quadratic and cubic Bézier curves, and arcs, which bow by their radius. */
function curve(operator: string, operands: readonly number[], x0: number, y0: number): number[] {
  const [x, y] = operands.slice(-2) as [number, number];
  if (operator === "A") return arc(operands, x0, y0);
  const [x1 = x, y1 = y, x2 = x, y2 = y] = operands.slice(0, -2);
  const cubic = operator === "B";
  const points: number[] = [];
  for (let step = 1; step < STEPS; step++) {
    const t = step / STEPS;
    const s = 1 - t;
    points.push(
      cubic
        ? s ** 3 * x0 + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t ** 3 * x
        : s * s * x0 + 2 * s * t * x1 + t * t * x,
      cubic
        ? s ** 3 * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t ** 3 * y
        : s * s * y0 + 2 * s * t * y1 + t * t * y,
    );
  }
  return points;
}

/**
 * An arc through both points on a circle of its mean radius (GB/T 33190 9.3.5): exact enough to know where ink may be.
 */
function arc(
  [rx = 0, ry = 0, , large = 0, sweep = 0, x = 0, y = 0]: readonly number[],
  x0: number,
  y0: number,
): number[] {
  const half = Math.hypot(x - x0, y - y0) / 2;
  if (half === 0) return [];
  const radius = Math.max(half, (Math.abs(rx) + Math.abs(ry)) / 2);
  const inner = Math.sqrt(radius * radius - half * half);
  const side = ((large === 0) === (sweep === 0) ? -1 : 1) * (inner / half);
  const [cx, cy] = [(x0 + x + side * (y0 - y)) / 2, (y0 + y - side * (x0 - x)) / 2];
  const from = Math.atan2(y0 - cy, x0 - cx);
  const turn = (Math.atan2(y - cy, x - cx) - from + 2 * Math.PI) % (2 * Math.PI);
  const angle = sweep === 0 ? turn - 2 * Math.PI : turn;
  const points: number[] = [];
  for (let step = 1; step < STEPS; step++) {
    const at = from + (angle * step) / STEPS;
    points.push(cx + radius * Math.cos(at), cy + radius * Math.sin(at));
  }
  return points;
}
