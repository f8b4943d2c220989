import type { TextLine } from "./text.ts";

/** A printed line with where it stands and the edges of the text column it stands in. */
export interface PrintedLine {
  readonly line: TextLine;
  readonly page: number;
  /** Left and right edge of the page's text. */
  readonly left: number;
  readonly right: number;
}
