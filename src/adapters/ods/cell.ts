import { isFilled } from "../../printed/numbers.ts";
import type { Attributes } from "../package/xml.ts";
import type { OdtCellLook, OdfStyles, TextLook } from "../odt/styles.ts";
import { cellText } from "../sheet/cell-text.ts";
import type { Run } from "../sheet/cell-text.ts";
import { isUndecided } from "../sheet/marks.ts";
import type { SheetTally } from "../sheet/sheet.ts";
import { showsNumber, storedNumber } from "../sheet/stored-number.ts";

/** A cell as it is written and shown. */
export interface ReadOdsCell {
  readonly attributes: Attributes;
  readonly style: OdtCellLook;
  readonly text: string;
  readonly doubt: string | undefined;
  readonly isNumber: boolean;
  /** A picture that begins in it, and the address of the cell in which it ends, where that is said. */
  readonly drawn: readonly { readonly kind: "picture" | "shape"; readonly end: string | undefined }[];
}

/** Most spaces that one element stands for. */
const mostSpaces = 100;

/** Reads the content of one cell at a time: paragraphs as they are shown, and what is drawn over it. */
export function cellReader(styles: OdfStyles, tally: SheetTally) {
  let attributes: Attributes = {};
  let style: OdtCellLook = styles.cell(undefined);
  let isOpen = false;
  let runs: Run[] = [];
  let paragraphs = 0;
  let inParagraph = false;
  /** Open spans with the depth of each. */
  let looks: { readonly depth: number; readonly look: TextLook }[] = [];
  /** Text of a box over the cells, and how deep it stands; null outside. */
  let box: { readonly depth: number; text: string } | null = null;
  let drawn: ReadOdsCell["drawn"][number][] = [];

  const look = (): TextLook => looks.at(-1)?.look ?? style.look;
  const add = (text: string): void => {
    if (look().hidden) tally.hidden += Number(text.trim() !== "");
    else runs.push({ text, look: look() });
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
    },
    /** False where the element is none of a cell's content. */
    open(name: string, own: Attributes, path: readonly string[]): boolean {
      if (name.startsWith("draw:")) {
        const end = own["table:end-cell-address"];
        if (name === "draw:image" || name === "draw:object" || name === "draw:object-ole")
          tally.pictures += 1;
        else if (box === null && name !== "draw:text-box" && isOpen)
          drawn.push({ kind: name === "draw:frame" ? "picture" : "shape", end });
        box ??= { depth: path.length, text: "" };
        return true;
      }
      if (!isOpen || box !== null) return box !== null;
      if (name === "text:p") {
        if (paragraphs++ > 0) add("\n");
        inParagraph = true;
      } else if (name === "text:span")
        looks.push({ depth: path.length, look: styles.span(own["text:style-name"], look()) });
      else if (name === "text:s") add(" ".repeat(Math.min(Number(own["text:c"] ?? 1) || 1, mostSpaces)));
      else if (name === "text:tab") add("\t");
      else if (name === "text:line-break") add("\n");
      else return name.startsWith("text:");
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
      else if (looks.at(-1)?.depth === path.length) looks.pop();
      return name.startsWith("text:");
    },
    text(text: string, path: readonly string[]): void {
      if (box !== null) box.text += text;
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
        doubt: seen.doubt ?? doubtOf(seen.text, number, attributes, style),
        isNumber: number !== null,
        drawn,
      };
    },
  };
}

/** Why what is shown must not be used as a number. */
function doubtOf(
  text: string,
  number: number | null,
  attributes: Attributes,
  { look, ground, repeats }: OdtCellLook,
): string | undefined {
  if (text.trim() === "") {
    if (number !== null) return "unseen-text";
    const isUnworked =
      attributes["table:formula"] !== undefined && attributes["office:value-type"] === undefined;
    return isUnworked ? "formula" : undefined;
  }
  if (!/\d/.test(text)) return undefined;
  if (isUndecided(look.colour, ground)) return "faint-text";
  if (repeats) return "number-format";
  return number !== null && !showsNumber(text, number) ? "number-format" : undefined;
}
