import { stream } from "../tiny.ts";
import { fill, form, picture, stroke, write } from "./cells.ts";
import type { OddCell, Spot, Trait } from "./cells.ts";
import { paintedFont } from "./fonts.ts";

/** Part of a radius at which the handles of a quarter circle stand. */
const QUARTER = 0.5523;

function circle(x: number, y: number, radius: number): string {
  const [r, k] = [radius, QUARTER * radius];
  return [
    `${x + r} ${y} m`,
    `${x + r} ${y + k} ${x + k} ${y + r} ${x} ${y + r} c`,
    `${x - k} ${y + r} ${x - r} ${y + k} ${x - r} ${y} c`,
    `${x - r} ${y - k} ${x - k} ${y - r} ${x} ${y - r} c`,
    `${x + k} ${y - r} ${x + r} ${y - k} ${x + r} ${y} c h`,
  ].join(" ");
}

/** The number, a point drawn about (x, y), and a five. */
function pointed(spot: Spot, mark: (x: number, y: number) => string): OddCell {
  const end = spot.x + spot.wide;
  const point = `q ${mark(end + 1.2, spot.y + 0.6)} Q\n`;
  return {
    content: write(spot) + point + write({ ...spot, x: end + 2.4 }, "", "5"),
    seen: `${spot.number}.5`,
  };
}

function signed(spot: Spot, mark: string): OddCell {
  return { content: write(spot) + mark, seen: `-${spot.number}` };
}

const shown = (font: string, x: number, y: number): string => `BT ${font} 10 Tf ${x} ${y} Td <61> Tj ET\n`;

/** Points and minus signs that are no text. */
export const SIGNS: Readonly<Record<string, Trait>> = {
  "point as a round end": (s) => pointed(s, (x, y) => `1 J 1.1 w ${x} ${y} m ${x} ${y} l S`),
  "point as a curve of no length": (s) =>
    pointed(s, (x, y) => `1 J 1.1 w ${x} ${y} m ${x} ${y} ${x} ${y} ${x} ${y} c S`),
  "point as a circle": (s) => pointed(s, (x, y) => `${circle(x, y, 0.45)} f`),
  "point as a small circle at the foot": (s) => pointed(s, (x, y) => `${circle(x, y - 0.6, 0.3)} f`),
  "point as a triangle": (s) =>
    pointed(s, (x, y) => `${x - 0.5} ${y - 0.5} m ${x + 0.5} ${y - 0.5} l ${x} ${y + 0.6} l f`),
  "point as what a clip leaves": (s) =>
    pointed(s, (x, y) => `${x - 0.5} ${y - 0.5} 1 1 re W n 0 0 900 900 re f`),
  "point as a picture in line": (s) =>
    pointed(s, (x, y) => `1.1 0 0 1.1 ${x - 0.55} ${y - 0.5} cm BI /W 1 /H 1 /IM true /F /AHx ID 00> EI`),
  "point as a form": (s) =>
    pointed(
      s,
      (x, y) => `${s.page.resource("XObject", form(s, `${circle(x, y, 0.55)} f`, "0 0 900 900"))} Do`,
    ),
  "point as the one dash of a line": (s) =>
    pointed(s, (x, y) => `1 J 1.1 w [0 200] 0 d ${x} ${y} m ${x + 20} ${y} l S`),
  "point as a pattern": (s) => {
    const tile = "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 1 /YStep 1";
    const pattern = s.page.resource(
      "Pattern",
      s.page.add(stream(`/Type /Pattern ${tile} /Resources << >>`, "0 g 0 0 1 1 re f")),
    );
    return pointed(s, (x, y) => `/Pattern cs ${pattern} scn ${x - 0.5} ${y - 0.5} 1 1 re f`);
  },
  "point as a glyph called a space": (s) => {
    const font = paintedFont(s.page, "0 0 100 100 re f", { says: "0020", width: 100 });
    return pointed(s, (x, y) => shown(font, x - 0.5, y - 0.5));
  },
  "comma as a curve": (s) =>
    pointed(
      s,
      (x, y) =>
        `${x - 0.4} ${y + 0.4} m ${x + 0.5} ${y + 0.5} l ${x + 0.4} ${y - 0.4} ${x} ${y - 1} ${x - 0.4} ${y - 1.6} c f`,
    ),
  "minus as a picture": (s) => signed(s, picture(s.page, "\0", `${s.x - 4.5} ${s.y + s.size * 0.3} 3.5 0.7`)),
  "minus as a form": (s) => {
    const line = form(s, stroke(s.x - 4.5, s.y + s.size * 0.33, s.x - 1), "0 0 900 900");
    return signed(s, `q ${s.page.resource("XObject", line)} Do Q\n`);
  },
  "minus as a thin grey line": (s) =>
    signed(s, `q 0.5 G 0.4 w ${s.x - 4.5} ${s.y + 3} m ${s.x - 1} ${s.y + 3} l S Q\n`),
  "minus as a thin grey box": (s) => signed(s, fill("0.5 0.5 0.5", `${s.x - 4.5} ${s.y + 3} 3.5 0.4`)),
  "minus as the one dash of a line": (s) =>
    signed(s, `q 0.7 w [3.5 200] 0 d ${s.x - 4.5} ${s.y + 3} m ${s.x + 40} ${s.y + 3} l S Q\n`),
  "minus as a glyph called a space": (s) => {
    const font = paintedFont(s.page, "0 300 400 80 re f", { says: "0020", width: 400 });
    return signed(s, shown(font, s.x - 5, s.y));
  },
};
