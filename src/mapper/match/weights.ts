import type { LabelMatch } from "../../printed/labels.ts";
import type { Against } from "../rows/against.ts";

// What labels, rows, headings and layouts weigh when forms are laid over a document. A label alone weighs from 0 to 1; what
// `printed/labels.ts` gives for it stands there. None was measured on one corpus: each orders cases against each other.

/** The score of a label that is not the form's. */
export const NO_MATCH: LabelMatch = { score: 0, kind: "none" };

// Labels of rows

/** The same row in another form's words, and the lowest score of a label without damage. */
export const UNDAMAGED = 0.97;
/** From this score of a label on, its parts need not be tried. */
export const GOOD_ENOUGH = 0.95;
/** What a label counts for that stands at the end of other words in its cell, or under other headings. */
export const AT_END = 0.97;
/** What a label counts for in the text before a row's values instead of in a cell. */
export const IN_TEXT = 0.95;
/** A label that is wrapped around its values. */
export const WRAPPED = 0.93;
/** A label of which most is there, or a row without label whose block is not certain. */
export const PARTIAL = 0.8;
/** From this score on, a text ends in a label. */
export const ENDS_IN_LABEL = 0.98;

// Rows

/** Below this score of its label, a row is not the form's. */
export const ALIKE = 0.7;
/** From this score on, a row that was not taken is a rival of the one that was. */
export const RIVAL = 0.9;
/** What a row gains when it has as many values as the form has columns. */
export const COUNTED = 0.1;
/** What a row gains when its group is printed beside or before it. */
export const GROUPED = 0.05;
/** What a row gains when all the headings above it are the form's. */
export const HEADED = 0.15;
/** What a row gains when its values stand in cells. */
export const IN_CELLS = 0.1;
/** The weight of a row whose label is the form's but whose number of values is not. */
export const CROWDED = 0.5;
/** The weight of a row that has this against it; a row that has nothing against it weighs 1. */
export const AGAINST: Readonly<Record<Against["kind"], number>> = {
  "other-year": 0.5,
  sample: 0.5,
  "other-office": 0.5,
  part: 0.5,
  appendix: 0.85,
  "empty-form": 0.8,
};
/** The share of a list's rows that must be the form's before another order is an office's choice and not another form. */
export const MOST_ROWS = 2 / 3;

// Headings

/** Below this score of its label, a heading is not the form's. */
export const ALIKE_HEADING = 0.75;
/** What a heading gains for each of its groups that is printed above it. */
export const GROUP_ABOVE = 0.1;
/** Two headings whose scores are closer than this cannot be told apart. */
export const NEAR = 0.05;

// Layouts

/** What the rows count for without the columns; the rest is theirs times the share of the columns that were found. */
export const ROWS_ALONE = 0.5;
/** Below this share of agreeing labels the table counts as absent. */
export const PRESENT = 0.2;
/** Below this share a candidate is not worth reporting. */
export const NOISE = 0.05;
/** Scores closer than this are a tie, which the year may break. */
export const TIE = 0.02;
/** What a layout's score gains when all the words that no other layout has are in the text. */
export const OWN_WORDS = 0.15;
/** Two scores this close leave the choice doubtful when the better layout lacks rows. */
export const UNCERTAIN = 0.15;
