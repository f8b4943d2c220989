import type { LineToken } from "../../model/index.ts";
import { isNumber, isValue } from "../../printed/numbers.ts";
import { displayWidth, isWideCode } from "../display.ts";
import { valuesOf } from "./width.ts";

/** A piece of a line between spaces, and the display columns it covers; `end` is exclusive. */
export interface SpacedChunk {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A line cut into pieces. */
export interface Printed {
  readonly line: LineToken;
  readonly parts: readonly SpacedChunk[];
  /** The values that end it. */
  readonly values: readonly SpacedChunk[];
  /** Whether the line holds numbers, or nothing but texts that may stand for numbers. */
  readonly numeric: boolean;
}

/** A line as printed by a program that gives Chinese characters two columns (`wide`) or one. */
export function printedLine(line: LineToken, wide: boolean): Printed {
  const parts = chunks(line.text, wide);
  const numeric =
    parts.some((part) => isNumber(part.text)) ||
    (parts.length >= 3 && parts.every((part) => isValue(part.text)));
  return { line, parts, values: valuesOf(parts), numeric };
}

/** Lines as printed with Chinese one column wide, each of them cut once. */
export function narrowLines(): (line: LineToken) => Printed {
  const cut = new Map<LineToken, Printed>();
  return (line) => {
    const printed = cut.get(line) ?? printedLine(line, false);
    cut.set(line, printed);
    return printed;
  };
}

/** Pieces of a line separated by two or more spaces. One space is enough between numbers and between short headings. */
export function chunks(text: string, wide: boolean): readonly SpacedChunk[] {
  const found = pieces(text, wide);
  return found.flatMap((piece, index) => {
    const words = wordsOf(piece.text);
    if (words.length === 1) return [piece];
    const numbers = trailingNumbers(words);
    const followed = found[index + 1] !== undefined && BARE.test(wordsOf(found[index + 1]!.text)[0]!);
    if (numbers === words.length || isHeadings(words, index > 0))
      return cut(piece, words, words.length, wide);
    // A label and the numbers behind it are cut, unless a bracket is open between them: `105（含自然失效 52` is one
    // piece.
    const label = words.slice(0, words.length - numbers).join(" ");
    const ends = (numbers >= 2 || (numbers === 1 && followed)) && isBalanced(label);
    return ends ? cut(piece, [label, ...words.slice(-numbers)], numbers + 1, wide) : [piece];
  });
}

/** A space, but for one behind the comma within a number: 30, 376. */
const SPACE = /(?<!\d[,，])[ \u00a0\u3000]/u;

function wordsOf(text: string): readonly string[] {
  return ANY_SPACE.test(text) ? text.split(SPACE) : [text]; // nearly every piece is one word
}

const ANY_SPACE = /[ \u00a0\u3000]/u;
const BARE = /^(?:\d(?:[\d,.]|[,，] (?=\d))*|\/)$/u;
/** Headings of columns as narrow as 结果维持 wrapped over two lines. */
export const LONGEST_HEADING = 6;
/** So many short words at the beginning of a line are headings and not a label; behind another piece two are enough. */
const FEWEST_HEADINGS = 3;
const FEWEST_BEHIND = 2;

function trailingNumbers(words: readonly string[]): number {
  return words.length - 1 - words.findLastIndex((word) => !BARE.test(word));
}

function isHeadings(words: readonly string[], behind: boolean): boolean {
  return (
    words.length >= (behind ? FEWEST_BEHIND : FEWEST_HEADINGS) &&
    // Characters set apart (统 计 指 标, 其 他结) are one heading; the rest of a wrapped heading may come first, as in
    // 然 商业 总计.
    words.filter((word) => word.length > 1).length >= Math.max(2, words.length - 1) &&
    words.every((word) => word.length <= LONGEST_HEADING && /^\p{sc=Han}+$/u.test(word))
  );
}

function isBalanced(text: string): boolean {
  return (text.match(/[（(]/gu)?.length ?? 0) === (text.match(/[）)]/gu)?.length ?? 0);
}

/** The pieces of a line, with those joined that stand one space apart and belong together. */
export function joinedWords(
  parts: readonly SpacedChunk[],
  isOne: (last: SpacedChunk, part: SpacedChunk, whole: SpacedChunk) => boolean,
): readonly SpacedChunk[] {
  return parts.reduce<readonly SpacedChunk[]>((joined, part) => {
    const last = joined.at(-1);
    if (!last || part.start !== last.end + 1) return [...joined, part];
    const whole = { text: `${last.text} ${part.text}`, start: last.start, end: part.end };
    return isOne(last, part, whole) ? [...joined.slice(0, -1), whole] : [...joined, part];
  }, []);
}

/** Cuts a piece into words, with one space between each. */
function cut(
  { start }: SpacedChunk,
  words: readonly string[],
  count: number,
  wide: boolean,
): readonly SpacedChunk[] {
  let at = start;
  return words.slice(0, count).map((text) => {
    const chunk = { text, start: at, end: at + displayWidth(text, wide) };
    at = chunk.end + 1;
    return chunk;
  });
}

function pieces(printed: string, wide: boolean): readonly SpacedChunk[] {
  // A form feed begins a page and takes up no column.
  const text = printed.replaceAll("\f", "");
  const found: SpacedChunk[] = [];
  let begun: { readonly at: number; readonly column: number } | null = null;
  let behind = 0;
  let column = 0;
  let blanks = 2;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at)!;
    const width = wide && isWideCode(code) ? 2 : 1;
    if (isSpace(code)) blanks += width;
    else {
      if (blanks >= 2) {
        if (begun) found.push(chunk(text.slice(begun.at, behind), begun.column, wide));
        begun = { at, column };
      }
      blanks = 0;
      if (code > 0xffff) at += 1;
      behind = at + 1;
    }
    column += width;
  }
  if (begun) found.push(chunk(text.slice(begun.at), begun.column, wide));
  return found;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x3000;
}

function chunk(printed: string, start: number, wide: boolean): SpacedChunk {
  const text = printed.trimEnd();
  return { text, start, end: start + displayWidth(text, wide) };
}
