import type { Place } from "./place.ts";

/**
 * What an adapter makes of a document: lines and tables in reading order, no trace of the format left.
 * Text keeps the source's own characters; only line ends are normalized to `\n`.
 */
export type Token = LineToken | TableStartToken | RowToken | CellToken | TableEndToken;

/** A paragraph (DOCX, HTML, PDF) or one raw line with its tabs and leading spaces (text). */
export interface LineToken {
  readonly kind: "line";
  readonly text: string;
  /** Heading level from 1 where the format says so. */
  readonly heading?: number;
  /** The whole line is a link to another page. */
  readonly linked?: true;
  readonly at: Place;
}

/** A table whose cells the format itself delimits; `row` and `cell` tokens follow until `table-end`. */
export interface TableStartToken {
  readonly kind: "table-start";
  readonly at: Place;
}

export interface RowToken {
  readonly kind: "row";
  readonly at: Place;
}

/**
 * One cell where its merged region begins; cells covered by a span are not emitted.
 * `column` (from 1), where the adapter knows it, places the cell in the grid; otherwise the next free column is taken.
 * `doubt` marks text the adapter could not read with certainty.
 */
export interface CellToken {
  readonly kind: "cell";
  readonly text: string;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly column?: number;
  readonly doubt?: Doubt;
  readonly at: Place;
}

export interface TableEndToken {
  readonly kind: "table-end";
  readonly at: Place;
}

/**
 * `unreadable`: glyphs without a character, bidirectional overrides; the digits must not be used. `strokes`: in a scan,
 * the least and the greatest number of characters that the ink allows. `disagreement`: two readings of the same cell
 * differ; `other` is the second one.
 */
export type Doubt =
  | {
      readonly kind: "unreadable";
      readonly reason: string;
      readonly strokes?: readonly [least: number, most: number];
    }
  | { readonly kind: "disagreement"; readonly other: string };
