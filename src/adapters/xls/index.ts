import type { WorkBook, WorkSheet } from "@e965/xlsx";
import type { Adapter, Limits, Reading, Source } from "../../model/index.ts";
import { openCompoundFile } from "../compound/index.ts";
import { Refusal, refusedReading, tooLarge } from "../refusal.ts";
import { cellText } from "../sheet/cell-text.ts";
import { shownNumber, shownText } from "../sheet/number-format.ts";
import type { Sheet, SheetCell, SheetTally } from "../sheet/sheet.ts";
import { sheetsReading } from "../sheet/tokens.ts";
import { streamOf, xlsFormat } from "./format.ts";
import { readRecords } from "./records.ts";
import type { SheetLook } from "./records.ts";

/** Excel 97 to 2003 and WPS workbooks (MS-XLS), by a library that need not be installed. */
export const xls: Adapter = {
  ...xlsFormat,
  read: async (source, limits) => {
    try {
      return await readSpreadsheet(source, limits);
    } catch (error) {
      if (error instanceof Refusal) return refusedReading(error);
      throw error;
    }
  },
};

async function readSpreadsheet({ bytes }: Source, limits: Limits): Promise<Reading> {
  if (bytes.length > limits.maximumBytes) throw tooLarge("file", bytes.length, limits.maximumBytes);
  const file = openCompoundFile(bytes, limits);
  const names = file.names.map((name) => name.toLowerCase());
  if (names.some((name) => name.endsWith("drmcontent"))) throw new Refusal("encrypted", { format: "xls" });
  const stream = file.stream(streamOf(names) ?? "") ?? new Uint8Array();
  const looks = readRecords(stream, limits);
  const library = await import("@e965/xlsx").catch(() => {
    throw new Refusal("unsupported", { format: "xls" });
  });
  const book = ((): WorkBook => {
    try {
      return library.read(stream, {
        type: "array",
        dense: true,
        cellNF: true,
        cellStyles: true,
        cellHTML: false,
      });
    } catch {
      // It throws plain errors of many wordings on what it cannot follow.
      throw new Refusal("damaged", { part: "Workbook", reason: "structure" });
    }
  })();
  const tally: SheetTally = { hidden: 0, pictures: 0, floating: 0 };
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.flatMap((name, index): Sheet[] => {
    const sheet = book.Sheets[name];
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    tally.hidden += Number(isHidden);
    return isHidden || sheet === undefined ? [] : [sheetOf(name, index, sheet, looks.get(index), is1904)];
  });
  return sheetsReading(sheets, tally, limits);
}

function sheetOf(
  name: string,
  index: number,
  sheet: WorkSheet,
  look: SheetLook | undefined,
  is1904: boolean,
): Sheet {
  const cells: SheetCell[] = [];
  (sheet["!data"] ?? []).forEach((row, top) =>
    row?.forEach((cell, left) => {
      const found = cell === undefined ? null : cellOf(cell, look, top, left, is1904);
      if (found !== null && (found.text !== "" || found.doubt !== undefined)) cells.push(found);
    }),
  );
  const merges = (sheet["!merges"] ?? []).map(({ s, e }) => ({
    top: s.r + 1,
    left: s.c + 1,
    bottom: e.r + 1,
    right: e.c + 1,
  }));
  const [rows, columns] = [sheet["!rows"] ?? [], sheet["!cols"] ?? []];
  return {
    name,
    ordinal: index + 1,
    cells,
    merges,
    isHiddenRow: (row) => rows[row - 1]?.hidden === true,
    isHiddenColumn: (column) => columns[column - 1]?.hidden === true,
  };
}

function cellOf(
  cell: NonNullable<NonNullable<WorkSheet["!data"]>[number]>[number],
  sheet: SheetLook | undefined,
  top: number,
  left: number,
  is1904: boolean,
): SheetCell {
  const pattern = typeof cell.z === "string" ? cell.z : "General";
  const { v: value } = cell;
  const place = { row: top + 1, column: left + 1, framed: false };
  if (value === 0 && cell.t === "n" && sheet?.showsZeros === false)
    return { ...place, text: "", doubt: "unseen-text" };
  const shown =
    cell.t === "n" && typeof value === "number"
      ? shownNumber(value, pattern, is1904)
      : cell.t === "s"
        ? shownText(String(value ?? "").replace(/\r\n?/g, "\n"), pattern)
        : { text: cell.w ?? String(value ?? "") };
  const look = sheet?.look(top, left);
  const seen = look === undefined ? shown : cellText([{ text: shown.text, look: look.look }], look.ground);
  const formula = cell.f !== undefined && sheet?.showsFormulas === true ? "formula" : undefined;
  return { ...place, text: seen.text, doubt: shown.doubt ?? seen.doubt ?? formula };
}
