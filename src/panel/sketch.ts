import type { AnnualReport } from "../model/index.ts";

/** Characters a shingle; below this many shingles two texts agree by chance (`无。`). */
const SHINGLE = 6;
const MINIMUM_SHINGLES = 60;
/** Kept hashes: an estimate within ±0.09 at 95 %. */
const KEPT = 128;
const MAXIMUM_CHARACTERS = 200_000;

/**
 * The prose of a report in half a kilobyte: the smallest hashes of its shingles (bottom-k sketch, Broder 1997). Figures
 * count as one sign, so that a text with new numbers is still the old text. Null where there is too little prose.
 */
export function sketchOf(report: AnnualReport): Uint32Array | null {
  const prose = report.sections
    .filter(({ number }) => number > 0) // the preamble is the form's own
    .flatMap(({ paragraphs }) => paragraphs)
    .join("")
    .slice(0, MAXIMUM_CHARACTERS)
    .normalize("NFKC")
    .replace(/[\d.]+/gu, "0")
    .replace(/[^\p{L}\p{N}]/gu, "");
  const hashes = new Set<number>();
  for (let at = 0; at + SHINGLE <= prose.length; at += 1) hashes.add(hash(prose, at));
  return hashes.size < MINIMUM_SHINGLES ? null : Uint32Array.from(hashes).sort().slice(0, KEPT);
}

/** Share of shingles two texts have in common (Jaccard), from 0 to 1, as their sketches show it. */
export function similarity(a: Uint32Array, b: Uint32Array): number {
  const union = [...new Set([...a, ...b])].sort((x, y) => x - y).slice(0, KEPT);
  const inA = new Set(a);
  const inB = new Set(b);
  return union.filter((it) => inA.has(it) && inB.has(it)).length / union.length;
}

/** FNV-1a over code units, its bits mixed once more: the smallest hashes must be no special ones. */
function hash(text: string, from: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < from + SHINGLE; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
