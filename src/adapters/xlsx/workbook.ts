import type { Limits } from "../../model/index.ts";
import { Refusal, tooLarge } from "../refusal.ts";
import { isFilled } from "../../printed/numbers.ts";
import { readContentTypes, readPart, readRelationships } from "../docx/package.ts";
import type { Relationship } from "../docx/package.ts";
import type { XmlHandler } from "../package/xml.ts";
import type { Archive } from "../package/zip.ts";
import { definedNames } from "../sheet/defined-names.ts";
import type { DefinedNames } from "../sheet/defined-names.ts";
import { markDependent } from "../sheet/depends.ts";
import type { SheetFormulas } from "../sheet/depends.ts";
import { sheetKey } from "../sheet/formula-references.ts";
import { markConditions } from "../sheet/conditions.ts";
import { markDrawn, markNarrow, markUnreached } from "../sheet/marks.ts";
import { markNotes } from "../sheet/notes.ts";
import type { SheetNote } from "../sheet/notes.ts";
import type { Sheet, SheetTally } from "../sheet/sheet.ts";
import { newPalette, themeReader } from "./colours.ts";
import { drawingReader, sizesOf } from "./drawings.ts";
import type { Drawn, SheetSizes } from "./drawings.ts";
import { legacyDrawn, longestDrawing } from "./legacy-drawings.ts";
import { notesReader } from "./notes.ts";
import { sharedStringsReader } from "./strings.ts";
import { isSwitchedOn } from "./font.ts";
import { workbookStylesReader } from "./styles.ts";
import { markTables, tableReader } from "./tables.ts";
import type { SheetTable } from "./tables.ts";
import { hiddenFormulas } from "./hidden-formulas.ts";
import { worksheetReader } from "./worksheet.ts";
import type { WorksheetSurroundings, Worksheet } from "./worksheet.ts";

/** At most so many tables of a sheet have their styles looked at. */
const mostTables = 100;

/** At most so many characters of a name's formula are kept: Excel allows no more (ISO 29500-1 18.17). */
const longestFormula = 8192;

/** A sheet as the workbook lists it; each counts as one page against the limit of pages. */
interface ListedSheet {
  readonly name: string;
  readonly id: string;
  readonly isHidden: boolean;
}

/** Reads the visible sheets, in the order of their tabs. Throws a Refusal. */
export function readWorkbook(
  archive: Archive,
  limits: Limits,
): { readonly sheets: readonly Sheet[]; readonly tally: SheetTally } {
  const main = mainPart(archive, limits);
  const relationships = readRelationships(archive, main, limits);
  const tally: SheetTally = { hidden: 0, pictures: 0, floating: 0, missing: [] };
  const palette = newPalette();
  const { handler: bookHandler, book, listed, names } = bookReader();
  readPart(archive, main, bookHandler, limits);
  const readIf = (type: string, handler: XmlHandler): void => {
    const target = relationships.find((one) => one.type === type)?.target;
    const part = target === undefined ? null : archive.find(target);
    if (target !== undefined && part === null) tally.missing?.push(target);
    if (part !== null) readPart(archive, part, handler, limits);
  };
  readIf("theme", themeReader(palette));
  let { handler: stylesHandler, styles } = workbookStylesReader(palette);
  readIf("styles", stylesHandler);
  if (palette.indexed.size > 0) {
    // The workbook's own colours come after the fonts that use them in the file, so styles are read twice where it has
    // any.
    ({ handler: stylesHandler, styles } = workbookStylesReader(palette));
    readIf("styles", stylesHandler);
  }
  const { handler: stringsHandler, strings } = sharedStringsReader(palette);
  readIf("sharedStrings", stringsHandler);
  if (listed.length > limits.maximumPages) throw tooLarge("sheets", listed.length, limits.maximumPages);
  const around: WorksheetSurroundings = {
    book: { ...book, strings },
    styles,
    palette,
    limits,
    count: { cells: 0 },
  };
  const formulas: SheetFormulas[] = [];
  const sheets = listed.flatMap(({ name, id, isHidden }, index): Sheet[] => {
    const related = relationships.find((one) => one.id === id);
    if (isHidden) {
      tally.hidden++;
      formulas.push(...hiddenFormulas(archive, related, sheetKey(name), limits));
    }
    if (isHidden || related === undefined) return [];
    // A chart sheet has no cells.
    if (related.type !== "worksheet") {
      tally.pictures++;
      return [];
    }
    const part = archive.find(related.target);
    if (part === null) throw new Refusal("damaged", { part: related.target, reason: "missing-part" });
    return [readSheet(archive, part, name, index + 1, { ...around, formulas, names }, tally)];
  });
  markDependent(formulas, names.names);
  return { sheets, tally };
}

/** The main part is found by relationships and content types, never by its name (OPC 9.3). */
function mainPart(archive: Archive, limits: Limits): string {
  const typesPart = archive.find("[Content_Types].xml");
  if (typesPart === null) throw new Refusal("unsupported", { format: "zip" });
  const typeOf = readContentTypes(archive, typesPart, limits);
  const target =
    readRelationships(archive, "", limits).find(({ type }) => type === "officeDocument")?.target ??
    archive.names.find((name) => typeOf(name).includes("sheet.main"));
  if (target === undefined) throw new Refusal("unsupported", { format: "ooxml" });
  if (typeOf(target).includes("sheet.binary")) throw new Refusal("unsupported", { format: "xlsb" });
  const part = archive.find(target);
  if (part === null) throw new Refusal("damaged", { part: target, reason: "missing-part" });
  return part;
}

