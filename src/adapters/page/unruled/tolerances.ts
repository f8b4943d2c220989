/** The thresholds by which tables without lines are found. An em is the size of the text. */

// Texts beside each other: gaps in em.

/** A wider gap separates two texts: one ideograph, more than justified text ever leaves. */
export const GAP = 1;
/** A wider gap separates two numbers; a thousands space is a quarter of an em. */
export const DIGIT_GAP = 0.35;
/** Digits that stand alone are nearer than columns of digits are, and by how much their gaps may differ. */
export const SPREAD_GAP = 1;
export const EVEN_GAP = 0.06;
/** Headers stand closer than the numbers under them, labels beside each other closer still. */
export const HEADER_GAP = 0.45;
export const LABEL_GAP = 0.3;
/** A text may be longer than the line above it by one character that had no room there, in em. */
export const NEXT_UNRULED_CHARACTER = 1.2;
/** Edges or middles that differ by no more than this are aligned, in em. */
export const ALIGNED = 0.3;
/** A number this near to the middle between two columns belongs to a cell merged of them, in em. */
export const BETWEEN_COLUMNS = 0.7;

// The same, in points.

/** Texts whose starts are this near to each other start at the same level. */
export const INDENT = 4;
/** A start nearer than this to a level belongs to that level. */
export const APART = 3 * INDENT;
/** Starts or ends this near are the same. */
export const SAME_EDGE = 1.5;
/** By how much rounding may move edges that touch. */
export const EDGE_ROUNDING = 1;
/** How far a label may reach into the next level. */
export const OVERHANG = 2;

// Texts under each other: heights in em.

/** How much height a line takes above its baseline and below it. */
export const ABOVE = 0.85;
export const BELOW = 0.15;
/** Lines this far apart belong to different cells. */
export const LEADING = 1.7;
/** Pieces whose baselines are nearer than this are one line. */
export const NEXT_UNRULED_LINE = 0.5;
/** Lines of one label are nearer to each other than this share of the smallest distance of two rows. */
export const NEARER_THAN_ROWS = 0.9;
/** Texts whose baselines or middles are this near stand beside each other. */
export const BESIDE = 0.35;
/** A text and a number that are this near make a row of their own, which the text names. */
export const ANCHORED = 0.2;
/** Values whose middles are this near belong to one row. */
export const ONE_ROW = 0.6;
/** A part of a number wrapped in its column is no farther than this from its row, about a line. */
export const STRAY = 1.1;
/** Label texts this near above or below each other stand beside each other. */
export const NEAR_LABEL = 0.5;
/** A common label has deeper labels at its right within a line or two. */
export const LABEL_GROUP = 2.5;
/** Header texts whose middles are this near stand at one height. */
export const ONE_LEVEL = 0.5;
/** A header whose middle is this near to the middle of its columns is centred over them. */
export const CENTRED = 0.5;
/** Tops or middles of headers that differ by no more than this are at one height, in points. */
export const SAME_HEIGHT = 2;
/** A gap this tall ends a table. */
export const TABLE_END = 5;
/** A line alone that is numbered as a chapter is a heading where the gap above it is this tall. */
export const HEADING_GAP = 2.6;
/** Lines nearer than this are parts of one row that is set at two heights. */
export const OVERLAP = 0.95;

// Shares and counts.

/** Of two ranges of columns with one middle the wider is meant: this is what one more column is worth, in points. */
export const WIDER = 0.01;
/** Texts are flush when this share of the gaps ends at the start of a level. */
export const FLUSH = 0.7;
/**
 * A table is set to the right when more than this share of its headers end where their numbers do, and more than this
 * many times as many as begin where their numbers do.
 */
export const TO_THE_RIGHT = 0.6;
export const RATHER_THAN_LEFT = 2;
/** Sizes that differ by this share belong to a title and a text. */
export const OTHER_SIZE = 0.2;
/** A heading is set larger than the lines around it by this factor at least; all rows of a table have one size. */
export const LARGER_SIZE = 1.05;
/**
 * Two columns of prose have pieces longer than this on average, in characters, and numbers in less than this share of
 * the lines.
 */
export const LONG_PIECES = 22;
export const FEW_NUMBERS = 0.5;
/**
 * The largest share of the measure that a label in a narrow column takes, and the smallest that a line of prose takes.
 */
export const NARROW = 0.2;
export const FULL = 0.72;
/** How many lines with only one text may stand within a table: they are wrapped labels. */
export const SINGLE_LINES = { narrow: 12, wide: 4 } as const;
/** So many rows that begin at one place make it the place of labels. */
export const FEWEST_LABELS = 2;
/** The columns are those of the table where at least this share of its rows is whole. */
export const FEWEST_WHOLE = 0.1;
