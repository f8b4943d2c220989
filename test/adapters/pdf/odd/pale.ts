import { stream } from "../tiny.ts";
import { bitmap, stroke, write } from "./cells.ts";
import type { OddCell, Spot, Trait } from "./cells.ts";
import { segmentsOf } from "./fonts.ts";
import { oval } from "./marks.ts";

/** Levels of grey at which ink is seen on paper though it is pale. */
const pale = ({ random }: Spot): string => (0.7 + 0.17 * random()).toFixed(2);

const drawn = (s: Spot, number = s.number): string =>
  [...number]
    .map((digit, index) => {
      const x = s.x + index * s.size * 0.6;
      return segmentsOf(Number(digit), x, s.y, s.size * 0.4, s.size * 0.7);
    })
    .join(" ");

/** A picture whose ink fades from its middle, `depth` levels deep, over the place of the number. */
function blurred(s: Spot, depth: number, wide = 48, high = 20): string {
  const levels = Array.from({ length: wide * high }, (_, at) => {
    const [x, y] = [(at % wide) / wide - 0.5, Math.floor(at / wide) / high - 0.5];
    return String.fromCharCode(255 - Math.round(depth * Math.exp(-((3.6 * x) ** 2) - (3.6 * y) ** 2)));
  }).join("");
  const object = s.page.add(
    stream(
      `/Type /XObject /Subtype /Image /Width ${wide} /Height ${high} /ColorSpace /DeviceGray /BitsPerComponent 8`,
      levels,
    ),
  );
  return `q 30 0 0 12 ${s.x - 2} ${s.y - 2} cm ${s.page.resource("XObject", object)} Do Q\n`;
}

/** A stroke of a pattern whose tile draws two upright strokes, as wide as `width`. */
function patterned(s: Spot, width: number, y: number): string {
  const tile = s.page.add(
    stream(
      "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 900 900] /XStep 900 /YStep 900 /Resources << >>",
      `1 w ${s.x + 6} ${s.y - 4} m ${s.x + 6} ${s.y + 12} l S ${s.x + 10} ${s.y - 4} m ${s.x + 10} ${s.y + 12} l S`,
    ),
  );
  return `q /Pattern CS ${s.page.resource("Pattern", tile)} SCN ${width} w ${s.x} ${y} m ${s.x + 24} ${y} l S Q\n`;
}

const doubted = (content: string): OddCell => ({ content, seen: "doubt" });

