import { colourOf } from "./colour.ts";

type Pair = readonly [property: string, value: string];

/** The properties that decide whether and where a text is seen; no others are kept. */
const KEPT = new Set(
  (
    "display visibility opacity color font-size background-color background-image text-decoration-line vertical-align " +
    "position top right bottom left float order transform translate rotate scale zoom margin-left margin-right " +
    "margin-top margin-bottom padding-left padding-right text-indent letter-spacing direction unicode-bidi writing-mode clip " +
    "border-radius clip-path mask filter mix-blend-mode object-fit overflow overflow-x width height max-width max-height white-space flex-direction " +
    "content content-visibility animation-name animation-fill-mode animation-play-state animation-delay animation-duration " +
    "animation-direction animation-iteration-count animation-timeline text-fill-color text-security mso-text-raise mso-hide color-scheme border-image " +
    "list-style-type table-layout counter-reset offset-path grid-area grid-template grid-auto-flow flex-wrap box-orient line-height z-index text-stroke backdrop-filter box-reflect " +
    "font-variant-position font-feature-settings font-family border-style border border-left border-right border-top " +
    "border-bottom border-width border-color border-left-color border-right-color border-top-color " +
    "border-bottom-color outline outline-offset box-shadow text-shadow text-emphasis " +
    "text-underline-offset text-decoration-thickness font-size-adjust contain initial-letter background-size background-repeat"
  ).split(" "),
);

/** The longhands that a declaration sets; none for a property that does not matter. */
export function longhands(property: string, value: string): readonly Pair[] {
  if (property.startsWith("--")) return [[property, value]];
  const bare = property.replace(/^-(?:webkit|moz|ms|o)-/, "");
  const name = aliases.get(bare) ?? bare;
  const split = shorthands.get(name);
  if (split !== undefined) return split(value);
  return KEPT.has(name) ? [[name, value]] : [];
}

const aliases = new Map([
  ["inset-inline-start", "left"],
  ["inset-inline-end", "right"],
  ["text-emphasis-style", "text-emphasis"],
  ["outline-style", "outline"],
  ["inset-block-start", "top"],
  ["inset-block-end", "bottom"],
  ["margin-inline-start", "margin-left"],
  ["margin-inline-end", "margin-right"],
  ["padding-inline-start", "padding-left"],
  ["padding-inline-end", "padding-right"],
  ["margin-block-start", "margin-top"],
  ["inline-size", "width"],
  ["block-size", "height"],
  ["max-inline-size", "max-width"],
  ["max-block-size", "max-height"],
  ["margin-block-end", "margin-bottom"],
  ...["mask-image", "mask-box-image", "mask-box-image-source", "mask-border", "mask-border-source"].map(
    (name): [string, string] => [name, "mask"],
  ),
  ["text-stroke-width", "text-stroke"],
  ["font-variant", "font-variant-position"],
  ["border-image-source", "border-image"],
  ["container-type", "contain"],
  ["rtl-ordering", "unicode-bidi"],
  ["grid", "grid-template"],
  ["grid-template-columns", "grid-template"],
  ["grid-template-areas", "grid-template"],
  ["grid-row", "grid-area"],
  ["grid-column", "grid-area"],
  ["grid-row-start", "grid-area"],
  ["grid-column-start", "grid-area"],
]);

