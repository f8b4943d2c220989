/** The thresholds by which printed lines become paragraphs. In em (the size of the text) unless said otherwise. */

// Page numbers, running heads and feet.

/** The share of the page's height at top and bottom in which they stand. */
export const MARGIN_SHARE = 0.12;
/** Baselines that differ by less are at the same place on two pages. Points. */
export const SAME_PLACE_ON_PAGE = 4;
/**
 * A running head stands on at least two pages, and on at least this share of all pages: heads of odd and even pages may
 * differ.
 */
export const PAGES_OF_A_HEAD = { least: 2, share: 0.4 } as const;

// Whether a line runs on into the next one.

/** Share by which the sizes of two lines of one paragraph may differ. */
export const ONE_PARAGRAPH_SIZE = 0.15;
/**
 * A line shorter than its measure by more than this ends a paragraph; punctuation may hang or be pushed, hence two
 * characters.
 */
export const FULL_MEASURE = 2.2;
/** A new paragraph is indented by two characters; an indent of more than this is not rounding. */
export const NEW_PARAGRAPH = 1.2;
/** The largest distance from one line of a paragraph to the next. */
export const NEXT_PROSE_LINE = 3.2;
/** A line is centred when its distances from the left and from the right differ by no more than this. */
export const CENTRED_LINE = 0.5;

/** A gap this wide, and this many times wider than is usual in its line, parts two texts that stand side by side. */
export const PARTING_GAP = { least: 2, usual: 2 } as const;

// Headings.

/** A numbered line with more characters is a sentence. */
export const LONGEST_NUMBERED_HEADING = 45;
/** The most lines of a heading. */
export const LINES_OF_A_HEADING = 2;
/** Text this many times larger than the body is a heading. */
export const HEADING_SIZE = 1.2;
/** A bold heading without a number is centred within this, and stands farther than this from the left edge. */
export const CENTRED_HEADING = 2;
/** The size taken for a text without glyphs. Points. */
export const BODY_SIZE = 10;
