/** The numbers by which tables with lines are found. Points unless said otherwise; an em is the size of the text. */

/** Lines nearer than this are one line drawn twice: double borders, a border on each of two touching cells. */
export const SNAP = 3.6;
/** Lines of one border lie within so many times that, however many they are. */
export const SNAPS_OF_ONE = 1.8;
/** Pieces of one line further apart than this are two lines; a dashed line's gaps grow with its dashes. */
export const PIECE_GAP = 3;
/** No longer piece is a dash; and the gap after a dash, in lengths of it. */
export const LONGEST_DASH = 8;
export const DASH_GAP = 1.2;
/** No cell is narrower: shorter pieces are dots, ticks and glyph strokes. */
export const SHORTEST = 5;
/** A line reaches another if it ends this near. */
export const REACH = 3.5;
/** A gap so many times taller than the rows beside it is no row but the space between two tables. */
export const TABLES_APART = 1.4;

/** Share of a cell's side that must be ruled to be a wall. */
export const WALL = 0.65;
/** What a line may lack of a cell's side at either end, and what a text may stand out of its cell: rounding. */
export const ROUNDING = 1;
/** A side shorter than this has no length to be ruled. */
export const SHORTEST_SIDE = 0.1;
/** Base cells of one lattice; a page of a form has 200. */
export const MOST_CELLS = 40_000;

/** Outer edges of the two parts of one table may differ by this much; Word nudges a table when margins mirror. */
export const CONTINUED_EDGE = 6;
/** By so much the second part may stand beside the first as a whole: a binding margin. */
export const MOST_SHIFT = 60;
/** Boundaries this near on two pages are one column. */
export const COLUMN = 4;
/** A line that leaves less room than a cell's margins and so many em beside it had no room for the next character. */
export const CELL_MARGINS = 12;
export const NEXT_CHARACTER = 1.5;
/** Size of a text without glyphs. */
export const USUAL_SIZE = 10;

/** Digits nearer than this are one number, in em: a cell keeps its text further from its lines. */
export const TOUCHING = 0.12;
/** Baselines this near are one line's, in em. */
export const ONE_LINE = 0.1;
/** Sizes this near are one size, as a share of it. */
export const ONE_SIZE = 0.1;
/** From one line of a text to the next, in em. */
export const NEXT_LINE = { least: 0.5, most: 1.65 } as const;
/** Lines of one cell that run over its open end; a page has no more. */
export const MOST_OVERFLOWING = 60;
/** A gap wider than this, in em, parts two columns. */
export const COLUMN_GAP = 1.5;
/** Numbers in one cell that its missing lines would part, and so many of them in the whole table. */
export const NUMBERS_OF_A_CELL = 3;
export const NUMBERS_OF_A_TABLE = 6;
