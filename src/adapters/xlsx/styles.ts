import { black } from "../docx/look/colour.ts";
import type { Rgb } from "../docx/look/colour.ts";
import type { Attributes, XmlHandler } from "../docx/xml.ts";
import type { RunLook } from "../sheet/cell-text.ts";
import { hidesDigits, usualSize } from "../sheet/marks.ts";
import { builtInFormats } from "../sheet/number-format.ts";
import { colourOf } from "./colours.ts";
import type { Theme } from "./colours.ts";

/** How the cells of one format look (xf, ISO 29500-1 18.8.45). */
export interface CellStyle {
  readonly look: RunLook;
  readonly pattern: string;
  /** What the cell is filled with; null for paper. */
  readonly ground: Rgb | null;
  readonly framed: boolean;
  readonly shrinks: boolean;
  /** The text is repeated until the cell is full. */
  readonly repeats: boolean;
  /** Characters its text is set off by. */
  readonly indent: number;
}

export interface Styles {
  readonly cell: (index: number) => CellStyle;
  /** Formats of conditions by their index: whether digits in them may not be seen. */
  readonly hides: (differential: number) => boolean;
  /** Points of the usual font, in whose characters columns are measured. */
  readonly baseSize: number;
}

/** Patterns that leave little of what is under them (ST_PatternType, 18.18.55). */
const inked: ReadonlySet<string> = new Set(["solid", "darkGray", "darkTrellis"]);

const usualLook: RunLook = { struck: false, size: usualSize, colour: null };
const usualStyle: CellStyle = {
  look: usualLook,
  pattern: "General",
  ground: null,
  framed: false,
  shrinks: false,
  repeats: false,
  indent: 0,
};

interface Draft {
  look: { -readonly [K in keyof RunLook]: RunLook[K] };
  pattern: string | undefined;
  ground: Rgb | null;
}

const newDraft = (): Draft => ({ look: { ...usualLook }, pattern: undefined, ground: null });

/** Reads styles.xml; `styles` answers once it has ended. */
export function stylesReader(theme: Theme): { readonly handler: XmlHandler; readonly styles: Styles } {
  const formats = new Map<number, string>(
    Object.entries(builtInFormats).map(([id, code]) => [Number(id), code]),
  );
  const fonts: RunLook[] = [];
  const fills: (Rgb | null)[] = [];
  const borders: boolean[] = [];
  const cells: CellStyle[] = [];
  const differentials: Draft[] = [];
  let draft = newDraft();
  let framed = false;
  let solid = false;

  const open: Readonly<Record<string, (attributes: Attributes, path: readonly string[]) => void>> = {
    "x:numFmt": ({ numFmtId, formatCode = "General" }, path) => {
      if (path.includes("x:dxf")) draft.pattern = formatCode;
      else formats.set(Number(numFmtId), formatCode);
    },
    "x:dxf": () => void (draft = newDraft()),
    "x:font": (_, path) => {
      if (!path.includes("x:dxf")) draft = newDraft();
    },
    "x:fill": (_, path) => {
      if (!path.includes("x:dxf")) draft = newDraft();
    },
    "x:patternFill": ({ patternType = "solid" }) => void (solid = inked.has(patternType)),
    "x:fgColor": (attributes) => {
      // The system's colour in front is black (18.8.27, index 64).
      if (solid) draft.ground = attributes["indexed"] === "64" ? black : colourOf(attributes, theme);
    },
    // Text stands on any of a gradient's colours; the first is that of its middle or of an edge.
    "x:color": (attributes, path) => {
      if (path[path.length - 2] === "x:stop") draft.ground ??= colourOf(attributes, theme);
    },
    // The fill of a condition is its background (18.8.14).
    "x:bgColor": (attributes, path) => {
      if (path.includes("x:dxf")) draft.ground = colourOf(attributes, theme);
    },
    "x:border": () => void (framed = false),
    "x:xf": (attributes, path) => {
      if (path[path.length - 2] !== "x:cellXfs") return;
      const at = (name: string): number => Number(attributes[name] ?? 0);
      cells.push({
        look: fonts[at("fontId")] ?? usualLook,
        pattern: formats.get(at("numFmtId")) ?? "General",
        ground: fills[at("fillId")] ?? null,
        framed: borders[at("borderId")] ?? false,
        shrinks: false,
        repeats: false,
        indent: 0,
      });
    },
    "x:alignment": ({ shrinkToFit, horizontal, indent }, path) => {
      if (path[path.length - 3] !== "x:cellXfs") return;
      const alignment = {
        shrinks: isOn(shrinkToFit),
        repeats: horizontal === "fill",
        indent: Number(indent ?? 0) || 0,
      };
      cells.push({ ...cells.pop()!, ...alignment });
    },
  };
  const handler: XmlHandler = {
    open: (name, attributes, path) => {
      const opener = open[name];
      if (opener !== undefined) opener(attributes, path);
      const holder = path[path.length - 2];
      if (holder === "x:font") readFont(draft.look, name, attributes, theme);
      else if (holder === "x:border" && (attributes["style"] ?? "none") !== "none") framed = true;
    },
    close: (name, path) => {
      const within = path[path.length - 2];
      if (name === "x:font" && within === "x:fonts") fonts.push(draft.look);
      else if (name === "x:fill" && within === "x:fills") fills.push(draft.ground);
      else if (name === "x:border" && within === "x:borders") borders.push(framed);
      else if (name === "x:dxf") differentials.push(draft);
    },
  };
  return {
    handler,
    styles: {
      cell: (index) => cells[index] ?? usualStyle,
      hides: (index) => {
        const draft = differentials[index];
        return draft !== undefined && hidesDigits(draft.look, draft.ground, draft.pattern);
      },
      get baseSize() {
        return fonts[0]?.size ?? usualSize;
      },
    },
  };
}

/** One child of a font (CT_Font 18.8.22, CT_RPrElt 18.4.7). */
export function readFont(look: Draft["look"], name: string, attributes: Attributes, theme: Theme): void {
  const { val } = attributes;
  if (name === "x:strike") look.struck = isOn(val ?? "1");
  else if (name === "x:sz") look.size = Number(val) || usualSize;
  else if (name === "x:color") look.colour = colourOf(attributes, theme);
  else if (name === "x:name" || name === "x:rFont") look.font = val;
  else if (name === "x:vertAlign")
    look.script = val === "superscript" || val === "subscript" ? val : undefined;
}

export const isOn = (value: string | undefined): boolean => value === "1" || value === "true";
