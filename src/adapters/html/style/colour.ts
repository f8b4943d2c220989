import { colord, extend } from "colord";
import names from "colord/plugins/names";

extend([names]);

export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  /** 0 is transparent. */
  readonly a: number;
}

export const BLACK: Colour = { r: 0, g: 0, b: 0, a: 1 };
export const WHITE: Colour = { r: 255, g: 255, b: 255, a: 1 };

/**
 * A colour as CSS writes it; `current` for the colour of the text itself, `unknown` for a colour that cannot be worked
 * out here.
 */
export function colourOf(text: string): Colour | "current" | "unknown" | undefined {
  const name = text.trim().toLowerCase();
  if (name === "currentcolor") return "current";
  const system = systemColours.get(name);
  if (system !== undefined) return system;
  if (/^(?:[a-z]+|#[\da-f]+|(?:rgb|hsl)a?\([^()]*\))$/.test(name)) {
    const colour = colord(spaced(name));
    if (colour.isValid()) return colour.toRgb();
  }
  return unknownColour.test(name) ? "unknown" : undefined;
}

/**
 * Colours of the reader's own system or choice, those that are worked out of others, and notations that colord does not
 * know: `none`, an angle in turns.
 */
const unknownColour =
  /^(?:(?:color|color-mix|contrast-color|lab|lch|oklab|oklch|hwb|light-dark|device-cmyk|rgba?|hsla?|env|attr|if|--[\w-]{1,99})\(|-(?:webkit|internal)-|(?:accentcolor|highlight|mark|selecteditem|button(?:face|border|highlight|shadow)|active(?:text|border|caption)|inactive|threed|scrollbar|appworkspace|infobackground|visitedtext|windowframe)[a-z]{0,20}$)/;

/** Rewrites a colour function for colord, which is stricter than a browser. */
function spaced(name: string): string {
  return name === "transparent"
    ? "rgba(0,0,0,0)"
    : name
        .replace(/\s+/g, " ")
        .replace(/ ?([(),/]) ?/g, "$1")
        .replace("/", " / ");
}

const systemColours = new Map<string, Colour>([
  ["transparent", { ...BLACK, a: 0 }],
  ...["windowtext", "canvastext", "buttontext", "menutext", "fieldtext", "infotext", "captiontext"].map(
    (name): [string, Colour] => [name, BLACK],
  ),
  ...["window", "canvas", "field", "menu"].map((name): [string, Colour] => [name, WHITE]),
]);

/** `bgcolor` and `color` attributes name a colour whatever they hold (HTML 2.3.6, legacy colour values). */
export function attributeColour(text: string): string {
  const value = text.trim();
  if (value === "" || /^#[\da-f]{3}$|^transparent$/i.test(value) || colourOf(value) !== undefined)
    return value;
  const digits = value
    .slice(0, 128)
    .replace(/^#/, "")
    .replace(/[^\da-f]/gi, "0");
  const third = Math.max(1, Math.ceil(digits.length / 3));
  const parts = [0, 1, 2].map((n) =>
    digits
      .padEnd(third * 3, "0")
      .slice(n * third, (n + 1) * third)
      .slice(-8),
  );
  while (parts[0]!.length > 2 && parts.every((part) => part.startsWith("0")))
    parts.forEach((part, n) => (parts[n] = part.slice(1)));
  return `#${parts.map((part) => part.slice(0, 2).padStart(2, "0")).join("")}`;
}

/** The colour that is seen where `over` is painted on `under`. */
export function blend(over: Colour, under: Colour): Colour {
  const mix = (a: number, b: number) => a * over.a + b * (1 - over.a);
  return { r: mix(over.r, under.r), g: mix(over.g, under.g), b: mix(over.b, under.b), a: 1 };
}

/** The contrast ratio of WCAG 2, from 1 (the same colour) to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Distance in RGB, because two colours of the same lightness may still be told apart: red digits on green. */
export function colourDistance(one: Colour, other: Colour): number {
  return Math.hypot(one.r - other.r, one.g - other.g, one.b - other.b);
}

export function luminance({ r, g, b }: Colour): number {
  const linear = (part: number) => (part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
