import type { Box, Doubt } from "../../../model/index.ts";
import { whyDoubtful } from "./doubtful.ts";
import type { Glyph } from "./page.ts";
import { textInBox, unionOf, withInk } from "./text.ts";
import { LAST_LINE } from "./tolerances.ts";

/** A whole table: fragments of one or more pages under each other, on common columns. */
export interface PageTable {
  /** False for a table whose cells are inferred from alignment alone. */
  readonly ruled: boolean;
  /** The rows of such a table whose cells may belong elsewhere; all rows where this is undefined. */
  readonly loose?: readonly number[];
  readonly fragments: readonly Fragment[];
  /** The boundaries between columns, in points of the first fragment's page. */
  readonly columns: readonly number[];
  readonly height: number;
  readonly cells: readonly TableCell[];
}

/** The part of a table that stands on one page. `columns` and `rows` are boundaries in points. */
export interface Fragment {
  readonly page: number;
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly cells: readonly TableCell[];
  readonly openTop: boolean;
  readonly openBottom: boolean;
}

/** Indexes start at 0, ends are exclusive. */
export interface TableCell {
  readonly row: number;
  readonly column: number;
  readonly rowEnd: number;
  readonly columnEnd: number;
  readonly text: string;
  readonly doubt?: Doubt;
  /** One part for each page; two where the page break cut the cell. */
  readonly parts: readonly CellPart[];
}

export interface CellPart {
  readonly page: number;
  readonly box: Box;
  /** Ink of the text; absent for an empty cell. */
  readonly ink?: Box;
  /** The lines, each as a box, of a frame that is drawn around all of its text and is no line of the table. */
  readonly frame?: readonly Box[];
  /** Points left free beside the last line: where nothing is left, the sentence goes on. */
  readonly slack: number;
  readonly glyphs: readonly Glyph[];
}

/** The text, doubt and place of a cell, from the glyphs in its box. */
export function contentOf(
  glyphs: readonly Glyph[],
  box: Box,
  page: number,
): Pick<TableCell, "text" | "doubt" | "parts"> {
  const inked = withInk(glyphs);
  const slack = slackOf(inked, box);
  const part: CellPart =
    inked.length === 0
      ? { page, box, slack, glyphs: inked }
      : { page, box, slack, glyphs: inked, ink: unionOf(inked.map((glyph) => glyph.box)) };
  const text = textInBox(glyphs, box);
  const reason = whyDoubtful(inked);
  if (reason === undefined) return { text, parts: [part] };
  const strokes = inked.find((glyph) => glyph.strokes !== undefined)?.strokes;
  return { text, doubt: { kind: "unreadable", reason, ...(strokes && { strokes }) }, parts: [part] };
}

function slackOf(glyphs: readonly Glyph[], box: Box): number {
  if (glyphs.length === 0) return Infinity;
  let lowest = -Infinity;
  for (const glyph of glyphs) lowest = Math.max(lowest, glyph.baseline);
  let [start, end] = [Infinity, -Infinity];
  for (const glyph of glyphs) {
    if (!(glyph.baseline > lowest - LAST_LINE * glyph.size)) continue;
    start = Math.min(start, glyph.start);
    end = Math.max(end, glyph.end);
  }
  return box[2] - box[0] - (end - start);
}
