import type { Rgb } from "../docx/look/colour.ts";
import type { Attributes } from "../package/xml.ts";
import { isSetOff } from "../word/tables/room.ts";
import type { Aligned } from "../word/tables/room.ts";
import {
  applied,
  colourIn,
  readTextProperties,
  type TextLook,
  type TextProperties,
} from "./text-properties.ts";
import { type OdfStyle, type OdfStyleMap, readStyleProperties } from "./style-properties.ts";

/** The look of a spreadsheet cell with all its styles applied. */
export interface OdtCellLook {
  readonly look: TextLook;
  readonly ground: Rgb | null;
  readonly framed: boolean;
  readonly shrinks: boolean;
  readonly repeats: boolean;
  readonly wraps: boolean;
  readonly aligned: Aligned;
  readonly isCrossed: boolean;
  readonly isPictured: boolean;
  readonly isUpsideDown: boolean;
  /** Degrees by which the text is turned. */
  readonly turn: number | "stacked";
  readonly isSecret: boolean;
  readonly indent: number;
  readonly dataStyle: string | undefined;
  /** Names of the styles that conditions may put in place of this one. */
  readonly instead: readonly OdfStyleMap[];
}

export interface OdfStyles {
  readonly open: (name: string, attributes: Attributes) => void;
  /** The look of text in a spreadsheet's cell. */
  readonly cell: (style: string | undefined) => OdtCellLook;
  /** Points of a column's width; infinite where no style states it. */
  readonly width: (style: string | undefined) => number;
  /** True if a table of this style is not shown. */
  readonly isAbsent: (style: string | undefined) => boolean;
  /** True if a table of this style stands beside the page. */
  readonly isOffPage: (style: string | undefined) => boolean;
  /** The look of a paragraph's text. */
  readonly paragraph: (style: string | undefined) => TextLook;
  /** The look of a span within text that looks as `around`. */
  readonly span: (style: string | undefined, around: TextLook) => TextLook;
  /** The look of text that states these properties itself, within text that looks as `around`. */
  readonly stated: (own: Attributes, around: TextLook) => TextLook;
  /** The colour that a paragraph, cell, row or table paints under its text; null for none. */
  readonly ground: (family: string, style: string | undefined) => Rgb | null;
  /** The colour of the last page layout that has one. */
  readonly page: () => Rgb | null;
  readonly height: (style: string | undefined) => number;
  /** True if a row of this style grows with its text, whatever height is stated. */
  readonly grows: (style: string | undefined) => boolean;
  /** Points above the first line of a paragraph, or above the content of a cell. */
  readonly above: (family: "paragraph" | "table-cell", style: string | undefined) => number;
  readonly isCrossed: (cell: string | undefined) => boolean;
  /** True if the lines of this cell run from top to bottom. */
  readonly isTurned: (cell: string | undefined) => boolean;
  /** True if a paragraph or cell of this style has a picture under its text. */
  readonly isPictured: (family: "paragraph" | "table-cell", style: string | undefined) => boolean;
  readonly outlineLevel: (style: string | undefined) => number | undefined;
}

/** Points; the text size where no style states one (ODF leaves it to the program). */
const usualSize = 12;

/** Longest chain of parents that is followed, because styles may inherit in a circle. */
const deepest = 32;

