import type { GlyphOutline } from "./program.ts";

/** How many chords stand for a curve. */
const CHORDS = 4;

/** Draws subpaths point by point. */
export interface Pen {
  readonly outline: GlyphOutline;
  readonly move: (x: number, y: number) => void;
  readonly line: (x: number, y: number) => void;
  readonly quadratic: (cx: number, cy: number, x: number, y: number) => void;
  readonly cubic: (ax: number, ay: number, bx: number, by: number, x: number, y: number) => void;
}

export function pen(): Pen {
  const outline: number[][] = [];
  let points: number[] = [];
  const line = (x: number, y: number): void => void points.push(x, y);
  const cubic: Pen["cubic"] = (ax, ay, bx, by, x, y) => {
    const [x0, y0] = [points.at(-2) ?? ax, points.at(-1) ?? ay];
    for (let step = 1; step <= CHORDS; step++) {
      const t = step / CHORDS;
      const s = 1 - t;
      const [p, q, r, u] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
      points.push(p * x0 + q * ax + r * bx + u * x, p * y0 + q * ay + r * by + u * y);
    }
  };
  return {
    outline,
    line,
    cubic,
    move: (x, y) => void outline.push((points = [x, y])),
    quadratic: (cx, cy, x, y) => {
      const [x0, y0] = [points.at(-2) ?? cx, points.at(-1) ?? cy];
      cubic(
        x0 + (2 / 3) * (cx - x0),
        y0 + (2 / 3) * (cy - y0),
        x + (2 / 3) * (cx - x),
        y + (2 / 3) * (cy - y),
        x,
        y,
      );
    },
  };
}
