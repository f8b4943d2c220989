import { black, contrastOnGround, parseColour, white } from "../../docx/look/colour.ts";
import type { Rgb } from "../../docx/look/colour.ts";
import type { Attributes, XmlHandler } from "../../package/xml.ts";
import type { RunLook } from "../../sheet/shown/cell-text.ts";
import type { ConditionalLook } from "../../sheet/shown/conditions.ts";
import { excelTurn, usualSize } from "../../sheet/marks.ts";
import type { CellEdge } from "../../sheet/marks.ts";
import { builtInFormats } from "../../sheet/shown/built-in-formats.ts";
import { sheetColourOf } from "./colours.ts";
import { usualCellStyle, usualLook } from "./cell-style.ts";
import type { CellStyle, TableStylePart, WorkbookStyles } from "./cell-style.ts";
import type { WorkbookPalette } from "./colours.ts";
import { differentialReader } from "./differential.ts";
import { isSwitchedOn, readFont } from "./font.ts";
import type { FontDraft } from "./font.ts";

/** Where text stands by its alignment (ST_HorizontalAlignment, 18.18.40), unless at the left. */
const edges: Readonly<Record<string, CellEdge>> = { right: "right", center: "centre" };

/** Patterns whose own colour leaves little visible of what is under them (ST_PatternType, 18.18.55). */
const dense: ReadonlySet<string> = new Set(["darkGray", "darkTrellis"]);

interface Draft {
  look: FontDraft;
  /** The colours of the fill; a gradient has several. */
  grounds: (Rgb | null)[];
}

const newDraft = (): Draft => ({ look: { ...usualLook }, grounds: [] });

/** The ground against which letters of this colour are hardest to see. */
function worstOf(grounds: readonly (Rgb | null)[], colour: Rgb | null): Rgb | null {
  const contrast = (ground: Rgb | null): number => contrastOnGround(colour ?? black, ground ?? white);
  return grounds.reduce(
    (worst, ground) => (contrast(ground) < contrast(worst) ? ground : worst),
    grounds[0] ?? null,
  );
}

