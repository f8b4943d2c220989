import { prepared } from "../../arithmetic/prepared.ts";
import type { KnownBlock, KnownColumn, KnownRow } from "../form/form.ts";
import { withoutEnumerator } from "../../printed/enumerators.ts";
import { matchLabel, matchLabelAtEnd, meansOther, type KnownLabel } from "../../printed/labels.ts";
import { isQualified, wordsBefore } from "../../printed/qualified.ts";
import { crowds, onlyBest } from "./header-order.ts";
import { inAnotherUnit, sumUnder } from "./heading-words.ts";
import { ownYearColumns } from "./other-years.ts";
import { numbersRows } from "../rows/column-numbers.ts";
import type { FormHeader, FormRow, HeaderColumn } from "../rows/form-row.ts";

/** The printed column for each column of a block; null where its label was not found. */
export interface HeaderMatch {
  readonly columns: readonly (HeaderColumn | null)[];
  readonly matched: number;
  /** Whether the labels stand in another order than the form's. */
  readonly reordered: boolean;
  /** Whether labels of the form stand out of its order while not all of them could be found. */
  readonly crossed: boolean;
  /** Whether the labels stand in another grid, so that their order counts but their positions do not. */
  readonly foreign: boolean;
  /** Printed columns of units, codes and the like. */
  readonly beside: readonly HeaderColumn[];
  /** The words printed in a column's place if they are not the form's: a slip, or a heading of something else. */
  readonly odd: readonly (string | null)[];
  /** Printed columns of other years than the report's. */
  readonly others: readonly HeaderColumn[];
  /** Printed columns that are not the form's, if all of the form's were found; perhaps also the label column. */
  readonly added: readonly HeaderColumn[];
}

/** The header of a form's row above a printed one; null where none is found. */
export type HeaderOf = (printed: FormRow, row: KnownRow) => HeaderMatch | null;

/**
 * Finds headers, each only once for all forms that are laid over a document. `labels` are the column labels of all
 * forms: a printed label that is one of them is not a damaged form of another. `year` is the report's.
 */
export function headerFinder(labels: ReadonlySet<string>, year: number | null): HeaderOf {
  const thisYears = new Map<FormHeader, FormHeader>();
  const ofThisYear = (header: FormHeader): FormHeader => {
    let own = thisYears.get(header);
    if (!own) thisYears.set(header, (own = inThisYear(header, year, labels)));
    return own;
  };
  const matchOf = oncePerPair(
    (header: FormHeader, block: KnownBlock) =>
      ofOwnYear(header, block, labels, year) ?? matchHeader(header, block, labels),
  );
  // The nearest header that carries at least half of the block's column labels.
  const nearestOf = oncePerPair((headers: FormRow["headers"], block: KnownBlock) => {
    for (const header of headers) {
      const match = matchOf(ofThisYear(header), block);
      if (match && match.matched * 2 >= block.columns.length) return match;
    }
    return null;
  });
  return (printed, { block }) => (printed.headers.length === 0 ? null : nearestOf(printed.headers, block));
}

/** Keeps the results of a function of two objects, because rows share their headers and forms share their blocks. */
function oncePerPair<A, B, Value>(make: (a: A, b: B) => Value): (a: A, b: B) => Value {
  const made = new Map<A, Map<B, Value>>();
  return (a, b) => {
    let own = made.get(a);
    if (!own) made.set(a, (own = new Map()));
    let value = own.get(b);
    if (value === undefined) own.set(b, (value = make(a, b)));
    return value;
  };
}

/** In the report of 2023, 2023年新收 is what a form calls 本年新收 or just 新收. */
function inThisYear(header: FormHeader, year: number | null, labels: ReadonlySet<string>): FormHeader {
  const isNamed = ({ text }: HeaderColumn) => text.includes(`${year}年`);
  if (year === null || !header.columns.some(isNamed)) return header;
  const own = (text: string) => {
    const [bare, named] = ["", "本年"].map((word) =>
      text.replace(THIS_YEARS, (all, of) => (Number(of) === year ? word : all)),
    );
    return labels.has(bare!) && !labels.has(named!) ? bare! : named!;
  };
  return {
    ...header,
    columns: header.columns.map((column) => {
      const texts = column.texts.map(own);
      return { ...column, texts, text: texts.join(""), leaf: own(column.leaf) };
    }),
  };
}

/** A year before the words of a heading. 年度 is not matched, because every form's words are compared without it. */
const THIS_YEARS = /(20\d\d)年(?=\p{sc=Han})(?!度)/gu;

