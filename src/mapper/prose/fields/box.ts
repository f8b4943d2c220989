import type { Block, Grid, MetadataField, Place } from "../../../model/index.ts";
import type { ProseLine } from "../prose-line.ts";
import type { Found } from "./found.ts";
import { INFO_LABELS, OTHER_INFO_LABELS, SOURCE_LABELS } from "../../../printed/info-labels.ts";
import { simplified } from "../../../printed/folding.ts";
import { everyMatch } from "../../../printed/matches.ts";

const DATES = INFO_LABELS.publicationDate!;
const UPDATED = INFO_LABELS.updated!;

const LABELS: readonly (readonly [MetadataField["field"] | null, readonly string[]])[] = [
  ...(Object.entries(INFO_LABELS) as [MetadataField["field"], readonly string[]][]),
  [null, [...OTHER_INFO_LABELS, ...SOURCE_LABELS]],
];

const FIELDS = new Map(LABELS.flatMap(([field, names]) => names.map((name) => [name, field] as const)));
const NAMES = [...FIELDS.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => [...name].join("[ \\u3000\\xa0]{0,9}"))
  .join("|");
/** A label set off by spaces, with or without a colon: 索 引 号  0102/2018-01  发布日期  2017-01-12. */
const SET_OFF = new RegExp(
  `(?<=^|[ \\u3000\\xa0|｜])(${NAMES})[ \\u3000\\xa0]{0,4}(?:[:：]|(?=[ \\u3000\\xa0]|$))`,
  "gu",
);
/** Where such a label may begin. No other line is searched for them, which takes long. */
const MAY_SET_OFF = new RegExp(
  `(?:^|[ \\u3000\\xa0|｜])[${[...new Set([...FIELDS.keys()].map((name) => name[0]!))].join("")}]`,
  "u",
);
const BULLET = /^[\s\-–—•·●▪*]{1,6}/u;
/** Words without brackets and colons, in which a label may stand; whether they are one is looked up. */
const PRINTED =
  "[^ \\u3000\\xa0【[\\]】:：]{1,20}(?:[ \\u3000\\xa0]{1,9}[^ \\u3000\\xa0【[\\]】:：]{1,20}){0,9}";
const ALONE = new RegExp(`^[【[]?(${PRINTED})[】\\]]?[ \\u3000\\xa0]{0,4}[:：]?$`, "u");
const WITH_VALUE = new RegExp(
  `^[【[]?(${PRINTED})[】\\]]?[ \\u3000\\xa0]{0,4}[:：](?=[ \\u3000\\xa0]{0,9}[^ \\u3000\\xa0])`,
  "u",
);

/** The box stands in the first lines; what follows it is the report. */
const HEAD = 40;
const LONGEST = 200;
/** A single word such as 日期 may be anything; two labels make a box. */
const FEWEST = 2;

/** What a box above the report states by field, and the lines in which it is printed. */
export interface HeaderBox {
  readonly fields: ReadonlyMap<MetadataField["field"], Found>;
  readonly lines: ReadonlySet<ProseLine>;
}

/**
 * A box whose labels and values stand in lines without colons: beside one another, set off by spaces, or each on a line
 * of its own.
 */
export function headerBox(lines: readonly ProseLine[]): HeaderBox {
  const head = lines.slice(0, HEAD);
  const beside = head.map(pairsIn);
  // One line such as 日期：2021-01-29 may stand anywhere; a second label makes it a box.
  const isBox = beside.filter((pairs) => pairs.length > 0).length >= FEWEST;
  const rows = beside.map((pairs) => (isBox || pairs.length >= FEWEST || pairs.some(isDate) ? pairs : []));
  const taken = new Set(head.filter((_, index) => rows[index]!.length > 0));
  return { fields: fieldsOf([...rows.flat(), ...stacked(head, taken)]), lines: taken };
}

/** A label of a date and a date behind it: 字号：大 中 小 发表时间：2013-01-12. */
function isDate({ label, value }: Pair): boolean {
  return (
    (DATES.includes(label) || UPDATED.includes(label)) &&
    /^20\d{2}(?:年|[-./])\d{1,2}(?:月|[-./])\d{1,2}(?!.{0,20}[至到])/u.test(value)
  );
}

