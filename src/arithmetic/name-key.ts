/**
 * Last step of the path to a name that the report itself gives: of a row in a list, `/report/tables/projects/rows/0/label`, or of
 * one record of several, `/report/tables/site/0/label`.
 */
export const NAME_KEY = "label";

/** Last step of the path to the code that stands left of the name of a row in a list: `/report/tables/spending/rows/0/code`. */
export const CODE_KEY = "code";
