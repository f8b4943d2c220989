/** The numbers by which glyphs become lines and texts, and are doubted. In em (the size of the text) unless said otherwise. */

// Copies of a glyph.

/** How far a copy lies from what it is drawn over: to look bold, and as a shadow, which shares some of its ink. */
export const BOLD_COPY = 0.12;
export const SHADOW = 0.3;
/** Share of a glyph's width and height that its shadow covers at least. */
export const SHADOW_SHARE = 0.3;
/** Distances that differ by no more are one. */
export const ONE_DISTANCE = 0.06;
/** Starts of neighbours in a word lie no farther apart. */
export const NEXT_IN_WORD = 1.2;
/** Pale text so many times larger than the page's own is a watermark. */
export const WATERMARK = 1.8;

// Digits that together are not one number.

/** A digit this much smaller than its neighbours, or raised or lowered by so much, is a note mark or an exponent. */
export const SMALLER_DIGIT = 0.82;
export const RAISED_DIGIT = 0.16;
/** Baselines further apart are those of two lines. */
export const TWO_LINES = 0.8;
/** From the foot of a digit to its top. */
export const DIGIT_HEIGHT = 0.7;
/** A gap up to this wide is none. */
export const NO_GAP = 0.2;
/** A number has no more digits; a cell of prose may. */
export const MOST_DIGITS = 40;

// The grid of squares that keeps neighbours together.

/** Side of a square, in points. */
export const SQUARE_SIDE = 8;
/** What is kept in one square: glyphs of one character, and digits; more stand there on no page that can be read. */
export const MOST_ALIKE_IN_SQUARE = 16;
export const MOST_DIGITS_IN_SQUARE = 32;

// Lines.

/** Baselines this near are one line's: a raised mark stays in its line. */
export const SAME_LINE = 0.45;
/** Between ideographs a wider gap is a space: labels are set apart to fill their cell. */
export const WORD_GAP = 3;
/** Between an ideograph and a digit; Word sets a quarter of an em there. */
export const MIXED_GAP = 0.5;
/** Between digits; a thousands space is a quarter of an em. */
export const FIGURE_GAP = 0.22;
/** What justification may add to a gap, and the gaps between ideographs that tell how much it does. */
export const MOST_STRETCH = 1;
export const GAPS_OF_A_LINE = 3;
/** The last line of a cell has its baselines this near to the lowest. */
export const LAST_LINE = 0.5;

// Text set from top to bottom.

/** A vertical text has so many characters, so many of them in its first column, and two or three columns. */
export const VERTICAL_CHARACTERS = 4;
export const VERTICAL_COLUMN = 3;
export const VERTICAL_COLUMNS = { least: 2, most: 3 } as const;
/** Middles of the characters of one column lie this near. */
export const ONE_COLUMN = 0.4;
/** From one character down to the next at most, and how much farther the next column is. */
export const NEXT_DOWN = 1.12;
export const COLUMN_FARTHER = 0.05;
/** A cell narrower than this, with so few characters a line on the average in more lines than two, has one character a line. */
export const NARROW_CELL = 4;
export const CHARACTERS_A_LINE = 1.4;
export const LINES_OF_A_NARROW_CELL = 3;

// A number broken by the edge of its cell.

/** Word's cell margins, 0.19 cm on each side: what a full line leaves free. Points. */
export const FULL_LINE_MARGINS = 10.8;
/** From one line of the number to the next at most. */
export const NEXT_OF_NUMBER = 2.6;

// The page as a whole.

/** Share of the glyphs that stand turned where the page is turned. */
export const TURNED = 0.6;
/** Share of unreadable glyphs from which a page's text is of no use. */
export const UNREADABLE = 0.3;
/** A picture over more than this share of the page, and no more glyphs than a stamp or a page number has, is a scan. */
export const PICTURE_SHARE = 0.45;
export const GLYPHS_ON_A_PICTURE = 30;