/** Pale ink and thin strokes of patterns that stand in one cell, and watermarks, which stand in many. */
export const PALE: Readonly<Record<string, Trait>> = {
  "pale digits as strokes": (s) => doubted(`q ${pale(s)} G 0.9 w ${drawn(s)} Q\n`),
  "pale digits as a picture": (s) => {
    const { data, wide, high } = bitmap(s.number);
    return doubted(
      `q ${pale(s)} g ${0.12 * s.size * wide} 0 0 ${0.12 * s.size * high} ${s.x} ${s.y} cm BI /W ${wide} /H ${high} /IM true /F /AHx ID ${data} EI Q\n`,
    );
  },
  "a pale blot": (s) => doubted(`${pale(s)} g ${oval(s.x + 8, s.y + 3, 5, 4)} f 0 g\n`),
  "a pale blot over a number": (s) =>
    doubted(
      `${write(s)}q ${s.page.resource("ExtGState", s.page.add("<< /ca 0.7 >>"))} gs ${pale(s)} g ${oval(s.x + 5, s.y + 3, 4, 4)} f Q\n`,
    ),
  "a pale blurred picture": (s) => doubted(blurred(s, 40 + Math.floor(60 * s.random()))),
  "a blurred picture": (s) => doubted(blurred(s, 100 + Math.floor(150 * s.random()))),
  "a number under a blurred picture": (s) => doubted(write(s) + blurred(s, 60)),
  "a small blurred picture": (s) => doubted(blurred(s, 160, 12, 6)),
  "a thin stroke of a pattern": (s) => doubted(patterned(s, 1.6 + 1.6 * s.random(), s.y + 3)),
  "a thin stroke of a pattern through a number": (s) =>
    doubted(write(s) + patterned(s, 1.6 + 1.6 * s.random(), s.y + 3)),
  "struck through in pale ink": (s) =>
    doubted(
      `${write(s)}q ${pale(s)} G ${stroke(s.x - 1, s.y + s.size * 0.3, s.x + s.wide + 1, s.y + s.size * 0.4)}Q\n`,
    ),
  "its first digit under a pale seal": (s) =>
    doubted(
      `${write(s, "", `7${s.number}`)}${pale(s)} g ${oval(s.x + s.size * 0.22, s.y + 3, s.size * 0.34, 8)} f 0 g\n`,
    ),
  "under a pale seal": (s) =>
    doubted(`${write(s)}${pale(s)} g ${oval(s.x + s.wide / 2, s.y + 3, s.wide / 2 + 6, 6)} f 0 g\n`),
  "under a large watermark": (s) => ({
    content: write(s) + watermark(s, 70),
    seen: s.number,
    ordinary: true,
  }),
  "under a watermark": (s) => ({ content: write(s) + watermark(s, 34), seen: s.number, ordinary: true }),
  "on a pale plate": (s) => ({
    content: `${pale(s)} g ${oval(s.x + s.wide / 2, s.y + 3, s.wide / 2 + 6, 6)} f 0 g\n${write(s)}`,
    seen: s.number,
  }),
  "pale digits as strokes beside a watermark's": (s) => doubted(`${beside(s)}q 0.8 G 0.9 w ${drawn(s)} Q\n`),
  "pale digits as a picture beside a watermark's strokes": (s) => {
    const { data, wide, high } = bitmap(s.number);
    return doubted(
      `${beside(s)}q 0.8 g ${0.12 * s.size * wide} 0 0 ${0.12 * s.size * high} ${s.x} ${s.y} cm BI /W ${wide} /H ${high} /IM true /F /AHx ID ${data} EI Q\n`,
    );
  },
  "pale rings beside a watermark's strokes": (s) =>
    doubted(
      `${beside(s)}q 0.8 G 0.9 w ${oval(s.x + 3, s.y + 3, 2, 3)} S ${oval(s.x + 9, s.y + 3, 2, 3)} S Q\n`,
    ),
  "blank under a large watermark": (s) => ({ content: watermark(s, 70), seen: "", ordinary: true }),
};

/** A watermark whose strokes leave the first digit of the number bare, in grey of level 0.8. */
const beside = (s: Spot): string => watermark({ ...s, x: s.x - 25 }, 70, "0.8");

/** The outlines of one character of a watermark, such as 回, with a stroke apart from the others. */
function watermark(s: Spot, size: number, grey = pale(s)): string {
  const [x, y] = [s.x + 10 - size / 2, s.y - size * 0.45];
  const at = (right: number, up: number) => `${(x + right * size).toFixed(1)} ${(y + up * size).toFixed(1)}`;
  const box = (left: number, low: number, right: number, high: number) =>
    `${at(left, low)} m ${at(right, low + 0.04)} l ${at(right, high)} l ${at(left, high - 0.04)} l h`;
  const strokes = [
    box(0, 0, 0.12, 1),
    box(0.88, 0, 1, 1),
    box(0, 0.9, 1, 1),
    box(0, 0, 1, 0.1),
    box(0.3, 0.3, 0.42, 0.7),
    box(0.58, 0.3, 0.7, 0.7),
    `${oval(x + 0.5 * size, y + 0.5 * size, 0.05 * size, 0.05 * size)}`,
  ];
  const over = s.page.resource("ExtGState", s.page.add("<< /BM /Darken >>"));
  return `q ${over} gs ${grey} g ${strokes.join(" ")} f Q\n`;
}
