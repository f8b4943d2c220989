import { picture, write } from "./cells.ts";
import type { Trait } from "./cells.ts";

const SLANT = [0.985, 0.174, -0.174, 0.985] as const;

/** Ink that is missing, blotted, set too close or pale and aslant. */
export const BLOTS: Readonly<Record<string, Trait>> = {
  "glyphs without outlines": (s) => ({ content: write({ ...s, font: s.blank }), seen: "" }),
  "glyphs without outlines over a number": (s) => ({
    content: write({ ...s, font: s.blank }, "", s.other) + write(s),
    seen: s.number,
  }),
  "rims that blot": (s) => ({ content: `q ${write(s, "2 Tr 5 w")}Q\n`, seen: "doubt" }),
  "ones set very narrow": (s) => ({ content: write({ ...s, font: s.label }, "20 Tz", "11"), seen: "11" }),
  "pale and a little aslant": (s) => ({
    content: `q 0.75 g ${write(s, "", s.number, [...SLANT, s.x, s.y])}Q\n`,
    seen: s.number,
  }),
  "a one as a thin picture": (s) => ({
    content: write(s) + picture(s.page, "\x30", `${s.x + s.wide + 1} ${s.y} 1 ${0.7 * s.size}`),
    seen: "doubt",
  }),
};
