import { reflow } from "./reflow.ts";
import type { Block, Place, SectionTemplate } from "../model/index.ts";
import { enumeratorOf, knownLabel, matchLabel, normalizeLabel, withoutEnumerator, type KnownLabel } from "./labels.ts";

/** A line of prose, cut where a section begins in its middle. */
export interface ProseLine {
  readonly text: string;
  readonly at: Place;
  readonly block: number;
  /** It is a piece of a longer line. */
  readonly cut: boolean;
  /** Number of the section whose title this line is. */
  readonly section?: number;
}

const ORDINALS = "一二三四五六七八九十";
const TITLE_LENGTH = 60;

/**
 * The lines outside grids. A line opens a section only when it is a known section title: inside table 3,
 * 一、本年新收… and （一）予以公开 look like headings and are none.
 */
export function proseLines(blocks: readonly Block[], sections: readonly SectionTemplate[]): readonly ProseLine[] {
  const known = sections.map((section) => ({ number: section.number, label: knownLabel(section.title, section.aliases) }));
  const lines: ProseLine[] = [];
  let reached = 0;
  for (const { index, text: whole, at, heading } of reflow(blocks)) {
    for (const part of whole.split("\n")) {
      const pieces = cutAtTitles(part, sections);
      for (const text of pieces) {
        const trimmed = text.trim();
        if (trimmed === "" || isFurniture(trimmed)) continue;
        const section = titleOf(trimmed, known, reached, heading);
        if (section !== null) reached = section;
        lines.push({ text: trimmed, at, block: index, cut: pieces.length > 1, ...(section === null ? {} : { section }) });
      }
    }
  }
  return lines;
}

/** Sections come in the form's order; a title already passed (a list of contents, a repeated head) does not open one again. */
function titleOf(text: string, known: readonly { number: number; label: KnownLabel }[], reached: number, heading: boolean): number | null {
  if (text.length > TITLE_LENGTH || /[。；]/u.test(text)) return null;
  const normalized = normalizeLabel(text).replace(/[:,.]$/u, "");
  const ordinal = enumeratorOf(normalized);
  if (/^[(（]/u.test(normalized) || (ordinal === "" && !heading)) return null;
  if (ordinal !== "" && !ORDINALS.includes(ordinal[0]!)) return null;
  let best = { score: 0.75, number: 0 };
  for (const { number, label } of known) {
    if (number <= reached) continue;
    const { score } = matchLabel(withoutEnumerator(normalized), label);
    if (score > best.score) best = { score, number };
  }
  return best.number === 0 ? null : best.number;
}

/** Page text without line ends: cut before and after each numbered title of the form. */
function cutAtTitles(text: string, sections: readonly SectionTemplate[]): string[] {
  if (text.length <= TITLE_LENGTH) return [text];
  const titles = sections.flatMap((section) => [section.title, ...section.aliases]).sort((a, b) => b.length - a.length);
  const cuts: number[] = [];
  for (const match of text.matchAll(new RegExp(`[${ORDINALS}]、\\s*(?:${titles.join("|")})`, "gu"))) {
    cuts.push(match.index, match.index + match[0].length);
  }
  return [0, ...cuts].map((start, index) => text.slice(start, cuts[index] ?? text.length));
}

/** Page numbers, table captions of converters and rules are no prose. */
function isFurniture(text: string): boolean {
  return /^[-—–－―‐]+\s*\d{1,4}\s*[-—–－―‐]+$/u.test(text) || /^[-=_*~─━][-=_*~─━\s]{2,}$/u.test(text);
}

/** Level of a sub-heading by its enumerator: （一） 1, `1.` 2, （1） 3; null for a sentence. */
export function headingLevel(text: string): number | null {
  if (text.length > 50 || /[。；，,;].*[。；]$/u.test(text) || /[；]$/u.test(text)) return null;
  if (/^[(（][一二三四五六七八九十]{1,3}[)）]/u.test(text)) return 1;
  if (/^\d{1,2}[.、．](?!\d)/u.test(text) && !/[。]$/u.test(text)) return 2;
  return /^[(（]\d{1,2}[)）]/u.test(text) && !/[。]$/u.test(text) ? 3 : null;
}
