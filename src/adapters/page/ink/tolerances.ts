/**
 * The thresholds by which kinds of ink are distinguished on every page. Points are 1/72 inch; levels are those of a
 * colour channel, 0 to 255.
 */

/**
 * A filled area up to this thick is a line, because Chromium paints borders as areas; a 2.25 pt border is the thickest
 * in forms. Points.
 */
export const THIN = 3.2;
/** Stroke endpoints this far off the axis still make a ruling line (scanned-in or rotated forms). Points. */
export const SLANT = 0.7;
/** A stroke shorter than this is a dot as large as it is wide. Points. */
export const SHORTEST_STROKE = 0.5;
/**
 * A glyph that changes no pixel by this much, a thirtieth of grey, is not seen: smaller changes are rounding.
 * Levels.
 */
export const UNSEEN = 8;
/**
 * A glyph that changes some pixel by this much stands out; one between the two thresholds may be seen or not. Levels.
 */
export const SEEN = 56;
/** Two glyphs that share this much of the smaller one's ink lie one over the other. */
export const OVER = 0.25;
/** A glyph with less than this share of another's area is a dot or a comma under its neighbour's arm. */
export const SMALL = 0.35;
/** A dash over this much of a glyph's width runs through it; a minus touches no more than its side. */
export const STRUCK = 0.5;
/** A copy of a glyph in a colour this far off is not its shadow, but wipes it out. Levels. */
export const CONTRARY = 200;

/** No cell with round corners is smaller, in points: smaller outlines are glyphs and boxes to tick. */
export const SMALLEST_FRAME = 12;
/**
 * The share of each side of a frame with round corners that is straight; the control points of a side that is wholly
 * round leave 0.28.
 */
export const STRAIGHT = 0.35;
