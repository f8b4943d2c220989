import { isWorded } from "../../../arithmetic/paths.ts";
import { prepared, remembered } from "../../../arithmetic/prepared.ts";
import type { Block } from "../../../model/index.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { isPageEnd } from "../../../printed/page-numbers.ts";
import type { KnownTable } from "../../form/known.ts";
import { wordsOf } from "../../../printed/words.ts";
import { byPlace, MAXIMUM_FORM_ROWS, type FormRow, type FormRows } from "../form-row.ts";
import { halvesOf } from "../printed/halves.ts";
import { labelledLine } from "./worded-lines.ts";
import { labelsOf } from "./form-labels.ts";
import {
  type HeadingsAbove,
  halvesWithHeadings,
  readGrid,
  wordedGridRows,
  NOTHING_ABOVE,
} from "./worded-grid.ts";

/** Whether a table of a form has cells of words: texts, dates, ticks, the names of a list. */
export const hasWords = prepared(({ table }: KnownTable): boolean =>
  table.blocks.some(
    ({ rows, columns, open }) =>
      open !== undefined || [...rows, ...columns].some(({ type }) => type !== undefined && isWorded(type)),
  ),
);

/**
 * The rows of a document as a form with cells of words sees them. No text shows by itself whether it is a value or a
 * label there, so the form's own labels separate the cells: `ICP备案号 | … | 公安机关备案号 | …` is two rows.
 */
function wordedRows(
  known: KnownTable,
  blocks: readonly Block[],
  printedAt: ReturnType<typeof byPlace>,
  halves: typeof halvesOf,
  readingOf: typeof readGrid,
): readonly FormRow[] {
  const form = labelsOf(known);
  const found: FormRow[] = [];
  let last: { readonly width: number; readonly above: HeadingsAbove } | null = null;
  blocks.forEach((block, index) => {
    if (found.length >= MAXIMUM_FORM_ROWS) return;
    if (last !== null && block.kind === "line" && !isPageEnd(block.text)) last = null;
    if (block.kind === "grid") {
      // After a page break a table continues under the headings before it.
      const { width, layout } = block.grid;
      const parts = halvesWithHeadings(form, block.grid, halves, readingOf);
      const goesOn = parts.length === 1 && last?.width === width && layout !== "aligned";
      const read = parts.map((part) =>
        wordedGridRows(form, part, index, goesOn ? last!.above : NOTHING_ABOVE),
      );
      last = parts.length === 1 ? { width, above: read[0]!.above } : null;
      for (const row of read.flatMap(({ rows }) => rows)) {
        const covers = printedAt(index, row.row);
        const { against, unitAbove } = covers[0] ?? {};
        const own = { ...row, covers };
        const isPlain = against === undefined && unitAbove === undefined;
        found.push(isPlain ? own : { ...own, ...(against && { against }), ...(unitAbove && { unitAbove }) });
      }
      return;
    }
    const covers = printedAt(index);
    const own = labelledLine(form, block, index);
    found.push(...(own.length > 0 ? own.map((row) => ({ ...row, covers })) : covers));
  });
  return found.slice(0, MAXIMUM_FORM_ROWS);
}

/**
 * A document prepared for all forms, including those with cells of words. Its text is joined only when a form asks for
 * it.
 */
export function wordedDocument(blocks: readonly Block[], rows: FormRows) {
  let words: ((word: string) => boolean) | null = null;
  const has = (word: string): boolean => (words ??= wordsOf(normalizeLabel(textOf(blocks))))(word);
  let places: ReturnType<typeof byPlace> | null = null;
  const halves = remembered(halvesOf);
  const readingOf = remembered(readGrid);
  const worded = remembered((known: KnownTable) =>
    wordedRows(known, blocks, (places ??= byPlace(rows)), halves, readingOf),
  );
  const rowsFor = (known: KnownTable) => (hasWords(known) ? worded(known) : rows.rows);
  return { rowsFor, has };
}

function textOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => (block.kind === "line" ? block.text : block.grid.cells.map(({ text }) => text)))
    .join("|");
}
