import { parseColour, withLightness } from "../../docx/look/colour.ts";
import type { Rgb } from "../../docx/look/colour.ts";
import type { Attributes, XmlHandler } from "../../package/xml.ts";

/** The colours that a workbook assigns to numbers. */
export interface WorkbookPalette {
  /** Colours of its theme, by their place in the order in which style sheets count them (ISO 29500-1 18.8.3). */
  readonly theme: Map<number, Rgb>;
  /** The workbook's own colours, which replace those that it need not define (18.8.27). */
  readonly indexed: Map<number, Rgb>;
}

const slots = "lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(" ");

/** A workbook without a theme is shown in the program's own colours for paper, print and their paler variants. */
const ownTheme: readonly (Rgb | undefined)[] = [
  [255, 255, 255],
  [0, 0, 0],
  [231, 230, 230],
  [68, 84, 106],
];

/** The palette that a workbook need not define (18.8.27): eight colours, given twice, then the rest up to 63. */
const indexed = (
  "000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF" +
  "800000008000000080808000800080008080C0C0C08080809999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF" +
  "000080FF00FFFFFF0000FFFF800080800000008080" +
  "0000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC993366FF33CCCC99CC00FFCC00FF9900FF6600666699" +
  "969696003366339966003300333300993300993366333399333333"
).match(/.{6}/g)!;

/** The colour of the system's windows; 64, that of its print, is left to the program. */
const systemPaper = 65;

export function newPalette(): WorkbookPalette {
  return { theme: new Map(), indexed: new Map() };
}

export function themeReader({ theme }: WorkbookPalette): XmlHandler {
  return {
    open: (name, attributes, path) => {
      if (path[path.length - 3] !== "a:clrScheme") return;
      const slot = slots.indexOf(path[path.length - 2]!.slice(2));
      const colour = parseColour(name === "a:sysClr" ? attributes["lastClr"] : attributes["val"]);
      if (slot >= 0 && colour !== null) theme.set(slot, colour);
    },
    close: () => undefined,
  };
}

/** A colour of a style sheet (CT_Color, 18.8.3); null where the program chooses. */
export function sheetColourOf(attributes: Attributes, palette: WorkbookPalette): Rgb | null {
  const base = baseOf(attributes, palette);
  const tint = Number(attributes["tint"] ?? 0);
  if (base === null || !Number.isFinite(tint) || tint === 0) return base;
  return withLightness(base, (light) => (tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint));
}

function baseOf(
  { rgb, theme: slot, indexed: index, auto }: Attributes,
  { theme, indexed: own }: WorkbookPalette,
): Rgb | null {
  if (auto === "1" || auto === "true") return null;
  if (rgb !== undefined) return parseColour(rgb.slice(-6));
  if (slot !== undefined)
    return theme.get(Number(slot)) ?? (theme.size === 0 ? ownTheme[Number(slot)] : null) ?? null;
  return own.get(Number(index)) ?? indexedColour(Number(index));
}

/** A colour of the palette that a workbook need not define; null where the program chooses. */
export function indexedColour(index: number): Rgb | null {
  return index === systemPaper ? [255, 255, 255] : parseColour(indexed[index]);
}
