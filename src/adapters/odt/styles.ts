import { parseColour } from "../docx/look/colour.ts";
import type { Rgb } from "../docx/look/colour.ts";
import type { Attributes } from "../package/xml.ts";
import type { RunLook } from "../sheet/cell-text.ts";
import { odtPlaceDoubt, points, signedPoints, spaceAbove } from "./place.ts";

/** What one style says of text (ODF 1.3 part 3, 16.29.29); undefined where it says nothing. */
interface TextProperties {
  colour?: Rgb | null | undefined;
  ground?: Rgb | null | undefined;
  /** Points, or per cent of what the text around has. */
  size?: { readonly value: number; readonly isShare: boolean };
  /** Points by which it is larger than the text around it. */
  sizeChange?: number;
  struck?: boolean;
  script?: RunLook["script"] | "none";
  hidden?: boolean;
  font?: string;
  doubt?: string;
}

interface Style {
  readonly parent: string | undefined;
  readonly text: TextProperties;
  /** Of its paragraphs or cells. */
  ground: Rgb | null | undefined;
  /** Points of a row of fixed height, or of a column. */
  height: number | undefined;
  width: number | undefined;
  /** Of a cell: it has a border, its text is made to fit, or repeated until it is full. */
  framed: boolean | undefined;
  shrinks: boolean | undefined;
  repeats: boolean | undefined;
  /** Of a table: it is not shown. */
  absent: boolean | undefined;
  /** Styles that conditions put in its place. */
  readonly instead: string[];
  readonly outlineLevel: number | undefined;
  /** Of paragraphs and cells: points between the edge above and the first line. */
  above: number | undefined;
  /** A line runs across its cells. */
  isCrossed: boolean;
}

/** Text as all styles around it have it. */
export interface TextLook extends RunLook {
  readonly hidden: boolean;
}

/** A cell of a spreadsheet as all its styles have it. */
export interface OdtCellLook {
  readonly look: TextLook;
  readonly ground: Rgb | null;
  readonly framed: boolean;
  readonly shrinks: boolean;
  readonly repeats: boolean;
  /** Names of the styles that conditions may put in its place. */
  readonly instead: readonly string[];
}

export interface OdfStyles {
  readonly open: (name: string, attributes: Attributes) => void;
  /** The look of text in a spreadsheet's cell. */
  readonly cell: (style: string | undefined) => OdtCellLook;
  /** Points of a column; infinite where no style says. */
  readonly width: (style: string | undefined) => number;
  /** Whether a table of this style is not shown. */
  readonly isAbsent: (style: string | undefined) => boolean;
  /** The look of a paragraph's text. */
  readonly paragraph: (style: string | undefined) => TextLook;
  /** The look of a span within text that looks as `around`. */
  readonly span: (style: string | undefined, around: TextLook) => TextLook;
  /** The look of text that says this of itself, within text that looks as `around`. */
  readonly stated: (own: Attributes, around: TextLook) => TextLook;
  /** What a paragraph, cell, row or table paints under its text; null for nothing. */
  readonly ground: (family: string, style: string | undefined) => Rgb | null;
  readonly height: (style: string | undefined) => number;
  /** Points above the first line of a paragraph, or of what a cell holds. */
  readonly above: (family: "paragraph" | "table-cell", style: string | undefined) => number;
  readonly isCrossed: (cell: string | undefined) => boolean;
  readonly outlineLevel: (style: string | undefined) => number | undefined;
}

/** Points of text where no style says (ODF leaves it to the program). */
const usualSize = 12;
/** Styles may inherit in a ring. */
const deepest = 32;

