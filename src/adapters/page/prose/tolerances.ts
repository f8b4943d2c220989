/** The numbers by which printed lines become paragraphs. In em (the size of the text) unless said otherwise. */

// Page numbers, running heads and feet.

/** Share of the page's height at top and bottom where they stand. */
export const MARGIN_SHARE = 0.12;
/** Baselines that differ by less are one place on two pages. Points. */
export const SAME_PLACE_ON_PAGE = 4;
/** A running head stands on two pages at least, and on this share of them: heads of odd and even pages may differ. */
export const PAGES_OF_A_HEAD = { least: 2, share: 0.4 } as const;

// Whether a line runs on into the next one.

/** Share by which the sizes of two lines of one paragraph may differ. */
export const ONE_PARAGRAPH_SIZE = 0.15;
/** The last line of a paragraph is short; punctuation may hang or be pushed, hence two characters. */
export const FULL_MEASURE = 2.2;
/** A new paragraph is indented by two characters; more than one is no rounding. */
export const NEW_PARAGRAPH = 1.2;
/** From one line of a paragraph to the next at most. */
export const NEXT_PROSE_LINE = 3.2;
/** A line as far from the left as from the right, within so much, is centred. */
export const CENTRED_LINE = 0.5;

// Headings.

/** A numbered line of more characters is a sentence. */
export const LONGEST_NUMBERED_HEADING = 45;
/** A heading takes no more lines. */
export const LINES_OF_A_HEADING = 2;
/** Text so many times larger than the body is a heading. */
export const HEADING_SIZE = 1.2;
/** A bold heading without number is centred within this, and stands off the left edge by more. */
export const CENTRED_HEADING = 2;
/** Size of a text without glyphs. Points. */
export const BODY_SIZE = 10;
