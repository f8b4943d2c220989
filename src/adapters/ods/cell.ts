import { isFilled } from "../../printed/numbers.ts";
import type { Attributes } from "../package/xml.ts";
import type { OdtCellLook, OdfStyles } from "../odt/styles.ts";
import type { TextLook } from "../odt/text-properties.ts";
import { cellText } from "../sheet/shown/cell-text.ts";
import type { Run } from "../sheet/shown/cell-text.ts";
import { isUndecided } from "../sheet/marks.ts";
import type { DrawnOver, SheetTally } from "../sheet/sheet.ts";
import { storedNumber } from "../sheet/stored-number.ts";
import { givesNumber } from "../sheet/formulas/gives-number.ts";
import { isVolatile } from "../sheet/formulas/volatile.ts";
import type { OdsDataStyles } from "./data-styles.ts";
import { placedBy, sheetCorner } from "./placed.ts";
import type { PlacedOnSheet } from "./placed.ts";

/** A cell as it is written and shown. */
export interface ReadOdsCell {
  readonly attributes: Attributes;
  readonly style: OdtCellLook;
  readonly text: string;
  readonly doubt: string | undefined;
  /** Null where it is not a number. */
  readonly number: number | null;
  /**
   * What is drawn from this cell on, with the address of the cell in which it ends or with its size; notes are marked,
   * because they are placed differently.
   */
  readonly drawn: readonly DrawnFromCell[];
  /** What the note on it says; empty where it has none. */
  readonly note: string;
}

interface DrawnFromCell {
  readonly kind: DrawnOver["kind"];
  readonly end: string | undefined;
  readonly attributes: Attributes;
  readonly isNote?: boolean;
}

/** At most so many spaces are written for one element. */
const mostSpaces = 100;
const mostPlaced = 1_000;

/** Fields that a program works out anew whenever it shows the sheet. */
const workedOut: ReadonlySet<string> = new Set(
  "date time page-number page-count sheet-name file-name title".split(" ").map((name) => `text:${name}`),
);

