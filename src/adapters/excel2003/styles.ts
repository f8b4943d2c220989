import { parseColour } from "../docx/look/colour.ts";
import type { Rgb } from "../docx/look/colour.ts";
import type { Attributes } from "../package/xml.ts";
import type { CellEdge } from "../sheet/marks.ts";
import { usualCellStyle } from "../xlsx/styles/cell-style.ts";
import type { CellStyle } from "../xlsx/styles/cell-style.ts";

export interface StylesReader {
  readonly open: (name: string, attributes: Attributes) => void;
  /** The style of this id; without an id, the one that the workbook gives to all cells. */
  readonly cell: (id: string | undefined) => CellStyle;
}

const usual = "Default";

/**
 * Reads the styles of a workbook: each begins as a copy of its parent, or of the usual one, and states what differs.
 */
export function bookStylesReader(): StylesReader {
  const styles = new Map<string, CellStyle>();
  const cell = (id: string | undefined): CellStyle =>
    styles.get(id ?? usual) ?? styles.get(usual) ?? usualCellStyle;
  let current = "";
  const change = (changes: Partial<CellStyle>): void =>
    void styles.set(current, { ...cell(current), ...changes });
  const opens: Readonly<Record<string, (attributes: Attributes) => void>> = {
    "ss:Style": (attributes) => {
      current = attributes["ss:ID"] ?? "";
      styles.set(current, cell(attributes["ss:Parent"]));
    },
    "ss:Font": (attributes) => change({ look: { ...cell(current).look, ...fontOf(attributes, "ss:") } }),
    "ss:Interior": (attributes) => {
      const isInked = (attributes["ss:Pattern"] ?? "None") !== "None";
      change({ ground: isInked ? xmlColour(attributes["ss:Color"]) : null });
    },
    "ss:Border": (attributes) => {
      if ((attributes["ss:LineStyle"] ?? "None") === "None") return;
      change(/^Diagonal/.test(attributes["ss:Position"] ?? "") ? { isCrossed: true } : { framed: true });
    },
    "ss:Alignment": (attributes) =>
      change({
        shrinks: attributes["ss:ShrinkToFit"] === "1",
        wraps: attributes["ss:WrapText"] === "1",
        standsAt: edges[attributes["ss:Horizontal"] ?? ""] ?? "left",
        repeats: attributes["ss:Horizontal"] === "Fill",
        isAcross: attributes["ss:Horizontal"] === "CenterAcrossSelection",
        indent: Number(attributes["ss:Indent"] ?? 0) || 0,
      }),
    "ss:NumberFormat": (attributes) => {
      const format = attributes["ss:Format"] ?? "General";
      change({ pattern: namedFormats[format] ?? format });
    },
  };
  return { open: (name, attributes) => opens[name]?.(attributes), cell };
}

/** What a Font element states, for a style (`ss:`) or for letters within a cell (`html40:`). */
export function fontOf(attributes: Attributes, prefix: "ss:" | "html40:"): Partial<CellStyle["look"]> {
  const said = (name: string): string | undefined => attributes[prefix + name];
  const script = said("VerticalAlign")?.toLowerCase();
  return {
    ...(said("Color") === undefined ? {} : { colour: xmlColour(said("Color")) }),
    ...(Number(said("Size")) > 0 ? { size: Number(said("Size")) } : {}),
    ...(said("StrikeThrough") === undefined ? {} : { struck: said("StrikeThrough") === "1" }),
    ...(script === "superscript" || script === "subscript" ? { script } : {}),
    ...((said("FontName") ?? said("Face")) === undefined ? {} : { font: said("FontName") ?? said("Face") }),
  };
}

const edges: Readonly<Record<string, CellEdge>> = { Right: "right", Center: "centre" };

/** `#RRGGBB`; null for `Automatic`. */
function xmlColour(value: string | undefined): Rgb | null {
  return parseColour(value?.replace("#", ""));
}

/** Formats that are referred to by name, as Chinese editions show them. */
const namedFormats: Readonly<Record<string, string>> = {
  "General Number": "General",
  "General Date": "yyyy/m/d h:mm",
  "Long Date": 'yyyy"年"m"月"d"日"',
  "Medium Date": "d-mmm-yy",
  "Short Date": "yyyy/m/d",
  "Long Time": "h:mm:ss",
  "Medium Time": "h:mm AM/PM",
  "Short Time": "h:mm",
  Currency: '"¥"#,##0.00;"¥"-#,##0.00',
  "Euro Currency": '"€"#,##0.00;"€"-#,##0.00',
  Fixed: "0.00",
  Standard: "#,##0.00",
  Percent: "0.00%",
  Scientific: "0.00E+00",
  "Yes/No": '"Yes";"Yes";"No"',
  "True/False": '"True";"True";"False"',
  "On/Off": '"On";"On";"Off"',
};
