import { EMU_IN_POINT, POINTS_IN } from "../../package/lengths.ts";
import { furthest, reachOf } from "../../word/items/covering.ts";
import type { WordTable } from "../../word/items/items.ts";
import type { Attributes } from "../../package/xml.ts";
import { black, contrastOnGround, isSame, parseColour, white } from "../look/colour.ts";
import type { Rgb } from "../look/colour.ts";
import { highlights } from "../look/palette.ts";
import { isOn, wholeNumber } from "../look/values.ts";
import { HEAD, isInMargin } from "./page-margins.ts";
import { last } from "./story-state.ts";
import type { Closer, Opener, Story } from "./story-state.ts";

/** A drawing that is anchored in a paragraph and stands before or behind the text (20.4.2.3). */
export interface Float {
  readonly depth: number;
  readonly behind: boolean;
  /** Points from the top of its paragraph, or of the page where it is not `isNear`; undefined where it is aligned. */
  top?: number | undefined;
  isNear: boolean;
  /** Its place counts from the corner of the page, whatever else it states (simplePos). */
  isOnPage?: boolean;
  /** Anchored in a cell, it is laid out as if there were no table (layoutInCell). */
  leavesCell?: boolean;
  height: number;
  /** Points; 0 where it is not stated. */
  width?: number;
  /** It is as high as its text. */
  isFitted?: boolean;
  tables?: readonly WordTable[];
  /** The text keeps clear of it. */
  isWrapped: boolean;
  isHidden: boolean;
  hasFill: boolean;
  /** The colour of its ground; undefined where it has none, or one that is seen through. */
  ground?: Rgb | undefined;
  hasLine: boolean;
  /** The style of the shape gives it a ground. */
  hasStyleFill?: boolean;
  /** It holds a table or digits. */
  hasInk?: boolean;
  /** It shows a picture, which may be as dark as the text. */
  isPicture?: boolean;
}

export function openFloat(story: Story, depth: number, behind: boolean, more: Partial<Float> = {}): void {
  const plain = { isNear: true, height: 0, isWrapped: false, isHidden: false, hasFill: true, hasLine: true };
  story.floats.push({ depth, behind, ...plain, ...more });
}

const inFloat =
  (change: (float: Float, attributes: Attributes, path: readonly string[]) => void): Opener =>
  ({ floats }, attributes, path) => {
    const [outer] = floats;
    if (outer !== undefined && floats.length === 1) change(outer, attributes, path);
  };

const share = (value = "0"): number => Number.parseFloat(value) / (value.endsWith("%") ? 100 : 100_000);
const grey = (colour: Rgb, part: number): Rgb => [colour[0] * part, colour[1] * part, colour[2] * part];

/** The colours of a drawing (20.1.2.3) by their elements. */
const colours: ReadonlyMap<string, (attributes: Attributes, story: Story) => Rgb | undefined> = new Map([
  ["a:srgbClr", ({ val }) => parseColour(val) ?? undefined],
  ["a:schemeClr", ({ val }, { context }) => context.palette.colours({ theme: val })[0]],
  ["a:sysClr", ({ val, lastClr }) => parseColour(lastClr) ?? (val === "window" ? white : black)],
  ["a:prstClr", ({ val = "" }) => highlights[val]],
  ["a:hslClr", ({ lum }) => grey(white, share(lum))],
  ["a:scrgbClr", ({ r, g, b }) => [255 * share(r), 255 * share(g), 255 * share(b)]],
]);