function bookReader(): {
  readonly handler: XmlHandler;
  readonly book: { is1904: boolean; recalculates: boolean };
  readonly listed: readonly ListedSheet[];
  readonly names: DefinedNames;
} {
  const listed: ListedSheet[] = [];
  const book = { is1904: false, recalculates: false };
  const names = definedNames();
  let [name, formula]: [string, string] = ["", ""];
  let sheet: string | undefined;
  const handler: XmlHandler = {
    open: (element, attributes, path) => {
      if (path.length === 1 && element !== "x:workbook")
        throw new Refusal("unsupported", { format: "ooxml" });
      if (element === "x:workbookPr") book.is1904 = isSwitchedOn(attributes["date1904"]);
      // Formulas are worked out when the file is opened, or were not all worked out when it was saved (18.2.2).
      else if (element === "x:calcPr")
        book.recalculates =
          isSwitchedOn(attributes["fullCalcOnLoad"]) || !isSwitchedOn(attributes["calcCompleted"] ?? "1");
      else if (element === "x:sheet") {
        const { name: title = "", state = "visible" } = attributes;
        listed.push({ name: title, id: attributes["r:id"] ?? "", isHidden: state !== "visible" });
      } else if (element === "x:definedName") {
        [name, formula] = [attributes["name"] ?? "", ""];
        sheet = listed[Number(attributes["localSheetId"] ?? -1)]?.name;
      }
    },
    close: (element) => {
      if (element === "x:definedName") names.add(name, formula, sheet);
    },
    text: (text, path) => {
      if (path.at(-1) === "x:definedName" && formula.length < longestFormula) formula += text;
    },
  };
  return { handler, book, listed, names };
}

function readSheet(
  archive: Archive,
  part: string,
  name: string,
  ordinal: number,
  around: WorksheetSurroundings & { readonly formulas: SheetFormulas[]; readonly names: DefinedNames },
  tally: SheetTally,
): Sheet {
  const { handler, sheet } = worksheetReader(around);
  readPart(archive, part, handler, around.limits);
  tally.pictures += sheet.objects;
  markNarrow(sheet.cells, sheet.merges, sheet.columns.width);
  const { formulas, changing } = sheet;
  around.formulas.push({ key: sheetKey(name), cells: sheet.cells, formulas, changing });
  markConditions(sheet.cells, sheet.conditions);
  markUnreached(sheet.cells, sheet.reached);
  if (sheet.drawings.length + sheet.tables.length > 0) {
    const related = readRelationships(archive, part, around.limits);
    const tables = sheet.tables
      .slice(0, mostTables)
      .flatMap((id) => readTable(archive, related, id, around.limits));
    for (const table of tables) around.names.addTable(table.name, table.over, name);
    markTables(sheet.cells, tables, around.styles);
    markNotes(sheet.cells, readNotes(archive, related, around));
    for (const id of sheet.drawings) readDrawing(archive, related, id, sheet, around.limits, tally);
  }
  const { cells, merges, columns, isHiddenRow } = sheet;
  return { name, ordinal, cells, merges, isHiddenRow, isHiddenColumn: columns.isHidden };
}

function readTable(
  archive: Archive,
  relationships: readonly Relationship[],
  id: string,
  limits: Limits,
): readonly SheetTable[] {
  const target = relationships.find((one) => one.id === id)?.target;
  const part = target === undefined ? null : archive.find(target);
  if (part === null) return [];
  const { handler, table } = tableReader();
  readPart(archive, part, handler, limits);
  const found = table();
  return found === null ? [] : [found];
}

function readNotes(
  archive: Archive,
  relationships: readonly Relationship[],
  { palette, limits }: WorksheetSurroundings,
): readonly SheetNote[] {
  const target = relationships.find(({ type }) => type === "comments")?.target;
  const part = target === undefined ? null : archive.find(target);
  if (part === null) return [];
  const { handler, notes } = notesReader(palette);
  readPart(archive, part, handler, limits);
  return notes;
}

function readDrawing(
  archive: Archive,
  relationships: readonly Relationship[],
  id: string,
  sheet: Worksheet,
  limits: Limits,
  tally: SheetTally,
): void {
  const related = relationships.find((one) => one.id === id);
  const part = related === undefined ? null : archive.find(related.target);
  if (part === null) return;
  const drawn = drawnIn(archive, part, related!.type, sizesOf(sheet), limits).slice(0, 1_000);
  for (const { kind, text } of drawn) {
    if (kind === "picture") tally.pictures++;
    else if (isFilled(text)) tally.floating++;
  }
  markDrawn(sheet.cells, drawn);
}

function drawnIn(
  archive: Archive,
  part: string,
  type: string,
  sizes: SheetSizes,
  limits: Limits,
): readonly Drawn[] {
  if (type === "vmlDrawing") {
    let vml = "";
    const decoder = new TextDecoder();
    archive.read(part, (piece) => {
      if (vml.length < longestDrawing) vml += decoder.decode(piece, { stream: true });
    });
    return legacyDrawn(vml);
  }
  const { handler, drawn } = drawingReader(sizes);
  readPart(archive, part, handler, limits);
  return drawn;
}
