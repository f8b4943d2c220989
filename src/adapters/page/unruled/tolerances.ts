/** The numbers by which tables without lines are found. An em is the size of the text. */

// Texts beside each other: gaps in em.

/** A gap of one ideograph: more than justified text ever leaves. */
export const GAP = 1;
/** Between two numbers; a thousands space is a quarter. */
export const DIGIT_GAP = 0.35;
/** Headers stand closer than the numbers under them, labels beside each other closer still. */
export const HEADER_GAP = 0.45;
export const LABEL_GAP = 0.3;
/** A text may be longer than the line above it by a character that had no room there, in em. */
export const NEXT_UNRULED_CHARACTER = 1.2;
/** Edges or middles this near are one, in em. */
export const ALIGNED = 0.3;
/** A number this near to the middle between two columns belongs to a cell merged of them, in em. */
export const BETWEEN_COLUMNS = 0.7;

// The same, in points.

/** Texts starting this near each other start at the same level. */
export const INDENT = 4;
/** Nearer than this to a level, a start is of that level. */
export const APART = 3 * INDENT;
/** Starts or ends this near are the same. */
export const SAME_EDGE = 1.5;
/** What rounding makes of edges that touch. */
export const EDGE_ROUNDING = 1;
/** A label may reach so far into the next level. */
export const OVERHANG = 2;

// Texts under each other: heights in em.

/** What a line takes above its baseline and below it. */
export const ABOVE = 0.85;
export const BELOW = 0.15;
/** Lines set this far apart are different cells. */
export const LEADING = 1.7;
/** Lines nearer than this are one line. */
export const NEXT_UNRULED_LINE = 0.5;
/** Baselines or middles this near stand beside each other. */
export const BESIDE = 0.35;
/** The same of a text and a number that it names: a row of its own. */
export const ANCHORED = 0.2;
/** Values whose middles are this near are one row's. */
export const ONE_ROW = 0.6;
/** Part of a number wrapped in its column stands off its row by no more than a line. */
export const STRAY = 1.1;
/** Label texts this near above or below each other stand beside each other. */
export const NEAR_LABEL = 0.5;
/** A common label has deeper labels at its right within a line or two. */
export const LABEL_GROUP = 2.5;
/** Header texts whose middles are this near stand at one height. */
export const ONE_LEVEL = 0.5;
/** A header whose middle is this near to that of its columns is centred over them. */
export const CENTRED = 0.5;
/** Tops or middles of headers this near are one, in points. */
export const SAME_HEIGHT = 2;
/** A gap this tall ends a table. */
export const TABLE_END = 5;
/** A line alone that is numbered as a chapter is a heading where the gap above it is this tall. */
export const HEADING_GAP = 2.6;
/** Lines nearer than this are parts of one row, set at two heights. */
export const OVERLAP = 0.95;

// Shares and counts.

/** Of two ranges of columns with one middle the wider is meant: what a column more is worth, in points. */
export const WIDER = 0.01;
/** Share of the gaps that end at a level's start where texts are flush. */
export const FLUSH = 0.7;
/** Share of the headers that end where their numbers do, where a table is set to the right; so many times those that begin there. */
export const TO_THE_RIGHT = 0.6;
export const RATHER_THAN_LEFT = 2;
/** Sizes that differ by this share are of a title and a text. */
export const OTHER_SIZE = 0.2;
/** Two columns of prose: pieces longer than this on the average, in characters, and numbers in fewer lines than this share. */
export const LONG_PIECES = 22;
export const FEW_NUMBERS = 0.5;
/** Share of the measure that a label in a narrow column takes at most, and a line of prose at least. */
export const NARROW = 0.2;
export const FULL = 0.72;
/** Lines of one text alone that may stand within a table: wrapped labels. */
export const SINGLE_LINES = { narrow: 12, wide: 4 } as const;
