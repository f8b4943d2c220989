import type { Rgb } from "../../docx/look/colour.ts";
import type { XmlHandler } from "../../package/xml.ts";
import { conditionList, scaleGrounds, unchangedLook } from "../../sheet/shown/conditions.ts";
import type { Condition, ConditionalLook } from "../../sheet/shown/conditions.ts";
import { cellTest } from "../../sheet/shown/cell-test.ts";
import { rangeAt } from "../../sheet/reference.ts";
import { sheetColourOf } from "./colours.ts";
import type { WorkbookPalette } from "./colours.ts";
import { differentialReader } from "./differential.ts";
import { isSwitchedOn } from "./font.ts";
import type { WorkbookStyles } from "./cell-style.ts";

/** At most so many ranges of conditions, and characters of one list of them, are looked at. */
const [mostRanges, longestList] = [1_000, 10_000];

/** At most so many formulas of a condition, and characters of one, are looked at: a constant is short. */
const [mostFormulas, longestOperand] = [3, 100];

/** Conditions that put something into cells beside their digits, or in place of them. */
const inCells: ReadonlySet<string> = new Set(["dataBar", "iconSet", "colorScale"]);

/**
 * Reads the conditions of a sheet (ISO 29500-1 18.3.1.18), and those of 2010 among its extensions ([MS-XLSX] 2.6.7),
 * which hold their formats within themselves and their ranges after them.
 */
export function conditionsReader(
  styles: WorkbookStyles,
  palette: WorkbookPalette,
): { readonly handler: Required<XmlHandler>; readonly conditions: readonly Condition[] } {
  const { add, conditions } = conditionList(mostRanges);
  const differential = differentialReader(palette);
  let list = "";
  let rules: ConditionalLook[] = [];
  let rule: { readonly format: ConditionalLook | undefined; readonly operator: string } | null = null;
  let formulas: string[] = [];
  let inDifferential = false;
  let colours: Rgb[] = [];
  let replaces = false;

  const end = (): void => {
    const ranges = list
      .slice(0, longestList)
      .split(/\s+/)
      .flatMap((reference) => rangeAt(reference) ?? []);
    for (const rule of rules) add(rule, ranges);
  };
  const handler: Required<XmlHandler> = {
    open: (name, attributes, path) => {
      const [, local = ""] = name.split(":");
      if (inDifferential) return differential.open(name, attributes, path);
      if (local === "conditionalFormatting") [list, rules] = [attributes["sqref"] ?? "", []];
      else if (name === "x14:dxf") inDifferential = true;
      else if (name === "x:cfRule") {
        const format = styles.differential(Number(attributes["dxfId"] ?? Number.NaN));
        const { type, operator = "" } = attributes;
        [rule, formulas] = [{ format, operator: type === "cellIs" ? operator : "" }, []];
      } else if (name === "x:formula" && formulas.length < mostFormulas) formulas.push("");
      else if (inCells.has(local)) [colours, replaces] = [[], !isSwitchedOn(attributes["showValue"] ?? "1")];
      else if (/^(?:color|fillColor|negativeFillColor)$/.test(local)) {
        const colour = sheetColourOf(attributes, palette);
        if (colour !== null) colours.push(colour);
      }
    },
    close: (name) => {
      const [, local = ""] = name.split(":");
      if (name === "x14:dxf") {
        rules.push(differential.take());
        inDifferential = false;
      } else if (name === "x:cfRule") {
        const { format, operator = "" } = rule ?? {};
        const operands = formulas.map((formula) => formula.trim());
        if (format !== undefined) rules.push({ ...format, test: cellTest(operator, operands) });
        rule = null;
      } else if (inCells.has(local)) {
        const grounds = local === "colorScale" ? scaleGrounds(colours) : colours;
        rules.push({ look: unchangedLook, grounds, replaces });
      } else if (local === "conditionalFormatting") end();
    },
    text: (text, path) => {
      const holder = path[path.length - 1];
      const formula = formulas.at(-1) ?? "";
      if (holder === "xm:sqref" && list.length < longestList) list += text;
      else if (holder === "x:formula" && formula.length < longestOperand)
        formulas[formulas.length - 1] = formula + text;
    },
  };
  return { handler, conditions };
}
