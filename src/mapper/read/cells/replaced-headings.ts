import { endLike } from "../../../printed/labels.ts";
import type { KnownBlock, KnownTable } from "../../form/form.ts";

/**
 * Whether text without cells prints some of a block's headings, and others in the place of one: 预算数 决算数 完成率 for
 * 年初预算数 预算数 决算数. There as many numbers as the form has columns are other figures. A heading that the form itself leaves
 * to the offices is not printed, where it does not stand there.
 */
export function replacesHeadings(known: KnownTable, { columns }: KnownBlock, context: string): boolean {
  const places = columns.map(({ label }) => Math.max(...label.map(({ text }) => context.lastIndexOf(text))));
  const from = places.reduce((first, at) => (at >= 0 && (first < 0 || at < first) ? at : first), -1);
  // A word of one heading may stand in any text.
  if (places.filter((at) => at >= 0).length * 2 < columns.length) return false;
  const lost = columns.filter(({ label }, at) => places[at]! < 0 && !hasLike(context, label));
  if (lost.some(({ column }) => column.optional)) return true;
  return lost.length > 0 && STRANGE.test(withoutWords(context.slice(from), wordsOf(known)));
}

const STRANGE = /\p{sc=Han}{2}/u;

function hasLike(text: string, label: KnownBlock["columns"][number]["label"]): boolean {
  for (let end = 2; end <= text.length; end++) if (endLike(text.slice(0, end), label) !== "") return true;
  return false;
}

function wordsOf({ headings, rows, rowGroups }: KnownTable): readonly string[] {
  const labels = rows.flatMap(({ label }) => label.map(({ text }) => text));
  return [...new Set([...headings, ...labels, ...rowGroups])]
    .filter((word) => word !== "")
    .sort((a, b) => b.length - a.length);
}

function withoutWords(text: string, words: readonly string[]): string {
  return words.reduce((rest, word) => rest.replaceAll(word, " "), text);
}