/** The labels of a line that begins with one, or that has several or a date, each with what follows it. */
function pairsIn({ text: printed, at }: ProseLine): readonly Pair[] {
  // A whole page may run on one line; then its box is what stands before the first full stop.
  const isLong = printed.includes("。");
  if (printed.length > LONGEST && !isLong) return [];
  const text = (isLong ? printed.slice(0, LONGEST).split("。")[0]!.replace(/[|｜]/gu, " ") : printed)
    .replace(BULLET, "")
    .trim();
  if (!MAY_SET_OFF.test(text)) return [];
  const found = everyMatch(text, SET_OFF);
  const begins = found[0]?.index === 0 && /[:：]$/u.test(found[0][0]);
  const pairs = found.map((match, index) => ({
    label: bare(match[1]!),
    value: wordIn(text.slice(match.index + match[0].length, found[index + 1]?.index).trim(), isLong),
    raw: isLong ? text : printed,
    at,
  }));
  if (isLong) return pairs.length >= FEWEST && found[0]!.index === 0 ? pairs : [];
  return pairs.length >= FEWEST || begins || pairs.some(isDate) ? pairs : [];
}

function wordIn(value: string, isFirst: boolean): string {
  return isFirst ? value.split(/[ \u3000\xa0]/u)[0]! : value;
}

interface Pair {
  readonly label: string;
  readonly value: string;
  readonly raw: string;
  readonly at: Place;
}

/** Labels on lines of their own, each above its value. */
function stacked(lines: readonly ProseLine[], taken: Set<ProseLine>): Pair[] {
  const labels = lines.map(({ text }) => aloneIn(text));
  if (labels.filter((label) => label !== null).length < FEWEST) return [];
  return labels.flatMap((label, index) => {
    const [line, below] = [lines[index]!, lines[index + 1]];
    if (label === null) return [];
    taken.add(line);
    if (below === undefined || labels[index + 1] !== null || below.text.length > LONGEST / 2) return [];
    taken.add(below);
    return [{ label, value: below.text.trim(), raw: `${line.text}\n${below.text}`, at: below.at }];
  });
}

/** What a box printed as a table states; its labels stand before their values, or in a row above them. */
export function headerGrids(
  blocks: readonly Block[],
  stated: readonly MetadataField[],
): readonly MetadataField[] {
  if (stated.some(({ field }) => field !== "title")) return [];
  for (const block of blocks.slice(0, HEAD)) {
    if (block.kind !== "grid") continue;
    const pairs = pairsOf(block.grid);
    if (pairs.length < FEWEST) continue;
    return [...fieldsOf(pairs)].map(([field, { value, at }]) => ({ field, value, at }));
  }
  return [];
}

function pairsOf({ cells }: Grid): readonly Pair[] {
  if (cells.length > LONGEST) return [];
  // A label that stands alone in its cell is rare, and without two of them there is no box.
  if (cells.filter(({ text }) => aloneIn(text) !== null).length < FEWEST) return [];
  const at = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  return cells.flatMap((cell) => {
    const inside = pairIn(cell.text.trim());
    if (inside !== null) return [{ ...inside, raw: cell.text, at: cell.at }];
    const label = aloneIn(cell.text);
    if (label === null) return [];
    const right = at.get(`${cell.row} ${cell.column + cell.columnSpan}`);
    const below = at.get(`${cell.row + cell.rowSpan} ${cell.column}`);
    const isHeading = right === undefined ? below !== undefined : aloneIn(right.text) !== null;
    const value = isHeading ? below : right;
    if (value === undefined || aloneIn(value.text) !== null || pairIn(value.text.trim()) !== null) return [];
    return [{ label, value: value.text.trim(), raw: value.text, at: value.at }];
  });
}

/** A label and its value in one cell: 发布日期: 2021-01-14. */
function pairIn(text: string): { readonly label: string; readonly value: string } | null {
  const match = text.length > LONGEST ? null : WITH_VALUE.exec(simplified(text));
  const label = labelOrNull(match?.[1]);
  return label === null ? null : { label, value: text.slice(match![0].length).trim() };
}

function aloneIn(text: string): string | null {
  const plain = text.trim();
  return plain.length < 2 || plain.length > 24 ? null : labelOrNull(ALONE.exec(simplified(plain))?.[1]);
}

function labelOrNull(text: string | undefined): string | null {
  const label = text === undefined ? "" : bare(text);
  return FIELDS.has(label) ? label : null;
}

function bare(text: string): string {
  return text.replace(/[ \u3000\xa0]+/gu, "");
}

function fieldsOf(pairs: readonly Pair[]): ReadonlyMap<MetadataField["field"], Found> {
  const found = new Map<MetadataField["field"], Found>();
  for (const [field, names] of LABELS) {
    if (field === null) continue;
    for (const name of names) {
      const pair = pairs.find(({ label, value }) => label === name && /[\p{L}\d]/u.test(value));
      if (pair && !found.has(field)) found.set(field, { value: pair.value, raw: pair.raw, at: pair.at });
    }
  }
  return found;
}
