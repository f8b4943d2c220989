/** Red, green and blue, 0 to 255 each. */
export type Rgb = readonly [red: number, green: number, blue: number];

export const white: Rgb = [255, 255, 255];
export const black: Rgb = [0, 0, 0];

/** If no channel of two colours differs by more than this, they look the same. */
const sameColour = 24;

/** Contrast (WCAG 2.1, 1.4.3) below which digits are hard to make out. On white, C0C0C0 has 1.8 and FFFF99 has 1.05. */
const leastContrast = 1.35;

/** A colour of six hexadecimal digits (ST_HexColorRGB); null for `auto` and anything else. */
export function parseColour(value: string | undefined): Rgb | null {
  if (value === undefined || !/^[\da-f]{6}$/i.test(value)) return null;
  const number = Number.parseInt(value, 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

export function isSame(one: Rgb, other: Rgb): boolean {
  return one.every((channel, at) => Math.abs(channel - other[at]!) <= sameColour);
}

export function isFaintOnGround(text: Rgb, ground: Rgb): boolean {
  return contrastOnGround(text, ground) < leastContrast;
}

export function contrastOnGround(one: Rgb, other: Rgb): number {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue);
}

/** The linear light of a channel, from 0 to 1. */
function light(channel: number): number {
  const share = channel / 255;
  return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** The colour that results when `over` is laid on `under` with this share. */
export function mixed(over: Rgb, under: Rgb, share: number): Rgb {
  const channel = (at: 0 | 1 | 2): number => Math.round(over[at] * share + under[at] * (1 - share));
  return [channel(0), channel(1), channel(2)];
}

/**
 * The colour with its lightness (HSL) changed, as themeTint and themeShade (17.3.2.6) or lumMod and lumOff
 * (20.1.2.3.20) do.
 */
export function withLightness(colour: Rgb, change: (lightness: number) => number): Rgb {
  const [red, green, blue] = colour.map((channel) => channel / 255) as [number, number, number];
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const lightness = (most + least) / 2;
  const range = most - least;
  const target = Math.min(1, Math.max(0, change(lightness)));
  const saturation = range === 0 ? 0 : range / (1 - Math.abs(2 * lightness - 1));
  const reach = saturation * (1 - Math.abs(2 * target - 1));
  // The hue is kept: each channel keeps its relative place between the least and the most.
  const channel = (value: number): number =>
    Math.round(255 * (target - reach / 2 + (range === 0 ? 0 : ((value - least) / range) * reach)));
  return [channel(red), channel(green), channel(blue)];
}
