import { cellPointer } from "../../arithmetic/paths.ts";
import { isOpenListRow, withSampleRows } from "../../arithmetic/open-rows.ts";
import { prepared } from "../../arithmetic/prepared.ts";
import type {
  BlockTemplate,
  ColumnTemplate,
  RowTemplate,
  TableTemplate,
  Template,
} from "../../model/index.ts";
import { withoutEnumerator } from "../../printed/enumerators.ts";
import { normalizeLabel } from "../../printed/folding.ts";
import { knownLabel, type KnownLabel } from "../../printed/labels.ts";

/** A table of a template with its labels ready to be compared. */
export interface KnownTable {
  readonly template: Template;
  readonly table: TableTemplate;
  readonly rows: readonly KnownRow[];
  /** Every word of the form that may stand in print: labels, groups, captions, corners. */
  readonly words: readonly string[];
  /** The words among them that may stand above a column. */
  readonly headings: readonly string[];
  /** The groups that stand left of row labels. */
  readonly rowGroups: ReadonlySet<string>;
}

export interface KnownRow {
  readonly row: RowTemplate;
  /** The row's key; where its block is cut at its headings, the key also names this part. */
  readonly key: string;
  readonly label: KnownLabel;
  /** Label of the innermost group, such as 不予公开; empty where there is none. */
  readonly group: string;
  /** Labels of all its groups. */
  readonly groups: ReadonlySet<string>;
  readonly block: KnownBlock;
  /** Pointers of its cells, column by column. */
  readonly pointers: readonly string[];
}

/**
 * A block, or the part of a one-row block that stands under one heading, for reports that print that part as a table of
 * its own.
 */
export interface KnownBlock {
  readonly block: BlockTemplate;
  readonly columns: readonly KnownColumn[];
  /** All column labels and aliases. */
  readonly columnTexts: ReadonlySet<string>;
  readonly caption: KnownLabel;
  /**
   * The labels of the last group of columns joined together, as page text shows them right before a row without a
   * label.
   */
  readonly headerText: string;
  /** Everything but row labels that may be printed around the block's rows: caption, corner, column labels, groups. */
  readonly words: readonly string[];
  /** Headings over the row labels, and over what stands between these and the values, such as units and codes. */
  readonly corner: ReadonlySet<string>;
}

export interface KnownColumn {
  readonly column: ColumnTemplate;
  readonly label: KnownLabel;
  readonly group: readonly string[];
}

/** A document must have at least this many different words of a table before its rows are compared with the table's. */
export const MENTIONS = 3;

/** Whether a document has words of a table at all. If the table is there, not every label can be damaged. */
export function isMentioned({ words }: KnownTable, has: (word: string) => boolean): boolean {
  let found = 0;
  for (const word of words) if (has(word) && ++found === MENTIONS) return true;
  return words.length <= MENTIONS && found > 0;
}

/**
 * Shares of a label that may differ in print: for a label that was read in a source, and for one known only by
 * recollection.
 */
const READ = 0.15;
const RECALLED = 0.3;

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

/** If there are more optional columns than this, the table is tried only with all of them and with none. */
const MAXIMUM_OPTIONAL = 4;

/**
 * The table with all its columns, and without each set of its optional columns, because a column that is not printed is
 * not a blank one.
 */
function withoutOptional(table: TableTemplate): readonly TableTemplate[] {
  const optional = table.blocks.flatMap(({ columns }) => columns.filter((column) => column.optional));
  if (optional.length === 0) return [table];
  const sets =
    optional.length > MAXIMUM_OPTIONAL
      ? [[], optional]
      : Array.from({ length: 2 ** optional.length }, (_, bits) =>
          optional.filter((_, index) => (bits >> index) % 2 === 1),
        );
  return sets.flatMap((absent) => {
    const blocks = table.blocks.map((block) => ({
      ...block,
      columns: block.columns.filter((column) => !absent.includes(column)),
    }));
    return blocks.every(({ columns }) => columns.length > 0) ? [{ ...table, blocks }] : [];
  });
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

/** The table with the rows of one edition, in its order. */
function editionOf(table: TableTemplate, edition: readonly string[]): TableTemplate {
  const wanted = edition.map((key) => ({ key: key.replace(/\?$/u, ""), optional: key.endsWith("?") }));
  return {
    ...table,
    blocks: table.blocks.map((block) => ({
      ...block,
      rows: [
        ...block.rows.filter((row) => isOpenListRow(block, row)),
        ...wanted.flatMap(({ key, optional }) =>
          block.rows.filter((row) => row.key === key).map((row) => ({ ...row, optional })),
        ),
      ],
    })),
  };
}

/**
 * For blocks of one unlabelled row, the columns that share an innermost heading; otherwise all columns. Where such a
 * heading is repeated under another one (公务用车购置及运行维护费 under 预算数 and 决算数), the outermost headings
 * divide the columns.
 */
function columnGroups(block: BlockTemplate): readonly (readonly ColumnTemplate[])[] {
  if (block.rows.length !== 1 || block.rows[0]!.label !== "") return [block.columns];
  const inner = grouped(block.columns, ({ group }) => group.at(-1) ?? "");
  const isShared = inner.some((columns) => new Set(columns.map(({ group }) => group.join("\n"))).size > 1);
  return isShared ? grouped(block.columns, ({ group }) => group[0] ?? "") : inner;
}

function grouped(
  columns: readonly ColumnTemplate[],
  headingOf: (column: ColumnTemplate) => string,
): readonly (readonly ColumnTemplate[])[] {
  const groups = new Map<string, ColumnTemplate[]>();
  for (const column of columns)
    groups.set(headingOf(column), [...(groups.get(headingOf(column)) ?? []), column]);
  return [...groups.values()];
}

/** The innermost heading that stands over all of the given columns; empty where there is none. */
export function headingOver(columns: readonly ColumnTemplate[]): string {
  const [first, ...others] = columns.map(({ group }) => group);
  return first?.findLast((name, at) => others.every((group) => group[at] === name)) ?? "";
}

/** The label of a row or a column, prepared once for all readings of its table. */
const ownLabel = prepared(({ label, aliases, basis }: RowTemplate | ColumnTemplate) =>
  knownLabel(label, aliases, basis === "recall" ? RECALLED : READ),
);

/**
 * The parts of a block by the keys of their columns. Readings that cut the block in the same way share its parts, and
 * with them the headers found for them.
 */
const partsOf = prepared<BlockTemplate, Map<string, KnownBlock>>(() => new Map());

function knownBlock(block: BlockTemplate, columns: readonly ColumnTemplate[]): KnownBlock {
  const parts = partsOf(block);
  const key = columns.map((column) => column.key).join("\t");
  const known = parts.get(key) ?? buildBlock(block, columns);
  parts.set(key, known);
  return known;
}

function buildBlock(block: BlockTemplate, columns: readonly ColumnTemplate[]): KnownBlock {
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
    words: wordsAround(block, columns),
    corner: new Set(block.corner.map(normalizeLabel)),
  };
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

function wordsAround(block: BlockTemplate, columns: readonly ColumnTemplate[]): readonly string[] {
  const words = [
    ...[block.caption ?? "", ...(block.captionAliases ?? []), ...block.corner],
    ...columns.flatMap((column) => [column.label, ...column.aliases, ...column.group]),
    ...block.rows.flatMap((row) => row.group),
  ].map((word) => withoutEnumerator(normalizeLabel(word)));
  return [...new Set(words)].filter((word) => word !== "").sort((a, b) => b.length - a.length);
}
