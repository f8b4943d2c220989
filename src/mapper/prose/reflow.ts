import { outlineLevel } from "../../printed/enumerators.ts";
import type { Block, Place } from "../../model/index.ts";
import { endsAsTitle, enumerated } from "./outline.ts";

export interface WholeLine {
  readonly text: string;
  readonly at: Place;
  /** Index of its first block. */
  readonly index: number;
  readonly heading: boolean;
}

/** Widths of a page of text; a document of shorter or longer lines is not broken at a margin. */
const NARROWEST = 50;
const WIDEST = 140;

/**
 * Joins paragraphs that were broken at a right margin (text taken from a page). There is a margin only where several
 * lines end within two columns of the longest one; a line that reaches it goes on in the next unless that begins anew.
 */
export function reflow(blocks: readonly Block[]): readonly WholeLine[] {
  const lines = blocks.flatMap((block, index): WholeLine[] =>
    block.kind === "line"
      ? [{ text: block.text, at: block.at, index, heading: block.heading !== undefined }]
      : [],
  );
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

/** A chapter's title as long as the page is wide does not go on. */
function isTitleLine(text: string): boolean {
  const numbered = enumerated(text.trim());
  return numbered !== null && endsAsTitle(numbered.title);
}

function rightMargin(lines: readonly WholeLine[]): number | null {
  const widths = lines
    .filter(({ text }) => !/\S {2,}\S|\t|\|/u.test(text.trim()))
    .map(({ text }) => width(text));
  const widest = Math.max(0, ...widths.filter((value) => value <= WIDEST));
  const full = widths.filter((value) => value >= widest - 2 && value <= widest).length;
  return widest >= NARROWEST && full >= 3 && widths.every((value) => value <= WIDEST) ? widest : null;
}

/** An indented line, or one with an enumerator, is a paragraph of its own. */
function beginsAnew(text: string): boolean {
  return /^(?:\s{2,}|\u3000)/u.test(text) || outlineLevel(text) > 0;
}

/** Display columns: Chinese characters and full-width punctuation take two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text.trimEnd()) columns += character > "\u1100" ? 2 : 1;
  return columns;
}
