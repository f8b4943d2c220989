/**
 * The numbers by which this room decides what a page shows. Points are those of PDF, 1/72 inch; levels are those of a
 * colour channel, 0 to 255.
 */

/**
 * The resolution, in pixels a point, of a page that is looked at: 108 dpi, where a digit of 9 points is ten pixels
 * high.
 */
export const PIXELS_A_POINT = 1.5;
/** The most pixels of one picture of a page. An A3 sheet has 2.3 million; larger pages are drawn smaller. */
export const MOST_PIXELS = 4_000_000;
/** With fewer pixels a point, digits cannot be told from dust. */
export const FEWEST_PIXELS_A_POINT = 0.8;
/**
 * The most text objects of one page that are looked at one by one, because something may lie over them or hide them.
 */
export const MOST_LOOKED_AT_ALONE = 160;

/** The part of its width and height that a glyph must show to be the one that was set. */
export const WHOLE = 0.72;
/** Neighbouring pixels that differ by this much are an edge; a pale watermark or a soft shading has none. Levels. */
export const EDGE = 72;
/**
 * In pictures and drawings that stand in one cell, ink this much darker than paper is seen: a tenth of grey. The rim of
 * what is a little darker is shared by two pixels. Levels.
 */
export const FAINT_INK = 20;
export const FAINT_EDGE = 12;
/** The same where it has a sharp rim: a twentieth of grey. Levels. */
export const FAINT_SHARP = 12;
/** Ink of a watermark or a pale seal is at least this light; darker ink counts wherever it is. Brightness, 0 to 255. */
export const FAINTEST_OF_WATERMARK = 175;
/** Faint ink higher than this stands in no line of numbers, where no lines of a table tell. Points. */
export const TALLEST_FAINT = 24;
/** The part of a picture's faint ink that must cross the table's lines to make it a watermark. */
export const WATERMARK_PART = 0.2;
/** The most pixels that are looked at for faint ink on one page. */
export const MOST_FAINT = 8_000_000;
/** The most pixels of one page's pictures that are decoded to see whether they can be: an A3 sheet at 300 dpi. */
export const MOST_DECODED = 18_000_000;
/** How far a dark spot without a sharp rim may reach: a blurred number is at most twice as long. Points. */
export const BLOT_REACH = 28;
/** The most pixels that are looked at for such spots on one page, which has about 2,000,000. */
export const MOST_BLOTTED = 8_000_000;
/** The same as `EDGE` for short lines where numbers stand: thin grey ones fade within a pixel. Levels. */
export const EDGE_OF_STUB = 8;
/** The most short lines of one page that are looked at in this way; a page with more is a drawing. */
export const MOST_STUBS = 2_000;
/**
 * Colours nearer than this may look alike to the eye, so the page is drawn to decide. Levels, of the channel that
 * differs most.
 */
export const NEAR_COLOUR = 96;
/**
 * A stroke of a pattern at least this broad shows what the pattern draws; the engine gives patterns the grey of the
 * hair lines that many tables are ruled with. Points.
 */
export const BROAD_FOR_PATTERN = 1.5;
/** A clip may cut this much off the bounds of a text, which are the font's and not the ink's. Points. */
export const CLIP_SLACK = 0.5;
/** A font whose box is this many times higher or lower than its size is a Type 3 font with a matrix of its own. */
export const ODD_EXTENT = 5;
/** A space with this much ink both ways, in em, is no space, because no font draws one. */
export const INKED_SPACE = 0.2;
/** The same for ink that is longer one way than the other, as a minus is, or for a dot. */
export const INKED_SIGN = 0.06;
/**
 * A digit counts as cut by the page's edge where more than this part of its size lies on either side; less cannot be
 * seen.
 */
export const EDGE_OF_PAGE = 0.08;
/** A digit narrower than this, in em, was squeezed until it shows nothing. */
export const FLAT_GLYPH = 0.03;
/**
 * Lines at least this long may be a minus sign or a digit drawn by hand; Word's corners of borders are shorter. Points.
 */
export const SHORTEST_STUB = 1.5;
export const LONGEST_STUB = 14;
/**
 * This many in one line, each near the next, are the dashes of a border; no number has as many strokes beside each
 * other.
 */
export const FEWEST_DASHES = 12;
/** A filled shape no larger may be a digit that is blackened, or a broad one; grounds of cells are larger. Points. */
export const LARGEST_MARK = { width: 30, height: 40 } as const;
/** A line at least this long, though shorter than a stub, may be the decimal point of a digit this near. Points. */
export const DOT = 0.5;
export const BESIDE_A_DIGIT = 4;
/** Whatever is higher than this does not stand in a line of numbers. Points. */
export const TALLEST = 40;
/**
 * The resolution, in pixels a point, of a text object that is looked at closely: a digit of 9 points is 26 pixels high.
 */
export const CLOSE = 4;
/** The part of a digit's rows or columns of pixels that may show nothing, where it is looked at closely. */
export const BLANK = 0.1;
/** The same part of its columns where a stand-in for its font is squeezed to the widths that the file gives. */
export const SQUEEZED = 0.28;
/** A digit whose visible shape is this far from the shape its font draws may be cut; a shape is 0 from itself. */
export const UNLIKE = 0.187;
/** Boxes of one glyph differ by less than this, in em, by rounding alone. */
export const ONE_GLYPH = 0.004;
/** Text lighter than this may wipe out what is under it. Levels, of the darkest channel. */
export const PALE = 230;
/** Digits of one number have colours that differ by less than this in each channel. Levels. */
export const ONE_COLOUR = 64;
/**
 * The most comparisons of areas and lines with glyphs on one page; beyond them the page is drawn without asking
 * further.
 */
export const MOST_COMPARED = 400_000;
/** The least ink of a glyph with an outline, in em, both ways; less is rounding. */
export const LEAST_INK = 0.01;
/** Sides of a glyph shorter than this many pixels show too little to reveal that a part is missing. */
export const FINE = 4;
/** The same for a comma or a point, whose tail fades within a pixel. */
export const FINE_MARK = 6;
/** Ground darker than this was blackened. Brightness, 0 to 255. */
export const DARK = 170;
/** The size of text for which distances in points are meant, and how far most text of a file may be from it. Points. */
export const TEXT_SIZE = { least: 5.5, usual: 10, most: 24 } as const;
