import { outlineLevel } from "../../../printed/enumerators.ts";
import type { Block, Place } from "../../../model/index.ts";
import { endsAsTitle, enumerated } from "./outline.ts";

export interface WholeLine {
  readonly text: string;
  readonly at: Place;
  /** Index of its first block. */
  readonly index: number;
  readonly heading: boolean;
  /** Whether it is a link to another page. */
  readonly linked: boolean;
}

/** Narrowest and widest page of text; a document of shorter or longer lines is not broken at a margin. */
const NARROWEST = 50;
const WIDEST = 140;

/**
 * Joins paragraphs that were broken at a right margin (text taken from a page). There is a margin only where several
 * lines end within two columns of the longest line. A line that reaches the margin continues in the next one, unless
 * that begins a new paragraph.
 */
export function reflow(blocks: readonly Block[]): readonly WholeLine[] {
  const lines: WholeLine[] = [];
  blocks.forEach((block, index) => {
    if (block.kind !== "line") return;
    const { text, at, heading, linked } = block;
    lines.push({ text, at, index, heading: heading !== undefined, linked: linked === true });
  });
  const margin = rightMargin(lines);
  if (margin === null) return lines;
  const joined: WholeLine[] = [];
  let open = false;
  for (const line of lines) {
    const last = joined.at(-1);
    const follows =
      open && last !== undefined && line.text.trim() !== "" && !line.heading && !beginsAnew(line.text);
    if (follows) joined[joined.length - 1] = { ...last, text: last.text.trimEnd() + line.text.trimStart() };
    else joined.push(line);
    open =
      !line.heading &&
      !isTitleLine(line.text) &&
      width(line.text) >= margin - 3 &&
      !/[。！？：]$/u.test(line.text.trimEnd());
  }
  return joined;
}

/** Whether a line is the title of a chapter. Even as wide as the page it does not continue on the next line. */
function isTitleLine(text: string): boolean {
  const numbered = enumerated(text.trim());
  return numbered !== null && endsAsTitle(numbered.title);
}

function rightMargin(lines: readonly WholeLine[]): number | null {
  const widths: number[] = [];
  for (const { text } of lines) {
    if (/\S {2,}\S|\t|\|/u.test(text.trim())) continue;
    const own = width(text);
    if (own > WIDEST) return null;
    widths.push(own);
  }
  const widest = widths.reduce((a, b) => Math.max(a, b), 0);
  const full = widths.filter((value) => value >= widest - 2).length;
  return widest >= NARROWEST && full >= 3 ? widest : null;
}

/** Whether a line begins a paragraph of its own because it is indented or has an enumerator. */
function beginsAnew(text: string): boolean {
  return /^(?:\s{2,}|\u3000)/u.test(text) || outlineLevel(text) > 0;
}

/**
 * The width of a text in display columns: Chinese characters and full-width punctuation take two. Counting stops beyond
 * the widest page.
 */
function width(text: string): number {
  const printed = text.trimEnd();
  let columns = 0;
  for (let at = 0; at < printed.length && columns <= WIDEST; at++) {
    const point = printed.codePointAt(at)!;
    columns += point > 0x1100 ? 2 : 1;
    if (point > 0xffff) at++;
  }
  return columns;
}
