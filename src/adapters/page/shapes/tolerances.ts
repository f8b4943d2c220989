/** The numbers by which this room tells digits apart: distances, 0 for the same shape, 1 for shapes without ink in common. */

/**
 * A shape this near to a digit is like it, and no other digit if that is so many times further off. Of 768 shapes of digits
 * in 160 files one is mistaken so, a slanted nine; of 6,912 lies about them 95 in 100 are found, each digit for itself.
 */
export const LIKE = 0.36;
export const MISLIKE = 1.18;
/**
 * A shape further than this from the digit it is said to be is none: of 768 digits of 160 files the furthest is 0.56 from its
 * own, but for one that lies.
 */
export const NO_DIGIT = 0.62;
