import { isOn } from "./values.ts";
import type { Attributes, XmlHandler } from "../../package/xml.ts";
import { black, mixed, parseColour, white, withLightness } from "./colour.ts";
import type { Rgb } from "./colour.ts";

/** A colour as it is written: its value, and the theme colour that takes precedence over it (ISO 29500-1 17.3.2.6). */
export interface PaletteColour {
  readonly value?: string | undefined;
  readonly theme?: string | undefined;
  /** A share in hexadecimal; `FF` means no change. */
  readonly tint?: string | undefined;
  readonly shade?: string | undefined;
}

/** w:shd (17.3.5). */
export interface Shading {
  readonly pattern: string;
  readonly colour: PaletteColour;
  readonly fill: PaletteColour;
}

export interface ThemePalette {
  /**
   * The possible colours: none where the colour is automatic, and two where the written value and the theme disagree,
   * because some programs follow the one and some the other.
   */
  readonly colours: (colour: PaletteColour) => readonly Rgb[];
  /** The colours that a shading may paint; null where it paints nothing. */
  readonly grounds: (shading: Shading) => readonly Rgb[] | null;
  /**
   * The colours that may lie under text without shading: white, and the colour that a screen gives the page (17.2.1,
   * 17.15.1.25).
   */
  readonly paper: () => readonly Rgb[];
  readonly colourPaper: (colour: PaletteColour) => void;
}

/** Reads the colours of theme1.xml (a:clrScheme) and the mapping of settings.xml; one handler reads both parts. */
export function paletteReader(): { handler: XmlHandler; palette: ThemePalette } {
  const scheme = new Map<string, Rgb>();
  const mapping = new Map(Object.entries(defaultMapping));
  const paper = [white];
  let isPaperShown = false;
  const handler: XmlHandler = {
    open: (name, attributes, path) => {
      if (name === "w:clrSchemeMapping")
        for (const [used, meant] of mappingIn(attributes)) mapping.set(used, meant);
      if (name === "w:displayBackgroundShape") isPaperShown = isOn(attributes["w:val"]);
      const holder = path[path.length - 2];
      if (holder === undefined || path[path.length - 3] !== "a:clrScheme") return;
      const colour = parseColour(name === "a:sysClr" ? attributes["lastClr"] : attributes["val"]);
      const slot = holder.slice(2);
      if (colour !== null && !scheme.has(slot)) scheme.set(slot, colour);
    },
    close: () => undefined,
  };
  const themed = (name: string): Rgb | undefined => {
    const slot = schemeSlots[mapping.get(name) ?? name] ?? name;
    // A file without a theme is shown in the colours of the program: black on white.
    return scheme.get(slot) ?? (scheme.size === 0 ? ownScheme[slot] : undefined);
  };
  const colours = ({ value, theme, tint, shade }: PaletteColour): readonly Rgb[] => {
    const written = parseColour(value);
    const base = theme === undefined ? undefined : themed(theme);
    const found = base === undefined ? null : changed(base, tint, shade);
    return [written, found].filter((one) => one !== null);
  };
  const palette: ThemePalette = {
    colours,
    grounds: (shading) => groundsOf(shading, colours),
    paper: () => paper,
    colourPaper: (colour) => void (isPaperShown && paper.push(...colours(colour))),
  };
  return { handler, palette };
}

/**
 * Maps the names that text uses (ST_ThemeColor, ST_SchemeColorVal) to the names on the mapping's right side
 * (17.15.1.20).
 */
const defaultMapping = {
  background1: "light1",
  text1: "dark1",
  background2: "light2",
  text2: "dark2",
  bg1: "light1",
  tx1: "dark1",
  bg2: "light2",
  tx2: "dark2",
};

const ownScheme: Readonly<Record<string, Rgb>> = {
  lt1: white,
  dk1: black,
  lt2: [231, 230, 230],
  dk2: [68, 84, 106],
};

const schemeSlots: Readonly<Record<string, string>> = {
  light1: "lt1",
  dark1: "dk1",
  light2: "lt2",
  dark2: "dk2",
  hyperlink: "hlink",
  followedHyperlink: "folHlink",
};

/** The names in text and in drawings, each with the name of the theme's colour that is meant. */
function mappingIn(attributes: Attributes): readonly (readonly [string, string])[] {
  const names = [
    ["bg1", "background1", "bg1"],
    ["t1", "text1", "tx1"],
    ["bg2", "background2", "bg2"],
    ["t2", "text2", "tx2"],
  ] as const;
  return names.flatMap(([short, long, drawing]) => {
    const target = attributes[`w:${short}`];
    return target === undefined ? [] : [[long, target] as const, [drawing, target] as const];
  });
}

function changed(base: Rgb, tint: string | undefined, shade: string | undefined): Rgb {
  const share = (text: string | undefined): number =>
    text !== undefined && /^[\da-f]{1,2}$/i.test(text) ? Number.parseInt(text, 16) / 255 : 1;
  return withLightness(base, (lightness) => {
    const tinted = lightness * share(tint) + 1 - share(tint);
    return tinted * share(shade);
  });
}

function groundsOf(
  { pattern, colour, fill }: Shading,
  colours: ThemePalette["colours"],
): readonly Rgb[] | null {
  if (pattern === "nil") return null;
  const under = colours(fill);
  if (pattern === "clear") return under.length === 0 ? null : under;
  const over = colours(colour);
  const painted = over.length === 0 ? [black] : over;
  if (pattern === "solid") return painted;
  const share = /^pct(\d{1,2})$/.exec(pattern);
  const paper = under[0] ?? white;
  // Stripes and checks show both colours.
  return share === null ? [paper, painted[0]!] : [mixed(painted[0]!, paper, Number(share[1]) / 100)];
}

/** The colours of w:highlight (ST_HighlightColor, 17.18.40). */
export const highlights: Readonly<Record<string, Rgb>> = {
  black,
  blue: [0, 0, 255],
  cyan: [0, 255, 255],
  green: [0, 255, 0],
  magenta: [255, 0, 255],
  red: [255, 0, 0],
  yellow: [255, 255, 0],
  white,
  darkBlue: [0, 0, 128],
  darkCyan: [0, 128, 128],
  darkGreen: [0, 128, 0],
  darkMagenta: [128, 0, 128],
  darkRed: [128, 0, 0],
  darkYellow: [128, 128, 0],
  darkGray: [128, 128, 128],
  lightGray: [192, 192, 192],
};