const shorthands = new Map<string, (value: string) => readonly Pair[]>([
  [
    "font",
    (value) => [
      ["font-size", sizeOfFont(value)],
      ["font-family", familyOfFont(value)],
    ],
  ],
  ["all", (value) => [...KEPT].filter((name) => !keptByAll.has(name)).map((name) => [name, value])],
  ["offset", (value) => [["offset-path", value]]],
  ["background", background],
  [
    "text-decoration",
    (value) => [
      ["text-decoration-line", value],
      ["text-decoration-thickness", /(?:^|\s)[\d.]+(?:px|pt|r?em|%)/i.exec(value)?.[0] ?? "auto"],
    ],
  ],
  ["margin", (value) => box("margin-", value, ["top", "right", "bottom", "left"])],
  ["padding", (value) => box("padding-", value, ["right", "left"])],
  ["margin-inline", (value) => pair(value, "margin-left", "margin-right")],
  ["margin-block", (value) => pair(value, "margin-top", "margin-bottom")],
  ["overflow", (value) => both(value.split(/\s+/)[0]!, value)],
  ["overflow-x", (value) => both(value, value)],
  ["overflow-y", (value) => [["overflow", value]]],
  ["overflow-block", (value) => [["overflow", value]]],
  ["overflow-inline", (value) => both(value, value)],
  ["padding-inline", (value) => pair(value, "padding-left", "padding-right")],
  ["inset", (value) => box("", value, ["top", "right", "bottom", "left"])],
  ["inset-inline", (value) => pair(value, "left", "right")],
  ["inset-block", (value) => pair(value, "top", "bottom")],
  ["list-style", (value) => [["list-style-type", value]]],
  ["flex-flow", (value) => [["flex-direction", value]]],
  ["animation", (value) => [["animation-name", value]]],
]);

/** The properties that `all` does not reset (CSS Cascade 5, 3.2). */
const keptByAll = new Set(["direction", "unicode-bidi"]);

function box(prefix: string, value: string, sides: readonly string[]): Pair[] {
  const [top = "", right = top, bottom = top, left = right] = partsOf(value);
  const all: Readonly<Record<string, string>> = { top, right, bottom, left };
  return sides.map((side) => [prefix + side, all[side]!]);
}

/** What overflows to the side, and what overflows at all. */
function both(across: string, value: string): Pair[] {
  return [
    ["overflow", value],
    ["overflow-x", across],
  ];
}

function pair(value: string, start: string, end: string): Pair[] {
  const [first = "", last = first] = partsOf(value);
  return [
    [start, first],
    [end, last],
  ];
}

/** `12px/1.5 宋体`: the first part that is a size. */
function sizeOfFont(value: string): string {
  const parts = partsOf(value).map((part) => part.slice(0, endOfSize(part)));
  return (
    parts.find((part) =>
      /^(?:\+?[\d.]+(?:%|[a-z]+)|0|(?:xx?-)?(?:small|large)|medium|smaller|larger|[a-z]+\(.*\))$/i.test(part),
    ) ?? (parts.length === 1 ? value : "medium")
  );
}

/** Where the size ends before the height of the line; a stroke within brackets divides. */
function endOfSize(part: string): number | undefined {
  const at = part.indexOf("/", part.lastIndexOf(")") + 1);
  return at === -1 ? undefined : at;
}

/** What follows the size: `"Times New Roman",serif`. */
function familyOfFont(value: string): string {
  return /\s((?:["'][^"']*["']|[^\s,"']+)(?:\s*,.*)?)$/s.exec(value.slice(0, 500))?.[1] ?? value;
}

function background(value: string): Pair[] {
  if (/\bvar\(|^(?:inherit|initial|unset)$/i.test(value)) return [["background-color", value]];
  const parts = partsOf(value);
  const colour = parts.find((part) => colourOf(part) !== undefined);
  const image = parts.filter((part) => /^(?:url|[a-z-]*gradient|image|image-set|element)\(/i.test(part));
  return [
    ["background-color", colour ?? "transparent"],
    ["background-image", image.join(" ") || "none"],
    ...(image.length > 0
      ? ([
          ["background-size", sizeOfGround(value)],
          ["background-repeat", parts.find((part) => /^(?:no-)?repeat/i.test(part)) ?? "repeat"],
        ] as const)
      : []),
  ];
}

/** What follows the slash: `no-repeat 0 0 / 10px auto`. */
function sizeOfGround(value: string): string {
  return (
    /\/\s{0,9}([\w.%]{1,20}(?:\s[\d.]{1,9}[\w%]{0,4}|\sauto)?)/.exec(value.replace(/\([^()]*\)/g, ""))?.[1] ??
    "auto"
  );
}

/** The parts of a value between spaces and commas; brackets are kept whole. */
export function partsOf(value: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = "";
  for (const character of value) {
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (depth <= 0 && /[\s,]/.test(character)) {
      if (part !== "") parts.push(part);
      part = "";
    } else part += character;
  }
  return part === "" ? parts : [...parts, part];
}
