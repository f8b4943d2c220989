import { withoutEnumerator } from "../../../printed/enumerators.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import type { KnownBlock, KnownRow } from "../../form/known.ts";
import { numbersRows } from "../../rows/column-numbers.ts";
import type { FormHeader, HeaderColumn } from "../../rows/form-row.ts";
import { namesTime } from "./other-years.ts";

/** Headings of no form among those of the form: more are another table. */
const MOST_STRANGE = 3;
/** A heading of no form has no more characters. */
const LONGEST = 12;
const UNIT = /^(?:计[量算])?单位$/u;

/** One heading, the lowest text last. */
type Heading = readonly string[];

/**
 * The headers that the lines before a block's first row may spell out where they are not the form's: one column more,
 * another order, two years side by side. A heading over several columns stands before them, perhaps with its neighbours
 * between (自然人 法人或其他组织 总计 商业企业 …). A heading right behind the one over all columns may also stand beside
 * it, as the last one. Empty where the lines leave the order open or say no more than the form.
 */
export function listedHeaders(
  lines: readonly string[],
  { block, label }: Pick<KnownRow, "block" | "label">,
  year: number | null,
): readonly FormHeader[] {
  const names = new Set(block.columns.map(({ label: own }) => own[0]?.text ?? ""));
  if (names.size !== block.columns.length || names.has("")) return [];
  const words = wordsOf(lines, block);
  const own = words.slice(0, words.length - labelLength(words, label));
  const isKnown = (text: string) => block.columnTexts.has(text) || namesTime(text, block, year);
  const first = own.findIndex(isKnown);
  if (first < 0) return [];
  const last = own.findLastIndex(isKnown);
  const corner = own.slice(0, first).findLastIndex((text) => isBeside(text, block));
  const behind = own.length - 1 - last <= 1 && isHeading(own.at(-1)!, block) ? own.length : last + 1;
  const over = own.slice(0, first).findLastIndex((text) => isOverAll(text, block));
  const start = Math.max(corner + 1, over + 1, corner < 0 && over < 0 ? first : 0);
  const headings = own.slice(start, behind).filter((text) => !isBeside(text, block));
  const orders = over < 0 ? [headings] : [headings, [...headings.slice(1), headings[0]!]];
  // 外国组织 | 申请人情况: a heading before the one over all columns.
  const before = own[over - 1] ?? "";
  if (isHeading(before, block) && /^\p{sc=Han}{2,8}$/u.test(before)) orders.push([before, ...headings]);
  return orders.flatMap((order) => {
    const flat = timed(grouped(order, block), block, year);
    if (flat === null || flat.length <= 1) return [];
    const strange = flat.filter((heading) => !heading.some(isKnown));
    if (strange.length > MOST_STRANGE || strange.some((heading) => !isHeading(heading.at(-1)!, block)))
      return [];
    return [{ columns: flat.map(columnOf), foreign: false }];
  });
}

/** The lines' words as headings: whole lines where the form has them, else what spaces part. */
function wordsOf(lines: readonly string[], block: KnownBlock): readonly string[] {
  return lines.flatMap((line) => {
    const whole = withoutEnumerator(normalizeLabel(line));
    if (whole === "") return [];
    if (block.words.includes(whole) || !/\s/u.test(line.trim())) return [whole];
    return line
      .trim()
      .split(/\s+/u)
      .map((text) => withoutEnumerator(normalizeLabel(text)));
  });
}

/** How many words at the end make the row's label. */
function labelLength(words: readonly string[], label: KnownRow["label"]): number {
  let text = "";
  for (let count = 1; count <= Math.min(words.length, 6); count++) {
    text = words[words.length - count]! + text;
    if (label.some((known) => text === known.text || text.endsWith(known.text))) return count;
  }
  return 0;
}

/** Whether words stand over labels, units or codes. */
function isBeside(text: string, { corner, caption }: KnownBlock): boolean {
  return (
    corner.has(text) || UNIT.test(text) || numbersRows(text) || caption.some((known) => known.text === text)
  );
}

function isHeading(text: string, block: KnownBlock): boolean {
  return text.length <= LONGEST && /^\p{sc=Han}/u.test(text) && !isBeside(text, block);
}

/** Whether a heading stands over all of the form's columns. */
function isOverAll(text: string, { columns }: KnownBlock): boolean {
  return columns.every(({ group }) => group.includes(text));
}

/** The headings with those below a group in its place. */
function grouped(texts: readonly string[], { columns }: KnownBlock): readonly Heading[] | null {
  const groups = new Set(columns.flatMap(({ group }) => group));
  let headings: readonly Heading[] = texts.map((text) => [text]);
  for (const name of groups) {
    const at = headings.findIndex(([text]) => text === name);
    const isChild = ([text]: Heading) =>
      columns.some(({ group, label }) => group.includes(name) && label.some((known) => known.text === text));
    if (at < 0 || !headings.some(isChild)) continue;
    const from = headings.findIndex(isChild);
    const to = headings.findLastIndex(isChild);
    if (from < at) return null;
    const below = headings.slice(from, to + 1);
    const isOther = ([text]: Heading) =>
      columns.some(({ label }) => label.some((known) => known.text === text));
    if (below.some((heading) => isOther(heading) && !isChild(heading))) return null;
    const rest = headings.filter((_, index) => index < from || index > to);
    headings = rest.flatMap((heading) =>
      heading[0] === name ? below.map((one): Heading => [name, ...one]) : [heading],
    );
  }
  return headings;
}

/** The headings with the years that stand above or below them; null where these are not as many. */
function timed(
  headings: readonly Heading[] | null,
  block: KnownBlock,
  year: number | null,
): readonly Heading[] | null {
  if (headings === null) return null;
  const isTime = (heading: Heading) => namesTime(heading.at(-1)!, block, year);
  const times = headings.filter(isTime);
  const names = headings.filter((heading) => !isTime(heading));
  if (times.length === 0 || names.length === 0) return headings;
  // 自然人 … 总计 | 上年 behind the form's columns is a column of its own.
  if (times.length === 1) return headings;
  const below = times.length / names.length;
  if (headings.indexOf(times[0]!) === names.length && Number.isInteger(below) && repeats(times, below))
    return names.flatMap((name, at) =>
      times.slice(at * below, (at + 1) * below).map((time): Heading => [...name, ...time]),
    );
  const above = names.length / times.length;
  if (headings.indexOf(names[0]!) === times.length && Number.isInteger(above) && repeats(names, above))
    return times.flatMap((time, at) =>
      names.slice(at * above, (at + 1) * above).map((name): Heading => [...time, ...name]),
    );
  return null;
}

/** Whether a list is the same part again and again, of so many items. */
function repeats(list: readonly Heading[], length: number): boolean {
  return list.every((one, at) => one.join() === list[at % length]!.join());
}

/** Whether headings are the form's own, in its order. */
export function isForms({ columns: printed }: FormHeader, { columns }: KnownBlock): boolean {
  return (
    printed.length === columns.length &&
    printed.every(({ leaf }, at) => columns[at]!.label.some(({ text }) => text === leaf))
  );
}

function columnOf(texts: Heading, at: number): HeaderColumn {
  return { column: at + 1, columnSpan: 1, text: texts.join(""), texts, leaf: texts.at(-1)! };
}
