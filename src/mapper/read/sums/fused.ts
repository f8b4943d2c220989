import { balance, type WeightedSum } from "./equations.ts";
import { readValue } from "../../../printed/numbers.ts";

/**
 * After this many search steps a row counts as undecided; the longest real row (15 cells, 17 digits) takes some
 * hundreds.
 */
const MAXIMUM_STEPS = 200_000;
const MAXIMUM_SOLUTIONS = 64;

/**
 * Every way to read a row whose borders are lost; null when there are too many, or the search was too large to finish.
 */
export function waysToCut(
  run: string,
  count: number,
  equations: readonly WeightedSum[],
  bounds: readonly WeightedSum[] = [],
): readonly (readonly number[])[] | null {
  if (count === 1) {
    const { value } = readValue(run);
    return value === null ? [] : [[value]];
  }
  return splitRun(run, count, equations, bounds);
}

/** A number at the start of a text, with a sign perhaps but without superfluous zeros. */
const NUMBER = /^[-+]?(?:0|[1-9]\d{0,14})/u;
const DIGITS = /^[-+]?\d+(?:[-+]\d+)*$/u;
/** Decimals belong to the number before them, however many there are. */
const DECIMALS = /^[-+\d]*\d\.\d+$/u;

/**
 * Every way to cut a run of digits into `count` numbers that satisfies all equations and bounds; null if there are more
 * than `MAXIMUM_SOLUTIONS`, or if the search was too large to finish. Spaces in the run are borders that the text kept.
 * A sign begins a number, and a decimal point stands in the last number.
 */
export function splitRun(
  run: string,
  count: number,
  equations: readonly WeightedSum[],
  bounds: readonly WeightedSum[] = [],
): readonly (readonly number[])[] | null {
  const read = digitsOf(run);
  if (read === null) return [];
  const dueAt = checksByLast(equations, bounds, count);
  const numbersAt = Array.from({ length: read.digits.length + 1 }, (_, at) => numbersFrom(read, at));
  const solutions: number[][] = [];
  // Those behind the number that is being sought are left from other ways; no check that is due looks at them.
  const values = new Array<number>(count).fill(0);
  let steps = 0;
  const search = (index: number, at: number): boolean => {
    if (++steps > MAXIMUM_STEPS || solutions.length > MAXIMUM_SOLUTIONS) return false;
    if (index === count) {
      if (at === read.digits.length) solutions.push([...values]);
      return true;
    }
    const { inner, whole } = numbersAt[at]!;
    for (const { end, value } of index === count - 1 ? whole : inner) {
      values[index] = value;
      if (allHold(dueAt[index]!, values) && !search(index + 1, end)) return false;
    }
    return true;
  };
  return search(0, 0) ? solutions : null;
}

/** An equation or a bound of a row. */
interface Check {
  readonly terms: WeightedSum;
  readonly isEquation: boolean;
}

/** For each number of a row, the checks that are due when it is found, because they name it last. */
function checksByLast(
  equations: readonly WeightedSum[],
  bounds: readonly WeightedSum[],
  count: number,
): readonly (readonly Check[])[] {
  const due = Array.from({ length: count }, (): Check[] => []);
  const last = (terms: WeightedSum) => Math.max(...terms.map(({ index }) => index));
  for (const terms of equations) due[last(terms)]?.push({ terms, isEquation: true });
  for (const terms of bounds) due[last(terms)]?.push({ terms, isEquation: false });
  return due;
}

/** Asked at every step of the search, so it is a plain loop. */
function allHold(checks: readonly Check[], values: readonly number[]): boolean {
  for (const { terms, isEquation } of checks) {
    const sum = balance(terms, values);
    if (isEquation ? sum !== 0 : sum > 0) return false;
  }
  return true;
}

/** More digits than any row of a form can have. */
const MOST_DIGITS = 80;

interface Digits {
  readonly digits: string;
  /** The decimal point and what follows it, which belong to the last number. */
  readonly decimals: string;
  /** Offsets at which the text kept a border, including the end. */
  readonly borders: ReadonlySet<number>;
}

interface FoundNumber {
  /** The offset behind it. */
  readonly end: number;
  readonly value: number;
}

interface NumbersFrom {
  /** Those that may stand before the last, none of them across a border. */
  readonly inner: readonly FoundNumber[];
  /** The one that reaches the end of the run, as the last must, if there is one. */
  readonly whole: readonly FoundNumber[];
}

/** The numbers that may begin at `at`. */
function numbersFrom({ digits, decimals, borders }: Digits, at: number): NumbersFrom {
  const longest = NUMBER.exec(digits.slice(at, at + 16))?.[0].length ?? 0;
  const signed = /[-+]/u.test(digits[at] ?? "") ? 1 : 0;
  const inner: FoundNumber[] = [];
  for (let end = at + 1 + signed; end <= at + longest; end++) {
    const printed = digits.slice(at, end);
    // Adding 0 makes 0 of -0.
    if (end === digits.length) return { inner, whole: [{ end, value: Number(printed + decimals) + 0 }] };
    inner.push({ end, value: Number(printed) + 0 });
    if (borders.has(end)) break;
  }
  return { inner, whole: [] };
}

/** A run without its spaces; null where it holds anything but digits, signs and one decimal part at its end. */
function digitsOf(run: string): Digits | null {
  const pieces = run.trim().split(/[\s\u00a0\u3000]+/u);
  const whole = pieces.join("");
  const readable = pieces.every(
    (piece, index) => DIGITS.test(piece) || (index === pieces.length - 1 && DECIMALS.test(piece)),
  );
  if (!readable || whole.length > MOST_DIGITS) return null;
  const point = whole.indexOf(".");
  const borders = new Set<number>();
  let at = 0;
  for (const piece of pieces) borders.add((at += piece.length));
  return {
    digits: point < 0 ? whole : whole.slice(0, point),
    decimals: point < 0 ? "" : whole.slice(point),
    borders,
  };
}
