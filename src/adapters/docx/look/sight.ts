import type { DocxStyles } from "./styles.ts";
import { contrastOnGround, isFaintOnGround, isSame, black } from "./colour.ts";
import type { Rgb } from "./colour.ts";
import { highlights } from "./palette.ts";
import type { ThemePalette, Shading } from "./palette.ts";
import type { RunProperties } from "./run-properties.ts";

/** Half-points: text of two points and less is a dot on the page. */
const smallestSize = 4;
/** Half-points: smaller print than this no form has. */
const smallSize = 7;
/** Half-points of a font where no level says (17.3.2.38). */
const usualSize = 20;
/** Digits whose sizes, or widths, stand in such a proportion are not one number's. */
const mixedSizes = 1.3;
/** Digits of clearly different colours. */
const mixedContrast = 2;

/** What the table around a cell says: its style as it applies there, and the shading under the text. */
export interface TableLook {
  /** Levels of the table style, weakest first. */
  readonly levels: readonly RunProperties[];
  /** Under the cell's text; empty for paper. */
  readonly ground: readonly Rgb[];
}

export const noTable: TableLook = { levels: [], ground: [] };

/** The levels that say how a run looks, weakest first. */
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
  /** `hidden` by a property; `unseen` for its colour or its size. */
  readonly visibility: "seen" | "hidden" | "unseen";
  /** Why its digits are doubtful. */
  readonly doubt?: string | undefined;
  readonly struck: boolean;
  readonly script?: "superscript" | "subscript" | undefined;
  readonly font?: string | undefined;
  readonly size: number;
  readonly scale: number;
  readonly colour: Rgb;
  /** Twips the run is fitted into. */
  readonly fit?: number | undefined;
}

export function runSightOf(levels: Levels): RunSight {
  const look = resolve(levels);
  const { flat } = look;
  const grounds = groundsOf(levels, flat);
  const colours = coloursOf(levels.palette, flat);
  const size = sizeOf(flat);
  const scale = flat.scale ?? 100;
  const sight = {
    visibility: "seen" as RunSight["visibility"],
    struck: look.strike.on || flat.doubleStrike === true,
    script: scriptOf(flat, size),
    font: flat.font,
    size,
    scale,
    colour: colours[0] ?? black,
    fit: flat.fit,
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

/** Why digits beside each other cannot be one number; undefined where they look alike. */
export function differs(one: RunSight, other: RunSight): boolean {
  const apart = (a: number, b: number): boolean => Math.max(a, b) >= mixedSizes * Math.min(a, b);
  return (
    apart(one.size, other.size) ||
    apart(one.scale, other.scale) ||
    contrastOnGround(one.colour, other.colour) > mixedContrast
  );
}

function doubtOf(look: Resolved, size: number, scale: number, faint: boolean): string | undefined {
  const { flat } = look;
  if (look.vanish.disputed || flat.webHidden) return "hidden-text";
  if (
    faint ||
    flat.fill?.kind === "none" ||
    flat.fill?.kind === "other" ||
    (flat.fill?.transparency ?? 0) >= mostTransparent
  )
    return "faint-text";
  if (size < smallSize || (size * scale) / 100 <= smallestSize) return "too-small";
  // Letters closer than half their width stand on each other.
  if (-(flat.spacing ?? 0) > size * 10 * 0.25 || flat.combined) return "squeezed-text";
  if (flat.rightToLeft) return "bidirectional-control";
  if (look.strike.disputed) return "struck-text";
  return Math.abs(flat.position ?? 0) > 2 * size ? "raised-digit" : undefined;
}

const mostTransparent = 70;

interface Toggle {
  readonly on: boolean;
  /** Two styles cancel out: the standard says off, and not every program follows. */
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
    // ISO 29500-1 17.7.3: on where an odd number of the three kinds of style says so.
    const count = [tableFlat[name], paragraph[name], character[name]].filter(Boolean).length;
    return { on: count % 2 === 1, disputed: count > 1 };
  };
  return {
    flat: { ...styles.defaults, ...tableFlat, ...paragraph, ...character, ...direct },
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

/** What the letters may be painted in; none where the program chooses what can be read on the ground. */
function coloursOf(palette: ThemePalette, { colour, fill }: RunProperties): readonly Rgb[] {
  const plain = colour === undefined ? [] : palette.colours(colour);
  const filled = fill?.kind === "solid" ? palette.colours(fill.colour) : [];
  // A fill that is stated replaces the colour in newer programs; older ones paint the colour.
  return [...filled, ...plain];
}

function sizeOf({ size, complexSize, complexScript }: RunProperties): number {
  const plain = size ?? usualSize;
  return complexScript && complexSize !== undefined ? Math.min(plain, complexSize) : plain;
}

/** Raised by vertAlign, or by a position of a fifth of its size and more. */
function scriptOf({ script, position = 0 }: RunProperties, size: number): RunSight["script"] {
  if (script === "superscript" || script === "subscript") return script;
  if (Math.abs(position) * 5 < size) return undefined;
  return position > 0 ? "superscript" : "subscript";
}