/** Reads the content of one cell at a time: paragraphs as they are shown, and what is drawn over it. */
export function cellReader(styles: OdfStyles, formats: OdsDataStyles, tally: SheetTally) {
  let attributes: Attributes = {};
  let style: OdtCellLook = styles.cell(undefined);
  let isOpen = false;
  let runs: Run[] = [];
  let paragraphs = 0;
  let inParagraph = false;
  /** Inside ruby text: small letters above the line. */
  let inReading = false;
  /** Open spans, each with its depth. */
  let looks: { readonly depth: number; readonly look: TextLook }[] = [];
  /** Text and depth of the box over the cells that is being read; null outside of one. */
  let box: { readonly depth: number; text: string } | null = null;
  let drawn: DrawnFromCell[] = [];
  /** What is drawn on the sheet rather than from a cell. */
  let placed: PlacedOnSheet[] = [];
  let note = "";
  /** Why the cell shows something other than its text. */
  let doubt: string | undefined;

  const look = (): TextLook => looks.at(-1)?.look ?? style.look;
  const add = (text: string): void => {
    if (look().hidden) tally.hidden += Number(text.trim() !== "");
    else runs.push({ text, look: look() });
  };
  const openDrawing = (name: string, own: Attributes, depth: number): void => {
    const end = own["table:end-cell-address"];
    if (name === "draw:image" || name === "draw:object" || name === "draw:object-ole") tally.pictures += 1;
    const kind = name === "draw:frame" ? "picture" : "shape";
    if (!isOpen && placed.length < mostPlaced)
      placed.push(...[placedBy(own, kind, sheetCorner)].filter((one) => one !== null));
    else if (isOpen && box === null && /^draw:(?!text-box|image|object)/.test(name))
      drawn.push({ kind, end, attributes: own });
    box ??= { depth, text: "" };
  };
  return {
    begin(own: Attributes, ownStyle: OdtCellLook): void {
      attributes = own;
      style = ownStyle;
      isOpen = true;
      runs = [];
      looks = [];
      drawn = [];
      paragraphs = 0;
      note = "";
      doubt = undefined;
    },
    doubt: (reason: string): void => void (doubt ??= reason),
    /** Begins the note of this cell; one that stays open is drawn over the sheet. */
    note(own: Attributes): void {
      note = "";
      if (own["office:display"] === "true")
        drawn.push({ kind: "shape", end: undefined, attributes: own, isNote: true });
    },
    noteText: (text: string): void => void (note += text),
    takePlaced(): readonly PlacedOnSheet[] {
      const taken = placed;
      placed = [];
      return taken;
    },
    /** False where the element is not part of a cell's content. */
    open(name: string, own: Attributes, path: readonly string[]): boolean {
      if (name.startsWith("draw:")) {
        openDrawing(name, own, path.length);
        return true;
      }
      if (!isOpen || box !== null) return box !== null;
      if (name === "text:p") {
        if (paragraphs++ > 0) add("\n");
        inParagraph = true;
      } else if (name === "text:span" || name === "text:a")
        looks.push({ depth: path.length, look: styles.span(own["text:style-name"], look()) });
      else if (name === "text:s") add(" ".repeat(Math.min(Number(own["text:c"] ?? 1) || 1, mostSpaces)));
      else if (name === "text:tab") add("\t");
      else if (name === "text:line-break") add("\n");
      else {
        if (workedOut.has(name) && own["text:fixed"] !== "true") doubt ??= "field-result";
        if (name === "text:ruby-text") inReading = true;
        return name.startsWith("text:");
      }
      return true;
    },
    close(name: string, path: readonly string[]): boolean {
      if (box !== null) {
        if (box.depth === path.length) {
          tally.floating += Number(isFilled(box.text));
          box = null;
        }
        return true;
      }
      if (name === "text:p") inParagraph = false;
      else if (name === "text:ruby-text") inReading = false;
      else if (looks.at(-1)?.depth === path.length) looks.pop();
      return name.startsWith("text:");
    },
    text(text: string, path: readonly string[]): void {
      if (box !== null) box.text += text;
      else if (inReading) doubt ??= /\d/.test(text) ? "raised-digit" : undefined;
      else if (isOpen && inParagraph && /^text:/.test(path[path.length - 1]!))
        add(text.replace(/[\t\r\n ]+/g, " "));
    },
    end(): ReadOdsCell {
      isOpen = false;
      const seen = cellText(runs, style.ground);
      const number = storedNumber(attributes);
      return {
        attributes,
        style,
        text: seen.text,
        doubt: seen.doubt ?? doubt ?? doubtOf(seen.text, number, attributes, style, formats),
        number,
        drawn,
        note,
      };
    },
  };
}

/** Why the shown text must not be used as a number. */
function doubtOf(
  text: string,
  number: number | null,
  attributes: Attributes,
  { look, ground, repeats, isCrossed, isPictured, isUpsideDown, dataStyle }: OdtCellLook,
  formats: OdsDataStyles,
): string | undefined {
  if (text.trim() === "") {
    if (number !== null) return "unseen-text";
    const formula = attributes["table:formula"];
    const isUnworked =
      formula !== undefined && (attributes["office:value-type"] === undefined || givesNumber(formula));
    return isUnworked ? "formula" : undefined;
  }
  if (!/\d/.test(text)) return undefined;
  if (isUndecided(look.colour, ground)) return "faint-text";
  if (isCrossed) return "struck-text";
  if (isPictured) return "picture";
  if (isUpsideDown) return "upside-down";
  if (isVolatile(attributes["table:formula"] ?? "")) return "formula";
  const { "office:value-type": type = "string" } = attributes;
  const said = attributes["office:string-value"];
  const differs = type === "string" && said !== undefined && said.trim() !== text.trim();
  const isOther = /^(?:date|time|boolean)$/.test(type) && isFilled(text);
  if (repeats || differs || isOther) return "number-format";
  return number === null && type !== "string"
    ? undefined
    : formats.doubt(dataStyle, { text, number, ground });
}
