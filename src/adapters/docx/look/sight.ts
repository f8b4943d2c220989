import { EMU_IN_POINT } from "../../package/lengths.ts";
import { leastScale } from "../../word/text/look.ts";
import type { DocxStyles } from "./styles.ts";
import { contrastOnGround, isFaintOnGround, isSame, black } from "./colour.ts";
import type { Rgb } from "./colour.ts";
import { highlights } from "./palette.ts";
import type { ThemePalette, Shading } from "./palette.ts";
import type { RunProperties } from "./run-properties.ts";

/** Half-points; text of two points or less is a dot on the page. */
const smallestSize = 4;
/** Half-points; no form has smaller print than this. */
const smallSize = 7;
/** Half-points; the font size where no level states one (17.3.2.38). */
const usualSize = 20;
/** If the sizes or widths of two digits differ by this ratio, they do not belong to one number. */
const mixedSizes = 1.3;
/** Half-points by which smaller digits are lowered where they are a note mark: LibreOffice saves `<sub>` so. */
const mixedHeights = 2;
/** Contrast from which two digits are clearly of different colours. */
const mixedContrast = 2;

/** How the table around a cell looks there: its style as it applies to the cell, and the shading under the text. */
export interface TableLook {
  /** Levels of the table style, weakest first. */
  readonly levels: readonly RunProperties[];
  /** The possible colours under the cell's text; empty for paper. */
  readonly ground: readonly Rgb[];
}

export const noTable: TableLook = { levels: [], ground: [] };

/** The levels that decide how a run looks, weakest first. */
export interface Levels {
  readonly styles: DocxStyles;
  readonly palette: ThemePalette;
  readonly table: TableLook;
  readonly paragraphStyle: string | undefined;
  readonly paragraphShading: Shading | undefined;
  readonly direct: RunProperties;
}

/** A run as a person sees it. */
export interface RunSight {
  /** `hidden` by a property; `unseen` because of its colour or size. */
  readonly visibility: "seen" | "hidden" | "unseen";
  /** Why its digits are doubtful. */
  readonly doubt?: string | undefined;
  readonly struck: boolean;
  readonly script?: "superscript" | "subscript" | undefined;
  readonly font?: string | undefined;
  /** True if a frame is drawn around it. */
  readonly framed: boolean;
  readonly underlined: boolean;
  readonly size: number;
  readonly scale: number;
  readonly colour: Rgb;
  /** Twips into which the run is fitted, and twips after each letter. */
  readonly fit?: number | undefined;
  readonly gap: number;
  /** Half-points by which it is raised. */
  readonly rise: number;
}

export function runSightOf(levels: Levels): RunSight {
  const look = resolve(levels);
  const { flat } = look;
  const grounds = groundsOf(levels, flat);
  const colours = coloursOf(levels.palette, flat);
  // On a marker the automatic colour stays black, unlike on a shading.
  if (colours.length === 0 && highlights[flat.highlight ?? ""] !== undefined) colours.push(black);
  const size = sizeOf(flat);
  const scale = flat.scale ?? 100;
  const sight = {
    visibility: "seen" as RunSight["visibility"],
    struck: look.strike.on || flat.doubleStrike === true,
    script: scriptOf(flat, size),
    font: (flat.complexScript || flat.rightToLeft ? flat.complexFont : undefined) ?? flat.font,
    framed: flat.framed === true,
    underlined: flat.underlined === true,
    size,
    scale,
    colour: colours[0] ?? black,
    fit: flat.fit,
    gap: flat.spacing ?? 0,
    rise: flat.position ?? 0,
    doubt: undefined as RunSight["doubt"],
  };
  if (look.vanish.on && !look.vanish.disputed) return { ...sight, visibility: "hidden" };
  const pairs = colours.flatMap((colour) => grounds.map((ground) => [colour, ground] as const));
  const fits = (test: (text: Rgb, ground: Rgb) => boolean) => pairs.map((pair) => test(...pair));
  const same = pairs.length > 0 && fits(isSame).every(Boolean);
  if (same || size <= smallestSize) {
    return { ...sight, visibility: "unseen", doubt: same ? "faint-text" : "too-small" };
  }
  const faint = pairs.length > 0 && fits(isFaintOnGround).some(Boolean);
  return { ...sight, doubt: doubtOf(look, size, scale, faint) };
}

