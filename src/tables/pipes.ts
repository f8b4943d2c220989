import { unescapeMarkdown } from "./layout.ts";

/** A line of text cut at its pipes; a pipe behind a backslash is a character of its cell. */
export interface PipedLine {
  /** The cells between the pipes, without the pipes around the line: `| a | b |` and `a | b` have two. */
  readonly cells: readonly string[];
  /** How many cells at the end only fill the row up, because the program that wrote it found it too short. */
  readonly padding: number;
  /** Whether a pipe stands before the first cell, and another one behind the last. */
  readonly opens: boolean;
  readonly closes: boolean;
}

/** More pipes than this behind a row are no filling. */
const MOST_PADDING = 64;

/** Cuts a line of text at its pipes. */
export function cutAtPipes(line: string): PipedLine {
  const pieces = line.trim().split(/(?<!\\)\|/u);
  const opens = pieces.length > 1 && pieces[0] === "";
  const from = opens ? 1 : 0;
  const closes = pieces.length > from + 1 && pieces.at(-1) === "";
  const cells = pieces.slice(from, closes ? -1 : undefined);
  return { cells, padding: paddingOf(pieces), opens, closes };
}

/** The text of a cell without the marks of Markdown. */
export function pipedText(cell: string): string {
  return unescapeMarkdown(cell)
    .replace(/<br\s*\/?>/giu, "\n")
    .trim();
}

/**
 * Programs that extract the text of web pages notice a merged cell only by its row being too short. They add a pipe for
 * each missing cell, without spaces between the pipes: `行政许可 | 11 | ||` in a table of four columns. A blank cell
 * has its space.
 */
function paddingOf(pieces: readonly string[]): number {
  const last = pieces.findLastIndex((piece) => piece !== "");
  const isSpace = pieces[last]?.length === 1 && pieces[last].trim() === "";
  const padding = pieces.length - 1 - last;
  return last > 0 && isSpace && padding <= MOST_PADDING ? padding : 0;
}
