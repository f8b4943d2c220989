import type { Limits } from "../../model/index.ts";
import type { Attributes, XmlHandler } from "../package/xml.ts";
import { odfStyles } from "../odt/styles.ts";
import { tooLarge } from "../refusal.ts";
import { definedNames } from "../sheet/formulas/defined-names.ts";
import { markDependent, ofHiddenSheet } from "../sheet/formulas/depends.ts";
import type { SheetFormulas } from "../sheet/formulas/depends.ts";
import { sheetKey } from "../sheet/formulas/formula-references.ts";
import type { Sheet, SheetTally } from "../sheet/sheet.ts";
import { isVolatile } from "../sheet/formulas/volatile.ts";
import { cellReader } from "./cell.ts";
import { odsDataStyles } from "./data-styles.ts";
import { odsSheet } from "./sheet.ts";
import type { OpenSheet } from "./sheet.ts";
import { odsViews } from "./views.ts";

/** Elements that belong neither to the text of cells nor to the sheet. */
const skipped: ReadonlySet<string> = new Set(
  (
    "office:master-styles office:scripts office:meta office:forms " +
    "office:binary-data table:tracked-changes table:calculation-settings table:content-validations table:desc table:title svg:desc svg:title"
  ).split(" "),
);

/** Reads the styles, and the sheets where there are any, of content.xml, styles.xml or a whole flat document. */
export function odsBook(limits: Limits): {
  readonly handler: XmlHandler;
  /** The visible sheets, complete once the part has ended. */
  readonly sheets: readonly Sheet[];
  readonly tally: SheetTally;
} {
  const styles = odfStyles();
  const tally: SheetTally = { hidden: 0, pictures: 0, floating: 0 };
  const count = { cells: 0 };
  const sheets: Sheet[] = [];
  const formats = odsDataStyles();
  const views = odsViews();
  const cell = cellReader(styles, formats, tally);
  let ordinal = 0;
  let sheet: OpenSheet | null = null;
  let isCopy = false;
  /** A hidden sheet, of which only this is read: whether its formulas change. */
  let hidden: { readonly key: string; depth: number; hasFormula: boolean; changes: boolean } | null = null;
  const formulas: SheetFormulas[] = [];
  const names = definedNames();
  let inNote = false;
  let sheetName: string | undefined;

  const openTable = (attributes: Attributes): "skip" | void => {
    // A table within a cell is written only by old programs; it is not read and puts its cell in doubt.
    if (sheet !== null) {
      cell.doubt("inner-table");
      return "skip";
    }
    ordinal += 1;
    if (ordinal > limits.maximumPages) throw tooLarge("sheets", ordinal, limits.maximumPages);
    if (styles.isAbsent(attributes["table:style-name"])) {
      tally.hidden += 1;
      hidden = { key: sheetKey(attributes["table:name"] ?? ""), depth: 0, hasFormula: false, changes: false };
      return;
    }
    const isProtected = attributes["table:protected"] === "true";
    const name = attributes["table:name"] ?? "";
    sheetName = name;
    const reached = views.reached(name);
    sheet = odsSheet(name, ordinal, { styles, formats, limits, count, tally, isProtected, reached });
    return;
  };
  const addName = (element: string, attributes: Attributes, of: string | undefined): void => {
    const name = attributes["table:name"] ?? "";
    const range =
      attributes[
        element === "table:database-range" ? "table:target-range-address" : "table:cell-range-address"
      ];
    if (element === "table:named-expression") names.add(name, attributes["table:expression"] ?? "", of);
    else if (element === "table:named-range" || element === "table:database-range")
      names.add(name, `[${range ?? ""}]`, of);
  };
  const closeHidden = (open: NonNullable<typeof hidden>): void => {
    if (--open.depth >= 0) return;
    formulas.push(...ofHiddenSheet(open.key, open));
    hidden = null;
  };
  const handler: XmlHandler = {
    open: (name, attributes, path) => {
      if (skipped.has(name)) return "skip";
      if (name.startsWith("config:")) return views.open(name, attributes);
      if (/^office:(?:automatic-styles|styles|font-face-decls)$/.test(path[1] ?? "")) {
        styles.open(name, attributes);
        formats.open(name, attributes);
        return;
      }
      addName(name, attributes, sheetName);
      if (hidden !== null) return openHidden(hidden, name, attributes);
      if (name === "table:table") return openTable(attributes);
      if (sheet === null) return;
      // A copy of another file's cells, kept only for the formulas that refer to them.
      if (name === "table:table-source") isCopy = true;
      if (inNote) return;
      if (name === "office:annotation") {
        inNote = true;
        return cell.note(attributes);
      }
      if (name === "table:table-cell" || name === "table:covered-table-cell")
        cell.begin(attributes, sheet.styleHere(attributes));
      else if (!cell.open(name, attributes, path)) sheet.open(name, attributes);
    },
    close: (name, path) => {
      if (hidden !== null) {
        if (name === "table:table") closeHidden(hidden);
        return;
      }
      if (name === "office:spreadsheet") markDependent(formulas, names.names);
      if (sheet === null) return;
      if (name === "office:annotation") inNote = false;
      else if (inNote) {
        if (name === "text:p") cell.noteText("\n");
      } else if (name === "table:table-cell" || name === "table:covered-table-cell")
        sheet.addCell(cell.end(), name === "table:covered-table-cell");
      else if (name === "table:table") {
        const whole = sheet.end(cell.takePlaced());
        formulas.push(sheet.formulas);
        sheetName = undefined;
        if (isCopy) tally.hidden += 1;
        else sheets.push(whole);
        [sheet, isCopy] = [null, false];
      } else if (!cell.close(name, path)) sheet.close(name);
    },
    text: (text, path) => {
      if (path.at(-1) === "config:config-item") views.text(text);
      else if (hidden !== null) return;
      else if (sheet === null) formats.text(text, path);
      else if (inNote) {
        if (path.includes("text:p")) cell.noteText(text);
      } else cell.text(text, path);
    },
  };
  return { handler, sheets, tally };
}

function openHidden(
  hidden: { depth: number; hasFormula: boolean; changes: boolean },
  name: string,
  { "table:formula": formula }: Attributes,
): void {
  if (name === "table:table") hidden.depth++;
  if (formula === undefined) return;
  hidden.hasFormula = true;
  hidden.changes ||= isVolatile(formula);
}
