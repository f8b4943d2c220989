import type { FormBlock, TableBlock } from "../blocks.ts";
import { placeCells } from "../blocks.ts";
import { packXlsx } from "./package.ts";
import type { SheetParts } from "./package.ts";

export interface XlsxOptions {
  /** All on one sheet, or a sheet for each table with the words before it. */
  readonly sheets?: "one" | "each";
  /** Numbers as numbers with a format, or as text. */
  readonly numbers?: "number" | "text";
  readonly borders?: boolean;
  readonly strings?: "shared" | "inline";
  /** A hidden row and a hidden column of other numbers in every table, and a hidden sheet. */
  readonly unseen?: boolean;
}

/** A cell before it has a row: its text, its column, and how many columns and rows it takes. */
interface Written {
  readonly text: string;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly style: number;
}

interface WrittenRow {
  readonly cells: readonly Written[];
  readonly hidden?: boolean;
}

/** The column that is hidden, if one is. */
const hiddenColumn = 2;
const proseColumns = 10;

/** A report as a workbook. */
export function renderXlsx(blocks: readonly FormBlock[], options: XlsxOptions = {}): Uint8Array {
  const { sheets = "one", strings = "shared", unseen = false } = options;
  const shared: string[] = [];
  const indexes = new Map<string, number>();
  const share = (text: string): number => {
    let index = indexes.get(text);
    if (index === undefined) {
      indexes.set(text, (index = shared.length));
      shared.push(`<si>${textXml(text)}</si>`);
    }
    return index;
  };
  const parts = (sheets === "one" ? [blocks] : groups(blocks)).map((group, index): SheetParts => {
    const name = sheets === "one" ? "年度报告" : `Sheet${index + 1}`;
    return sheetOf(name, group, options, strings === "shared" ? share : null);
  });
  const noise: SheetParts = {
    name: "底稿",
    state: "hidden",
    rows: '<row r="1"><c r="A1"><v>7</v></c></row>',
  };
  const all = unseen ? [...parts, noise] : parts;
  const frame = ["left", "right", "top", "bottom"].map((side) => `<${side} style="thin"/>`).join("");
  return packXlsx({
    sheets: all,
    ...(strings === "shared" ? { strings: shared.join("") } : {}),
    styles:
      '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      `<borders count="2"><border><left/><right/><top/><bottom/></border><border>${frame}</border></borders>` +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="6">${[0, 1].flatMap((border) => [0, 3, 4].map((format) => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="${border}"/>`)).join("")}</cellXfs>`,
  });
}

/** Each table with what stands before it. */
function groups(blocks: readonly FormBlock[]): FormBlock[][] {
  const found: FormBlock[][] = [[]];
  for (const block of blocks) {
    found.at(-1)!.push(block);
    if (block.kind === "table") found.push([]);
  }
  return found.filter((group) => group.length > 0);
}

function sheetOf(
  name: string,
  blocks: readonly FormBlock[],
  { numbers = "number", borders = true, unseen = false }: XlsxOptions,
  share: ((text: string) => number) | null,
): SheetParts {
  const rows: WrittenRow[] = [];
  blocks.forEach((block, index) => {
    if (block.kind === "table") rows.push(...tableRows(block, borders, unseen));
    else rows.push({ cells: [{ text: block.text, column: 1, columns: proseColumns, rows: 1, style: 0 }] });
    if (block.kind === "table" && index < blocks.length - 1) rows.push({ cells: [] });
  });
  const merges: string[] = [];
  const written = rows.map(({ cells, hidden = false }, index) => {
    const row = index + 1;
    const inside = cells.flatMap(({ text, column, columns, rows: down, style }) => {
      const at = `${letter(column)}${row}`;
      if (columns * down > 1) merges.push(`${at}:${letter(column + columns - 1)}${row + down - 1}`);
      return cellXml(at, text, style, numbers, share);
    });
    return `<row r="${row}"${hidden ? ' hidden="1"' : ""}>${inside.join("")}</row>`;
  });
  const width = unseen ? `<col min="${hiddenColumn}" max="${hiddenColumn}" width="9" hidden="1"/>` : "";
  return {
    name,
    head: `<cols><col min="1" max="1" width="30" customWidth="1"/>${width}</cols>`,
    rows: written.join(""),
    tail:
      merges.length === 0
        ? ""
        : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`,
  };
}

function tableRows(table: TableBlock, borders: boolean, unseen: boolean): WrittenRow[] {
  const style = borders ? 3 : 0;
  /** Columns behind the hidden one stand one further right. */
  const shifted = (column: number): number =>
    unseen && column + 1 >= hiddenColumn ? column + 2 : column + 1;
  const rows = placeCells(table).map((row, at): WrittenRow => {
    const cells = row
      .filter((cell, column) => cell.column === column && cell.row === at)
      .map(({ text, column, colSpan, rowSpan }): Written => {
        const from = shifted(column);
        return {
          text,
          column: from,
          columns: shifted(column + colSpan - 1) - from + 1,
          rows: rowSpan,
          style,
        };
      });
    const crossed = row.some(
      (cell) => cell.column + 1 < hiddenColumn && cell.column + cell.colSpan >= hiddenColumn,
    );
    const noise: Written = { text: "7", column: hiddenColumn, columns: 1, rows: 1, style };
    return {
      cells: unseen && !crossed ? [...cells, noise].sort((one, other) => one.column - other.column) : cells,
    };
  });
  if (unseen)
    rows.push({ hidden: true, cells: rows.at(-1)!.cells.map((cell) => ({ ...cell, text: "7", rows: 1 })) });
  return rows;
}

function cellXml(
  at: string,
  text: string,
  style: number,
  numbers: XlsxOptions["numbers"],
  share: ((text: string) => number) | null,
): string {
  const plain = text.replaceAll(",", "");
  const format = numbers === "number" ? formatOf(text, Number(plain)) : null;
  if (format !== null) return `<c r="${at}" s="${style + format}"><v>${plain}</v></c>`;
  if (text === "") return `<c r="${at}" s="${style}"/>`;
  if (share !== null) return `<c r="${at}" s="${style}" t="s"><v>${share(text)}</v></c>`;
  return `<c r="${at}" s="${style}" t="inlineStr"><is>${textXml(text)}</is></c>`;
}

/** Which of General, #,##0 and #,##0.00 shows the number as the text has it. */
function formatOf(text: string, value: number): 0 | 1 | 2 | null {
  if (!/^(?:0|[1-9][\d,]*)(?:\.\d+)?$/.test(text)) return null;
  if (String(value) === text) return text.length <= 11 ? 0 : null;
  const grouped = (digits: number): string =>
    value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return grouped(0) === text ? 1 : grouped(2) === text ? 2 : null;
}

const letter = (column: number): string =>
  column > 26
    ? letter(Math.floor((column - 1) / 26)) + letter(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);

function textXml(text: string): string {
  const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return `<t xml:space="preserve">${escaped}</t>`;
}
