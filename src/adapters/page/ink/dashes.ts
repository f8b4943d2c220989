import type { Subpath } from "./subpath.ts";

/**
 * The lengths of the dashes along a stroke and of the gaps between them, in points of the page (PDF 32000-1, 8.4.3.6;
 * GB/T 33190 8.2).
 */
export interface Dashes {
  readonly lengths: readonly number[];
  readonly phase: number;
}

/**
 * No table is ruled by dashes this far apart: a reader sees them as strokes of their own, such as a minus or a point.
 * Points.
 */
const SPARSE = 10;
/** The most dashes of one path; a path with more is taken for a whole line. */
const MOST = 200;

/** The strokes that a straight path shows where its dashes are far apart; otherwise the path itself alone. */
export function dashesOf(path: Subpath, dashes: Dashes | undefined): readonly Subpath[] {
  if (dashes === undefined || !path.stroked) return [path];
  const { lengths, phase } = dashes;
  const some = lengths.map(Math.abs);
  // A list of odd length is repeated with dashes and gaps exchanged.
  const cycle = some.length % 2 === 0 ? some : [...some, ...some];
  const isSparse = cycle.some((length, index) => index % 2 === 1 && length >= SPARSE);
  const around = cycle.reduce((sum, length) => sum + length, 0);
  if (path.filled || path.curved || !isSparse || !Number.isFinite(around + phase)) return [path];
  const points = path.closed ? [...path.points, ...path.points.slice(0, 2)] : path.points;
  const dash = startOf(cycle, ((phase % around) + around) % around);
  const found: Subpath[] = [];
  for (let at = 2; at < points.length; at += 2) {
    const [x0, y0, x1, y1] = [points[at - 2]!, points[at - 1]!, points[at]!, points[at + 1]!];
    const long = Math.hypot(x1 - x0, y1 - y0);
    let from = 0;
    do {
      if (found.length > MOST) return [path];
      const to = Math.min(long, from + dash.left);
      const [a, b] = [from, to].map((along) => (long === 0 ? 0 : along / long)) as [number, number];
      const ends = [x0 + a * (x1 - x0), y0 + a * (y1 - y0), x0 + b * (x1 - x0), y0 + b * (y1 - y0)];
      if (dash.index % 2 === 0) found.push({ ...path, points: ends, closed: false });
      dash.left -= to - from;
      if (dash.left > 0) break;
      from = to;
      dash.index = (dash.index + 1) % cycle.length;
      dash.left = cycle[dash.index]!;
    } while (from < long);
  }
  return found;
}

/** Where in the cycle a stroke begins, and what is left of the dash or gap there. */
function startOf(cycle: readonly number[], phase: number): { index: number; left: number } {
  let [index, skipped] = [0, phase];
  while (index < cycle.length - 1 && skipped >= cycle[index]! && skipped > 0) skipped -= cycle[index++]!;
  return { index, left: cycle[index]! - skipped };
}
