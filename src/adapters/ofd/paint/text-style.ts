import type { PaintedText } from "./canvas.ts";
import type { Paint } from "./colours.ts";
import type { ObjectLook } from "./look.ts";
import type { ObjectSpace } from "./objects.ts";
import type { OfdElement } from "../package/tree.ts";
import { isTrue, parsedNumber } from "../package/values.ts";

/** Text is faint whose channels are all at this level of 255 or lighter, or that lets more than the rest shine through. */
const FAINT = { level: 170, alpha: 0.59 } as const;
/** Weights of a font (GB/T 33190), on the scale of CSS. */
const WEIGHTS = { usual: 400, bold: 600 } as const;

export interface TextStyle {
  /** Height of the text on the page, in points. */
  readonly high: number;
  /** Points on the page per unit of the object's space, in the direction of writing. */
  readonly along: number;
  /** Clockwise degrees on the page. */
  readonly angle: number;
  readonly bold: boolean;
  readonly faint: boolean;
  readonly mirrored: boolean;
  /** Squeezed to a line, so that nothing of the text can be seen. */
  readonly squeezed: boolean;
  /** Squeezed so far that the text can hardly be read. */
  readonly narrow: boolean;
}

export function textStyleOf(
  element: OfdElement,
  space: ObjectSpace,
  look: ObjectLook,
  size: number,
): TextStyle {
  const [a, b, c, d] = space.matrix;
  const { attributes } = element;
  const scale = parsedNumber(attributes["HScale"], 1);
  const along = Math.hypot(a, b);
  const wide = along * Math.abs(scale);
  const above = Math.abs(a * d - b * c) / Math.max(Number.MIN_VALUE, along);
  const part = Math.min(wide, above) / Math.max(Number.MIN_VALUE, wide, above);
  const font = space.resources.get("Font", attributes["Font"])?.attributes;
  const { colour, alpha } = paintedBy(look) ?? { colour: undefined, alpha: 0 };
  const turn = parsedNumber(attributes["CharDirection"], 0);
  return {
    high: size * Math.hypot(c, d),
    along,
    angle: snapped(((Math.atan2(b, a) * 180) / Math.PI + turn + 720) % 360),
    bold:
      parsedNumber(attributes["Weight"], WEIGHTS.usual) >= WEIGHTS.bold ||
      isTrue(font?.["Bold"]) ||
      look.stroke !== undefined,
    faint: (colour !== undefined && Math.min(...colour) >= FAINT.level) || alpha * space.alpha < FAINT.alpha,
    mirrored: (a * d - b * c) * scale * parsedNumber(attributes["Size"], 1) < 0,
    squeezed: part < SQUEEZED,
    narrow: part < NARROWED,
  };
}

/** Rounds to quarter turns: a slightly sheared line is still upright, a watermark is not. */
function snapped(angle: number): number {
  const quarter = Math.round(angle / 90) * 90;
  return Math.abs(angle - quarter) <= 5 ? quarter % 360 : Math.round(angle);
}

export function paintedText(
  space: ObjectSpace,
  look: ObjectLook,
  { high, squeezed }: TextStyle,
  order: number,
): PaintedText {
  const paint = paintedBy(look);
  return {
    paint: { colour: paint?.colour, alpha: (paint?.alpha ?? 0) * space.alpha },
    order,
    clip: space.clip,
    clips: space.clips,
    boundary: space.boundary,
    unseen: !space.visible || !look.visible || paint === undefined || high < SMALLEST || squeezed,
  };
}

/** The paint of letters; without a colour where their outlines have another colour than their insides. */
function paintedBy({ fill, stroke }: ObjectLook): Paint | undefined {
  if (fill === undefined || stroke === undefined || stroke.alpha === 0) return fill ?? stroke;
  if (fill.alpha === 0) return stroke;
  return fill.colour?.join() === stroke.colour?.join() ? fill : { colour: undefined, alpha: fill.alpha };
}

/** Text smaller than this many points cannot be read. */
const SMALLEST = 1;

/**
 * The smaller of a glyph's width and height as a part of the larger: below the first, it is only a line; below the
 * second, hardly a digit.
 */
const SQUEEZED = 0.04;
const NARROWED = 0.2;
