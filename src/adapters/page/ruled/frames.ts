import type { Box } from "../../../model/index.ts";
import type { Glyph, RuledLine } from "../sheet/page.ts";
import type { TableCell } from "../sheet/table.ts";
import { findLattices } from "./cells.ts";
import type { Lattice } from "./cells.ts";
import { groupTouching } from "./rule-groups.ts";
import { joinRules } from "./rules.ts";
import { BROADEST_BOX, CORNER, MOST_FRAMED } from "./tolerances.ts";

/** Lines that make a frame, or boxes side by side, and that no other line touches. */
interface Frame {
  readonly box: Box;
  readonly sides: readonly RuledLine[];
}

/**
 * The ruled areas of a page, and the frames that stand in their cells without dividing them: one alone in its cell, or a
 * row of boxes for one digit each. The cell's text is within them, and they are no cells of their own.
 */
export function latticesWithFrames(rules: readonly RuledLine[]): {
  readonly lattices: readonly Lattice[];
  readonly frames: readonly Frame[];
} {
  const frames = framesIn(rules);
  const lattices = latticesWithout(frames, rules);
  if (frames.length === 0) return { lattices, frames };
  const inCells = lattices.flatMap(({ cells }) =>
    cells.flatMap((cell) => {
      const own = frames.filter(({ box }) => holds(cell.box, box));
      return own.length === 1 || areBoxesOfDigits(own) ? own : [];
    }),
  );
  const isAll = new Set(inCells).size === frames.length;
  return { lattices: isAll ? lattices : latticesWithout(inCells, rules), frames: inCells };
}

function latticesWithout(frames: readonly Frame[], rules: readonly RuledLine[]): readonly Lattice[] {
  if (frames.length === 0) return findLattices(joinRules(rules));
  const sides = new Set(frames.flatMap((frame) => frame.sides));
  return findLattices(joinRules(rules.filter((rule) => !sides.has(rule))));
}

function areBoxesOfDigits(frames: readonly Frame[]): boolean {
  const first = frames[0]?.box;
  return frames.every(
    ({ box: [left, top, right, bottom] }) =>
      Math.abs(top - first![1]) < CORNER &&
      Math.abs(bottom - first![3]) < CORNER &&
      right - left < BROADEST_BOX * (bottom - top),
  );
}

function holds(outer: Box, [left, top, right, bottom]: Box): boolean {
  return left > outer[0] && top > outer[1] && right < outer[2] && bottom < outer[3];
}

/** The cell with the frame that all its text is in; boxes with more than one digit each may hold several numbers. */
export function withFrame(cell: TableCell, frames: readonly Frame[]): TableCell {
  const [part] = cell.parts;
  const ink = part?.ink;
  if (part === undefined || ink === undefined) return cell;
  const frame = frames.find(({ box }) => holds(box, ink) && holds(part.box, box));
  if (frame === undefined) return cell;
  const framed = { ...cell, parts: [{ ...part, frame: frame.sides.map(boxOfRule) }] };
  return cell.doubt !== undefined || areDigitsOfOne(part.glyphs, frame)
    ? framed
    : { ...framed, doubt: { kind: "unreadable", reason: "crosses-line" } };
}

/** Whether a frame is one box, or each of its boxes holds one digit at most. */
function areDigitsOfOne(glyphs: readonly Glyph[], { box, sides }: Frame): boolean {
  const inner = sides.flatMap(({ direction, position }) =>
    direction === "vertical" && position > box[0] + CORNER && position < box[2] - CORNER ? [position] : [],
  );
  if (inner.length === 0) return true;
  const boxOf = ({ box: [left, , right] }: Glyph) => inner.filter((x) => x < (left + right) / 2).length;
  const digits = glyphs.filter(({ text }) => /\d/.test(text));
  return digits.length === new Set(digits.map(boxOf)).size;
}

function boxOfRule({ direction, position, from, to }: RuledLine): Box {
  return direction === "horizontal" ? [from, position, to, position] : [position, from, position, to];
}

/** Frames on a page, such as the border of a form field, a box drawn around a number, or boxes for one digit each. */
function framesIn(rules: readonly RuledLine[]): readonly Frame[] {
  const drawn = rules.filter(({ edge }) => !edge);
  if (drawn.length > MOST_FRAMED) return [];
  return groupTouching(drawn, CORNER).flatMap((sides) => {
    const frame = frameOf(sides);
    return frame === undefined ? [] : [frame];
  });
}

/** The frame that some lines make: two of them lie, and all others stand between these. */
function frameOf(sides: readonly RuledLine[]): Frame | undefined {
  const lying = sides.filter(({ direction }) => direction === "horizontal");
  const standing = sides.filter(({ direction }) => direction === "vertical");
  const [top, bottom] = extent(lying.map(({ position }) => position));
  const [left, right] = extent(standing.map(({ position }) => position));
  const isRow =
    bottom - top > CORNER &&
    lying.every(({ position }) => Math.min(position - top, bottom - position) < CORNER) &&
    lying.every(({ from, to }) => from > left - CORNER && to < right + CORNER) &&
    standing.every(({ from, to }) => Math.abs(from - top) < CORNER && Math.abs(to - bottom) < CORNER);
  return isRow ? { box: [left, top, right, bottom], sides } : undefined;
}

function extent(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}
