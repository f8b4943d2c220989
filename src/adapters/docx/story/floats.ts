import { EMU_IN_POINT, POINTS_IN } from "../../package/lengths.ts";
import { furthest, reachOf } from "../../word/covering.ts";
import type { Attributes } from "../../package/xml.ts";
import { black, contrastOnGround, isSame, parseColour } from "../look/colour.ts";
import type { Rgb } from "../look/colour.ts";
import { highlights } from "../look/palette.ts";
import { isOn, wholeNumber } from "../look/values.ts";
import { last } from "./story-state.ts";
import type { Closer, Opener, Story } from "./story-state.ts";

/** A drawing that is anchored in a paragraph and stands before or behind the text (20.4.2.3). */
export interface Float {
  readonly depth: number;
  readonly behind: boolean;
  /** Points from the top of its paragraph, or of the page where it is not `isNear`; undefined where it is aligned. */
  top?: number | undefined;
  isNear: boolean;
  height: number;
  /** The text keeps clear of it. */
  isWrapped: boolean;
  isHidden: boolean;
  hasFill: boolean;
  /** The colour of its ground; undefined where it has none, or one that is seen through. */
  ground?: Rgb | undefined;
  hasLine: boolean;
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

export const floatOpeners: readonly (readonly [name: string, open: Opener])[] = [
  [
    "wp:anchor",
    (story, attributes, path) =>
      openFloat(story, path.length, isOn(attributes["behindDoc"], false), { isWrapped: true }),
  ],
  ["wp:positionV", inFloat((float, { relativeFrom = "" }) => void (float.isNear = near.test(relativeFrom)))],
  [
    "wp:posOffset",
    ({ paragraphs }) => {
      const paragraph = last(paragraphs);
      if (paragraph !== undefined) [paragraph.collecting, paragraph.buffer] = ["text", ""];
    },
  ],
  ["wp:extent", inFloat((float, { cy }) => void (float.height = Number(cy) / EMU_IN_POINT || 0))],
  ["wp:wrapNone", inFloat((float) => void (float.isWrapped = false))],
  ["wp:docPr", inFloat((float, { hidden }) => void (float.isHidden = isOn(hidden, false)))],
  [
    "a:noFill",
    inFloat((float, _, path) => {
      if (path.at(-2) === "wps:spPr") float.hasFill = false;
      if (path.at(-2) === "a:ln") float.hasLine = false;
    }),
  ],
  ...["a:srgbClr", "a:schemeClr"].map((name): readonly [string, Opener] => [
    name,
    (story, attributes, path, scope) =>
      inFloat((float, { val }) => {
        if (!path.includes("wps:spPr") || path.includes("a:ln") || path.includes("a:effectLst")) return;
        float.ground ??=
          name === "a:srgbClr"
            ? (parseColour(val) ?? undefined)
            : story.context.palette.colours({ theme: val })[0];
      })(story, attributes, path, scope),
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
  const paragraph = last(story.paragraphs);
  if (paragraph === undefined || story.floats.length > 0) return;
  const { behind, isWrapped, isHidden, hasFill, hasLine } = float;
  if (isHidden || !(hasFill || hasLine)) return;
  if (behind ? !swallows(story, float) : isWrapped) return;
  // A small one covers its own cell alone.
  if (behind && paragraph.isInCell) paragraph.doubt ??= "faint-text";
  const { top = 0, height, isNear } = float;
  paragraph.covers = furthest(reachOf(top, top + height, isNear), paragraph.covers);
};

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

/** The place that a shape of VML states in its style, or as the ends of a line. */
export function placeOfVml(attributes: Attributes): Partial<Float> {
  const style = attributes["style"] ?? "";
  const said = (name: string): string | undefined =>
    new RegExp(`(?:^|;)\\s{0,9}${name}\\s{0,9}:([^;]{1,40})`).exec(style)?.[1]?.trim();
  const [from, to] = ["from", "to"].map((end) => points(attributes[end]?.split(",")[1]));
  const top = points(said("margin-top")) ?? points(said("top"));
  return {
    top: from === undefined ? top : Math.min(from, to ?? from),
    height: points(said("height")) ?? Math.abs((to ?? 0) - (from ?? 0)),
    isNear: near.test(said("mso-position-vertical-relative") ?? "text"),
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
