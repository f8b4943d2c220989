import type { Limits } from "../../model/index.ts";
import { isFilled } from "../../printed/numbers.ts";
import { readPart, readRelationships } from "../docx/package.ts";
import type { Relationship } from "../docx/package.ts";
import type { Archive } from "../package/zip.ts";
import { markConditions } from "../sheet/shown/conditions.ts";
import type { DefinedNames } from "../sheet/formulas/defined-names.ts";
import type { SheetFormulas } from "../sheet/formulas/depends.ts";
import { sheetKey } from "../sheet/formulas/formula-references.ts";
import { wholeSheet } from "../sheet/reference.ts";
import { markDrawn, markNarrow, markUnreached } from "../sheet/marks.ts";
import { markNotes } from "../sheet/notes.ts";
import type { SheetNote } from "../sheet/notes.ts";
import type { Sheet, SheetTally } from "../sheet/sheet.ts";
import { drawingReader, sizesOf } from "./parts/drawings.ts";
import type { Drawn, SheetSizes } from "./parts/drawings.ts";
import { legacyDrawn, longestDrawing } from "./parts/legacy-drawings.ts";
import { notesReader } from "./parts/notes.ts";
import { markTables, tableReader } from "./parts/tables.ts";
import type { SheetTable } from "./parts/tables.ts";
import { worksheetReader } from "./cells/worksheet.ts";
import type { Worksheet, WorksheetSurroundings } from "./cells/worksheet.ts";

/** At most so many tables of a sheet have their styles looked at. */
const mostTables = 100;

/** Reads a visible sheet with what lies over it, and adds to the tally and to the lists of formulas and names. */
export function readSheet(
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
  if (sheet.hasBackground) markDrawn(sheet.cells, [{ kind: "picture", over: wholeSheet }]);
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
