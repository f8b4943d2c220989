import type { FormCell, FormRow, TableId } from "./forms.ts";
import { tableIds } from "./forms.ts";
import type { AnnexTruth } from "./annex/draw.ts";
import type { ReportTruth } from "./truth.ts";

/** A report without a format. Level 0 is the title, 1 a section, 2 a sub-heading. */
export type FormBlock = HeadingBlock | ParagraphBlock | TableBlock;
export interface HeadingBlock {
  readonly kind: "heading";
  readonly level: 0 | 1 | 2;
  readonly text: string;
}
export interface ParagraphBlock {
  readonly kind: "paragraph";
  readonly text: string;
  readonly align?: "right";
}
export interface TableBlock {
  readonly kind: "table";
  readonly id: string;
  readonly width: number;
  readonly headerRows: number;
  /** Shares of the page that its first columns take, where they are not the usual ones. */
  readonly widths?: readonly number[];
  readonly rows: readonly FormRow[];
}

export function layOut(
  truth: (ReportTruth & { readonly blocks?: readonly FormBlock[] }) | AnnexTruth,
): readonly FormBlock[] {
  if (truth.blocks) return truth.blocks;
  if (!("tables" in truth)) throw new TypeError("a report without blocks has tables");
  const title = truth.titleLines.map((text) => ({ kind: "heading", level: 0, text }) as const);
  const paragraph = (text: string): FormBlock => ({ kind: "paragraph", text });
  const sections = truth.sections.flatMap(({ number, title: text, paragraphs, headings }): FormBlock[] => [
    { kind: "heading", level: 1, text },
    ...paragraphs.map((line, index): FormBlock =>
      headings.includes(index) ? { kind: "heading", level: 2, text: line } : paragraph(line),
    ),
    ...(number >= 2 && number <= 4
      ? [tableBlock(tableIds[number - 2]!, truth.tables[tableIds[number - 2]!])]
      : []),
  ]);
  const signature = truth.signature.map((text) => ({ kind: "paragraph", text, align: "right" }) as const);
  return [...title, ...truth.preamble.map(paragraph), ...sections, ...signature];
}

const headerRows: Readonly<Record<TableId, number>> = {
  proactiveDisclosure: 1,
  applications: 3,
  reviewAndLitigation: 3,
};

function tableBlock(id: TableId, rows: readonly FormRow[]): TableBlock {
  const width = rows[0]!.reduce((sum, cell) => sum + cell.colSpan, 0);
  return { kind: "table", id, width, headerRows: headerRows[id], rows };
}

/** A cell at its place on the rectangle; rows and columns count from 0. */
export interface PlacedCell extends FormCell {
  readonly row: number;
  readonly column: number;
}

/** The rectangle of a table: every position holds the cell that covers it. Throws RangeError where cells do not tile it. */
export function placeCells(table: Pick<TableBlock, "rows" | "width">): PlacedCell[][] {
  const grid: (PlacedCell | undefined)[][] = table.rows.map(() =>
    new Array<PlacedCell | undefined>(table.width).fill(undefined),
  );
  table.rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]![column]) column += 1;
      const placed = { ...cell, row, column };
      for (let down = 0; down < cell.rowSpan; down += 1) {
        for (let right = 0; right < cell.colSpan; right += 1) {
          if (column + right >= table.width || !grid[row + down] || grid[row + down]![column + right]) {
            throw new RangeError(`cell ${JSON.stringify(cell.text)} of row ${row + 1} does not fit`);
          }
          grid[row + down]![column + right] = placed;
        }
      }
    }
  });
  grid.forEach((row, index) => {
    if (row.includes(undefined)) throw new RangeError(`row ${index + 1} has a hole`);
  });
  return grid as PlacedCell[][];
}