/** True if the looks of two neighbouring runs differ so much that their digits cannot belong to one number. */
export function differs(one: RunSight, other: RunSight): boolean {
  const apart = (a: number, b: number): boolean => Math.max(a, b) >= mixedSizes * Math.min(a, b);
  return (
    one.framed !== other.framed ||
    // A space after a digit, where the other digits have none, parts them.
    Math.abs(one.gap - other.gap) > one.size * 10 * 0.5 ||
    apart(one.size, other.size) ||
    (one.size !== other.size && Math.abs(one.rise - other.rise) >= mixedHeights) ||
    apart(one.scale, other.scale) ||
    contrastOnGround(one.colour, other.colour) > mixedContrast
  );
}

function doubtOf(look: Resolved, size: number, scale: number, faint: boolean): string | undefined {
  const { flat } = look;
  if (look.vanish.disputed || flat.webHidden) return "hidden-text";
  if (
    faint ||
    flat.relief ||
    flat.fill?.kind === "none" ||
    flat.fill?.kind === "other" ||
    (flat.fill?.transparency ?? 0) >= mostTransparent ||
    (flat.outline ?? 0) > size * thickOutline
  )
    return "faint-text";
  if (size < smallSize || (size * scale) / 100 <= smallestSize) return "too-small";
  // Letters drawn together by more than a quarter of their size overlap.
  if (-(flat.spacing ?? 0) > size * 10 * 0.25 || scale < leastScale || flat.combined) return "squeezed-text";
  if ((flat.cast ?? 0) > size * farCast) return "drawn";
  if (flat.rightToLeft) return "bidirectional-control";
  if (look.strike.disputed) return "struck-text";
  return Math.abs(flat.position ?? 0) > 2 * size ? "raised-digit" : undefined;
}

const mostTransparent = 70;
/** English metric units for each half-point of size: a line of an eighth of the size fills or eats the letters. */
const thickOutline = EMU_IN_POINT / 2 / 8;

/** English metric units for each half-point of size: a copy of the letters a third of their size away is read beside them. */
const farCast = EMU_IN_POINT / 2 / 3;

interface Toggle {
  readonly on: boolean;
  /** True if two styles cancel each other out: the standard says off, but not every program follows it. */
  readonly disputed: boolean;
}

interface Resolved {
  readonly flat: RunProperties;
  readonly vanish: Toggle;
  readonly strike: Toggle;
}

function resolve({ styles, table, paragraphStyle, direct }: Levels): Resolved {
  const paragraph = styles.runProperties(paragraphStyle, "paragraph");
  const character = styles.runProperties(direct.style, "character");
  const tableFlat: RunProperties = Object.assign({}, ...table.levels);
  const toggle = (name: "vanish" | "strike"): Toggle => {
    const said = direct[name];
    if (said !== undefined) return { on: said, disputed: false };
    if (styles.defaults[name] === true) return { on: true, disputed: false };
    // ISO 29500-1 17.7.3: the property is on where an odd number of the three kinds of style set it.
    const count = [tableFlat[name], paragraph[name], character[name]].filter(Boolean).length;
    return { on: count % 2 === 1, disputed: count > 1 };
  };
  return {
    // V8 copies these twenty times as fast as by spreading, which adds each new key the slow way.
    flat: Object.assign({}, styles.defaults, tableFlat, paragraph, character, direct) as RunProperties,
    vanish: toggle("vanish"),
    strike: toggle("strike"),
  };
}

function groundsOf({ palette, table, paragraphShading }: Levels, flat: RunProperties): readonly Rgb[] {
  const marked = flat.highlight === undefined ? undefined : highlights[flat.highlight];
  if (marked !== undefined) return [marked];
  const painted = [flat.shading, paragraphShading]
    .map((shading) => (shading === undefined ? null : palette.grounds(shading)))
    .find((grounds) => grounds !== null);
  if (painted !== undefined && painted !== null) return painted;
  return table.ground.length === 0 ? palette.paper() : table.ground;
}

/**
 * The colours in which the letters may be painted; none for the automatic colour, which the program chooses so that it
 * can be read.
 */
function coloursOf(palette: ThemePalette, { colour, fill }: RunProperties): Rgb[] {
  const plain = colour === undefined ? [] : palette.colours(colour);
  const filled = fill?.kind === "solid" ? palette.colours(fill.colour) : [];
  // Newer programs paint a stated fill in place of the colour; older ones paint the colour.
  return [...filled, ...plain];
}

function sizeOf({ size, complexSize, complexScript }: RunProperties): number {
  const plain = size ?? usualSize;
  return complexScript && complexSize !== undefined ? Math.min(plain, complexSize) : plain;
}

/** Raised or lowered by vertAlign, or by a position of at least a fifth of the size. */
function scriptOf({ script, position = 0 }: RunProperties, size: number): RunSight["script"] {
  if (script === "superscript" || script === "subscript") return script;
  if (Math.abs(position) * 5 < size) return undefined;
  return position > 0 ? "superscript" : "subscript";
}
