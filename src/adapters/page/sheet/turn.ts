import type { Box } from "../../../model/index.ts";
import type { Glyph, Page, RuledLine } from "./page.ts";
import { TURNED } from "./tolerances.ts";

/** A page turned so that most of its text reads from left to right, and the way back to the page as shown. */
export interface Upright {
  readonly page: Page;
  readonly back: (box: Box) => Box;
  /** Turns glyphs of the page as shown, such as those of another engine, in the same way. */
  readonly turn: (glyphs: readonly Glyph[]) => readonly Glyph[];
}

/**
 * Turns a page whose text runs sideways: landscape tables are often printed sideways on a portrait page without
 * /Rotate.
 */
export function upright(page: Page): Upright {
  const angle = angleOfText(page.glyphs);
  if (angle === undefined) return { page, back: (box) => box, turn: (glyphs) => glyphs };
  const { width, height } = page;
  const { to, back, turn } = turnedBack(angle, width, height);
  const sideways = angle !== 180;
  const turned: Page = {
    ...page,
    width: sideways ? height : width,
    height: sideways ? width : height,
    glyphs: turn(page.glyphs),
    rules: page.rules.map((rule) => turnRule(rule, to)),
    images: page.images.map((box) => turnBox(box, to)),
  };
  return { page: turned, back, turn };
}

export type Turned = 90 | 180 | 270;

/** By how many degrees clockwise most of the text is turned; undefined where it stands upright. */
export function angleOfText(glyphs: readonly Glyph[]): Turned | undefined {
  const counts = new Map<number, number>();
  for (const { angle } of glyphs) counts.set(angle, (counts.get(angle) ?? 0) + 1);
  return ([90, 180, 270] as const).find((turn) => (counts.get(turn) ?? 0) > TURNED * glyphs.length);
}

/** How a page of this size is turned back by the angle of its text, and how a box of it is turned as it was. */
export function turnedBack(
  angle: Turned,
  width: number,
  height: number,
): Pick<Upright, "back" | "turn"> & { readonly to: Move } {
  // Where a point of the page goes when the page is turned back by the angle of its text.
  const to = {
    90: (x: number, y: number) => [y, width - x] as const,
    180: (x: number, y: number) => [width - x, height - y] as const,
    270: (x: number, y: number) => [height - y, x] as const,
  }[angle];
  const from = {
    90: (x: number, y: number) => [width - y, x] as const,
    180: (x: number, y: number) => [width - x, height - y] as const,
    270: (x: number, y: number) => [y, height - x] as const,
  }[angle];
  return {
    to,
    back: (box) => turnBox(box, from),
    turn: (glyphs) => glyphs.map((glyph) => turnGlyph(glyph, angle, to)),
  };
}

type Move = (x: number, y: number) => readonly [number, number];

function turnBox(box: Box, move: Move): Box {
  const [x0, y0] = move(box[0], box[1]);
  const [x1, y1] = move(box[2], box[3]);
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}

function turnGlyph(glyph: Glyph, angle: number, move: Move): Glyph {
  const flat = glyph.angle === 0 || glyph.angle === 180;
  const a = flat ? move(glyph.start, glyph.baseline) : move(glyph.baseline, glyph.start);
  const b = flat ? move(glyph.end, glyph.baseline) : move(glyph.baseline, glyph.end);
  const now = (glyph.angle - angle + 360) % 360;
  const level = now === 0 || now === 180;
  return {
    ...glyph,
    box: turnBox(glyph.box, move),
    angle: now,
    start: level ? Math.min(a[0], b[0]) : Math.min(a[1], b[1]),
    end: level ? Math.max(a[0], b[0]) : Math.max(a[1], b[1]),
    baseline: level ? a[1] : a[0],
  };
}

function turnRule(rule: RuledLine, move: Move): RuledLine {
  const flat = rule.direction === "horizontal";
  const a = flat ? move(rule.from, rule.position) : move(rule.position, rule.from);
  const b = flat ? move(rule.to, rule.position) : move(rule.position, rule.to);
  const level = Math.abs(a[0] - b[0]) > Math.abs(a[1] - b[1]);
  return {
    ...rule,
    direction: level ? "horizontal" : "vertical",
    position: level ? a[1] : a[0],
    from: level ? Math.min(a[0], b[0]) : Math.min(a[1], b[1]),
    to: level ? Math.max(a[0], b[0]) : Math.max(a[1], b[1]),
  };
}
