import type { WorkBook, WorkSheet } from "@e965/xlsx";
import type { Adapter, Limits, Reading, Source } from "../../model/index.ts";
import { openCompoundFile } from "../compound/index.ts";
import { Refusal, refusedReading, tooLarge } from "../refusal.ts";
import { cellText } from "../sheet/shown/cell-text.ts";
import type { Run, RunLook } from "../sheet/shown/cell-text.ts";
import { markConditions } from "../sheet/shown/conditions.ts";
import { markDependent } from "../sheet/formulas/depends.ts";
import type { SheetFormulas } from "../sheet/formulas/depends.ts";
import {
  clippedWidth,
  isCutOff,
  isUndecided,
  markDrawn,
  markNarrow,
  markUnreached,
  neededWidth,
  risenHeight,
} from "../sheet/marks.ts";
import type { DraftCell } from "../sheet/marks.ts";
import { markNotes } from "../sheet/notes.ts";
import { shownNumber, shownText } from "../sheet/shown/number-format.ts";
import type { Range, Sheet, SheetTally } from "../sheet/sheet.ts";
import { sheetsReading } from "../sheet/tokens.ts";
import { workbookStreamOf, xlsFormat } from "./format.ts";
import { withoutFormulas } from "./formulas.ts";
import type { BookLooks, XlsLook } from "./looks.ts";
import { sheetLooks } from "./sheet-looks.ts";
import type { SheetLooks } from "./sheet-looks.ts";
import type { FontRun } from "./strings.ts";
import { readLooks } from "./workbook.ts";
import { markZeroSums } from "./zero-sums.ts";

type LibraryCell = NonNullable<NonNullable<WorkSheet["!data"]>[number]>[number];

/** Excel 97 to 2003 and WPS workbooks (MS-XLS), read with an optional library. */
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
  const stream = file.stream(workbookStreamOf(names) ?? "") ?? new Uint8Array();
  const looks = readLooks(stream, limits);
  const library = await import("@e965/xlsx").catch(() => {
    throw new Refusal("unsupported", { format: "xls" });
  });
  const book = ((): WorkBook => {
    try {
      return library.read(withoutFormulas(stream), {
        type: "array",
        dense: true,
        cellStyles: true,
        cellHTML: false,
        cellFormula: false,
      });
    } catch {
      // On a file it cannot follow, the library throws plain errors with many different messages.
      throw new Refusal("damaged", { part: "Workbook", reason: "structure" });
    }
  })();
  const tally: SheetTally = { hidden: 0, pictures: 0, floating: 0 };
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  const formulas: SheetFormulas[] = [];
  const sheets = book.SheetNames.flatMap((name, index): Sheet[] => {
    const sheet = book.Sheets[name];
    const look = looks.sheets.get(index) ?? sheetLooks(looks.book);
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    tally.hidden += Number(isHidden);
    if (isHidden || sheet === undefined) {
      formulas.push(formulasOf(index, look, []));
      return [];
    }
    for (const { kind } of look.drawn) tally.pictures += Number(kind === "picture");
    tally.floating += look.floating();
    return [sheetOf({ name, index, sheet, is1904, look, book: looks.book, formulas })];
  });
  markDependent(formulas, looks.book.references.names);
  return sheetsReading(sheets, tally, limits);
}

interface LibrarySheet {
  readonly name: string;
  /** Counts from 0. */
  readonly index: number;
  readonly sheet: WorkSheet;
  readonly is1904: boolean;
  readonly look: SheetLooks;
  readonly book: BookLooks;
  readonly formulas: SheetFormulas[];
}

/** `wrong` are cells whose stored results are not those of their formulas. */
function formulasOf(
  index: number,
  { formulas }: SheetLooks,
  cells: readonly DraftCell[],
  wrong: readonly DraftCell[] = [],
): SheetFormulas {
  const changing = [...formulas.changing(), ...wrong];
  return { key: String(index), cells, formulas: formulas.steady(), changing };
}