export const floatOpeners: readonly (readonly [name: string, open: Opener])[] = [
  [
    "wp:anchor",
    (story, attributes, path) =>
      openFloat(story, path.length, isOn(attributes["behindDoc"], false), {
        isWrapped: true,
        isOnPage: isOn(attributes["simplePos"], false),
        leavesCell: !isOn(attributes["layoutInCell"], true),
      }),
  ],
  ["wp:positionV", inFloat((float, { relativeFrom = "" }) => void (float.isNear = near.test(relativeFrom)))],
  [
    "wp:posOffset",
    ({ paragraphs }) => {
      const paragraph = last(paragraphs);
      if (paragraph !== undefined) [paragraph.collecting, paragraph.buffer] = ["text", ""];
    },
  ],
  [
    "wp:extent",
    inFloat((float, { cx, cy }) => {
      float.height = Number(cy) / EMU_IN_POINT || 0;
      float.width = Number(cx) / EMU_IN_POINT || 0;
    }),
  ],
  ["a:spAutoFit", inFloat((float) => void (float.isFitted = true))],
  [
    "v:textbox",
    inFloat((float, { style = "" }) => void (float.isFitted = /fit-shape-to-text:\s?t/.test(style))),
  ],
  ["wp:wrapNone", inFloat((float) => void (float.isWrapped = false))],
  ["wp:docPr", inFloat((float, { hidden }) => void (float.isHidden = isOn(hidden, false)))],
  [
    "a:noFill",
    inFloat((float, _, path) => {
      if (path.at(-2) === "wps:spPr") float.hasFill = false;
      if (path.at(-2) === "a:ln") float.hasLine = false;
    }),
  ],
  ...[...colours].map(([name, colourOf]): readonly [string, Opener] => [
    name,
    (story, attributes, path, scope) =>
      inFloat((float) => {
        const isFill = path.includes("wps:spPr") && !path.includes("a:ln") && !path.includes("a:effectLst");
        if (isFill || (float.hasStyleFill === true && path.includes("a:fillRef")))
          float.ground ??= colourOf(attributes, story);
      })(story, attributes, path, scope),
  ]),
  // 0 and 1000 are no fill (20.1.4.2.10).
  ["a:fillRef", inFloat((float, { idx }) => void (float.hasStyleFill = !/^(?:0|1000)$/.test(idx ?? "0")))],
  ...["a:lumMod", "a:shade"].map((name): readonly [string, Opener] => [
    name,
    inFloat((float, { val }) => {
      float.ground &&= grey(float.ground, share(val));
    }),
  ]),
  ["a:blipFill", inFloat((float, _, path) => void (float.isPicture ||= path.includes("wps:spPr")))],
  // A picture that is washed out, as a watermark is.
  ...["a:lum", "a:alphaModFix"].map((name): readonly [string, Opener] => [
    name,
    inFloat((float, { bright = "0", amt = "100%" }) => {
      if (share(bright) > 0.3 || share(amt) < 0.5) float.isPicture = false;
    }),
  ]),
  // Less than half of it is seen, or it is made lighter.
  ["a:alpha", inFloat((float, { val }) => void (wholeNumber(val, 0) < 50_000 && (float.ground = undefined)))],
  ["a:lumOff", inFloat((float) => void (float.ground = undefined))],
  ["w10:wrap", inFloat((float, { type }) => void (float.isWrapped = type !== undefined && type !== "none"))],
];

const near = /^(?:paragraph|line|text)$/;

export const endFloat: Closer = (story, path) => {
  const float = last(story.floats);
  if (float?.depth !== path.length) return;
  story.floats.pop();
  cutOff(float);
  const paragraph = last(story.paragraphs);
  if (paragraph === undefined || story.floats.length > 0) return;
  const { behind, isWrapped, isHidden, hasFill, hasLine, hasInk = false, width = 0, height } = float;
  if (isHidden || !(hasFill || hasLine || hasInk)) return;
  // A line behind a number is seen as well as one before it.
  const [least, most] = [Math.min(width, height), Math.max(width, height)];
  if (paragraph.isInCell && least < THIN && most > THIN) paragraph.doubt ??= "drawn";
  // What a header shows is behind the text; its pictures are watermarks.
  const { margin } = story.context;
  if (isInMargin(story.context, float)) return;
  // The text of its own cell keeps clear of it, the other cells do not know of it.
  const isOut = paragraph.isInCell && float.leavesCell === true;
  if (behind || margin ? !(swallows(story, float) || (!margin && darkens(float))) : isWrapped && !isOut)
    return;
  // A small one covers its own cell alone.
  if (behind && paragraph.isInCell) paragraph.doubt ??= "faint-text";
  const { top = 0 } = float;
  const isNear = float.isNear && float.isOnPage !== true && !isOut;
  paragraph.covers = furthest(reachOf(top, top + height, isNear), paragraph.covers);
};

