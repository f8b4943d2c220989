import type { Limits } from "../../model/index.ts";
import { Refusal } from "../refusal.ts";
import { readContentTypes, readRelationships } from "../docx/package.ts";
import type { XmlHandler } from "../package/xml.ts";
import type { Archive } from "../package/zip.ts";
import { definedNames } from "../sheet/formulas/defined-names.ts";
import type { DefinedNames } from "../sheet/formulas/defined-names.ts";
import { isSwitchedOn } from "./styles/font.ts";

/** At most so many characters of a name's formula are kept: Excel allows no more (ISO 29500-1 18.17). */
const longestFormula = 8192;

/** A sheet as the workbook lists it; each counts as one page against the limit of pages. */
interface ListedSheet {
  readonly name: string;
  readonly id: string;
  readonly isHidden: boolean;
}

/** The main part is found by relationships and content types, never by its name (OPC 9.3). */
export function mainPart(archive: Archive, limits: Limits): string {
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

/** Reads the workbook part (ISO 29500-1 18.2): its sheets in the order of their tabs, its names and how it counts. */
export function workbookPartReader(): {
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