function sheetOf(from: LibrarySheet): Sheet {
  const { name, index, sheet, look } = from;
  const cells: DraftCell[] = [];
  const across: Range[] = [];
  (sheet["!data"] ?? []).forEach((row, top) =>
    row?.forEach((cell, left) => {
      const found = cell === undefined ? null : cellOf(cell, from, top, left);
      if (found === null || (found.text === "" && found.doubt === undefined)) return;
      cells.push(found);
      let right = left;
      if (look.look(top, left).isAcross) while (look.isBlankAcross(top, right + 1)) right++;
      if (right > left) across.push({ top: top + 1, left: left + 1, bottom: top + 1, right: right + 1 });
    }),
  );
  const lastRow = cells.reduce((last, { row }) => Math.max(last, row), 0);
  for (const { row, column } of look.frames())
    if (row <= lastRow) cells.push({ row, column, text: "", framed: true, needed: 0 });
  const stated = (sheet["!merges"] ?? []).map(({ s, e }) => ({
    top: s.r + 1,
    left: s.c + 1,
    bottom: e.r + 1,
    right: e.c + 1,
  }));
  const merges: readonly Range[] = [...stated, ...across];
  markNarrow(cells, merges, look.width);
  from.formulas.push(formulasOf(index, look, cells, markZeroSums(cells, look.formulas)));
  markConditions(cells, look.conditions);
  markUnreached(cells, look.reached());
  markDrawn(cells, look.drawn);
  markNotes(cells, look.notes());
  const [rows, columns] = [sheet["!rows"] ?? [], sheet["!cols"] ?? []];
  return {
    name,
    ordinal: index + 1,
    cells,
    merges,
    isHiddenRow: (row) => rows[row - 1]?.hidden === true || look.isLow(row),
    isHiddenColumn: (column) => columns[column - 1]?.hidden === true || look.isNarrow(column),
  };
}

function cellOf(
  cell: LibraryCell,
  { look, book, is1904 }: LibrarySheet,
  top: number,
  left: number,
): DraftCell {
  const { v: value, t: type } = cell;
  const style = look.look(top, left);
  const { pattern, ground, framed } = style;
  const [row, column] = [top + 1, left + 1];
  const isNumber = type === "n" && typeof value === "number";
  if (value === 0 && isNumber && !look.showsZeros())
    return { row, column, framed, text: "", doubt: "unseen-text", needed: 0 };
  const shown = isNumber
    ? shownNumber(value, pattern, is1904)
    : type === "s"
      ? shownText(String(value ?? "").replace(/\r\n?/g, "\n"), pattern)
      : { text: cell.w ?? String(value ?? "") };
  const own = shown.colour === undefined ? style.look : { ...style.look, colour: shown.colour };
  const runs = type === "s" ? look.runs(top, left) : undefined;
  const seen = cellText(
    runs === undefined ? [{ text: shown.text, look: own }] : parted(shown.text, own, runs, book),
    ground,
  );
  const fitting = { size: own.size, shrinks: style.shrinks, indent: style.indent };
  return {
    row,
    column,
    framed,
    text: seen.text,
    doubt:
      shown.doubt ??
      seen.doubt ??
      (look.isTwice(top, left) ? "alternate-content" : undefined) ??
      (look.formulas.isWorkedOutAnew(top, left) ||
      ((isNumber || seen.text === "") && look.formulas.isUnworked(top, left)) ||
      ((look.showsFormulas() || book.recalculates()) && look.formulas.isFormula(top, left))
        ? "formula"
        : undefined) ??
      (/\d/.test(seen.text) ? unsure(seen.text, { ...style, look: own }, look, top, left) : undefined),
    needed: neededWidth(seen.text, isNumber, fitting, book.baseSize()),
    clipped: clippedWidth(seen.text, style, own.size / book.baseSize()),
    standsAt: style.standsAt,
    stored: isNumber ? value : undefined,
    colour: own.colour,
    ground,
  };
}

/** Why a person may not see the digits as the cell stores them. */
function unsure(
  text: string,
  { look: own, ground, repeats, isCrossed, turn }: XlsLook,
  look: SheetLooks,
  top: number,
  left: number,
): string | undefined {
  if (isUndecided(own.colour, ground)) return "faint-text";
  if (repeats) return "number-format";
  if (isCrossed) return "struck-text";
  if (isCutOff(own.size, look.height(top + 1), look.isFixed(top + 1) ? text : "", risenHeight(text, turn)))
    return "too-small";
  return look.isMixed(top, left) ? "mixed-look" : undefined;
}

/** A text cut wherever its font changes; the stretch before the first change has the cell's own look. */
function parted(text: string, own: RunLook, runs: readonly FontRun[], book: BookLooks): readonly Run[] {
  const cuts = [
    { start: 0, look: own },
    ...runs.map(({ start, font }) => ({ start, look: book.font(font) })),
  ];
  return cuts
    .map(({ start, look }, index) => ({ text: text.slice(start, cuts[index + 1]?.start), look }))
    .filter((run) => run.text !== "");
}