/** Points across a line. */
const THIN = 3;

/** Points of a row of a table, and of what may be cut off its columns without loss. */
const [ROW, EDGE] = [12, 15];

/** Marks the tables in a box that shows nothing beyond its height or its width. */
function cutOff({ tables = [], height, width = 0, isFitted }: Float): void {
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const isLow = isFitted !== true && height > 0 && rows * ROW > height;
  for (const table of tables)
    if (isLow || (width > 0 && (table.width ?? 0) / 20 > width + EDGE)) table.isCovered = true;
}

/** True for a picture behind the text that may be as dark as the text, unless it stands in the head of its page. */
function darkens({ isPicture, isNear, top = 0, height }: Float): boolean {
  return isPicture === true && (isNear || top + height > HEAD);
}

/** Contrast below which black digits are hard to make out on a dark ground. */
const READABLE = 2.5;

/** True for a ground behind the text in which black text, or text that stands in a table before it, is not seen. */
function swallows({ context }: Story, { ground, hasFill }: Float): boolean {
  if (ground === undefined || !hasFill) return false;
  context.grounds.push(ground);
  return contrastOnGround(black, ground) < READABLE || context.inks.some((ink) => isSame(ink, ground));
}

export const floatClosers: readonly (readonly [name: string, close: Closer])[] = [
  ["wp:anchor", endFloat],
  [
    "wp:posOffset",
    ({ paragraphs, floats }, path) => {
      const paragraph = last(paragraphs);
      if (paragraph === undefined) return;
      paragraph.collecting = null;
      const [float] = floats;
      if (float !== undefined && path.at(-2) === "wp:positionV")
        float.top = Number(paragraph.buffer) / EMU_IN_POINT || 0;
    },
  ],
];

/** Points from the top of a page to what stands amid it. */
const CENTRE = 400;

/** The place that a shape of VML states in its style, or as the ends of a line. */
export function placeOfVml(attributes: Attributes): Partial<Float> {
  const style = attributes["style"] ?? "";
  const said = (name: string): string | undefined =>
    new RegExp(`(?:^|;)\\s{0,9}${name}\\s{0,9}:([^;]{1,40})`).exec(style)?.[1]?.trim();
  const [from, to] = ["from", "to"].map((end) => points(attributes[end]?.split(",")[1]));
  const isCentred = said("mso-position-vertical") === "center";
  const top = isCentred ? CENTRE : (points(said("margin-top")) ?? points(said("top")));
  return {
    top: from === undefined ? top : Math.min(from, to ?? from),
    width: points(said("width")) ?? 0,
    height: points(said("height")) ?? Math.abs((to ?? 0) - (from ?? 0)),
    isNear: !isCentred && near.test(said("mso-position-vertical-relative") ?? "text"),
    isHidden: said("visibility") === "hidden",
    ground: groundOfVml(attributes["fillcolor"]),
    hasFill: !/^f/.test(attributes["filled"] ?? ""),
    hasLine: !/^f/.test(attributes["stroked"] ?? ""),
  };
}

/** `#000`, `black`, `#111111 [3213]`. */
function groundOfVml(colour = ""): Rgb | undefined {
  const [, hex, name = ""] = /^#?([\da-f]{6}|[\da-f]{3})(?![\da-f])|^([a-z]{1,20})/i.exec(colour) ?? [];
  if (hex === undefined) return highlights[name];
  return parseColour(hex.length === 3 ? hex.replace(/./g, "$&$&") : hex) ?? undefined;
}

function points(length: string | undefined): number | undefined {
  const [, number, unit = ""] =
    /^\s{0,9}(-?\d{0,9}(?:\.\d{0,9})?)\s{0,9}([a-z]{2})?/.exec(length ?? "") ?? [];
  if (number === undefined || !/\d/.test(number)) return undefined;
  return Number(number) * (POINTS_IN[unit] ?? POINTS_IN["px"]!);
}
