import { prepared } from "../../../arithmetic/prepared.ts";
import { withoutEnumerator } from "../../../printed/enumerators.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { isNumber, isValue } from "../../../printed/numbers.ts";
import { isStatedUnit, isUnit, unitNamed } from "../../../printed/units.ts";
import type { KnownTable } from "../../form/known.ts";
import { numbersRows } from "../column-numbers.ts";
import { thisYear } from "../form-row.ts";

/** The words of a form's table, sorted by where they stand in it. */
export interface Vocabulary {
  /** Labels of rows, each with whether its numbers need a heading to be told apart. */
  readonly rows: ReadonlyMap<string, boolean>;
  readonly columns: ReadonlySet<string>;
  /** Groups, captions, corners and the table's own title. */
  readonly around: ReadonlySet<string>;
  /** Whether some of its rows have no label, so that only their headings identify them. */
  readonly unlabelled: boolean;
}

export const vocabularyOf = prepared((variants: readonly KnownTable[]): Vocabulary => {
  const all = variants.flatMap(({ rows }) => rows);
  const blocks = [...new Set(all.map(({ block }) => block))];
  const plural = new Set(
    blocks.filter(({ block }) => block.columns.filter((one) => !one.optional).length > 1),
  );
  const rows = new Map<string, boolean>();
  for (const { label, block } of all)
    for (const { text } of label) rows.set(text, rows.get(text) === true || plural.has(block));
  const { table } = variants[0]!;
  return {
    rows,
    columns: new Set(blocks.flatMap(({ columnTexts }) => [...columnTexts])),
    around: new Set([
      wordOf(table.title),
      ...blocks.flatMap(({ words, corner, caption }) => [
        ...words,
        ...corner,
        ...caption.map(({ text }) => text),
      ]),
      ...all.flatMap(({ groups }) => [...groups]),
    ]),
    unlabelled: all.some(({ row }) => row.label === ""),
  };
});

/** A cell's text, normalized as the words of forms are. */
export function wordOf(text: string): string {
  return withoutEnumerator(thisYear(normalizeLabel(text)));
}

/** Whether a text is a unit, or a heading above units or above the numbers of rows. */
export function isBeside(text: string): boolean {
  const normalized = normalizeLabel(text);
  return (
    isUnit(normalized) ||
    unitNamed(normalized) !== undefined ||
    isStatedUnit(normalized) ||
    numbersRows(normalized)
  );
}

/** Whether a text is a number, as opposed to a word, a blank or a dash. */
export function isFigure(text: string): boolean {
  return isNumber(text);
}

/** Whether a cell has words in it. */
export function isWording(text: string): boolean {
  return !isValue(text);
}
