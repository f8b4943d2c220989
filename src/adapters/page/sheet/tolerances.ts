/**
 * The thresholds by which glyphs become lines and texts, and are doubted. In em (the size of the text) unless said
 * otherwise.
 */

// Copies of a glyph.

/**
 * How far a copy lies from what it is drawn over: first a copy that makes it bold, then a shadow, which shares some of
 * its ink.
 */
export const BOLD_COPY = 0.12;
export const SHADOW = 0.3;
/** The widest gap between the ink of a glyph and of the copy that makes it bold. */
export const TOUCHING_COPY = 0.02;
/** The least share of a glyph's width and height that its shadow covers. */
export const SHADOW_SHARE = 0.3;
/** Distances that differ by no more than this are equal. */
export const ONE_DISTANCE = 0.06;
/** The starts of neighbours in a word lie no farther apart than this. */
export const NEXT_IN_WORD = 1.2;
/** Pale text this many times larger than the page's own is a watermark. */
export const WATERMARK = 1.8;
/** A pale phrase that is repeated this often on a page may be a watermark, if it has this many letters: 0万元 has two. */
export const TILES = 4;
export const LETTERS_OF_TILE = 3;
/** Starts of glyphs of one slanted phrase are no farther apart than this. */
export const NEXT_SLANTED = 2;
/** The most glyphs of the text in one square of the page that are compared with a watermark's. */
export const MOST_IN_SQUARE = 64;

// Digits that together are not one number.

/**
 * A digit this much smaller than its neighbours, or raised or lowered by this much, is a note mark or an exponent. Edited
 * numbers mix 10 and 10.5 points, or 10.5 and 11, which no eye tells apart.
 */
export const SMALLER_DIGIT = 0.93;
export const RAISED_DIGIT = 0.16;
/** The width of a digit's ink as a share of its height, below which it is a stroke; in narrow fonts it is a third. */
export const SLIVER = 0.12;
/** Baselines farther apart than this belong to two lines. */
export const TWO_LINES = 0.8;
/** From the foot of a digit to its top. */
export const DIGIT_HEIGHT = 0.7;
/** A gap up to this wide does not count as one. */
export const NO_GAP = 0.2;
/** A number has no more digits than this; a cell of prose may. */
export const MOST_DIGITS = 40;

// The grid of squares that keeps neighbours together.

/** By how many points rounding may be off. */
export const ROUNDED = 0.01;

/** Side of a square, in points. */
export const SQUARE_SIDE = 8;
/**
 * The most glyphs of one character, and the most digits, that are kept in one square; no page that can be read has more
 * there.
 */
export const MOST_ALIKE_IN_SQUARE = 16;
export const MOST_DIGITS_IN_SQUARE = 32;

// Lines.

/** Baselines this near belong to one line, so that a raised mark stays in its line. */
export const SAME_LINE = 0.45;
/** A wider gap between ideographs is a space: labels are set apart to fill their cell. */
export const WORD_GAP = 3;
/** A wider gap between an ideograph and a digit is a space; Word sets a quarter of an em there. */
export const MIXED_GAP = 0.5;
/** A wider gap between digits is a space; a thousands space is a quarter of an em. */
export const FIGURE_GAP = 0.22;
/**
 * How much justification may add to a gap, and how many gaps between ideographs are needed to show how much it adds.
 */
export const MOST_STRETCH = 1;
export const GAPS_OF_A_LINE = 3;
/** The last line of a cell consists of the glyphs whose baselines are this near to the lowest one. */
export const LAST_LINE = 0.5;

// Text set from top to bottom.

/**
 * A vertical text has at least this many characters, this many of them in its first column, and two or three columns.
 */
export const VERTICAL_CHARACTERS = 4;
export const VERTICAL_COLUMN = 3;
export const VERTICAL_COLUMNS = { least: 2, most: 3 } as const;
/** Middles of the characters of one column lie this near. */
export const ONE_COLUMN = 0.4;
/** The largest distance from one character down to the next, and how much farther away the next column must be. */
export const NEXT_DOWN = 1.12;
export const COLUMN_FARTHER = 0.05;
/**
 * A cell has one character a line when it is narrower than this and has at most this many characters a line on average,
 * in at least this many lines.
 */
export const NARROW_CELL = 4;
export const CHARACTERS_A_LINE = 1.4;
export const LINES_OF_A_NARROW_CELL = 3;

// A number broken by the edge of its cell.

/** Word's cell margins, 0.19 cm on each side: what a full line leaves free. Points. */
export const FULL_LINE_MARGINS = 10.8;
/** The largest distance from one line of the number to the next. */
export const NEXT_OF_NUMBER = 2.6;
/** How far the next digit of a number may stand from this one: off its line, and along it. Em. */
export const NEXT_DIGIT = { line: 0.1, gap: 0.3 } as const;

// The page as a whole.

/** A page is turned when this share of its glyphs stands turned. */
export const TURNED = 0.6;
/** A page's text is of no use from this share of unreadable glyphs on. */
export const UNREADABLE = 0.3;
/** A picture over more than this share of the page, and no more glyphs than a stamp or a page number has, is a scan. */
export const PICTURE_SHARE = 0.45;
export const GLYPHS_ON_A_PICTURE = 30;