/** The header read by the columns of the report's own year, where columns of other years stand beside them. */
function ofOwnYear(
  header: FormHeader,
  block: KnownBlock,
  labels: ReadonlySet<string>,
  year: number | null,
): HeaderMatch | null {
  const own = ownYearColumns(header, block, labels, year);
  const match = own && matchHeader(own.header, block, labels);
  return match?.matched === block.columns.length ? { ...match, others: own!.others } : null;
}

const leavesOf = prepared((columns: FormHeader["columns"]) =>
  columns.map(({ leaf }) => withoutEnumerator(leaf)),
);

/** Columns by each of their labels. */
const columnsByText = prepared(({ columns }: KnownBlock) => {
  const byText = new Map<string, KnownColumn[]>();
  for (const known of columns)
    for (const { text } of known.label) byText.set(text, [...(byText.get(text) ?? []), known]);
  return byText;
});

function matchHeader(header: FormHeader, block: KnownBlock, labels: ReadonlySet<string>): HeaderMatch | null {
  if (header.columns.length > 256) return null;
  const byText = columnsByText(block);
  // 区直单位 above 统计数 is one heading of this form, even if another form has a heading 统计数.
  const leaves = leavesOf(header.columns).map((leaf, index) => {
    const printed = header.columns[index]!;
    return block.columnTexts.has(printed.text) ? printed.text : (sumUnder(printed, byText) ?? leaf);
  });
  const intact = leaves.map((leaf) => labels.has(leaf));
  const possible = leaves.filter((leaf, index) => !intact[index] || block.columnTexts.has(leaf)).length;
  if (possible * 2 < block.columns.length) return null;
  const bearers = leaves.map((leaf) => byText.get(leaf) ?? []);
  const scores = block.columns.map((known) =>
    header.columns.map((printed, index) => {
      const label = intact[index]
        ? Number(bearers[index]!.includes(known) || inAnotherUnit(leaves[index]!, known.label))
        : damaged(leaves[index]!, printed.text, known.label);
      if (label < 0.75) return 0;
      return label + 0.1 * known.group.filter((group) => printed.text.includes(group)).length;
    }),
  );
  if (scores.length === 1 && rivals(scores[0]!, leaves)) return null;
  const match = reordered(scores, header) ?? inOrder(scores, header);
  if (!match) return null;
  const chosen = match.columns.map((column) => (column ? header.columns.indexOf(column) : -1));
  // A heading that resembles one of the form's is still another column if a closer one was found: 受益人数, 受益户数.
  const isOther = (index: number) =>
    scores.every(
      (row, at) => row[index]! === 0 || (chosen[at] !== index && row[index]! < (row[chosen[at]!] ?? 0)),
    );
  const others = header.columns
    .map((printed, index) => ({ printed, leaf: leaves[index]!, known: intact[index]! }))
    .filter((_, index) => isOther(index));
  const isBeside = (leaf: string) => block.corner.has(leaf) || numbersRows(leaf);
  const beside = others.filter(({ leaf }) => isBeside(leaf));
  const strange = others.filter(({ leaf, known }) => !known && !isBeside(leaf) && /\p{Letter}/u.test(leaf));
  const isAdded = match.matched === block.columns.length && !match.foreign;
  const added = others.filter((one) => isAdded && (strange.includes(one) || OF_PLAN.test(one.leaf)));
  const crowding = strange.some(({ printed }) => crowds(header.columns.indexOf(printed), chosen));
  return {
    columns: match.columns,
    matched: match.matched,
    reordered: match.reordered,
    foreign: match.foreign,
    crossed: match.crossed || (!match.reordered && crowding),
    odd: match.foreign ? [] : oddHeadings(match.columns, header.columns, block),
    others: [],
    beside: beside.map(({ printed }) => printed),
    added: added.map(({ printed }) => printed),
  };
}

/** The words in the place of headings not found, and of headings so near that they may mean something else. */
function oddHeadings(
  found: HeaderMatch["columns"],
  printed: readonly HeaderColumn[],
  { columns, words }: KnownBlock,
): readonly (string | null)[] {
  return found.map((column, index) => {
    const { label, column: known } = columns[index]!;
    if (column) {
      const leaf = withoutEnumerator(column.leaf);
      const near = matchLabel(leaf, label).kind === "fuzzy";
      if (near && (known.basis === "recall" || meansOther(leaf, label, false))) return leaf;
      if (isQualified(leaf, label) || isNarrowed(leaf, label, words)) return leaf;
      return column.texts.slice(0, -1).find((text) => isQualified(text, asLabel(words))) ?? null;
    }
    const [before, after] = [found[index - 1], found[index + 1]];
    const at = before ? printed.indexOf(before) + 1 : after ? printed.indexOf(after) - 1 : -1;
    const alone = !before || !after ? columns.length > 1 : printed.indexOf(after) === at + 1;
    const text = printed[at]?.leaf ?? "";
    return alone && /\p{L}{2}/u.test(text) && !found.includes(printed[at]!) ? text : null;
  });
}

