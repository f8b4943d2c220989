import { parseColour } from "../docx/look/colour.ts";
import type { Rgb } from "../docx/look/colour.ts";
import type { Attributes } from "../package/xml.ts";
import type { RunLook } from "../sheet/shown/cell-text.ts";
import { points, signedPoints, standsBesideLine } from "./place.ts";

/** What one style states about text (ODF 1.3 part 3, 16.29.29); undefined where it states nothing. */
export interface TextProperties {
  colour?: Rgb | null | undefined;
  ground?: Rgb | null | undefined;
  /** Points, or a percentage of the size of the text around. */
  size?: { readonly value: number; readonly isShare: boolean };
  /** Points by which the text is larger than the text around it. */
  sizeChange?: number;
  struck?: boolean;
  underlined?: boolean;
  script?: RunLook["script"] | "none";
  hidden?: boolean;
  /** A tab draws a line or characters (style:tab-stop, 17.8). */
  leads?: boolean;
  font?: string;
  doubt?: string;
}

/** The look of text with all styles around it applied. */
export interface TextLook extends RunLook {
  readonly hidden: boolean;
  readonly leads?: boolean | undefined;
}

/** Font families, by the names that styles use for them (ODF 1.3 part 3, 16.23). */
export type Faces = ReadonlyMap<string, string>;

/** The look of text with these properties, within text that looks as `around`. */
export function applied(around: TextLook, said: TextProperties): TextLook {
  const { size } = said;
  const points =
    (size === undefined ? around.size : size.isShare ? (around.size * size.value) / 100 : size.value) +
    (said.sizeChange ?? 0);
  return {
    struck: said.struck ?? around.struck,
    underlined: said.underlined ?? around.underlined,
    hidden: said.hidden ?? around.hidden,
    leads: said.leads ?? around.leads,
    font: said.font ?? around.font,
    doubt: said.doubt ?? around.doubt,
    size: points,
    colour: said.colour === undefined ? around.colour : said.colour,
    ground: said.ground === undefined ? around.ground : said.ground,
    script: said.script === undefined ? around.script : said.script === "none" ? undefined : said.script,
  };
}

export function readTextProperties(text: TextProperties, attributes: Attributes, faces: Faces): void {
  const said = (name: string): string | undefined => attributes[name];
  const colour = colourIn(said("fo:color"));
  if (colour !== undefined) text.colour = colour;
  if (said("style:use-window-font-color") === "true") text.colour = null;
  const ground = colourIn(said("fo:background-color"));
  if (ground !== undefined) text.ground = ground;
  const size = said("fo:font-size");
  const value = size?.endsWith("%") ? Number.parseFloat(size) : points(size);
  if (size !== undefined && value !== undefined) text.size = { value, isShare: size.endsWith("%") };
  const change = signedPoints(said("style:font-size-rel"));
  if (change !== 0) text.sizeChange = change;
  const line = said("style:text-line-through-style") ?? said("style:text-line-through-type");
  if (line !== undefined) text.struck = line !== "none";
  const under = said("style:text-underline-style");
  if (under !== undefined) text.underlined = under !== "none";
  const position = said("style:text-position");
  if (position !== undefined) text.script = scriptOf(position);
  const display = said("text:display");
  if (display !== undefined) text.hidden = display === "none";
  const face = said("style:font-name");
  const font = face === undefined ? said("fo:font-family") : (faces.get(face) ?? face);
  if (font !== undefined) text.font = font.replace(/["']/g, "");
  const doubt = inkDoubt(said) ?? (standsBesideLine(attributes) ? "drawn" : undefined);
  if (doubt !== undefined) text.doubt = doubt;
}

/** `super 58%`, `sub`, or the share of the size by which it is raised: `33% 58%`. */
function scriptOf(position: string): TextProperties["script"] {
  const [where = "", size = "100%"] = position.split(" ");
  const share = where === "super" ? 33 : where === "sub" ? -33 : Number.parseFloat(where);
  if (!(Math.abs(share) >= 20) && Number.parseFloat(size) > 85) return "none";
  return share > 0 ? "superscript" : share < 0 ? "subscript" : "none";
}

/** Why text may not be seen as stored: it is squeezed, turned, transparent, or shown only if a condition holds. */
function inkDoubt(said: (name: string) => string | undefined): string | undefined {
  const share = (name: string): number => Number.parseFloat(said(name) ?? "100");
  if (said("text:display") === "condition") return "hidden-text";
  // Opacity counts only for a stated colour: LibreOffice writes 0% beside the automatic colour.
  const isStated = said("fo:color") !== undefined && said("style:use-window-font-color") !== "true";
  if (isStated && share("loext:opacity") < leastOpacity) return "faint-text";
  // Raised and engraved letters are pale edges.
  if (/^e/.test(said("style:font-relief") ?? "")) return "faint-text";
  const isTight = signedPoints(said("fo:letter-spacing")) < -closest;
  const isTurned = Number(said("style:text-rotation-angle") ?? 0) !== 0;
  const isCombined = (said("style:text-combine") ?? "none") !== "none";
  return isTight || isTurned || isCombined || share("style:text-scale") < leastScale
    ? "squeezed-text"
    : undefined;
}

/**
 * Per cent of opacity, and of the letters' width, that digits need to be readable; then the points by which letters may
 * be drawn together.
 */
const leastOpacity = 30;
const leastScale = 25;
const closest = 3;

/** Null for a transparent colour; undefined where none is stated. */
export function colourIn(value: string | undefined): Rgb | null | undefined {
  if (value === undefined) return undefined;
  return value === "transparent" ? null : (parseColour(value.replace("#", "")) ?? undefined);
}
