/** What decides which of several copies of one report represents it. */
export interface Standing {
  /** How many numbers nothing casts doubt on, and how many cells something does. */
  readonly sure: number;
  readonly doubtful: number;
  /** Id of the adapter that read the copy. */
  readonly format: string | null;
}

/**
 * The order in which formats are preferred where all else is equal, by the adapters' ids: the form as it was filled in
 * comes before what was made of it, what keeps its cells before what lost them.
 */
const FORMATS = [
  ...["docx", "flat-opc", "word-2003-xml", "doc", "odt", "fodt", "rtf"],
  ...["xlsx", "xls", "excel-2003-xml", "ods", "fods"],
  ...["html", "mhtml", "ofd", "pdf", "image", "csv", "text"],
];

/** Negative where `a` is preferred, 0 where only the names differ. */
export function compareStanding(a: Standing, b: Standing): number {
  return compareDoubts(a, b) || rank(a) - rank(b);
}

/** What is certain counts first: a page without its attachment has no doubts, but no numbers either. */
export function compareDoubts(a: Standing, b: Standing): number {
  return b.sure - a.sure || a.doubtful - b.doubtful;
}

function rank({ format }: Standing): number {
  const at = FORMATS.indexOf(format ?? "");
  return at < 0 ? FORMATS.length : at;
}