/** Other figures for the same money, which some other form asks for: 年初预算数. */
const OF_PLAN = /(?:预算|决算)数?$/u;

const asLabel = prepared((words: readonly string[]) => words.map((text) => ({ text })));

/** Whether other words narrow the form's label: 重大案件罚没金额, but not 行政征收次数 below 行政征收. */
function isNarrowed(leaf: string, label: KnownLabel, words: readonly string[]): boolean {
  const before = wordsBefore(leaf, label).replace(OF_ALL, "");
  return /\p{sc=Han}/u.test(before) && !words.some((word) => word.includes(before));
}

/** Words for the reported year and for the whole of the office, which do not narrow a heading. */
const OF_ALL = /20\d\d年?度?|[本全]年度?|全[省市州县区局]|年度|共/gu;

/** Whether several columns with different names could each be the form's only one; which one is unclear. */
function rivals(scores: readonly number[], leaves: readonly string[]): boolean {
  const best = Math.max(...scores);
  return new Set(leaves.filter((_, index) => best > 0 && scores[index]! > best - 0.05)).size > 1;
}

function damaged(leaf: string, text: string, known: KnownLabel): number {
  return Math.max(matchLabel(leaf, known).score, 0.97 * matchLabelAtEnd(text, known).score);
}

/**
 * The match where every label was found once, but not in the form's order. If several groups share a label (结果维持
 * under 行政复议 and 复议后起诉), the printed column under most of its own group headings counts.
 */
function reordered(
  scores: readonly (readonly number[])[],
  header: FormHeader,
): Omit<HeaderMatch, "beside" | "added" | "others" | "odd"> | null {
  if (header.foreign) return null;
  const order = scores.map(onlyBest);
  if (
    order.includes(-1) ||
    order.every((index, i) => i === 0 || index > order[i - 1]!) ||
    new Set(order).size !== order.length
  )
    return null;
  return {
    columns: order.map((index) => header.columns[index]!),
    matched: order.length,
    reordered: true,
    crossed: false,
    foreign: false,
  };
}

/** The best pairing of the form's columns with the printed ones that keeps the order of both. */
function inOrder(
  scores: readonly (readonly number[])[],
  header: FormHeader,
): Omit<HeaderMatch, "beside" | "added" | "others" | "odd"> | null {
  const pairs = alignInOrder(scores.length, header.columns.length, (i, j) => scores[i]![j]!);
  const matched = pairs.filter((index) => index !== null).length;
  return matched === 0
    ? null
    : {
        columns: pairs.map((index) => (index === null ? null : header.columns[index]!)),
        matched,
        reordered: false,
        crossed: scores.some(
          (row, i) => pairs[i] === null && row.some((score, j) => score > 0 && !pairs.includes(j)),
        ),
        foreign: header.foreign,
      };
}

/**
 * Pairs `count` known items with `printedCount` printed ones, each at most once and in order, so that the sum of scores is
 * greatest; pairs of score 0 are never made. Returns for each known item the printed index or null. O(count × printedCount).
 */
export function alignInOrder(
  count: number,
  printedCount: number,
  score: (known: number, printed: number) => number,
): readonly (number | null)[] {
  // The greatest sum for the first i known and the first j printed items, stored row by row in one list.
  const width = printedCount + 1;
  const best = new Float64Array((count + 1) * width);
  for (let i = 1; i <= count; i++) {
    for (let j = 1; j <= printedCount; j++) {
      const at = i * width + j;
      const pair = score(i - 1, j - 1);
      const without = Math.max(best[at - width]!, best[at - 1]!);
      best[at] = pair > 0 ? Math.max(without, best[at - width - 1]! + pair) : without;
    }
  }
  const result: (number | null)[] = new Array<number | null>(count).fill(null);
  let [i, j] = [count, printedCount];
  while (i > 0 && j > 0) {
    const at = i * width + j;
    if (best[at] === best[at - width]) i -= 1;
    else if (best[at] === best[at - 1]) j -= 1;
    else {
      result[i - 1] = j - 1;
      i -= 1;
      j -= 1;
    }
  }
  return result;
}
