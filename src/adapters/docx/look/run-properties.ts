import { POINTS_IN } from "../../package/lengths.ts";
import { isOn, wholeNumber } from "./values.ts";
import type { Attributes } from "../../package/xml.ts";
import type { PaletteColour, Shading } from "./palette.ts";

/** What one level of formatting states about the look of text; undefined = it states nothing. */
export interface RunProperties {
  style?: string;
  vanish?: boolean;
  webHidden?: boolean;
  strike?: boolean;
  doubleStrike?: boolean;
  colour?: PaletteColour;
  /** The fill of the letters (w14:textFill), which newer programs paint in place of the colour. */
  fill?: RunShading;
  /** English metric units: the width of the line around the letters (w14:textOutline). */
  outline?: number;
  /** English metric units by which a shadow or a reflection of the letters lies off them, and a third of a glow's radius. */
  cast?: number;
  shading?: Shading;
  highlight?: string;
  /** Half-points. */
  size?: number;
  complexSize?: number;
  complexScript?: boolean;
  rightToLeft?: boolean;
  /** Per cent of the letters' normal width. */
  scale?: number;
  /** Half-points above the line. */
  position?: number;
  script?: string;
  /** Twips between letters. */
  spacing?: number;
  /** Twips into which the run is fitted. */
  fit?: number;
  /** Two lines are set in one, or the letters lie on their side. */
  combined?: boolean;
  font?: string;
  /** The font of runs that are set as complex script, digits included. */
  complexFont?: string;
  /** True if a frame is drawn around the run (w:bdr). */
  framed?: boolean;
  /** True if a line is drawn under the run (w:u). */
  underlined?: boolean;
  /** True if the letters look raised or engraved (w:emboss, w:imprint): they are pale edges. */
  relief?: boolean;
}

export interface RunShading {
  kind: "none" | "solid" | "other";
  colour: PaletteColour;
  /** Per cent of transparency. */
  transparency: number;
}

/** Reads one child of w:rPr, or w14:textFill and the elements in it. */
export function readRunProperty(into: RunProperties, name: string, attributes: Attributes): void {
  if (name.startsWith("w14:")) readFill(into, name, attributes);
  else readers[name]?.(into, attributes["w:val"], attributes);
}

type Reader = (into: RunProperties, value: string | undefined, attributes: Attributes) => void;

const readers: Readonly<Record<string, Reader>> = {
  "w:rStyle": (into, value) => void (value !== undefined && (into.style = value)),
  "w:vanish": (into, value) => void (into.vanish = isOn(value)),
  "w:specVanish": (into, value) => void (into.vanish = isOn(value)),
  "w:webHidden": (into, value) => void (into.webHidden = isOn(value)),
  "w:strike": (into, value) => void (into.strike = isOn(value)),
  "w:dstrike": (into, value) => void (into.doubleStrike = isOn(value)),
  "w:color": (into, value, attributes) =>
    void (into.colour = {
      value,
      theme: attributes["w:themeColor"],
      tint: attributes["w:themeTint"],
      shade: attributes["w:themeShade"],
    }),
  "w:shd": (into, _, attributes) => void (into.shading = readShading(attributes)),
  "w:highlight": (into, value) => void (into.highlight = value ?? "none"),
  "w:sz": (into, value) => void (into.size = halfPoints(value) ?? into.size!),
  "w:szCs": (into, value) => void (into.complexSize = halfPoints(value) ?? into.complexSize!),
  "w:cs": (into, value) => void (into.complexScript = isOn(value)),
  "w:rtl": (into, value) => void (into.rightToLeft = isOn(value)),
  "w:w": (into, value) => void (into.scale = wholeNumber(value?.replace(/%$/, ""), 100)),
  "w:position": (into, value) => void (into.position = halfPoints(value) ?? 0),
  "w:vertAlign": (into, value) => void (value !== undefined && (into.script = value)),
  "w:spacing": (into, value) => void (into.spacing = twips(value) ?? 0),
  "w:fitText": (into, value) => void (into.fit = twips(value) ?? 0),
  "w:eastAsianLayout": (into, _, attributes) =>
    void (into.combined = isOn(attributes["w:combine"], false) || isOn(attributes["w:vert"], false)),
  "w:rFonts": (into, _, attributes) => {
    const font = attributes["w:ascii"] ?? attributes["w:hAnsi"];
    if (font !== undefined) into.font = font;
    // The theme's font takes precedence over the name (17.3.2.26), and no theme has a symbol font.
    else if (attributes["w:asciiTheme"] !== undefined) into.font = "";
    const complex = attributes["w:cs"];
    if (complex !== undefined) into.complexFont = complex;
  },
  "w:u": (into, value) => void (into.underlined = value !== undefined && value !== "none"),
  "w:emboss": (into, value) => void (into.relief = isOn(value)),
  "w:imprint": (into, value) => void (into.relief = isOn(value)),
  "w:bdr": (into, value) => void (into.framed = value !== undefined && !/^(?:nil|none)$/.test(value)),
};

