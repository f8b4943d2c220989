import { isOpenListRow } from "../../arithmetic/open-rows.ts";
import { codeColumn } from "../../arithmetic/paths.ts";
import type { BlockTemplate, ColumnTemplate, RowTemplate, TableTemplate } from "../../model/index.ts";

/** A cell of a form as laid out on a sheet. `row` and `column` count from 0. */
export interface FormSheetCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly content:
    { readonly label: string } | { readonly row: RowTemplate; readonly column: ColumnTemplate };
}

/**
 * A table of the form as the statute prints it, with captions, merged headers and merged row groups; its cells tile a
 * rectangle.
 */
export interface FormSheet {
  readonly height: number;
  readonly width: number;
  /** How many columns at the left hold row labels, including the codes of a list's rows. */
  readonly labelColumns: number;
  /** Rows that head the whole table; 0 where each of its blocks has its own. */
  readonly headerRows: number;
  readonly cells: readonly FormSheetCell[];
}

export function formSheet({ blocks }: TableTemplate): FormSheet {
  const codeColumns = blocks.some(hasCodes) ? 1 : 0;
  const labelColumns = Math.max(
    1 + codeColumns,
    ...blocks.flatMap(({ rows }) => rows.map(({ group }) => group.length + 1 + codeColumns)),
  );
  const valueColumns = Math.max(...blocks.map(({ columns }) => columns.length));
  const cells: FormSheetCell[] = [];
  let height = 0;
  let headerRows = 0;
  for (const block of blocks) {
    const { cells: own, height: ownHeight } = blockCells(block, { codeColumns, labelColumns, valueColumns });
    cells.push(...own.map((cell) => ({ ...cell, row: cell.row + height })));
    height += ownHeight;
    headerRows = blocks.length === 1 ? ownHeight - block.rows.length : 0;
  }
  return { height, width: labelColumns + valueColumns, labelColumns, headerRows, cells };
}

/** Whether a block prints codes left of the names of its list. */
function hasCodes(block: BlockTemplate): boolean {
  return block.open?.code !== undefined && block.rows.some((row) => isOpenListRow(block, row));
}

interface Widths {
  readonly codeColumns: number;
  readonly labelColumns: number;
  readonly valueColumns: number;
}

function blockCells(
  block: BlockTemplate,
  { codeColumns, labelColumns, valueColumns }: Widths,
): { cells: FormSheetCell[]; height: number } {
  const width = labelColumns + valueColumns;
  const cells: FormSheetCell[] = [];
  let top = 0;
  const label = (row: number, column: number, rowSpan: number, columnSpan: number, text: string): void =>
    void cells.push({ row, column, rowSpan, columnSpan, content: { label: text } });
  if (block.caption !== undefined) label(top++, 0, 1, width, block.caption);
  const levels = Math.max(...block.columns.map(({ group }) => group.length)) + 1;
  const coded = hasCodes(block) ? codeColumns : 0;
  if (coded > 0) label(top, 0, levels, coded, codeColumn(block).label);
  label(top, coded, levels, labelColumns - coded, block.corner[0] ?? "");
  // The last column of a narrow block reaches to the right edge, as on the form.
  const reach = (last: number): number => (last === block.columns.length - 1 ? valueColumns - last : 1);
  for (const { level, from, to, text } of runs(block.columns))
    label(top + level, labelColumns + from, 1, to - from + reach(to), text);
  block.columns.forEach((column, at) =>
    label(
      top + column.group.length,
      labelColumns + at,
      levels - column.group.length,
      reach(at),
      column.label,
    ),
  );
  top += levels;
  for (const { level, from, to, text } of runs(block.rows))
    label(top + from, codeColumns + level, to - from + 1, 1, text);
  block.rows.forEach((row, at) => {
    const isCoded = coded > 0 && isOpenListRow(block, row);
    const code = { row, column: codeColumn(block) };
    if (isCoded) cells.push({ row: top + at, column: 0, rowSpan: 1, columnSpan: codeColumns, content: code });
    else if (codeColumns > 0 && row.group.length > 0) label(top + at, 0, 1, codeColumns, "");
    const start = isCoded || row.group.length > 0 ? codeColumns + row.group.length : 0;
    label(top + at, start, 1, labelColumns - start, row.enumerator + row.label);
    block.columns.forEach((column, index) =>
      cells.push({
        row: top + at,
        column: labelColumns + index,
        rowSpan: 1,
        columnSpan: reach(index),
        content: { row, column },
      }),
    );
  });
  return { cells, height: top + block.rows.length };
}

/** Neighbours that share a group, level by level. */
function runs(
  items: readonly { readonly group: readonly string[] }[],
): { level: number; from: number; to: number; text: string }[] {
  const found: { level: number; from: number; to: number; text: string }[] = [];
  const path = (at: number, level: number): string => (items[at]?.group ?? []).slice(0, level + 1).join("\n");
  items.forEach(({ group }, at) =>
    group.forEach((text, level) => {
      if (at > 0 && (items[at - 1]?.group.length ?? 0) > level && path(at - 1, level) === path(at, level))
        return;
      let to = at;
      while ((items[to + 1]?.group.length ?? 0) > level && path(to + 1, level) === path(at, level)) to += 1;
      found.push({ level, from: at, to, text });
    }),
  );
  return found;
}
