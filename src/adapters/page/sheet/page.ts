import type { Box } from "../../../model/index.ts";

/**
 * One page as a reader sees it: characters with boxes, and ink that may be ruling lines. What fills it (a PDF engine, an
 * OFD reader, a scan) is not known here. All coordinates are points from the top left corner of the page as shown
 * (crop box and rotation applied).
 */
export interface Page {
  /** From 1. */
  readonly number: number;
  /** Of the page object in the file; 0 where the engine does not say. */
  readonly objectNumber: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly RuledLine[];
  readonly images: readonly Box[];
  /** A limit on glyphs or path segments was reached: the page is not whole. */
  readonly truncated: boolean;
  /** Glyphs on the page that no reader sees: covered, clipped, of a layer that is off, white on white, outside the crop box. */
  readonly hidden: readonly Glyph[];
  /** Some of its glyphs are those of annotations and form fields, which not every engine reads. */
  readonly annotated?: boolean;
  /** Where viewers may show another text than its glyphs: form fields whose look is left to them. As shown, like `drawn`. */
  readonly claimed?: readonly Box[];
  /** Where there was reason to look: what the page shows apart from its glyphs, as shown, whatever way its text is turned. */
  readonly drawn?: DrawnInk;
}

/** Pixels from the top left corner of the page as shown, `scale` of them a point; 1 where a line or the rim of a shape runs. */
export interface DrawnInk {
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  readonly edges: Uint8Array;
}

export interface Glyph {
  /** One character; U+FFFD where the font does not say which. */
  readonly text: string;
  /** Ink. */
  readonly box: Box;
  /** Start of the advance and its length along the writing direction, and the baseline across it. */
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
  /** A digit whose number goes on outside the page. */
  readonly cut: boolean;
  /** Why it may not be the character that is seen: half hidden, mirrored, another in `ActualText`. */
  readonly doubt?: string;
  /** Of a scan: the probability the recognizer gives the character, from 0 to 1. */
  readonly recognized?: number;
  /** Of a doubtful number of a scan: how many characters the ink of its line has, at the least and at the most. */
  readonly strokes?: readonly [least: number, most: number];
}

/** A horizontal or vertical ruling line; `from < to`. `edge`: the rim of a filled area rather than a drawn line. */
export interface RuledLine {
  readonly direction: "horizontal" | "vertical";
  /** y of a horizontal line, x of a vertical one. */
  readonly position: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
  readonly edge: boolean;
}
