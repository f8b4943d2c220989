/**
 * Every threshold of the scan room. Lengths are in inches of paper, so that they hold at any resolution; a report's text
 * is 10 to 16 pt (0.14 to 0.22 in) and its table rows are at least 0.2 in high.
 */

/** Below this a 10 pt digit has fewer than 14 rows of pixels, and 3, 8 and 9 are one blot. */
export const LOWEST_DPI = 130;
export const HIGHEST_DPI = 300;
/** The resolution taken where the file does not give one. */
export const USUAL_DPI = 200;

/**
 * A pixel that is darker than its surroundings by this share is ink. The window is wider than a stroke and narrower
 * than a table row.
 */
export const INK_CONTRAST = 0.16;
export const INK_WINDOW = 0.16;
/** Ink must also be darker by at least this many of 255 levels, because paper has a grain. */
export const LEAST_CONTRAST = 14;

/** A pixel whose channels differ by more than this is coloured, by a stamp or a pen. */
export const SATURATED = 56;
/** How far around a coloured pixel its rim may reach, in inches: JPEG stores colour at half the resolution. */
export const FRINGE = 0.015;
/** This share of a value cell's area in coloured ink is a stamp upon it, not the fringe of a colour scanner. */
export const STAMPED = 0.004;
/** Up to this share of a number's ink may be of the stamp's colour: the rims of strokes under it. */
export const STAMP_INK = 0.03;

/**
 * Lines of words are at least this many times as long as high; lines longer than the second value tell no more about
 * how a page lies.
 */
export const LONG_LINE = { least: 3, most: 14 } as const;
/** The number of lines that are enough to show how a page lies. */
export const LINES_TRIED = 12;
/**
 * An upright page has this many ideographs that are read for sure in those lines; a page that stands otherwise has
 * fewer than half as many.
 */
export const LEGIBLE = 36;
/** A page with few ideographs has this many times more of them when it stands upright. */
export const CLEARLY_MORE = 1.5;
/** On a page that lies on its side single characters look like lines: less than this share of all its lines is long. */
export const ON_ITS_SIDE = 0.06;

/** The greatest skew that is looked for, in degrees, and the steps of the two searches. */
export const MOST_SKEW = 4;
export const COARSE_STEP = 0.25;
export const FINE_STEP = 0.025;
/** A larger skew is taken for a smaller one only where its lines are at least this many times as clear. */
export const CLEARER = 1.0001;

/**
 * The height of the margin between two pages in one picture, in inches, and the least height of a page; no gap between
 * paragraphs is as high.
 */
export const SHEET_GAP = 0.5;
export const LEAST_SHEET = 2;
/** Up to this share of a row's pixels may be specks in a margin. */
export const STRAY_INK = 0.002;
/** Sheets that went through one scanner differ by no more than this, in degrees. */
export const MOST_APART = 2;
/** A sheet is turned by itself when its skew differs from that of the whole by at least this, in degrees. */
export const OTHER_SKEW = 0.08;

/**
 * A half of a page that was not flat leans by at least so many degrees, at which its print gathers so many times more
 * than level; only runs of ink as long as those of a leaning rule count, so that text does not blur the angle. Angles are
 * tried up to the third value. Flat pages, also stamped and skewed ones, gather nowhere by 1.25 times.
 */
export const BENT = 2;
export const CLEARLY_BENT = 1.25;
export const MOST_BENT = 8;
export const LEAN_STEP = 0.5;
export const LEANING_RUN = 0.1;
/** A half with less than this share of the print, and a page with fewer cells, show no angle. */
export const LEAST_HALF = 0.2;
export const TABLE_CELLS = 8;

/** Shortest run of ink that may be part of a rule: longer than any stroke of a character. */
export const RULE_ACROSS = 0.3;
export const RULE_DOWN = 0.24;
/** The widest gap in a scanned line where the paper is worn. */
export const RULE_GAP = 0.03;
/** At least this share of a run of ink with such gaps is ink. */
export const RULE_INKED = 0.85;
/** The greatest thickness of a rule. */
export const RULE_THICKNESS = 0.045;
/** How far a worn or skewed line drifts from one piece to the next. */
export const RULE_DRIFT = 0.02;
/** The widest gap over which the pieces of one rule are joined. */
export const RULE_JOIN = 0.12;
/**
 * At least this share of the places just beside a rule is blank; strokes of a line of text have the rest of their
 * characters there.
 */
export const RULE_CLEAR = 0.6;

/**
 * A rule with less than this share of the usual contrast shows through from the back of the paper. The usual
 * contrast is that of the rule at the second share of all rules inside a table's frame, sorted from pale to dark: of two
 * tables laid over each other, the darker one stands there.
 */
