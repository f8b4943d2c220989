import type { AnnualReport, Template } from "../model/index.ts";

/** Characters in a shingle, and the fewest shingles to compare: shorter texts agree by chance (`无。`). */
const SHINGLE = 6;
const MINIMUM_SHINGLES = 60;
/** Kept hashes: an estimate within ±0.09 at 95 %. */
const KEPT = 128;
const MAXIMUM_CHARACTERS = 200_000;
/** This many labels of a form, each close to the one before, are a table that could not be read as one. */
const TABLE_LABELS = 12;
const BETWEEN_LABELS = 24;
const SHORTEST_LABEL = 5;

/**
 * The prose of a report in half a kilobyte: the smallest hashes of its shingles (bottom-k sketch, Broder 1997). A
 * figure counts as one sign, so that a text with new numbers is still the old text. Remains of tables do not count,
 * because they are the same every year. `labels` are the forms', from `labelsOfTemplates`. Null where there is too
 * little prose.
 */
export function sketchOf(report: AnnualReport, labels: readonly string[]): Uint32Array | null {
  const text = report.sections
    .filter(({ number }) => number > 0) // the preamble is the form's own
    .flatMap(({ paragraphs }) => paragraphs)
    .join("")
    .slice(0, MAXIMUM_CHARACTERS);
  const prose = withoutTables(letters(text), labels);
  const hashes = new Set<number>();
  for (let at = 0; at + SHINGLE <= prose.length; at += 1) hashes.add(hash(prose, at));
  return hashes.size < MINIMUM_SHINGLES ? null : Uint32Array.from(hashes).sort().slice(0, KEPT);
}

/** Row labels of all forms as they stand in a text of letters alone. */
export function labelsOfTemplates(templates: readonly Template[]): readonly string[] {
  const rows = templates.flatMap(({ tables }) =>
    tables.flatMap(({ blocks }) => blocks.flatMap((block) => block.rows)),
  );
  return [...new Set(rows.map(({ label }) => letters(label)))].filter(
    (label) => label.length >= SHORTEST_LABEL,
  );
}

function letters(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\d.]+/gu, "0")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** The text without stretches of many labels close together. */
function withoutTables(text: string, labels: readonly string[]): string {
  const found = labels.flatMap((label) => occurrences(text, label)).sort((a, b) => a.start - b.start);
  const stretches: { start: number; end: number; labels: number }[] = [];
  for (const { start, end } of found) {
    const last = stretches.at(-1);
    if (!last || start - last.end > BETWEEN_LABELS) stretches.push({ start, end, labels: 1 });
    else
      stretches[stretches.length - 1] = {
        start: last.start,
        end: Math.max(last.end, end),
        labels: last.labels + 1,
      };
  }
  let rest = "";
  let at = 0;
  for (const { start, end } of stretches.filter((stretch) => stretch.labels >= TABLE_LABELS)) {
    rest += text.slice(at, start);
    at = end;
  }
  return rest + text.slice(at);
}

function occurrences(text: string, label: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = text.indexOf(label); at >= 0; at = text.indexOf(label, at + label.length))
    found.push({ start: at, end: at + label.length });
  return found;
}

/** Share of shingles two texts have in common (Jaccard), from 0 to 1, as their sketches show it. */
export function similarity(a: Uint32Array, b: Uint32Array): number {
  const union = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, KEPT);
  const inA = new Set(a);
  const inB = new Set(b);
  return union.filter((it) => inA.has(it) && inB.has(it)).length / union.length;
}

/** FNV-1a over code units, with its bits mixed once more, so that the smallest hashes are evenly spread. */
function hash(text: string, from: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < from + SHINGLE; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
