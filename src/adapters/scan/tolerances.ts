/**
 * Every threshold of the scan room. Lengths are in inches of paper, so that they hold at any resolution; a report's text
 * is 10 to 16 pt (0.14 to 0.22 in) and its table rows are at least 0.2 in high.
 */

/** Below this a 10 pt digit has under 14 rows of pixels and 3, 8 and 9 are one blot. */
export const LOWEST_DPI = 130;
export const HIGHEST_DPI = 300;
/** Where the file does not say. */
export const USUAL_DPI = 200;

/** Darker than its surroundings by this share: ink. Windows are wider than a stroke and narrower than a table row. */
export const INK_CONTRAST = 0.16;
export const INK_WINDOW = 0.16;
/** And by so many of 255 levels in any case: paper has a grain. */
export const LEAST_CONTRAST = 14;

/** A pixel whose channels differ by more is coloured: a stamp, a pen. */
export const SATURATED = 56;
/** So far around it, in inches, its rim may be: JPEG stores colour at half the resolution. */
export const FRINGE = 0.015;

/** Lines of words are so many times as long as high; longer ones tell no more of how a page lies. */
export const LONG_LINE = { least: 3, most: 14 } as const;

/** Skew that is looked for, in degrees, and the steps of the two searches. */
export const MOST_SKEW = 4;
export const COARSE_STEP = 0.25;
export const FINE_STEP = 0.025;

/** Margins between two pages in one picture, in inches, and how high a page is at the least; no paragraph gap is so broad. */
export const SHEET_GAP = 0.5;
export const LEAST_SHEET = 2;
/** Of a row's pixels so many may be specks in a margin. */
export const STRAY_INK = 0.002;
/** Sheets that went through one scanner differ by no more degrees. */
export const MOST_APART = 2;
/** Degrees by which a sheet must lie otherwise than the whole to be turned by itself. */
export const OTHER_SKEW = 0.08;

/** Shortest run of ink that may be part of a rule: longer than any stroke of a character. */
export const RULE_ACROSS = 0.3;
export const RULE_DOWN = 0.24;
/** A scanned line has gaps where the paper is worn. */
export const RULE_GAP = 0.03;
/** A rule is at most so thick. */
export const RULE_THICKNESS = 0.045;
/** A worn or skewed line drifts by so much from one piece to the next. */
export const RULE_DRIFT = 0.02;
/** A rule's own pieces are joined over gaps of this. */
export const RULE_JOIN = 0.12;
/** Of the places just beside a rule so many are blank; strokes of a line of text have the rest of their characters there. */
export const RULE_CLEAR = 0.6;

/** Specks below this size (of a side) are noise. */
export const SPECK = 0.012;
/** Blank rows between two lines of text. */
export const LINE_GAP = 0.012;
/** Ink no higher than this, alone in its line, is a dash; it is shown to the recognizer with the paper of a line of text. */
export const FLAT = 0.035;
export const LINE_HEIGHT = 0.105;
/** A dash is so many times as wide as high, and so full of ink. */
export const BAR_WIDE = 1.3;
export const BAR_FULL = 0.7;
/** Dashes of one print differ by no more, in inches. */
export const SAME_BAR = 0.015;
/** A number is one line no higher than this, and no lower: digits of 7 pt are 0.06 high. */
export const SHORTEST_DIGIT = 0.05;
export const TALLEST_DIGIT = 0.3;

/** Recognition below this probability is no number, whatever the ink says. */
export const LEAST_PROBABILITY = 0.9;

/** Shares of a page's pixels: print covers some hundredths of it, paper more than half. */
export const DARKEST = 0.01;
export const PAPER = 0.5;
/** Levels between print and paper below which there is nothing to bring out. */
export const FLAT_GROUND = 24;

/** So many of a fax's pixels are black or white; grey scans have their edges between. */
export const BILEVEL = 0.995;
/** Two tall strokes within this share of a line's height are the halves of one round digit. */
export const DIGIT_WIDTH = 0.7;
export const TALL = 0.6;
/** A part of a digit that stands apart is at most so high, and at most so far from the rest. */
export const HEEL = 0.03;
export const HEEL_GAP = 0.025;

/** A page with fewer digits is compared with those of the pages before it too. */
export const ENOUGH_DIGITS = 40;
/** Digits of one print differ by no larger shares: in height by a pixel or two, in thickness by the paper's wear. */
export const SAME_DIGIT_HEIGHT = 0.14;
export const SAME_STROKE = 0.4;
/** A stain is paler than print: less than this share of the others' contrast. */
export const LEAST_CONTRAST_OF_OTHERS = 0.75;
/** Two digits of one name are at least so much alike, and two of different names less. */
export const LEAST_ALIKE = 0.72;
export const UNLIKE_OTHERS = 0.8;
/** What a digit must be read with where no other of its name stands on the page. */
export const SURE_ALONE = 0.97;
