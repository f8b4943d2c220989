import { cellKey } from "../../../../src/arithmetic/paths.ts";
import type { TableTemplate, Template } from "../../../../src/model/index.ts";
import { formSheet } from "../../../../src/writers/layout/form-sheet.ts";
import type { FormBlock, TableBlock } from "../blocks.ts";
import type { FormCell, FormRow } from "../forms.ts";

/** What stands in each cell of a table, by dotted path. */
export type Texts = ReadonlyMap<string, { readonly text: string }>;

/** A table under its chapter; where the form has no chapters and several tables, under its title. */
export function tableBlocks(
  { sections, tables }: Template,
  table: TableTemplate,
  cells: Texts,
): readonly FormBlock[] {
  const section = sections.find(({ number: ordinal }) => ordinal === table.section);
  const ordinal = "一二三四五六七八九"[(table.section ?? 1) - 1]!;
  const heading = section ? `${ordinal}、${section.title}` : tables.length > 1 ? table.title : null;
  return [
    ...(heading === null ? [] : [{ kind: "heading", level: 1, text: heading } as const]),
    isHalved(table) ? sideBySide(table, cells) : sheetOf(table, cells),
  ];
}

/** Two blocks of labelled rows stand beside each other. */
export function isHalved({ blocks }: TableTemplate): boolean {
  return blocks.length === 2 && blocks.every(({ rows }) => rows.every(({ label }) => label !== ""));
}

const cell = (role: FormCell["role"], text: string): FormCell => ({ role, text, rowSpan: 1, colSpan: 1 });

/** Two blocks as the two halves of one table, income left of expenditure, each with the numbers of its rows. */
function sideBySide(table: TableTemplate, texts: Texts): TableBlock {
  const halves = table.blocks.map((block, half): readonly FormRow[] => [
    ["项目", "行次", ...block.columns.map(({ label }) => label)].map((text) => cell("header", text)),
    ...block.rows.map((row, index) => [
      cell("label", row.enumerator + row.label),
      cell("label", String(half * block.rows.length + index + 1)),
      ...block.columns.map((column) => cell("value", texts.get(cellKey(table, row.key, column.key))!.text)),
    ]),
  ]);
  const rows = halves[0]!.map((own, index): FormRow => [...own, ...halves[1]![index]!]);
  return { kind: "table", id: table.id, width: rows[0]!.length, headerRows: 1, rows };
}

/** An office need not print the codes of a list's rows, and those drawn here do not. */
function withoutCodes(table: TableTemplate): TableTemplate {
  const blocks = table.blocks.map(({ open, ...block }) =>
    open ? { ...block, open: { key: open.key, label: open.label } } : block,
  );
  return { ...table, blocks };
}

/** The table as the statute prints it; a form of labels and values alone has no headings. */
function sheetOf(table: TableTemplate, drawn: Texts): TableBlock {
  const { cells, width, height, labelColumns } = formSheet(withoutCodes(table));
  const bare = table.blocks.every(({ columns }) => columns.every(({ label }) => label === ""));
  const unlabelled = table.blocks.every(({ rows }) => rows.every(({ label }) => label === ""));
  const skipped = unlabelled ? labelColumns : 0;
  const rows: FormCell[][] = Array.from({ length: height }, () => []);
  const ordered = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const { row, column, rowSpan, columnSpan, content } of ordered) {
    if (unlabelled && column + columnSpan <= labelColumns) continue;
    const colSpan = columnSpan - Math.max(0, skipped - column);
    const made = (role: FormCell["role"], text: string): FormCell => ({ role, text, rowSpan, colSpan });
    if ("label" in content)
      rows[row]!.push(made(column < labelColumns && !unlabelled ? "label" : "header", content.label));
    else rows[row]!.push(made("value", drawn.get(cellKey(table, content.row.key, content.column.key))!.text));
  }
  const headed = rows.filter((cells) => !(bare && cells.every(({ text }) => text === "")));
  const headerRows = headed.findIndex((cells) => cells.some(({ role }) => role === "value"));
  return {
    kind: "table",
    id: table.id,
    width: width - skipped,
    headerRows,
    rows: headed as readonly FormRow[],
  };
}
