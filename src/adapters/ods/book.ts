import type { Limits } from "../../model/index.ts";
import type { Attributes, XmlHandler } from "../package/xml.ts";
import { odfStyles } from "../odt/styles.ts";
import { tooLarge } from "../refusal.ts";
import type { Sheet, SheetTally } from "../sheet/sheet.ts";
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
  let inNote = false;

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
      return "skip";
    }
    const isProtected = attributes["table:protected"] === "true";
    const name = attributes["table:name"] ?? "";
    const reached = views.reached(name);
    sheet = odsSheet(name, ordinal, { styles, limits, count, tally, isProtected, reached });
    return;
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
      if (sheet === null) return;
      if (name === "office:annotation") inNote = false;
      else if (inNote) {
        if (name === "text:p") cell.noteText("\n");
      } else if (name === "table:table-cell" || name === "table:covered-table-cell")
        sheet.addCell(cell.end(), name === "table:covered-table-cell");
      else if (name === "table:table") {
        const whole = sheet.end(cell.takePlaced());
        if (isCopy) tally.hidden += 1;
        else sheets.push(whole);
        [sheet, isCopy] = [null, false];
      } else if (!cell.close(name, path)) sheet.close(name);
    },
    text: (text, path) => {
      if (path.at(-1) === "config:config-item") views.text(text);
      else if (sheet === null) formats.text(text, path);
      else if (inNote) {
        if (path.includes("text:p")) cell.noteText(text);
      } else cell.text(text, path);
    },
  };
  return { handler, sheets, tally };
}
