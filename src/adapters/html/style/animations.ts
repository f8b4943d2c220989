import type { CssNode } from "css-tree";
import type { Declared } from "./cascade.ts";
import { hides } from "./cascade.ts";
import { declarationsOf } from "./declarations.ts";
import type { Declaration } from "./declarations.ts";

/** What an animation declares in its last frame, and in all (CSS Animations 1, 3). */
export interface Frames {
  readonly last: readonly Declaration[];
  readonly all: readonly Declaration[];
}

/** The frames of an `@keyframes` rule; `sourceOf` gives the text of a node. */
export function framesOf(rules: Iterable<CssNode>, sourceOf: (node: CssNode) => string): Frames {
  const frames = [...rules].flatMap((rule) =>
    rule.type === "Rule"
      ? [
          {
            isLast: /\bto\b|100%/i.test(sourceOf(rule.prelude)),
            declarations: declarationsOf(rule.block.children),
          },
        ]
      : [],
  );
  return {
    last: frames.flatMap(({ isLast, declarations }) => (isLast ? declarations : [])),
    all: frames.flatMap(({ declarations }) => declarations),
  };
}

/**
 * What is in force once the animations of an element have come to rest. Where one stays in a frame that hides something,
 * or never rests, nobody knows when the page is looked at: the element counts as masked.
 */
export function animated(own: Declared, animations: ReadonlyMap<string, Frames>): Declared {
  if (animations.size === 0 || !own.has("animation-name")) return own;
  const said = [...own].flatMap(([name, value]) => (name.startsWith("animation-") ? [value] : [])).join(" ");
  const words = said
    .slice(0, LONGEST)
    .replace(/\([^()]*\)/g, "")
    .split(/[\s,]+/);
  const frames = words.flatMap((word) => animations.get(word.replace(/["']/g, "")) ?? []);
  const isHeld = words.some((word) => /^(?:forwards|both)$/i.test(word));
  const isRestless = words.some((word) => restless.test(word) || secondsOf(word) >= LONG);
  const shown = frames.flatMap(({ last, all }) => (isRestless ? all : isHeld ? last : []));
  if (shown.length === 0) return own;
  const isMasked = shown.some((one) => hides(one) || (isRestless && !/color$/.test(one.property)));
  return new Map([
    ...own,
    ...(isMasked
      ? [["mask", "animation"] as const]
      : isRestless
        ? []
        : shown.map(({ property, value }) => [property, value] as const)),
  ]);
}

/** It goes on or stands still, begins amid its course, runs backwards, or follows the reader's scrolling. */
const restless =
  /^(?:infinite|paused|reverse|alternate|alternate-reverse|scroll|view|-[\d.]+m?s|0|\d*\.\d+)$/i;

function secondsOf(word: string): number {
  const [, number, unit] = /^([\d.]{1,12})(m?s)$/i.exec(word) ?? [];
  return number === undefined ? 0 : Number(number) / (unit!.length === 2 ? 1000 : 1);
}

/** Seconds: a reader does not wait longer for a page to be complete. */
const LONG = 10;
/** Characters. */
const LONGEST = 500;
