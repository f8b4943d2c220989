import {
  renderDoc,
  renderDocx,
  renderExcel2003,
  renderHtml,
  renderMhtml,
  renderOds,
  renderOdt,
  renderOfd,
  renderRtf,
  renderXls,
  renderXlsx,
} from "./factory/index.ts";
import type { FormBlock } from "./factory/index.ts";
import fc from "./fast-check.ts";
import { tile } from "./tiling.ts";
import type { Region } from "./tiling.ts";
import { flatPackageOf, word2003Of } from "./word-xml.ts";

export interface AnyCell extends Region {
  readonly text: string;
}

export interface AnyTable {
  readonly height: number;
  readonly width: number;
  /** In order of rows, then columns. */
  readonly cells: readonly AnyCell[];
}

/** How each format that keeps merged cells is written, by the id of its adapter. */
export const written: Readonly<Record<string, (blocks: readonly FormBlock[]) => Uint8Array>> = {
  doc: renderDoc,
  docx: renderDocx,
  "excel-2003-xml": renderExcel2003,
  "flat-opc": (blocks) => flatPackageOf(renderDocx(blocks)),
  fods: (blocks) => renderOds(blocks, { flat: true }),
  fodt: (blocks) => renderOdt(blocks, { flat: true }),
  html: renderHtml,
  mhtml: renderMhtml,
  ods: renderOds,
  odt: renderOdt,
  ofd: renderOfd,
  rtf: renderRtf,
  "word-2003-xml": (blocks) => word2003Of(renderDocx(blocks)),
  xls: renderXls,
  xlsx: renderXlsx,
};

const number = fc.oneof(
  fc.nat({ max: 99_999 }).map(String),
  fc.nat({ max: 999 }).map((value) => `-${value + 1}`),
  fc.tuple(fc.nat({ max: 999 }), fc.integer({ min: 1, max: 9 })).map(([whole, tenth]) => `${whole}.${tenth}`),
);
const values = (value: fc.Arbitrary<string>): fc.Arbitrary<string[]> =>
  fc.array(value, { minLength: 3, maxLength: 25 });
const size = fc.integer({ min: 1, max: 5 });
const dice = fc.array(fc.nat(20), { minLength: 5, maxLength: 30 });

/** Numbers, marks and blanks in merged cells, below one heading for each column and beside one label for each row. */
export const anyTable: fc.Arbitrary<AnyTable> = fc
  .tuple(size, size, dice, values(fc.oneof(number, fc.constantFrom("", "/", "—"))))
  .map(([height, width, rolls, texts]) => tableOf(height, width, rolls, texts));

/** Numbers in cells that are not merged. */
export const anyNumbers: fc.Arbitrary<AnyTable> = fc
  .tuple(size, size, values(number))
  .map(([height, width, texts]) => tableOf(height, width + 1, [0], texts));

function tableOf(
  height: number,
  width: number,
  rolls: readonly number[],
  texts: readonly string[],
): AnyTable {
  const single = { rowSpan: 1, colSpan: 1 };
  const headings = Array.from({ length: width + 1 }, (_, at) => `列${at}`);
  const labels = Array.from({ length: height }, (_, at) => `行${at}`);
  const cells = [
    ...headings.map((text, at) => ({ ...single, row: 1, column: at + 1, text })),
    ...labels.map((text, at) => ({ ...single, row: at + 2, column: 1, text })),
    ...tile(height, width, rolls).map(({ row, column, rowSpan, colSpan }, at) => {
      const text = texts[at % texts.length]!;
      // A workbook does not say that cells are merged where they are blank and end a table.
      const shown = text === "" && rowSpan * colSpan > 1 ? "/" : text;
      return { row: row + 1, column: column + 1, rowSpan, colSpan, text: shown };
    }),
  ];
  return {
    height: height + 1,
    width: width + 1,
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
  };
}

/** The table below a line of text, as the factory writes it. */
export function blocksOf({ height, width, cells }: AnyTable): readonly FormBlock[] {
  const rows = Array.from({ length: height }, (_, at) =>
    cells
      .filter(({ row }) => row === at + 1)
      .map(
        (cell) =>
          ({ ...cell, role: cell.row === 1 ? "header" : cell.column === 1 ? "label" : "value" }) as const,
      ),
  );
  return [
    { kind: "paragraph", text: "统计表如下。" },
    { kind: "table", id: "any", width, headerRows: 1, widths: [], rows },
  ];
}
