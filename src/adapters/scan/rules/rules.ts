import { transposedBitmap, type Bitmap } from "../raster/threshold.ts";
import {
  RULE_ACROSS,
  RULE_CLEAR,
  RULE_DOWN,
  RULE_DRIFT,
  RULE_GAP,
  RULE_INKED,
  RULE_JOIN,
  RULE_THICKNESS,
} from "../raster/tolerances.ts";

/** A ruling line in pixels: `from` and `to` run along it, `first` and `last` across it; ends are exclusive. */
export interface PixelRule {
  readonly direction: "horizontal" | "vertical";
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

/** Ruling lines of a level page: long runs of ink, joined where they continue each other. */
export function findRules(bitmap: Bitmap, dpi: number): readonly PixelRule[] {
  const across = rulesAlong(bitmap, "horizontal", dpi);
  const down = rulesAlong(transposedBitmap(bitmap), "vertical", dpi);
  return [...across, ...down];
}

interface Run {
  readonly across: number;
  readonly from: number;
  readonly to: number;
}

function rulesAlong(bitmap: Bitmap, direction: PixelRule["direction"], dpi: number): PixelRule[] {
  const shortest = Math.round((direction === "horizontal" ? RULE_ACROSS : RULE_DOWN) * dpi);
  const runs = longRuns(bitmap, shortest, Math.max(1, Math.round(RULE_GAP * dpi)));
  const pieces = bundles(runs, Math.max(1, Math.round(RULE_DRIFT * dpi)));
  const thickest = Math.max(3, Math.round(RULE_THICKNESS * dpi));
  const joined = joinPieces(pieces, Math.round(RULE_JOIN * dpi), Math.max(2, Math.round(RULE_DRIFT * dpi)));
  return joined
    .filter((piece) => thicknessOf(piece) <= thickest && isClear(bitmap, piece, dpi))
    .map(({ from, to, first, last }) => ({ direction, from, to, first, last }));
}

/** Runs of ink of at least `shortest` pixels; gaps are allowed as long as most of the run is ink. */
function longRuns({ width, height, ink }: Bitmap, shortest: number, gap: number): Run[] {
  const runs: Run[] = [];
  for (let y = 0; y < height; y++) {
    let [start, end, inked] = [-1, -1, 0];
    const close = (): void => {
      if (end - start >= shortest && inked >= RULE_INKED * (end - start))
        runs.push({ across: y, from: start, to: end });
      start = -1;
    };
    for (let x = 0, at = y * width; x < width; x++, at++) {
      if (ink[at] === 0) continue;
      if (start >= 0 && x - end > gap) close();
      if (start < 0) [start, inked] = [x, 0];
      inked += 1;
      end = x + 1;
    }
    if (start >= 0) close();
  }
  return runs;
}

interface Piece {
  from: number;
  to: number;
  first: number;
  last: number;
  /** Pixels of all its runs; divided by its length, this gives the mean thickness. */
  inked: number;
}

/** Runs in neighbouring rows that overlap are one piece of a line. */
function bundles(runs: readonly Run[], drift: number): Piece[] {
  const done: Piece[] = [];
  let open: Piece[] = [];
  for (const { across, from, to } of runs) {
    open = open.filter((piece) => {
      const live = across - piece.last <= drift;
      if (!live) done.push(piece);
      return live;
    });
    const touching = open.filter((piece) => piece.from < to && from < piece.to);
    if (touching.length === 0) open.push({ from, to, first: across, last: across + 1, inked: to - from });
    else {
      const [kept, ...others] = touching as [Piece, ...Piece[]];
      for (const other of others) {
        kept.first = Math.min(kept.first, other.first);
        kept.from = Math.min(kept.from, other.from);
        kept.to = Math.max(kept.to, other.to);
        kept.inked += other.inked;
      }
      open = open.filter((piece) => piece === kept || !others.includes(piece));
      kept.from = Math.min(kept.from, from);
      kept.to = Math.max(kept.to, to);
      kept.last = across + 1;
      kept.inked += to - from;
    }
  }
  return [...done, ...open];
}

/** Joins pieces into one rule where they follow each other at most `gap` apart and `drift` off the line. */
function joinPieces(pieces: readonly Piece[], gap: number, drift: number): Piece[] {
  const sorted = [...pieces].sort((a, b) => a.from - b.from || a.first - b.first);
  const joined: Piece[] = [];
  for (const piece of sorted) {
    const before = joined.findLast(
      (other) =>
        piece.from - other.to <= gap &&
        Math.abs((piece.first + piece.last) / 2 - (other.first + other.last) / 2) <= drift + 1,
    );
    if (before === undefined) joined.push({ ...piece });
    else {
      before.to = Math.max(before.to, piece.to);
      before.first = Math.min(before.first, piece.first);
      before.last = Math.max(before.last, piece.last);
      before.inked += piece.inked;
    }
  }
  return joined;
}

function thicknessOf({ from, to, inked }: Piece): number {
  return inked / (to - from);
}

/**
 * Whether a rule has blank paper beside it: a line of text whose strokes meet has the rest of its characters just above
 * and below.
 */
function isClear({ width, height, ink }: Bitmap, { from, to, first, last }: Piece, dpi: number): boolean {
  const reach = Math.max(2, Math.round(0.02 * dpi));
  const clear = [first - reach, last - 1 + reach].map((y) => {
    if (y < 0 || y >= height) return 1;
    let blank = 0;
    for (let x = from; x < to; x++) blank += 1 - ink[y * width + x]!;
    return blank / (to - from);
  });
  return Math.max(...clear) >= RULE_CLEAR && Math.min(...clear) >= RULE_CLEAR / 3;
}