/** Collects the styles of styles.xml and of the document's own automatic ones. */
export function odfStyles(): OdfStyles {
  const styles = new Map<string, Style>();
  const cells = new Map<string, OdtCellLook>();
  /** Families of the fonts by the names that styles call them (ODF 1.3 part 3, 16.23). */
  const faces = new Map<string, string>();
  let current: Style | null = null;
  const keyOf = (family: string, name: string): string => `${family} ${name}`;
  const chain = (family: string, name: string | undefined): Style[] => {
    const found: Style[] = [];
    let next = name;
    while (next !== undefined && found.length < deepest) {
      const style = styles.get(keyOf(family, next));
      if (style === undefined) break;
      found.unshift(style);
      next = style.parent;
    }
    const usual = styles.get(keyOf(family, ""));
    return usual === undefined ? found : [usual, ...found];
  };
  const base: TextLook = { struck: false, size: usualSize, colour: null, hidden: false };
  return {
    open: (name, attributes) => {
      if (name === "style:style" || name === "style:default-style") {
        const level = Number(attributes["style:default-outline-level"]);
        current = {
          parent: attributes["style:parent-style-name"],
          text: {},
          ground: undefined,
          height: undefined,
          above: undefined,
          isCrossed: false,
          width: undefined,
          framed: undefined,
          shrinks: undefined,
          repeats: undefined,
          absent: undefined,
          instead: [],
          outlineLevel: level > 0 ? level : undefined,
        };
        styles.set(keyOf(attributes["style:family"] ?? "", attributes["style:name"] ?? ""), current);
      } else if (name === "style:font-face")
        faces.set(attributes["style:name"] ?? "", attributes["svg:font-family"] ?? "");
      // Lists, formats of numbers and pages have properties of their own.
      else if (!name.startsWith("style:") || name === "style:page-layout") current = null;
      else if (current !== null) readProperties(current, name, attributes, faces);
    },
    cell: (style) => {
      const known = cells.get(style ?? "");
      if (known) return known;
      const found = chain("table-cell", style);
      const look: OdtCellLook = {
        look: found.reduce((around, { text }) => applied(around, text), base),
        ground: found.findLast(({ ground }) => ground !== undefined)?.ground ?? null,
        framed: found.findLast(({ framed }) => framed !== undefined)?.framed ?? false,
        shrinks: found.findLast(({ shrinks }) => shrinks !== undefined)?.shrinks ?? false,
        repeats: found.findLast(({ repeats }) => repeats !== undefined)?.repeats ?? false,
        instead: found.flatMap(({ instead }) => instead),
      };
      cells.set(style ?? "", look);
      return look;
    },
    width: (style) => chain("table-column", style).at(-1)?.width ?? Number.POSITIVE_INFINITY,
    isAbsent: (style) => chain("table", style).at(-1)?.absent ?? false,
    paragraph: (style) => chain("paragraph", style).reduce((look, { text }) => applied(look, text), base),
    span: (style, around) =>
      // A default style of spans is one of paragraphs too; applied anew it would undo what the paragraph says.
      chain("text", style)
        .filter((one) => one !== styles.get(keyOf("text", "")))
        .reduce((look, { text }) => applied(look, text), around),
    stated: (own, around) => {
      const text: TextProperties = {};
      readText(text, own, faces);
      return applied(around, text);
    },
    ground: (family, style) =>
      chain(family, style).reduce<Rgb | null>(
        (under, { ground }) => (ground === undefined ? under : ground),
        null,
      ),
    above: (family, style) => chain(family, style).findLast(({ above }) => above !== undefined)?.above ?? 0,
    height: (style) => chain("table-row", style).at(-1)?.height ?? Number.POSITIVE_INFINITY,
    isCrossed: (cell) => chain("table-cell", cell).some(({ isCrossed }) => isCrossed),
    outlineLevel: (style) =>
      chain("paragraph", style).findLast(({ outlineLevel }) => outlineLevel !== undefined)?.outlineLevel,
  };
}

function applied(around: TextLook, said: TextProperties): TextLook {
  const { size } = said;
  const points =
    (size === undefined ? around.size : size.isShare ? (around.size * size.value) / 100 : size.value) +
    (said.sizeChange ?? 0);
  return {
    struck: said.struck ?? around.struck,
    hidden: said.hidden ?? around.hidden,
    font: said.font ?? around.font,
    doubt: said.doubt ?? around.doubt,
    size: points,
    colour: said.colour === undefined ? around.colour : said.colour,
    ground: said.ground === undefined ? around.ground : said.ground,
    script: said.script === undefined ? around.script : said.script === "none" ? undefined : said.script,
  };
}

type Faces = ReadonlyMap<string, string>;

