import { cellPointer } from "../../arithmetic/paths.ts";
import { withSampleRows } from "../../arithmetic/open-rows.ts";
import { prepared } from "../../arithmetic/prepared.ts";
import type { BlockTemplate, ColumnTemplate, TableTemplate, Template } from "../../model/index.ts";
import { withoutEnumerator } from "../../printed/enumerators.ts";
import { normalizeLabel } from "../../printed/folding.ts";
import type { KnownTable, KnownRow } from "./known.ts";
import { withoutOptional, editionOf, columnGroups } from "./readings.ts";
import { knownBlock, ownLabel } from "./known-block.ts";
import { MENTIONS } from "./mentioned.ts";

/**
 * The readings of each table of a template: as printed, and with a one-row block cut at its column groups. Such groups
 * stand beside or below each other under their own headings, or are the rows of a table, with their names at the left.
 */
export const knownTables = prepared((template: Template): readonly (readonly KnownTable[])[] =>
  template.tables.map((table) => readings(template, table)),
);

/** The tables of a family before its lists are read; in each list an unnamed row stands for its items. */
export const sampledTables = prepared((template: Template) => knownTables(withSampleRows(template)));

function readings(template: Template, table: TableTemplate): readonly KnownTable[] {
  return withoutOptional(table).flatMap((printed) => readingsOf(template, printed));
}

function readingsOf(template: Template, table: TableTemplate): readonly KnownTable[] {
  if (table.editions)
    return table.editions.map((edition) =>
      build(template, editionOf(table, edition), (block) => [block.columns]),
    );
  const whole = build(template, table, (block) => [block.columns]);
  const groups = table.blocks.some((block) => columnGroups(block).length > 1);
  return groups
    ? [whole, build(template, table, columnGroups), build(template, table, columnGroups, true)]
    : [whole];
}

/** The innermost heading that stands over all of the given columns; empty where there is none. */
export function headingOver(columns: readonly ColumnTemplate[]): string {
  const [first, ...others] = columns.map(({ group }) => group);
  return first?.findLast((name, at) => others.every((group) => group[at] === name)) ?? "";
}

function build(
  template: Template,
  table: TableTemplate,
  cut: (block: BlockTemplate) => readonly (readonly ColumnTemplate[])[],
  named = false,
): KnownTable {
  const rows = table.blocks.flatMap((block) =>
    cut(block).flatMap((columns) => {
      const known = knownBlock(block, columns);
      return block.rows.map((row): KnownRow => {
        const group = withoutEnumerator(normalizeLabel(row.group.at(-1) ?? ""));
        const part = columns.length < block.columns.length ? headingOver(columns) : "";
        return {
          row,
          key: part === "" ? row.key : `${row.key} ${part}`,
          label: row.label === "" && named ? ownLabel({ ...row, label: part }) : ownLabel(row),
          group,
          groups: new Set(row.group.map((text) => withoutEnumerator(normalizeLabel(text)))),
          block: known,
          pointers: columns.map((column) => cellPointer(table, row.key, column.key)),
        };
      });
    }),
  );
  const words = new Set(
    rows.flatMap(({ label, group, block }) => [group, ...block.words, ...label.map(({ text }) => text)]),
  );
  const headings = new Set(
    rows.flatMap(({ block }) => [
      ...block.words,
      ...block.columns.flatMap(({ label }) => label.map(({ text }) => text)),
    ]),
  );
  const rowGroups = new Set(
    rows.flatMap(({ row }) => row.group.map((text) => withoutEnumerator(normalizeLabel(text)))),
  );
  // Words of two characters are everywhere, so they count only for a form that has hardly any longer ones.
  const long = [...words].filter((word) => word.length >= 3);
  return {
    template,
    table,
    rows,
    headings: [...headings],
    rowGroups,
    words: long.length >= MENTIONS ? long : [...words].filter((word) => word !== ""),
  };
}
