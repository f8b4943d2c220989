/** The thresholds by which tables with lines are found. Points unless said otherwise; an em is the size of the text. */

/** Lines nearer than this are one line drawn twice: a double border, or the borders of two touching cells. */
export const SNAP = 3.6;
/** However many lines make one border, they lie within this many times that distance. */
export const SNAPS_OF_ONE = 1.8;
/** Pieces farther apart than this are two lines; a dashed line's gaps grow with its dashes. */
export const PIECE_GAP = 3;
/** The longest piece that is a dash, and the gap that may follow a dash, in lengths of the dash. */
export const LONGEST_DASH = 8;
export const DASH_GAP = 1.2;
/** No cell is narrower: shorter pieces are dots, ticks and strokes of glyphs. */
export const SHORTEST = 5;
/** A line reaches another if it ends within this distance of it. */
export const REACH = 3.5;
/** The lines of a frame meet within this distance, and no other line comes as near. */
export const CORNER = 1;
/** The most lines of a page on which frames are looked for; a form of 200 fields has 800. */
export const MOST_FRAMED = 3_000;
/** A box for one digit is at most this many times as wide as it is high. */
export const BROADEST_BOX = 1.5;
/** A gap this many times taller than the rows beside it is not a row but the space between two tables. */
export const TABLES_APART = 1.4;

/** The share of a cell's side that must be ruled to make it a wall. */
export const WALL = 0.65;
/** The share of each side of a table that filled areas must reach where it has no other lines; bands leave gaps. */
export const CLOSED = 0.9;
/** By how much rounding may make a line fall short of a cell's side at either end, or a text stand out of its cell. */
export const ROUNDING = 1;
/** A side shorter than this has no length to be ruled. */
export const SHORTEST_SIDE = 0.1;
/** The most base cells of one lattice; a page of a form has about 200. */
export const MOST_CELLS = 40_000;

/**
 * The outer edges of the two parts of one table may differ by this much; Word moves a table a little when margins
 * mirror.
 */
export const CONTINUED_EDGE = 6;
/** The second part as a whole may be shifted sideways by up to this much, as a binding margin does. */
export const MOST_SHIFT = 60;
/** Boundaries this near on two pages are one column. */
export const COLUMN = 4;
/** A line that leaves less room beside it than a cell's margins and this many em had no room for the next character. */
export const CELL_MARGINS = 12;
export const NEXT_CHARACTER = 1.5;
/** The size taken for a text without glyphs. */
export const USUAL_SIZE = 10;

/** Digits nearer than this are one number, in em: a cell keeps its text further from its lines. */
export const TOUCHING = 0.12;
/** The widest gap between the digits of a number that is spread, and by how much such gaps may differ, in em. */
export const SPREAD = 3;
export const EVEN = 0.05;
/** A number stands on the line of a cell where more than this part of its height or width lies beyond it. */
export const ASTRIDE = 0.3;
/** Baselines this near belong to one line, in em. */
export const ONE_LINE = 0.1;
/** Sizes that differ by no more than this share are equal. */
export const ONE_SIZE = 0.1;
/** The distance from one line of a text to the next, in em. */
export const NEXT_LINE = { least: 0.5, most: 1.65 } as const;
/** The most lines of one cell that run over its open end; a page has no more. */
export const MOST_OVERFLOWING = 60;
/** A gap wider than this separates two columns, in em. */
export const COLUMN_GAP = 1.5;
/** How many numbers in one cell show that lines are missing, and how many the whole table must have. */
export const NUMBERS_OF_A_CELL = 3;
export const NUMBERS_OF_A_TABLE = 6;
