import { endLike } from "../../../printed/labels.ts";
import { holdsWord } from "../../../printed/words.ts";
import type { KnownBlock, KnownTable } from "../../form/known.ts";
import type { Fit, RowFit } from "../../match/fit/fit.ts";
import { holdsCutHeadings } from "../../match/header/cut-headings.ts";
import { isGridRow, printedRow, type FormRow } from "../../rows/form-row.ts";

/**
 * Whether text without cells prints some of a block's headings, but another in the place of one: 预算数 决算数 完成率
 * for 年初预算数 预算数 决算数. Then the numbers are other figures, even if there are as many as the form has columns.
 * An optional heading counts as not printed if it does not stand there.
 */
export function replacesHeadings(known: KnownTable, { columns }: KnownBlock, context: string): boolean {
  const places = columns.map(({ label }) => Math.max(...label.map(({ text }) => context.lastIndexOf(text))));
  const from = places.reduce((first, at) => (at >= 0 && (first < 0 || at < first) ? at : first), -1);
  // The words of a single heading may stand in any text.
  if (places.filter((at) => at >= 0).length * 2 < columns.length) return false;
  const lost = columns.filter(({ label }, at) => places[at]! < 0 && !hasLike(context, label));
  if (lost.some(({ column }) => column.optional)) return true;
  return lost.length > 0 && holdsWord(withoutWords(context.slice(from), wordsOf(known)));
}

/**
 * Whether the first row of a block in text stands below a line of headings, as its corner shows, of which hardly any is
 * the form's: 信息内容 本年新制作数量 本年新公开数量 in a report of 2021, where one block was copied from the form
 * before.
 */
export function standsUnderOthers(
  { rowFits, laidOver }: Fit,
  { known: { block }, printed }: RowFit,
): boolean {
  if (!printed || isGridRow(printed)) return false;
  const first = rowFits.find((one) => one.known.block === block && one.printed);
  if (first?.printed !== printed) return false;
  const taken = new Set(rowFits.flatMap((one) => (one.printed ? [printedRow(one.printed)] : [])));
  const at = laidOver.indexOf(printedRow(printed));
  let from = at;
  while (from > 0 && at - from < MOST_ROWS && !taken.has(laidOver[from - 1]!)) from--;
  const text = laidOver
    .slice(from, at + 1)
    .map(({ context }) => context)
    .join(" ");
  // A heading may have a word of the corner in it: 单位 in 区直单位统计数.
  const headings = block.columns.flatMap(({ label }) => label.map((known) => known.text));
  const apart = headings.reduce((rest, word) => rest.replaceAll(word, " ".repeat(word.length)), text);
  const corner = Math.max(-1, ...[...block.corner].map((word) => apart.lastIndexOf(word)));
  if (corner < 0 || holdsCutHeadings(text, block)) return false;
  const below = text.slice(corner);
  const isThere = ({ label }: (typeof block.columns)[number]) =>
    label.some((known) => below.includes(known.text)) || hasLike(below, label);
  return block.columns.filter(isThere).length * 2 < block.columns.length;
}

/**
 * Whether the text right before a row ends in more than half of its block's headings, in order, and in nothing else but
 * pieces of the others, as where a page ends between the headings and the rows, and spaces alone make the columns.
 */
export function standsBelowHeadings(
  known: KnownTable,
  { columns }: KnownBlock,
  { kind, headers, context }: FormRow,
): boolean {
  if (kind !== "spaced" || headers.length > 0) return false;
  const above = context.slice(-MOST_HEADINGS);
  const places = columns.map(({ label }) => Math.max(...label.map(({ text }) => above.lastIndexOf(text))));
  const found = places.filter((place) => place >= 0);
  const isInOrder = found.every((place, index) => index === 0 || place > found[index - 1]!);
  if (found.length * 2 <= columns.length || found.length < 2 || !isInOrder) return false;
  const lost = columns.filter((_, index) => places[index]! < 0).flatMap(({ label }) => label[0]?.text ?? "");
  const rest = withoutWords(above.slice(found[0]), wordsOf(known)).match(/\p{L}/gu) ?? [];
  return rest.every((letter) => lost.join("").includes(letter));
}

/** No form's headings, with what stands around them, are longer. */
const MOST_HEADINGS = 120;
/** At most this many rows that no form took stand between a block's headings and its first row that was read. */
const MOST_ROWS = 4;

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