function readProperties(style: Style, name: string, attributes: Attributes, faces: Faces): void {
  if (name === "style:text-properties") readText(style.text, attributes, faces);
  else if (name === "style:paragraph-properties" || name === "style:table-cell-properties") {
    const ground = colourIn(attributes["fo:background-color"]);
    if (ground !== undefined) style.ground = ground;
    const doubt = odtPlaceDoubt(attributes);
    if (doubt !== undefined) style.text.doubt = doubt;
    style.above = spaceAbove(attributes) ?? style.above;
    if (name === "style:table-cell-properties") readCell(style, attributes);
  } else if (name === "style:table-row-properties") style.height = points(attributes["style:row-height"]);
  else if (name === "style:table-column-properties") style.width = points(attributes["style:column-width"]);
  else if (name === "style:table-properties") style.absent = attributes["table:display"] === "false";
  else if (name === "style:map") style.instead.push(attributes["style:apply-style-name"] ?? "");
}

const sides = ["", "-left", "-right", "-top", "-bottom"];
const diagonals = ["style:diagonal-tl-br", "style:diagonal-bl-tr"];

function readCell(style: Style, attributes: Attributes): void {
  const borders = sides.flatMap((side) => attributes[`fo:border${side}`] ?? []);
  if (borders.length > 0) style.framed = borders.some((border) => !/^none$|\b(?:none|hidden)\b/.test(border));
  const fits = attributes["style:shrink-to-fit"];
  if (fits !== undefined) style.shrinks = fits === "true";
  const repeats = attributes["style:repeat-content"];
  if (repeats !== undefined) style.repeats = repeats === "true";
  style.isCrossed ||= diagonals.some((side) => !/^(?:none.*)?$/.test(attributes[side] ?? ""));
}

function readText(text: TextProperties, attributes: Attributes, faces: Faces): void {
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
  const position = said("style:text-position");
  if (position !== undefined) text.script = scriptOf(position);
  const display = said("text:display");
  if (display !== undefined) text.hidden = display === "none";
  const face = said("style:font-name");
  const font = face === undefined ? said("fo:font-family") : (faces.get(face) ?? face);
  if (font !== undefined) text.font = font.replace(/["']/g, "");
  const doubt = inkDoubt(said);
  if (doubt !== undefined) text.doubt = doubt;
}

/** `super 58%`, `sub`, or by how much of the size it is raised: `33% 58%`. */
function scriptOf(position: string): TextProperties["script"] {
  const [where = "", size = "100%"] = position.split(" ");
  const share = where === "super" ? 33 : where === "sub" ? -33 : Number.parseFloat(where);
  if (!(Math.abs(share) >= 20) && Number.parseFloat(size) > 75) return "none";
  return share > 0 ? "superscript" : share < 0 ? "subscript" : "none";
}

/** Text that is squeezed, turned, seen through, or shown where a condition holds. */
function inkDoubt(said: (name: string) => string | undefined): string | undefined {
  const share = (name: string): number => Number.parseFloat(said(name) ?? "100");
  if (said("text:display") === "condition") return "hidden-text";
  // Of a colour that is stated: LibreOffice writes 0% beside the automatic one.
  const isStated = said("fo:color") !== undefined && said("style:use-window-font-color") !== "true";
  if (isStated && share("loext:opacity") < leastOpacity) return "faint-text";
  const isTight = signedPoints(said("fo:letter-spacing")) < -closest;
  const isTurned = Number(said("style:text-rotation-angle") ?? 0) !== 0;
  const isCombined = (said("style:text-combine") ?? "none") !== "none";
  return isTight || isTurned || isCombined || share("style:text-scale") < leastScale
    ? "squeezed-text"
    : undefined;
}

/** Per cent of ink, and of the letters' width, that digits need to be read; points by which they may be drawn together. */
const leastOpacity = 30;
const leastScale = 25;
const closest = 3;

/** Null for what lets through what is under it; undefined where nothing is said. */
function colourIn(value: string | undefined): Rgb | null | undefined {
  if (value === undefined) return undefined;
  return value === "transparent" ? null : (parseColour(value.replace("#", "")) ?? undefined);
}
