import { takeDecimal, type Words } from "../package/values.ts";

/** One subpath in the object's own space: x, y, x, y …, with curves as short lines. */
export interface PathOutline {
  readonly points: readonly number[];
  readonly closed: boolean;
  readonly curved: boolean;
}

/** How many short lines stand for a curve. */
const STEPS = 8;
/** How many numbers follow each operator (GB/T 33190 9.1). */
const OPERANDS = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 } as const;
type Operator = keyof typeof OPERANDS;

/** The operators by the codes of their letters, large and small. */
const OPERATORS: readonly (Operator | undefined)[] = Array.from({ length: 0x80 }, (_, code) => {
  const letter = String.fromCharCode(code).toUpperCase();
  return Object.hasOwn(OPERANDS, letter) ? (letter as Operator) : undefined;
});

/** What the data of a path draw. */
interface Outlines {
  readonly outlines: readonly PathOutline[];
  readonly points: number;
  /** It has an operator that the standard does not have. */
  readonly isStrange: boolean;
}

/**
 * The subpaths of AbbreviatedData, up to `most` points; the data after an unknown operator and its numbers is still
 * read.
 */
export function outlinesOf(data: string, most: number): Outlines {
  const drawing: Drawing = {
    outlines: [],
    points: [],
    curved: false,
    isStart: false,
    isStrange: false,
    taken: 0,
  };
  segments(data, drawing, most);
  finish(drawing, false);
  return { outlines: drawing.outlines, points: drawing.taken, isStrange: drawing.isStrange };
}

/** The subpath that is being drawn, and those before it. */
interface Drawing {
  outlines: PathOutline[];
  points: number[];
  curved: boolean;
  /** Nothing was drawn yet from where it begins. */
  isStart: boolean;
  isStrange: boolean;
  taken: number;
}

function finish(drawing: Drawing, closed: boolean): void {
  const { curved, isStart } = drawing;
  // A subpath that is closed where it began is a dot if its line has round ends.
  const points = closed && isStart ? [...drawing.points, ...drawing.points] : drawing.points;
  // Most paths have one subpath: a list that has room for more is made for the second.
  if (points.length >= 4 && drawing.outlines.length === 0) drawing.outlines = [{ points, closed, curved }];
  else if (points.length >= 4) drawing.outlines.push({ points, closed, curved });
  drawing.points = [];
  drawing.curved = false;
}

/** The numbers since the last operator; the list is as long as those of an arc and is used again and again. */
interface Operands {
  readonly values: number[];
  count: number;
}

function draw(drawing: Drawing, operator: Operator, operands: readonly number[]): void {
  if (operator === "C") {
    const [left, top] = drawing.points;
    finish(drawing, true);
    drawing.isStart = false;
    if (left !== undefined) drawing.points = [left, top!];
    return;
  }
  const count = OPERANDS[operator];
  const x = operands[count - 2]!;
  const y = operands[count - 1]!;
  const begins = operator === "S" || operator === "M";
  if (begins) finish(drawing, false);
  else if (operator !== "L") {
    const { points } = drawing;
    points.push(...curve(operator, operands.slice(0, count), points.at(-2) ?? x, points.at(-1) ?? y));
    drawing.curved = true;
  }
  const { points } = drawing;
  if (points.length === 0) drawing.points = [x, y];
  // Most subpaths are one line: a list that has room for more is made for the next.
  else if (points.length === 2) drawing.points = [points[0]!, points[1]!, x, y];
  else points.push(x, y);
  drawing.isStart = begins;
  drawing.taken += operator === "L" || operator === "M" ? 1 : STEPS;
}

/**
 * Draws operators with their numbers until `most` points are taken. Numbers without an operator of their own repeat the
 * last one, because some writers leave it out.
 */
function segments(data: string, drawing: Drawing, most: number): void {
  const operands: Operands = { values: [0, 0, 0, 0, 0, 0, 0], count: 0 };
  let operator: Operator | undefined;
  const words: Words = { text: data, at: 0 };
  while (words.at < data.length && drawing.taken <= most) {
    const from = words.at;
    const code = data.charCodeAt(from);
    const value = code <= SPACE ? undefined : numberAt(words);
    if (value !== undefined) operator = takeOperand(drawing, operator, operands, value);
    else if (isLetter(code)) {
      operator = OPERATORS[code];
      drawing.isStrange ||= operator === undefined;
      operands.count = 0;
      if (operator === "C") draw(drawing, operator, operands.values);
    }
    words.at = Math.max(words.at, from + 1);
  }
}

/** The number at the place, and goes on behind it; undefined, and stays, where none begins there. */
function numberAt(words: Words): number | undefined {
  const { text, at } = words;
  const value = takeDecimal(words);
  if (value !== undefined && !goesOn(text.charCodeAt(words.at))) return value;
  words.at = endOfNumber(text, at);
  return words.at === at ? undefined : Number(text.slice(at, words.at));
}

/** Whether a number goes on after a decimal: with a power of ten, or wrongly with another point. */
function goesOn(code: number): boolean {
  return code === 0x2e || (code | 0x20) === 0x65;
}

/** Draws once the operator has all its numbers; gives the operator of the numbers that follow. */
function takeOperand(
  drawing: Drawing,
  operator: Operator | undefined,
  operands: Operands,
  value: number,
): Operator | undefined {
  const needed = operator === undefined ? 0 : OPERANDS[operator];
  if (operator === undefined || needed === 0) return operator;
  operands.values[operands.count++] = Number.isFinite(value) ? value : 0;
  if (operands.count < needed) return operator;
  draw(drawing, operator, operands.values);
  operands.count = 0;
  return operator === "M" || operator === "S" ? "L" : operator;
}

const SPACE = 0x20;

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function isSign(code: number): boolean {
  return code === 0x2b || code === 0x2d;
}

/** Where a number ends that begins at `from`; `from` itself where none begins there. */
function endOfNumber(data: string, from: number): number {
  const first = isSign(data.charCodeAt(from)) ? from + 1 : from;
  const end = endOfDigits(data, first, true);
  if (end === first) return from;
  if (end === data.length || (data.charCodeAt(end) | 0x20) !== 0x65) return end;
  const power = end + 1 < data.length && isSign(data.charCodeAt(end + 1)) ? end + 2 : end + 1;
  const last = endOfDigits(data, power, false);
  return last === power ? end : last;
}

/** Where digits end that begin at `from`, and points among them if they may have any. */
function endOfDigits(data: string, from: number, points: boolean): number {
  let end = from;
  while (end < data.length) {
    const code = data.charCodeAt(end);
    if (!(code >= 0x30 && code <= 0x39) && !(points && code === 0x2e)) break;
    end++;
  }
  return end;
}

/** The points of a curve except its last: quadratic and cubic Bézier curves, and arcs, which bow by their radius. */
function curve(operator: Operator, operands: readonly number[], x0: number, y0: number): number[] {
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