export const PALE_RULE = 0.45;
export const USUAL_RULES = 0.7;
/** The paper is measured this far beside a rule. */
export const RULE_SIDE = 0.025;

/** How far from a rule across it a rule may end. */
export const MEETING = 0.06;
/**
 * A rule that goes on past its last crossing by less than this is trimmed to it: strokes of a merged cell's text carry
 * it on.
 */
export const RULE_OVERHANG = 0.3;
/** A line this long is a rule wherever it ends: a table cut by the page's end. */
export const LONG_RULE = 1.2;
/** At least this share of a line's length is ink; strokes of characters that happen to lie level leave more blank. */
export const DRAWN = 0.82;
/** Where this many rules begin, or end, side by side, a table continues past the page's end without a line across. */
export const OPEN_RULES = 3;
/**
 * A vertical shorter than this may be strokes of characters that stand under each other from line to line, or the rim
 * of a stamp.
 */
export const SHORT_VERTICAL = 0.55;
/** A vertical is continued by another at its place that is no farther off than this. */
export const CONTINUED = 0.6;
/** Verticals of one column differ by no more than a worn line's width. */
export const SAME_PLACE = 0.015;
/** A short vertical that no other continues or stands above is a rule only if it is no wider than this. */
export const UPRIGHT = 0.04;
/**
 * Such a vertical has paper beside it for these shares of its length: `blank` on both sides where nothing touches it, or
 * `touched` on one side, where a label touches it, and `other` on the other.
 */
export const SIDES = { blank: 0.75, touched: 0.5, other: 0.93 } as const;
/** The share of such a vertical's length that is ink, in either case. */
export const UNBROKEN = { blank: 0.9, touched: 0.97 } as const;

/** A rule that drifts this far across, as happens on a page that is not flat. */
export const DRIFTING = 0.05;
/** A drifting rule is followed in steps of this length. */
export const DRIFT_STEP = 0.16;
/** In each step, the rule stands where at least this share of the step is ink. */
export const DRIFT_INKED = 0.6;
/** A drifting rule reaches at most this far to either side of its middle. */
export const HALF_RULE = 0.0125;
/**
 * The border of a cell runs along the middle of a drifting rule's band, so print this near to it may continue on the
 * other side.
 */
export const BORDER_REACH = 0.01;

/** Specks below this size (of a side) are noise. */
export const SPECK = 0.012;
/** A stroke has ink on at least this share of such a square: ink is seldom a full square, but a round dot or a dash. */
export const SPECK_INKED = 0.6;
/** Blank rows between two lines of text. */
export const LINE_GAP = 0.012;
/**
 * Ink no higher than this, alone in its line, is a dash; it is shown to the recognizer with as much paper as a line of
 * text has.
 */
export const FLAT = 0.035;
export const LINE_HEIGHT = 0.105;
/** A dash is at least this many times as wide as high, and at least this full of ink. */
export const BAR_WIDE = 1.3;
export const BAR_FULL = 0.7;
/** The sizes of dashes of one print differ by no more than this, in inches. */
export const SAME_BAR = 0.015;
/** At least this many bars of one size, each alone in its cell, are the dashes of a form and not remains of digits. */
export const SEVERAL_DASHES = 4;
/** The width of a slash, in parts of its height. */
export const SLASH_WIDTH = { least: 0.2, most: 1.3 } as const;
/** In each row, the ink of a slash is no wider than this, or than this share of its width, and as near to a straight line. */
export const SLASH_THICKNESS = 0.025;
export const SLASH_OFF = 0.25;
/** A number is one line whose height lies between these two: digits of 7 pt are 0.06 high. */
export const SHORTEST_DIGIT = 0.05;
export const TALLEST_DIGIT = 0.3;
/** A gap wider than this share of a line's height is a space; narrower ones belong to the characters beside them. */
export const SPACE = 0.6;

/** A recognition below this probability is no number by itself, whatever the ink says. */
export const LEAST_PROBABILITY = 0.9;
/** A digit at least this sure is taken where it looks like many accepted digits of its name on the page. */
export const LEAST_WITH_PEERS = 0.8;
/** A number whose characters are all at least this sure is not looked at again. */
export const SURE = 0.99;
/** How sure a first look must be where the second sees nothing, and a number on which a stamp lies. */
export const NEARLY_SURE = 0.97;

/** Shares of a page's pixels: print covers some hundredths of it, paper more than half. */
export const DARKEST = 0.01;
export const PAPER = 0.5;
/** Where print and paper differ by fewer levels than this there is nothing to bring out. */
export const FLAT_GROUND = 24;
/** Where they differ by fewer than these, the page is faded or has little print: a few rows cover this share of it. */
export const PALE_GROUND = 60;
export const DARKEST_OF_FEW = 0.002;

