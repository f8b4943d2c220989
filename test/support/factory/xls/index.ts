import { utils, write } from "@e965/xlsx";
import type { WorkBook, WorkSheet } from "@e965/xlsx";
import { placeCells } from "../blocks.ts";
import type { FormBlock } from "../blocks.ts";

export interface XlsOptions {
  /** All on one sheet, or a sheet for each table with the words before it. */
  readonly sheets?: "one" | "each";
  /** Numbers as numbers, or as text. */
  readonly numbers?: "number" | "text";
}

/** A report as a workbook of Excel 97, by a library that writes cells, formats and merges, and no looks. */
export function renderXls(
  blocks: readonly FormBlock[],
  { sheets = "one", numbers = "number" }: XlsOptions = {},
): Uint8Array {
  const book = utils.book_new();
  const groups = sheets === "one" ? [blocks] : byTable(blocks);
  groups.forEach((group, index) => {
    const name = sheets === "one" ? "年度报告" : `Sheet${index + 1}`;
    utils.book_append_sheet(book, sheetOf(group, numbers === "number"), name);
  });
  forgetFormats();
  return new Uint8Array(write(book, { type: "array", bookType: "biff8" }) as ArrayBuffer);
}

/**
 * The library keeps the number formats of the workbook that it read last, and would write them into the next one.
 * Writing a workbook that states its formats, here none, makes it begin anew.
 */
function forgetFormats(): void {
  const empty: WorkBook & { readonly SSF: object } = { SheetNames: ["0"], Sheets: { 0: {} }, SSF: {} };
  write(empty, { type: "array", bookType: "biff8" });
}

/** Each table with what stands before it. */
function byTable(blocks: readonly FormBlock[]): FormBlock[][] {
  const found: FormBlock[][] = [[]];
  for (const block of blocks) {
    found.at(-1)!.push(block);
    if (block.kind === "table") found.push([]);
  }
  return found.filter((group) => group.length > 0);
}

function sheetOf(blocks: readonly FormBlock[], asNumbers: boolean): WorkSheet {
  const sheet: WorkSheet = {};
  const merges: NonNullable<WorkSheet["!merges"]> = [];
  let [height, width] = [0, 1];
  const put = (row: number, column: number, text: string): void => {
    width = Math.max(width, column + 1);
    if (text === "") return;
    // General shows eleven characters: a number with more is text, as whoever wants all of it seen makes it.
    const number = asNumbers && text.length <= 11 && /^(?:0|[1-9]\d{0,9})(?:\.\d*[1-9])?$/.test(text);
    sheet[utils.encode_cell({ r: row, c: column })] = number
      ? { t: "n", v: Number(text) }
      : { t: "s", v: text };
  };
  for (const block of blocks) {
    if (block.kind !== "table") {
      put(height++, 0, block.text);
      continue;
    }
    const top = height;
    placeCells(block).forEach((row, at) => {
      row.forEach((cell, column) => {
        if (cell.column !== column || cell.row !== at) return;
        put(top + at, column, cell.text);
        const [bottom, right] = [top + at + cell.rowSpan - 1, column + cell.colSpan - 1];
        if (cell.rowSpan * cell.colSpan > 1)
          merges.push({ s: { r: top + at, c: column }, e: { r: bottom, c: right } });
      });
    });
    height += block.rows.length + 1;
  }
  sheet["!merges"] = merges;
  sheet["!ref"] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: height, c: width } });
  return sheet;
}