/** Collects the styles of styles.xml and the automatic styles of the document. */
export function odfStyles(): OdfStyles {
  const styles = new Map<string, OdfStyle>();
  const cells = new Map<string, OdtCellLook>();
  const faces = new Map<string, string>();
  let current: OdfStyle | null = null;
  let page: Rgb | null = null;
  const keyOf = (family: string, name: string): string => `${family} ${name}`;
  /** Chains and looks worked out so far, because the cells and paragraphs of a table share a few styles. */
  const chains = new Map<string, Map<string | undefined, readonly OdfStyle[]>>();
  const looks = new Map<string | undefined, TextLook>();
  const chain = (family: string, name: string | undefined): readonly OdfStyle[] => {
    const ofFamily = chains.get(family) ?? new Map<string | undefined, readonly OdfStyle[]>();
    const known = ofFamily.get(name);
    if (known !== undefined) return known;
    const found = chainAnew(family, name);
    chains.set(family, ofFamily.set(name, found));
    return found;
  };
  const chainAnew = (family: string, name: string | undefined): readonly OdfStyle[] => {
    const found: OdfStyle[] = [];
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
      chains.clear();
      looks.clear();
      if (name === "style:style" || name === "style:default-style") {
        const level = Number(attributes["style:default-outline-level"]);
        current = {
          parent: attributes["style:parent-style-name"],
          text: {},
          ground: undefined,
          height: undefined,
          above: undefined,
          right: undefined,
          aligned: undefined,
          isCrossed: false,
          isPictured: false,
          isTurned: undefined,
          isUpsideDown: undefined,
          turn: undefined,
          isSecret: undefined,
          indent: undefined,
          dataStyle: attributes["style:data-style-name"],
          width: undefined,
          grows: undefined,
          framed: undefined,
          shrinks: undefined,
          repeats: undefined,
          wraps: undefined,
          absent: undefined,
          isOffPage: undefined,
          instead: [],
          outlineLevel: level > 0 ? level : undefined,
        };
        styles.set(keyOf(attributes["style:family"] ?? "", attributes["style:name"] ?? ""), current);
      } else if (name === "style:font-face")
        faces.set(attributes["style:name"] ?? "", attributes["svg:font-family"] ?? "");
      // LibreOffice states the ground of a paragraph in an element of its own before the other properties.
      else if (name.startsWith("loext:")) return;
      else if (name === "style:page-layout-properties")
        page = colourIn(attributes["fo:background-color"]) ?? page;
      // Lists, number formats and pages have properties of their own, which are not read here.
      else if (!name.startsWith("style:") || name === "style:page-layout") current = null;
      else if (current !== null) readStyleProperties(current, name, attributes, faces);
    },
    cell: (style) => {
      const known = cells.get(style ?? "");
      if (known) return known;
      const found = chain("table-cell", style);
      const last = <Key extends keyof OdfStyle>(key: Key): OdfStyle[Key] | undefined =>
        found.findLast((one) => one[key] !== undefined)?.[key];
      const look: OdtCellLook = {
        look: found.reduce((around, { text }) => applied(around, text), base),
        ground: last("ground") ?? null,
        framed: last("framed") ?? false,
        shrinks: last("shrinks") ?? false,
        repeats: last("repeats") ?? false,
        wraps: last("wraps") ?? false,
        aligned: last("aligned") ?? "start",
        isCrossed: found.some(({ isCrossed }) => isCrossed),
        isPictured: found.some(({ isPictured }) => isPictured),
        isUpsideDown: last("isUpsideDown") ?? false,
        turn: last("turn") ?? 0,
        isSecret: last("isSecret") ?? false,
        indent: last("indent") ?? 0,
        dataStyle: last("dataStyle"),
        instead: found.flatMap(({ instead }) => instead),
      };
      cells.set(style ?? "", look);
      return look;
    },
    width: (style) => chain("table-column", style).at(-1)?.width ?? Number.POSITIVE_INFINITY,
    isAbsent: (style) => chain("table", style).at(-1)?.absent ?? false,
    isOffPage: (style) => chain("table", style).at(-1)?.isOffPage ?? false,
    paragraph: (style) => {
      const known = looks.get(style);
      if (known !== undefined) return known;
      const found = chain("paragraph", style);
      const look = found.reduce((around, { text }) => applied(around, text), base);
      const right = found.findLast((one) => one.right !== undefined)?.right ?? 0;
      const aligned = found.findLast((one) => one.aligned !== undefined)?.aligned ?? "start";
      const own = isSetOff(0, right * 20, aligned) ? { ...look, doubt: look.doubt ?? "moved-text" } : look;
      looks.set(style, own);
      return own;
    },
    span: (style, around) =>
      // The default style of spans is applied to paragraphs already; applied again it would undo what the paragraph
      // states.
      chain("text", style)
        .filter((one) => one !== styles.get(keyOf("text", "")))
        .reduce((look, { text }) => applied(look, text), around),
    stated: (own, around) => {
      const text: TextProperties = {};
      readTextProperties(text, own, faces);
      return applied(around, text);
    },
    ground: (family, style) =>
      chain(family, style).reduce<Rgb | null>(
        (under, { ground }) => (ground === undefined ? under : ground),
        null,
      ),
    above: (family, style) => chain(family, style).findLast(({ above }) => above !== undefined)?.above ?? 0,
    page: () => page,
    height: (style) => chain("table-row", style).at(-1)?.height ?? Number.POSITIVE_INFINITY,
    grows: (style) => chain("table-row", style).at(-1)?.grows ?? false,
    isCrossed: (cell) => chain("table-cell", cell).some(({ isCrossed }) => isCrossed),
    isTurned: (cell) =>
      chain("table-cell", cell).findLast((one) => one.isTurned !== undefined)?.isTurned ?? false,
    isPictured: (family, style) => chain(family, style).at(-1)?.isPictured ?? false,
    outlineLevel: (style) =>
      chain("paragraph", style).findLast(({ outlineLevel }) => outlineLevel !== undefined)?.outlineLevel,
  };
}