/** At least this share of a fax's pixels is black or white; grey scans have pixels between the two at their edges. */
export const BILEVEL = 0.995;
/** Two tall strokes that lie within this share of a line's height are the halves of one round digit. */
export const DIGIT_WIDTH = 0.7;
export const TALL = 0.6;
/** The greatest height of a part of a digit that stands apart, and its greatest distance from the rest. */
export const HEEL = 0.03;
export const HEEL_GAP = 0.025;
/** The hole of a 0 takes up this share of its height, */
export const RING_HOLE = 0.5;
/**
 * and is as far from its top as from its foot but for this share of its height; neither holds for the hole of a 6 or a
 * 9.
 */
export const HOLE_CENTRED = 0.12;

/**
 * Darkness is measured at these shares of a digit's ink, from dark to pale, and of the paper beside it, so that neither
 * rims nor grain count.
 */
export const CORE = 0.25;
export const GROUND = 0.7;
/**
 * The least width of a digit's grid, as a share of its height: a bare stroke, such as a 1, gets its shape only from the
 * paper beside it.
 */
export const GRID_WIDTH = 0.66;
/** A page with fewer digits than this is compared with those of earlier pages too. */
export const ENOUGH_DIGITS = 40;
/**
 * Digits of one print differ by no larger shares than these: in height by a pixel or two, in thickness by the paper's
 * wear.
 */
export const SAME_DIGIT_HEIGHT = 0.14;
export const SAME_STROKE = 0.4;
/** Digits whose widths by height differ by a larger share than this have no likeness, such as a 1 as wide as an 8. */
export const SAME_PROPORTIONS = 0.4;
/** At least this many digits are needed to compare another with them. */
export const FEW_DIGITS = 3;
/** A stain is paler than print: it has less than this share of the others' contrast. */
export const LEAST_CONTRAST_OF_OTHERS = 0.75;
/** Two digits of one name are at least this much alike, and two of different names less than the second value. */
export const LEAST_ALIKE = 0.72;
export const UNLIKE_OTHERS = 0.8;
/** A digit that is more alike to one of another name than to any of its own, by this much, was damaged or misread. */
export const CLEARLY_OTHER = 0.04;
/** Digits are compared place by place in a window of this share of their height: two or three strokes wide. */
export const DIFFERENCE_WINDOW = 0.28;
/** A spot of wear or of ink reaches this far around its middle, as a share of a digit's height. */
export const SPOT = 0.3;
/** A spot that only takes ink away, or only adds some, may reach this far. */
export const WIDE_SPOT = 0.55;
/**
 * Two digits of one name and print differ nowhere by more ink than this, in squares of a stroke: at most 0.3 among ten
 * digits of one name, from 150 to 300 dpi, and 0.48 by fax. A spot that makes one digit another takes or adds more.
 */
export const SAME_INK = 0.45;
/** Outside of a spot, digits of one print differ by less. */
export const SAME_INK_BESIDE = 0.25;
/** A digit of the page's print is like one of this many of its name. */
export const MANY_COMPARED = 6;
/** How many of the digits that are most alike are compared place by place. */
export const PEERS_COMPARED = 16;
/** The same for the digits of every other name; fewer will do, because the nearest one decides. */
export const OTHERS_COMPARED = 4;
/**
 * A spotted digit is of its own name where every other differs by at least this outside of a spot, and by this many times
 * more than its own, if so many of each name are known: one alone may be worn as well. Of 18,000 names that spotted digits
 * do not have, none passes; of their own, two thirds.
 */
export const OTHER_INK_BESIDE = 0.3;
export const FAR_FROM_OTHERS = 2;
export const ENOUGH_OF_NAME = 2;
/**
 * A digit that differs only a little from its name is still not taken for it where, outside of a spot, it is this many
 * times nearer to another name.
 */
export const NEARER_TO_OTHER = 1.5;
/**
 * Where at least this many digits of one name are known, a digit must be this much like each of them: one digit drawn
 * at two places between the pixels is 0.91 alike, a 9 and a 0 of one print at most 0.71.
 */
export const MANY_PEERS = 5;
export const LEAST_ALIKE_PEERS = 0.9;
/** The probability a digit must be read with where no other of its name stands on the page. */
export const SURE_ALONE = 0.97;

/** How far apart the middles of two digits are, as a share of their height, where no two stand side by side: 0.74 to 0.87. */
export const PITCH_OF_HEIGHT = 0.8;
/**
 * Digits with a sign between them stand at least so many times as far apart as those without one, which stand nearer: on
 * clean, noisy, faxed and coarse pages of eight prints, digits without a sign stand at most 1.19 times as far apart as the
 * others of their number, and digits with a printed or a lost point at least 1.32 times.
 */
export const SIGN_ROOM = 1.25;
