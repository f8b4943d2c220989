/** What decides which of several copies of one report stands for it. */
export interface Standing {
  /** Numbers that nothing casts doubt on, and cells that something does. */
  readonly sure: number;
  readonly doubtful: number;
  /** Id of the adapter that read it. */
  readonly format: string | null;
}

/** Copies are preferred in this order of formats where all else is equal: the form as filled in before what was made of it. */
const FORMATS = ["docx", "doc", "odt", "rtf", "xlsx", "html", "ofd", "pdf", "markdown", "text"];

/** Negative where `a` is preferred, 0 where only the names tell the copies apart. */
export function compareStanding(a: Standing, b: Standing): number {
  return compareDoubts(a, b) || rank(a) - rank(b);
}

/** A page without its attachment has no doubts and no numbers: what is sure counts first. */
export function compareDoubts(a: Standing, b: Standing): number {
  return b.sure - a.sure || a.doubtful - b.doubtful;
}

function rank({ format }: Standing): number {
  const at = FORMATS.indexOf(format ?? "");
  return at < 0 ? FORMATS.length : at;
}
