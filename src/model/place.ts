/**
 * Where something stands in the source. Every number counts from 1; fields a format cannot know are absent.
 * `box` is `[left, top, right, bottom]` in PDF points (1/72 inch) from the top left corner of the page as shown.
 */
export interface Place {
  /** For a report in several files: which of them, in the order they were given. */
  readonly file?: number;
  /** For a document whose pages are pictures, such as a DOCX of scans: which of its pictures. */
  readonly page?: number;
  readonly box?: Box;
  /** Line of the decoded text (text and HTML sources). */
  readonly line?: number;
  /** Ordinal of the table in the source, in reading order. */
  readonly table?: number;
  readonly row?: number;
  /** Column of the grid, not the ordinal of the cell in its row. */
  readonly column?: number;
  /** For a scan: the lowest probability the recognizer gave to a character here, from 0 to 1. */
  readonly recognized?: number;
}

export type Box = readonly [left: number, top: number, right: number, bottom: number];