/** Names of the elements that readRunProperty reads. */
export const runPropertyNames: readonly string[] = [
  ...Object.keys(readers),
  ..."glow shadow reflection textOutline textFill noFill solidFill srgbClr schemeClr alpha lumMod lumOff"
    .split(" ")
    .map((name) => `w14:${name}`),
];

/** Reads w:shd of a run, paragraph, cell or table. */
export function readShading(attributes: Attributes): Shading {
  return {
    pattern: attributes["w:val"] ?? "clear",
    colour: {
      value: attributes["w:color"],
      theme: attributes["w:themeColor"],
      ...changes(attributes, "theme"),
    },
    fill: {
      value: attributes["w:fill"],
      theme: attributes["w:themeFill"],
      ...changes(attributes, "themeFill"),
    },
  };
}

function changes(attributes: Attributes, prefix: string): Pick<PaletteColour, "tint" | "shade"> {
  return { tint: attributes[`w:${prefix}Tint`], shade: attributes[`w:${prefix}Shade`] };
}

function readFill(into: RunProperties, name: string, attributes: Attributes): void {
  if (name === "w14:shadow" || name === "w14:reflection")
    into.cast = Math.max(into.cast ?? 0, castOff(name, attributes));
  // A glow wider than its letters is a blot.
  if (name === "w14:glow") into.cast = Math.max(into.cast ?? 0, wholeNumber(attributes["w14:rad"], 0) / 3);
  if (name === "w14:textOutline") into.outline = wholeNumber(attributes["w14:w"], usualOutline);
  // The outline is stated before the fill.
  if (name === "w14:noFill" && into.fill === undefined) into.outline = 0;
  if (name === "w14:textFill") into.fill = { kind: "other", colour: {}, transparency: 0 };
  const { fill } = into;
  if (fill === undefined) return;
  const value = attributes["w14:val"];
  const share = (): string => Math.round((wholeNumber(value, 100_000) / 100_000) * 255).toString(16);
  if (name === "w14:noFill") fill.kind = "none";
  else if (name === "w14:solidFill") fill.kind = "solid";
  else if (name === "w14:srgbClr") fill.colour = { value };
  else if (name === "w14:schemeClr") fill.colour = { theme: value };
  else if (name === "w14:alpha") fill.transparency = wholeNumber(value, 0) / 1000;
  // Word writes a lighter theme colour as lumMod with lumOff = 1 − lumMod, which equals a tint.
  else if (name === "w14:lumMod") fill.colour = { ...fill.colour, shade: share() };
  else if (name === "w14:lumOff" && fill.colour.shade !== undefined)
    fill.colour = { ...fill.colour, shade: undefined, tint: fill.colour.shade };
}

/** A shadow as high as its letters and a reflection that stands on its head begin so far off; others lie elsewhere. */
function castOff(name: string, attributes: Attributes): number {
  const upright = name === "w14:shadow" ? "100000" : "-100000";
  return (attributes["w14:sy"] ?? upright) === upright ? wholeNumber(attributes["w14:dist"], 0) : Infinity;
}

/** The width of a line where none is stated (20.1.2.2.24). */
const usualOutline = 9525;

/** Half-points, or a length with a unit (ST_HpsMeasure, strict). */
function halfPoints(value: string | undefined): number | undefined {
  const found = measure(value);
  return found === undefined ? undefined : typeof found === "number" ? found : found.points * 2;
}

/** Twips, or a length with a unit (ST_TwipsMeasure, ST_SignedTwipsMeasure). */
export function twips(value: string | undefined): number | undefined {
  const found = measure(value);
  return found === undefined ? undefined : typeof found === "number" ? found : found.points * 20;
}

function measure(value: string | undefined): number | { readonly points: number } | undefined {
  const match = /^(-?\d{1,9}(?:\.\d{1,9})?)([a-z]{2})?$/.exec(value ?? "");
  if (match === null) return undefined;
  const [, number, unit] = match;
  return unit === undefined ? Number(number) : { points: Number(number) * (POINTS_IN[unit] ?? 1) };
}
