/**
 * The numbers by which this room decides what a page shows. Points are those of PDF, 1/72 inch; levels are those of a
 * colour channel, 0 to 255.
 */

/** Pixels a point of a page that is looked at: 108 dpi, where a digit of 9 points is ten pixels high. */
export const PIXELS_A_POINT = 1.5;
/** Pixels of one picture of a page: an A3 sheet has 2.3 million; larger pages are drawn smaller. */
export const MOST_PIXELS = 4_000_000;
/** Below so many pixels a point digits cannot be told from dust. */
export const FEWEST_PIXELS_A_POINT = 0.8;
/** Text objects of one page that are looked at one by one, because something may lie over them or hide them. */
export const MOST_LOOKED_AT_ALONE = 160;

/** Part of its width and height that a glyph must show to be the one that was set. */
export const WHOLE = 0.72;
/** Neighbouring pixels that differ by this much are an edge; a pale watermark or a soft shading has none. Levels. */
export const EDGE = 72;
/** The same of short lines where numbers stand: thin grey ones fade within a pixel. Levels. */
export const EDGE_OF_STUB = 32;
/** Short lines of one page that are looked at so; a page with more is a drawing. */
export const MOST_STUBS = 2_000;
/** Colours nearer than this may be one to the eye: rendering decides. Levels, of the channel that differs most. */
export const NEAR_COLOUR = 96;
/** A clip may cut so much of a text's bounds, which are the font's, not the ink's. Points. */
export const CLIP_SLACK = 0.5;
/** A font's box this many times higher than its size, or lower, is that of a Type 3 font with a matrix of its own. */
export const ODD_EXTENT = 5;
/** Ink of a space, in em, both ways: no font draws one. */
export const INKED_SPACE = 0.2;
/** The same of what is longer one way than the other, as a minus is, or a dot. */
export const INKED_SIGN = 0.06;
/** Of a digit's size: less of it may lie beyond the page's edge, or within it, than can be seen. */
export const EDGE_OF_PAGE = 0.08;
/** A digit narrower than this, in em, was squeezed until it shows nothing. */
export const FLAT_GLYPH = 0.03;
/** Lines of this length may be a minus sign or a digit drawn by hand; Word's corners of borders are shorter. Points. */
export const SHORTEST_STUB = 1.5;
export const LONGEST_STUB = 14;
/** So many of them in one line, each near the next, are the dashes of a border; no number has as many strokes beside each other. */
export const FEWEST_DASHES = 12;
/** A shorter line beside a digit may be its decimal point; and how near that is. Points. */
export const DOT = 0.5;
export const BESIDE_A_DIGIT = 4;
/** What is higher than this stands in no line of numbers. Points. */
export const TALLEST = 40;
/** Pixels a point of a text object that is looked at closely: a digit of 9 points is 26 pixels high. */
export const CLOSE = 4;
/** Part of a digit's rows or columns of pixels that may show nothing, where it is looked at closely. */
export const BLANK = 0.1;
/** Of a digit that may be cut: how far what is seen may be from the shape its font draws, where a shape is 0 from itself. */
export const UNLIKE = 0.195;
/** Boxes of one glyph, in em, differ by rounding alone. */
export const ONE_GLYPH = 0.004;
/** Text lighter than this may wipe out what is under it. Levels, of the darkest channel. */
export const PALE = 230;
/** Areas and lines compared with glyphs on one page before it is drawn without asking further. */
export const MOST_COMPARED = 400_000;
/** Ink of a glyph with an outline, in em, both ways; less is rounding. */
export const LEAST_INK = 0.01;
/** Sides of a glyph shorter than this many pixels show too little for a part of it to be missed. */
export const FINE = 4;
/** The same of a comma or a point, whose tail fades within a pixel. */
export const FINE_MARK = 6;
/** Ground darker than this was blackened: brightness, 0 to 255. */
export const DARK = 170;
