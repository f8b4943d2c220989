import { prepared } from "../../../arithmetic/prepared.ts";
import type { KnownBlock } from "../../form/known.ts";
import { withoutEnumerator } from "../../../printed/enumerators.ts";
import { matchLabel, type KnownLabel } from "../../../printed/labels.ts";
import { meansOther } from "../../../printed/other-meanings.ts";
import { isQualified, wordsBefore } from "../../../printed/qualified.ts";
import type { HeaderColumn } from "../../rows/form-row.ts";
import type { HeaderMatch } from "./header-match.ts";

/** The words in the place of headings not found, and of headings so near that they may mean something else. */
export function wordsInPlace(
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

const asLabel = prepared((words: readonly string[]) => words.map((text) => ({ text })));

/** Whether other words narrow the form's label: 重大案件罚没金额, but not 行政征收次数 below 行政征收. */
function isNarrowed(leaf: string, label: KnownLabel, words: readonly string[]): boolean {
  if (label.some(({ text }) => text === leaf)) return false; // nearly every heading
  const before = wordsBefore(leaf, label).replace(OF_ALL, "");
  return /\p{sc=Han}/u.test(before) && !words.some((word) => word.includes(before));
}

/** Words for the reported year and for the whole of the office, which do not narrow a heading. */
const OF_ALL = /20\d\d年?度?|[本全]年度?|全[省市州县区局]|年度|共/gu;
