import { withoutEnumerator } from "./enumerators.ts";
import { normalizeLabel } from "./folding.ts";
import { unitNamed } from "./units.ts";
import { editDistance } from "./edit-distance.ts";

/** How a printed label relates to one the form knows, best first. `score` is 1 for exact, 0 for none. */
export interface LabelMatch {
  readonly score: number;
  readonly kind: "exact" | "alias" | "contained" | "fuzzy" | "none";
  /** In a scan: several of its characters were read as others. */
  readonly isMisread?: true;
}

export const NONE: LabelMatch = { score: 0, kind: "none" };

const EXACT: LabelMatch = { score: 1, kind: "exact" };

const ALIAS: LabelMatch = { score: 0.98, kind: "alias" };

const CONTAINED: LabelMatch = { score: 0.95, kind: "contained" };

const DIGIT = /\d/u;

/** A label of the form and its aliases, normalized, without enumerators, ready to be compared. */
export type KnownLabel = readonly KnownText[];

export interface KnownText {
  readonly text: string;
  /** The label without the remark in brackets that the form itself prints. */
  readonly bare: string;
  /**
   * Edits up to which a printed text counts as this label with damage: a share of its length, at least 1 from four
   * characters on.
   */
  readonly allowed: number;
}

/** A label without the bracket it ends with, closed or not. */
export function withoutEndRemark(text: string): string {
  const body = text.endsWith(")") ? text.slice(0, -1) : text;
  const from = body.indexOf("(", body.lastIndexOf(")") + 1);
  return from < 0 ? text : text.slice(0, from);
}

export function knownLabel(label: string, aliases: readonly string[] = [], tolerance = 0.15): KnownLabel {
  return [label, ...aliases].flatMap((printed): KnownText[] => {
    const text = withoutEnumerator(normalizeLabel(printed));
    const allowed = text.length >= 4 ? Math.max(1, Math.floor(text.length * tolerance)) : 0;
    return text === "" ? [] : [{ text, bare: withoutEndRemark(text), allowed }];
  });
}

/** Matches the text of a label as it stands, or one of its aliases; nothing scores higher. */
export function matchExactly(text: string, known: KnownLabel): LabelMatch {
  for (let index = 0; index < known.length; index++)
    if (known[index]!.text === text) return index === 0 ? EXACT : ALIAS;
  return NONE;
}

/** Compares a printed text (normalized, enumerator gone) with a label of the form. */
export function matchLabel(text: string, known: KnownLabel): LabelMatch {
  if (text === "" || known.length === 0) return NONE;
  let best = matchExactly(text, known);
  if (best !== NONE) return best;
  const numbered = DIGIT.test(text);
  for (const label of known) {
    const match = compare(text, label, numbered);
    if (match.score > best.score) best = match;
  }
  return best;
}

/** Like `matchLabel`, for a text that may have other words before the label. */
export function matchLabelAtEnd(text: string, known: KnownLabel): LabelMatch {
  let best = NONE;
  for (let index = 0; index < known.length; index++) {
    const label = known[index]!;
    if (text.endsWith(label.text)) {
      const exact = index === 0 ? EXACT : ALIAS;
      if (exact.score > best.score) best = exact;
    } else if (label.text.length >= 5 && best.score === 0) best = likeAtEnd(text, label);
  }
  return best;
}

function likeAtEnd(text: string, { text: known, allowed }: KnownText): LabelMatch {
  const most = known.length + allowed;
  let best = NONE;
  for (let length = known.length - allowed; length <= most && length <= text.length; length++) {
    const distance = editDistance(text.slice(-length), known, allowed);
    const score = distance <= allowed ? 0.95 - (0.2 * distance) / allowed : 0;
    if (score > best.score) best = { score, kind: "fuzzy" };
  }
  return best;
}

/** The end of a text that is most like the label: what was printed in its place. */
export function endLike(text: string, known: KnownLabel): string {
  let best = { distance: Infinity, end: "" };
  for (const label of known) {
    const { allowed } = label;
    for (let length = label.text.length - allowed; length <= label.text.length + allowed; length++) {
      const end = text.slice(-length);
      const distance = editDistance(end, label.text, allowed);
      if (length > 0 && distance <= allowed && distance < best.distance) best = { distance, end };
    }
  }
  return best.end;
}

/** Compares a text that is not the label's own with it. */
function compare(text: string, label: KnownText, numbered: boolean): LabelMatch {
  const { text: known, bare, allowed } = label;
  // A filling note may follow in brackets (行政许可（指…）), or a label may have lost its own.
  if (text.startsWith(known) && text[known.length] === "(") return CONTAINED;
  if (bare.length >= 4 && text.startsWith(bare)) {
    const rest = text.slice(bare.length);
    if (rest === "" || rest.startsWith("(") || isUnitBehind(rest)) return CONTAINED;
  }
  if (numbered && !DIGIT.test(known)) return NONE; // a value run into its label: the rest of the row is shifted
  if (Math.abs(text.length - known.length) > allowed) {
    // 其他法律行政止公开 for 其他法律行政法规禁止公开: characters lost in the middle, none added.
    if (
      known.length >= 8 &&
      text.length < known.length &&
      text.length >= known.length * 0.7 &&
      isSubsequence(text, known)
    )
      return { score: 0.8, kind: "fuzzy" };
    return NONE;
  }
  if (allowed === 0) return NONE;
  const distance = editDistance(text, known, allowed);
  return distance <= allowed ? { score: 0.95 - (0.2 * distance) / allowed, kind: "fuzzy" } : NONE;
}

/** 采购总金额/元, 采购总金额元. */
function isUnitBehind(rest: string): boolean {
  return rest.length <= 8 && unitNamed(rest.replace(/^[/:,.-]/u, "")) !== undefined;
}

function isSubsequence(short: string, long: string): boolean {
  let index = 0;
  for (let at = 0; at < long.length && index < short.length; at++)
    if (long.charCodeAt(at) === short.charCodeAt(index)) index += 1;
  return index === short.length;
}
