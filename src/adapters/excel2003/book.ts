import type { Limits } from "../../model/index.ts";
import type { Attributes, XmlHandler } from "../package/xml.ts";
import { tooLarge } from "../refusal.ts";
import type { Sheet, SheetTally } from "../sheet/sheet.ts";
import type { StringRun } from "../xlsx/cells/strings.ts";
import { definedNames } from "../sheet/formulas/defined-names.ts";
import { markDependent } from "../sheet/formulas/depends.ts";
import type { SheetFormulas } from "../sheet/formulas/depends.ts";
import { writtenReferences } from "./references.ts";
import { collectSheet } from "./sheet.ts";
import type { CollectedSheet } from "./sheet.ts";
import { fontOf, bookStylesReader } from "./styles.ts";
import { viewReader } from "./view.ts";

/** Elements that hold neither cells nor how they are shown. */
const skipped: ReadonlySet<string> = new Set(["o:DocumentProperties"]);

/** Reads a whole workbook; its sheets are complete once the document has ended. */
export function bookReader(limits: Limits): {
  readonly handler: XmlHandler;
  /** Sheets that are shown, in the order of their tabs. */
  readonly sheets: readonly Sheet[];
  readonly tally: SheetTally;
} {
  const styles = bookStylesReader();
  const tally: SheetTally = { hidden: 0, pictures: 0, floating: 0 };
  const sheets: Sheet[] = [];
  const count = { cells: 0 };
  const [formulas, names]: [SheetFormulas[], ReturnType<typeof definedNames>] = [[], definedNames()];
  let sheetName: string | undefined;
  let ordinal = 0;
  let sheet: CollectedSheet | null = null;
  let view = viewReader();
  let cell: Attributes = {};
  let type: string | null = null;
  /** Text of the cell's note; null outside of one. */
  let note: string | null = null;
  let inNote = false;
  let runs: StringRun[] = [];
  /** The looks of the letters being read, outermost element first. */
  let looks: StringRun["look"][] = [];

  const opens: Readonly<Record<string, (attributes: Attributes) => void>> = {
    "ss:Worksheet": (attributes) => {
      ordinal += 1;
      if (ordinal > limits.maximumPages) throw tooLarge("sheets", ordinal, limits.maximumPages);
      sheetName = attributes["ss:Name"] ?? "";
      sheet = collectSheet(sheetName, ordinal, styles, limits, count);
      view = viewReader();
    },
    "ss:NamedRange": ({ "ss:Name": name = "", "ss:RefersTo": formula = "" }) =>
      names.add(name, formula, sheetName, (text) => writtenReferences(text, { row: 1, column: 1 })),
    "ss:Table": (attributes) => sheet?.openTable(attributes),
    "ss:Column": (attributes) => sheet?.openColumn(attributes),
    "ss:Row": (attributes) => sheet?.openRow(attributes),
    "ss:Cell": (attributes) => {
      cell = attributes;
      [type, runs, looks] = [null, [], []];
      note = null;
    },
    "ss:Comment": () => void ([note, inNote] = ["", true]),
    "ss:Data": (attributes) => void (type = attributes["ss:Type"] ?? "String"),
  };
  const handler: XmlHandler = {
    open: (name, attributes) => {
      if (skipped.has(name)) return "skip";
      if (inNote) return;
      if (name.startsWith("html40:")) looks.push({ ...looks.at(-1), ...letterLook(name, attributes) });
      else if (sheet === null) styles.open(name, attributes);
      opens[name]?.(attributes);
      view.open(name, attributes);
      return;
    },
    close: (name) => {
      if (name === "ss:Comment") inNote = false;
      else if (inNote) return;
      else if (name.startsWith("html40:")) looks.pop();
      else if (name === "ss:Cell") sheet?.addCell(cell, type === null ? null : { type, runs }, note);
      else if (name === "ss:Worksheet" && sheet !== null) {
        formulas.push(sheet.formulas);
        if (view.isHidden()) tally.hidden += 1;
        else sheets.push(sheet.end(view.view()));
        [sheet, sheetName] = [null, undefined];
      } else if (name === "ss:Workbook") markDependent(formulas, names.names);
      view.close(name);
    },
    text: (text, path) => {
      if (inNote) note += text;
      view.text(text, path);
      if (inNote || !path.includes("ss:Data")) return;
      const look = looks.at(-1);
      const last = runs.at(-1);
      if (last !== undefined && last.look === look) last.text += text;
      else runs.push({ text, look });
    },
  };
  return { handler, sheets, tally };
}

/** How an HTML element changes the letters in a cell. */
function letterLook(name: string, attributes: Attributes): NonNullable<StringRun["look"]> {
  if (name === "html40:S") return { struck: true };
  if (name === "html40:Sup") return { script: "superscript" };
  if (name === "html40:Sub") return { script: "subscript" };
  return name === "html40:Font" ? fontOf(attributes, "html40:") : {};
}
