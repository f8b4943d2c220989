import { furthest, reachOf } from "../../word/covering.ts";
import type { Attributes } from "../../package/xml.ts";
import { isOn } from "../look/values.ts";
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
  hasLine: boolean;
}

/** English metric units in a point (20.1.2.1). */
const EMU = 12_700;

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
  ["wp:extent", inFloat((float, { cy }) => void (float.height = Number(cy) / EMU || 0))],
  ["wp:wrapNone", inFloat((float) => void (float.isWrapped = false))],
  ["wp:docPr", inFloat((float, { hidden }) => void (float.isHidden = isOn(hidden, false)))],
  [
    "a:noFill",
    inFloat((float, _, path) => {
      if (path.at(-2) === "wps:spPr") float.hasFill = false;
      if (path.at(-2) === "a:ln") float.hasLine = false;
    }),
  ],
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
  if (behind || isWrapped || isHidden || !(hasFill || hasLine)) return;
  const { top = 0, height, isNear } = float;
  paragraph.covers = furthest(reachOf(top, top + height, isNear), paragraph.covers);
};

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
        float.top = Number(paragraph.buffer) / EMU || 0;
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
    hasFill: !/^f/.test(attributes["filled"] ?? ""),
    hasLine: !/^f/.test(attributes["stroked"] ?? ""),
  };
}

function points(length: string | undefined): number | undefined {
  const [, number, unit = ""] =
    /^\s{0,9}(-?\d{0,9}(?:\.\d{0,9})?)\s{0,9}([a-z]{2})?/.exec(length ?? "") ?? [];
  if (number === undefined || !/\d/.test(number)) return undefined;
  return Number(number) * (unitsOfPoint[unit] ?? 0.75);
}

const unitsOfPoint: Readonly<Record<string, number>> = {
  pt: 1,
  in: 72,
  cm: 72 / 2.54,
  mm: 7.2 / 2.54,
  pc: 12,
};
