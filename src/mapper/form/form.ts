import { cellPointer } from "../../arithmetic/paths.ts";
import { withSampleRows } from "../../arithmetic/open-rows.ts";
import { prepared, remembered } from "../../arithmetic/prepared.ts";
import type { BlockTemplate, ColumnTemplate, TableTemplate, Template } from "../../model/index.ts";
import type { KnownBlock, KnownRow, KnownTable } from "./known.ts";
import { withoutOptional, editionOf, columnGroups } from "./readings.ts";
import { formWord, knownBlock, ownLabel } from "./known-block.ts";
import { MENTIONS } from "./mentioned.ts";

/**
 * The readings of each table of a template: as printed, and with a one-row block cut at its column groups. Such groups
 * stand beside or below each other under their own headings, or are the rows of a table, with their names at the left.
 */
export const knownTables = prepared((template: Template): readonly (readonly KnownTable[])[] => {
  const form = { template, wordOf: remembered(formWord) };
  return template.tables.map((table) =>
    withoutOptional(table).flatMap((printed) => readingsOf(form, printed)),
  );
});

/** A form that is made ready, whose readings repeat the same words many times. */
interface Form {
  readonly template: Template;
  readonly wordOf: (printed: string) => string;
}

/** The tables of a family before its lists are read; in each list an unnamed row stands for its items. */
export const sampledTables = prepared((template: Template) => knownTables(withSampleRows(template)));

function readingsOf(form: Form, table: TableTemplate): readonly KnownTable[] {
  if (table.editions)
    return table.editions.map((edition) =>
      build(form, editionOf(table, edition), (block) => [block.columns]),
    );
  const whole = build(form, table, (block) => [block.columns]);
  const groups = table.blocks.some((block) => columnGroups(block).length > 1);
  return groups ? [whole, build(form, table, columnGroups), build(form, table, columnGroups, true)] : [whole];
}

/** The innermost heading that stands over all of the given columns; empty where there is none. */
export function headingOver(columns: readonly ColumnTemplate[]): string {
  const [first, ...others] = columns.map(({ group }) => group);
  return first?.findLast((name, at) => others.every((group) => group[at] === name)) ?? "";
}

function build(
  { template, wordOf }: Form,
  table: TableTemplate,
  cut: (block: BlockTemplate) => readonly (readonly ColumnTemplate[])[],
  named = false,
): KnownTable {
  const rows = table.blocks.flatMap((block) =>
    cut(block).flatMap((columns) => {
      const known = knownBlock(block, columns, wordOf);
      return block.rows.map((row): KnownRow => {
        const groups = row.group.map(wordOf);
        const part = columns.length < block.columns.length ? headingOver(columns) : "";
        return {
          row,
          key: part === "" ? row.key : `${row.key} ${part}`,
          label: row.label === "" && named ? ownLabel({ ...row, label: part }) : ownLabel(row),
          group: groups.at(-1) ?? "",
          groups: new Set(groups),
          block: known,
          pointers: columns.map((column) => cellPointer(table, row.key, column.key)),
        };
      });
    }),
  );
  const [words, headings] = [new Set<string>(), new Set<string>()];
  const seen = new Set<KnownBlock>();
  for (const { label, group, block } of rows) {
    words.add(group);
    for (const word of seen.has(block) ? [] : block.words) words.add(word);
    seen.add(block);
    for (const { text } of label) words.add(text);
  }
  for (const { words: around, columns } of seen) {
    for (const word of around) headings.add(word);
    for (const { label } of columns) for (const { text } of label) headings.add(text);
  }
  const rowGroups = new Set(rows.flatMap(({ groups }) => [...groups]));
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