/** Reads styles.xml; `styles` can be asked once the part has ended. */
export function workbookStylesReader(palette: WorkbookPalette): {
  readonly handler: XmlHandler;
  readonly styles: WorkbookStyles;
} {
  const formats = new Map<number, string>(
    Object.entries(builtInFormats).map(([id, code]) => [Number(id), code]),
  );
  const fonts: RunLook[] = [];
  const fills: (readonly (Rgb | null)[])[] = [];
  const borders: { readonly framed: boolean; readonly isCrossed: boolean }[] = [];
  const tableStyles = new Map<string, TableStylePart[]>();
  let tableStyle: TableStylePart[] = [];
  const cells: CellStyle[] = [];
  const differentials: ConditionalLook[] = [];
  const differential = differentialReader(palette);
  let inDifferential = false;
  let draft = newDraft();
  let framed = false;
  /** The border asks for diagonals, and a diagonal line is drawn or not. */
  let diagonal = { isMeant: false, isDrawn: false };
  /** Which colours of the open fill letters stand on. */
  let inked: "fore" | "both" | "back" = "fore";
  /** How many colours of the workbook's own palette have been read. */
  let colours = 0;

  const open: Readonly<Record<string, (attributes: Attributes, path: readonly string[]) => void>> = {
    "x:numFmt": ({ numFmtId, formatCode = "General" }) => void formats.set(Number(numFmtId), formatCode),
    "x:rgbColor": ({ rgb = "" }) => {
      const own = parseColour(rgb.slice(-6));
      if (own !== null) palette.indexed.set(colours, own);
      colours++;
    },
    "x:dxf": () => void (inDifferential = true),
    "x:font": () => void (draft = newDraft()),
    "x:fill": () => void (draft = newDraft()),
    "x:patternFill": ({ patternType = "solid" }) =>
      void (inked = patternType === "solid" ? "fore" : dense.has(patternType) ? "both" : "back"),
    "x:fgColor": (attributes) => {
      // The system's foreground colour is black (18.8.27, index 64).
      if (inked !== "back")
        draft.grounds = [attributes["indexed"] === "64" ? black : sheetColourOf(attributes, palette)];
    },
    "x:bgColor": (attributes) => {
      if (inked !== "fore") draft.grounds.push(sheetColourOf(attributes, palette));
    },
    // The text may stand on any of a gradient's colours.
    "x:color": (attributes, path) => {
      if (path[path.length - 2] === "x:stop") draft.grounds.push(sheetColourOf(attributes, palette));
    },
    "x:border": ({ diagonalUp, diagonalDown }) => {
      framed = false;
      diagonal = { isMeant: isSwitchedOn(diagonalUp) || isSwitchedOn(diagonalDown), isDrawn: false };
    },
    "x:tableStyle": ({ name = "" }) => void tableStyles.set(name, (tableStyle = [])),
    "x:tableStyleElement": ({ type = "", size, dxfId }) =>
      void tableStyle.push({ part: type, size: Math.max(1, Number(size ?? 1) || 1), format: Number(dxfId) }),
    "x:xf": (attributes, path) => {
      if (path[path.length - 2] !== "x:cellXfs") return;
      const at = (name: string): number => Number(attributes[name] ?? 0);
      const look = fonts[at("fontId")] ?? usualLook;
      const { framed: isFramed, isCrossed } = borders[at("borderId")] ?? { framed: false, isCrossed: false };
      cells.push({
        ...usualCellStyle,
        look,
        pattern: formats.get(at("numFmtId")) ?? usualCellStyle.pattern,
        ground: worstOf(fills[at("fillId")] ?? [], look.colour),
        framed: isFramed,
        isCrossed,
      });
    },
    "x:alignment": ({ shrinkToFit, wrapText, horizontal, indent, textRotation }, path) => {
      if (path[path.length - 3] !== "x:cellXfs") return;
      const alignment = {
        shrinks: isSwitchedOn(shrinkToFit),
        wraps: isSwitchedOn(wrapText) || horizontal === "justify" || horizontal === "distributed",
        standsAt: edges[horizontal ?? ""] ?? "left",
        repeats: horizontal === "fill",
        isAcross: horizontal === "centerContinuous",
        indent: Number(indent ?? 0) || 0,
        turn: excelTurn(Number(textRotation ?? 0) || 0),
      };
      cells.push({ ...cells.pop()!, ...alignment });
    },
  };
  const handler: XmlHandler = {
    open: (name, attributes, path) => {
      if (inDifferential) return differential.open(name, attributes, path);
      const opener = open[name];
      if (opener !== undefined) opener(attributes, path);
      const holder = path[path.length - 2];
      if (holder === "x:font") readFont(draft.look, name, attributes, palette);
      else if (holder === "x:border" && (attributes["style"] ?? "none") !== "none") {
        if (name === "x:diagonal") diagonal.isDrawn = true;
        else framed = true;
      }
    },
    close: (name, path) => {
      if (name === "x:dxf") {
        differentials.push(differential.take());
        inDifferential = false;
      }
      if (inDifferential) return;
      const within = path[path.length - 2];
      if (name === "x:font" && within === "x:fonts") fonts.push(draft.look);
      else if (name === "x:fill" && within === "x:fills") fills.push(draft.grounds);
      else if (name === "x:border" && within === "x:borders")
        borders.push({ framed, isCrossed: diagonal.isMeant && diagonal.isDrawn });
    },
  };
  return {
    handler,
    styles: {
      cell: (index) => cells[index] ?? usualCellStyle,
      differential: (index) => differentials[index],
      tableStyle: (name) => tableStyles.get(name) ?? [],
      get baseColour() {
        return fonts[0]?.colour ?? null;
      },
      get baseSize() {
        return fonts[0]?.size ?? usualSize;
      },
    },
  };
}
