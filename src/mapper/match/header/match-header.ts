import { ALIKE_HEADING, AT_END, GROUP_ABOVE, NEAR } from "../weights.ts";
import { prepared } from "../../../arithmetic/prepared.ts";
import type { KnownBlock, KnownColumn } from "../../form/known.ts";
import { withoutEnumerator } from "../../../printed/enumerators.ts";
import { matchLabel, matchLabelAtEnd, type KnownLabel } from "../../../printed/labels.ts";
import { crowds } from "./header-order.ts";
import { inAnotherUnit, sumUnder } from "./heading-words.ts";
import { numbersRows } from "../../rows/column-numbers.ts";
import type { FormHeader } from "../../rows/form-row.ts";
import type { HeaderMatch } from "./header-match.ts";
import { pairByNames, pairInOrder } from "./pair-columns.ts";
import { wordsInPlace } from "./odd-headings.ts";

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

export function matchHeader(
  header: FormHeader,
  block: KnownBlock,
  labels: ReadonlySet<string>,
): HeaderMatch | null {
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
      if (label < ALIKE_HEADING) return 0;
      return label + GROUP_ABOVE * known.group.filter((group) => printed.text.includes(group)).length;
    }),
  );
  if (scores.length === 1 && rivals(scores[0]!, leaves)) return null;
  const match = pairByNames(scores, header) ?? pairInOrder(scores, header);
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
    odd: match.foreign ? [] : wordsInPlace(match.columns, header.columns, block),
    others: [],
    beside: beside.map(({ printed }) => printed),
    added: added.map(({ printed }) => printed),
  };
}

/** Other figures for the same money, which some other form asks for: 年初预算数. */
const OF_PLAN = /(?:预算|决算)数?$/u;

/** Whether several columns with different names could each be the form's only one; which one is unclear. */
function rivals(scores: readonly number[], leaves: readonly string[]): boolean {
  const best = Math.max(...scores);
  return new Set(leaves.filter((_, index) => best > 0 && scores[index]! > best - NEAR)).size > 1;
}

function damaged(leaf: string, text: string, known: KnownLabel): number {
  return Math.max(matchLabel(leaf, known).score, AT_END * matchLabelAtEnd(text, known).score);
}
