import { prepared } from "../../arithmetic/prepared.ts";
import type { BlockTemplate, ColumnTemplate, RowTemplate } from "../../model/index.ts";
import { withoutEnumerator } from "../../printed/enumerators.ts";
import { normalizeLabel } from "../../printed/folding.ts";
import { knownLabel } from "../../printed/labels.ts";
import type { KnownBlock } from "./known.ts";

/** A block, or a part of it, made ready once for all readings of its table. */
export function knownBlock(
  block: BlockTemplate,
  columns: readonly ColumnTemplate[],
  wordOf: (printed: string) => string,
): KnownBlock {
  const parts = partsOf(block);
  const key = columns.map((column) => column.key).join("\t");
  const known = parts.get(key) ?? buildBlock(block, columns, wordOf);
  parts.set(key, known);
  return known;
}

/**
 * The parts of a block by the keys of their columns. Readings that cut the block in the same way share its parts, and
 * with them the headers found for them.
 */
const partsOf = prepared<BlockTemplate, Map<string, KnownBlock>>(() => new Map());

function buildBlock(
  block: BlockTemplate,
  columns: readonly ColumnTemplate[],
  wordOf: (printed: string) => string,
): KnownBlock {
  const knownColumns = columns.map((column) => ({
    column,
    label: ownLabel(column),
    group: column.group.map(normalizeLabel),
  }));
  return {
    block,
    columns: knownColumns,
    columnTexts: new Set(knownColumns.flatMap(({ label }) => label.map(({ text }) => text))),
    caption: block.caption ? knownLabel(block.caption, block.captionAliases) : [],
    headerText: columns
      .filter((column) => column.group.at(-1) === columns.at(-1)!.group.at(-1))
      .map((column) => normalizeLabel(column.label))
      .join(""),
    words: [...new Set(wordsAround(block, columns).map(wordOf))]
      .filter((word) => word !== "")
      .sort((a, b) => b.length - a.length),
    corner: new Set(block.corner.map(normalizeLabel)),
  };
}

/** A word that a form prints as documents are asked for it. */
export function formWord(printed: string): string {
  return withoutEnumerator(normalizeLabel(printed));
}

/** The label of a row or a column, prepared once for all readings of its table. */
export const ownLabel = prepared(({ label, aliases, basis }: RowTemplate | ColumnTemplate) =>
  knownLabel(label, aliases, basis === "recall" ? RECALLED : READ),
);

/**
 * Shares of a label that may differ in print: for a label that was read in a source, and for one known only by
 * recollection.
 */
const READ = 0.15;
const RECALLED = 0.3;

function wordsAround(block: BlockTemplate, columns: readonly ColumnTemplate[]): readonly string[] {
  return [
    ...[block.caption ?? "", ...(block.captionAliases ?? []), ...block.corner],
    ...columns.flatMap((column) => [column.label, ...column.aliases, ...column.group]),
    ...block.rows.flatMap((row) => row.group),
  ];
}
