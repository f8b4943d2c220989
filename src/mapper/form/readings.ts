import { isOpenListRow } from "../../arithmetic/open-rows.ts";
import type { BlockTemplate, ColumnTemplate, TableTemplate } from "../../model/index.ts";

/**
 * The table with all its columns, and without each set of its optional columns, because a column that is not printed is
 * not a blank one.
 */
export function withoutOptional(table: TableTemplate): readonly TableTemplate[] {
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

/** If there are more optional columns than this, the table is tried only with all of them and with none. */
const MAXIMUM_OPTIONAL = 4;

/** The table with the rows of one edition, in its order. */
export function editionOf(table: TableTemplate, edition: readonly string[]): TableTemplate {
  const wanted = edition.map((key) => ({ key: key.replace(/\?$/u, ""), optional: key.endsWith("?") }));
  return {
    ...table,
    blocks: table.blocks.map((block) => ({
      ...block,
      rows: [
        ...block.rows.filter((row) => isOpenListRow(block, row)),
        ...wanted.flatMap(({ key, optional }) =>
          block.rows
            .filter((row) => row.key === key)
            .map((row) => ((row.optional ?? false) === optional ? row : { ...row, optional })),
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
export function columnGroups(block: BlockTemplate): readonly (readonly ColumnTemplate[])[] {
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
