import { form, over, write } from "./cells.ts";
import type { OddCell, Spot, Trait } from "./cells.ts";
import { paintedFont } from "./fonts.ts";
import { stream } from "../tiny.ts";

/** The number, and a glyph of a Type 3 font of 10 points that begins where the number ends. */
function followed(spot: Spot, glyph: string, font: Parameters<typeof paintedFont>[2], seen: string): OddCell {
  const name = paintedFont(spot.page, glyph, font);
  const at = `${spot.x + spot.wide + (font.width === 0 ? 0 : 1)} ${spot.y}`;
  return { content: `${write(spot)}BT ${name} 10 Tf ${at} Td <61> Tj ET\n`, seen };
}

const ONE = "0 0 80 700 re f";
const tiles = (spot: Spot, content: string): string =>
  spot.page.resource(
    "Pattern",
    spot.page.add(
      stream(
        "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 4 4] /XStep 4 /YStep 4 /Resources << >>",
        content,
      ),
    ),
  );
const tiled = (spot: Spot, content: string): string =>
  `${write(spot)}q /Pattern cs ${tiles(spot, content)} scn ${over(spot)} re f Q\n`;
const twice = (spot: Spot, by: number): string => {
  const name = spot.page.resource("XObject", form(spot, write(spot), "0 0 900 900"));
  return `${name} Do q 1 0 0 1 ${by} 0 cm ${name} Do Q\n`;
};

/** Glyphs of a Type 3 font that paint another thing than they say, numbers drawn twice, and patterns over them. */
export const STROKES: Readonly<Record<string, Trait>> = {
  "a one that its font calls nothing": (s) => followed(s, ONE, {}, `${s.number}1`),
  "a one that its font calls a joiner": (s) => followed(s, ONE, { says: "200D" }, `${s.number}1`),
  "a one that its font calls a soft hyphen": (s) => followed(s, ONE, { says: "00AD" }, `${s.number}1`),
  "a one without width": (s) => followed(s, ONE, { says: "0031", width: 0 }, `${s.number}1`),
  "two digits that are called one": (s) =>
    followed(s, `${ONE} 300 0 80 700 re f`, { says: "0031", width: 600 }, `${s.number}11`),
  "one digit that is called two": (s) => followed(s, ONE, { says: "00310031" }, `${s.number}1`),
  "a digit that its font paints white": (s) =>
    followed(s, `1 g ${ONE}`, { says: "0031", coloured: true }, s.number),
  "a combining stroke": (s) => followed(s, "-500 300 500 80 re f", { says: "0336", width: 0 }, "doubt"),
  "a combining slash": (s) =>
    followed(s, "-500 0 m -450 0 l 0 700 l -50 700 l f", { says: "0338", width: 0 }, "doubt"),
  "struck by a glyph without a name": (s) => followed(s, "-900 300 900 80 re f", { width: 0 }, "doubt"),
  "another number in its very place": (s) => ({ content: write(s) + write(s, "", s.other), seen: "doubt" }),
  "its last digit over again": (s) => {
    const back = (s.wide / s.number.length / s.size) * 1000;
    const last = (Number(s.number.at(-1)) + 3) % 10;
    return {
      content: `BT ${s.font.name} ${s.size} Tf ${s.x} ${s.y} Td [(${s.number}) ${back} (${last})] TJ ET\n`,
      seen: "doubt",
    };
  },
  "a form drawn twice in one place": (s) => ({ content: twice(s, 0.25), seen: s.number, ordinary: true }),
  "a form drawn twice, one after the other": (s) => ({
    content: twice(s, s.wide),
    seen: s.number + s.number,
  }),
  "white tiles over": (s) => ({ content: tiled(s, "1 g 0 0 4 4 re f"), seen: "" }),
  "white stripes over": (s) => ({ content: tiled(s, "1 g 0 0 3 4 re f"), seen: "doubt" }),
  "stripes for ink": (s) => ({
    content: `q /Pattern cs ${tiles(s, "0 g 0 0 1 4 re f")} scn ${write(s)} Q\n`,
    seen: "doubt",
  }),
  "leaning far": (s) => ({
    content: write(s, "", s.number, [1, 0, 0.84, 1, s.x, s.y]),
    seen: s.number,
  }),
};
