import type { Box } from "../../../model/index.ts";

/**
 * One page as a reader sees it: characters with boxes, and ink that may be ruling lines. What fills it (a PDF engine, an
 * OFD reader, a scan) is not known here. All coordinates are points from the top left corner of the page as shown
 * (crop box and rotation applied).
 */
export interface Page {
  /** Counted from 1. */
  readonly number: number;
  /** The number of the page object in the file; 0 where the engine does not give it. */
  readonly objectNumber: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly RuledLine[];
  readonly images: readonly Box[];
  /** A limit on glyphs or path segments was reached, so the page is incomplete. */
  readonly truncated: boolean;
  /**
   * Glyphs on the page that no reader sees: covered, clipped, on a layer that is off, white on white, or outside the
   * crop box.
   */
  readonly hidden: readonly Glyph[];
  /** By how many degrees clockwise its text is turned as the page is shown; the page is given as it is turned back. */
  readonly turned?: 90 | 180 | 270;
  /** How many points of this page make one of the file, where its text is too small or too large to be read as it is. */
  readonly unit?: number;
  /** Some of its glyphs belong to annotations and form fields, which not every engine reads. */
  readonly annotated?: boolean;
  /**
   * Where viewers may show text that differs from its glyphs: form fields whose appearance is left to the viewer. In
   * coordinates of the page as shown, like `drawn`.
   */
  readonly claimed?: readonly Box[];
  /** Why none of its numbers and blank cells is vouched for, although its text is read. */
  readonly doubt?: string;
  /**
   * What the page shows apart from its glyphs, present only where there was reason to look. As the page is shown,
   * whichever way its text is turned.
   */
  readonly drawn?: DrawnInk;
}

/**
 * Pixels from the top left corner of the page as shown, `scale` of them to a point; 1 where a line or the rim of a
 * shape runs.
 */
export interface DrawnInk {
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  readonly edges: Uint8Array;
}

export interface Glyph {
  /** One character; U+FFFD where the font does not say which. */
  readonly text: string;
  /** The box of its ink. */
  readonly box: Box;
  /** Start and end of the advance along the writing direction, and the baseline across it. */
  readonly start: number;
  readonly end: number;
  readonly baseline: number;
  /** Font size as shown, in points. */
  readonly size: number;
  /** Direction of writing, clockwise degrees on the page as shown: 0, 90, 180, 270, or any other for slanted marks. */
  readonly angle: number;
  readonly bold: boolean;
  /** Pale or mostly transparent. */
  readonly faint: boolean;
  readonly unreadable: boolean;
  /** A digit whose number continues outside the page. */
  readonly cut: boolean;
  /** Why it may not be the character that is seen: it is half hidden, mirrored, or another one in `ActualText`. */
  readonly doubt?: string;
  /** On a scan: the probability the recognizer gives the character, from 0 to 1. */
  readonly recognized?: number;
  /**
   * For a doubtful number of a scan: the least and the greatest number of characters that the ink of its line may be.
   */
  readonly strokes?: readonly [least: number, most: number];
}

/**
 * A horizontal or vertical ruling line; `from < to`. `edge`: it is the rim of a filled area rather than a drawn line.
 */
export interface RuledLine {
  readonly direction: "horizontal" | "vertical";
  /** y of a horizontal line, x of a vertical one. */
  readonly position: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
  readonly edge: boolean;
}
