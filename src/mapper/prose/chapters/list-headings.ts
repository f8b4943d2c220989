import { prepared } from "../../../arithmetic/prepared.ts";
import type { Template } from "../../../model/index.ts";
import { enumeratorOf, outlineLevel, withoutEnumerator } from "../../../printed/enumerators.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { knownLabel, matchLabel, type KnownLabel } from "../../../printed/labels.ts";
import { trailingUnit } from "../../../printed/units.ts";

/** A line with at least this score is a row or a group of an indicator list. */
const LIKE = 0.75;
/** The head of an indicator list, whether or not its cells are separated. */
const LIST_HEAD = /(?:统计指标|指标名称)/u;
/** The value at the end of a row in one line, or a dash in its place. */
const VALUE = /[-—\d.,\s]{1,20}$/u;

/** The groups and rows of indicator lists that are numbered as chapters are: 二、回应解读情况, 六、举报投诉数量. */
export const listHeadings = prepared((templates: readonly Template[]): readonly KnownLabel[] => {
  const rows = templates.flatMap(({ tables }) =>
    tables.flatMap(({ blocks }) => blocks.flatMap((block) => block.rows)),
  );
  const numbered = rows.flatMap(({ enumerator, label, group }) => [...group, enumerator + label]);
  return [...new Set(numbered.filter((text) => outlineLevel(text) === 1))].map((text) =>
    knownLabel(withoutEnumerator(normalizeLabel(text))),
  );
});

/** Whether a text has the head of an indicator list. The numbers below it are the list's and not those of chapters. */
export function headsList(text: string): boolean {
  return LIST_HEAD.test(text.replace(/\s+/gu, ""));
}

/** Whether a line below the head of a list is one of its groups or rows, including what stands behind its label. */
export function isListHeading(text: string, headings: readonly KnownLabel[]): boolean {
  const normalized = normalizeLabel(text);
  if (enumeratorOf(normalized) === "") return false;
  const bare = withoutEnumerator(normalized).replace(VALUE, "");
  const label = bare.slice(0, bare.length - trailingUnit(bare).length);
  return headings.some((known) => [bare, label].some((one) => matchLabel(one, known).score >= LIKE));
}
