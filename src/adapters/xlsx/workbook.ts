import type { Limits } from "../../model/index.ts";
import { Refusal, tooLarge } from "../refusal.ts";
import { readPart, readRelationships } from "../docx/package.ts";
import type { XmlHandler } from "../package/xml.ts";
import type { Archive } from "../package/zip.ts";
import { markDependent } from "../sheet/formulas/depends.ts";
import type { SheetFormulas } from "../sheet/formulas/depends.ts";
import { sheetKey } from "../sheet/formulas/formula-references.ts";
import type { Sheet, SheetTally } from "../sheet/sheet.ts";
import { workbookPartReader, mainPart } from "./book.ts";
import { newPalette, themeReader } from "./styles/colours.ts";
import { hiddenFormulas } from "./parts/hidden-formulas.ts";
import { readSheet } from "./read-sheet.ts";
import { sharedStringsReader } from "./cells/strings.ts";
import { workbookStylesReader } from "./styles/styles.ts";
import type { WorksheetSurroundings } from "./cells/worksheet.ts";

/** Reads the visible sheets, in the order of their tabs. Throws a Refusal. */
export function readWorkbook(
  archive: Archive,
  limits: Limits,
): { readonly sheets: readonly Sheet[]; readonly tally: SheetTally } {
  const main = mainPart(archive, limits);
  const relationships = readRelationships(archive, main, limits);
  const tally: SheetTally = { hidden: 0, pictures: 0, floating: 0, missing: [] };
  const palette = newPalette();
  const { handler: bookHandler, book, listed, names } = workbookPartReader();
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
