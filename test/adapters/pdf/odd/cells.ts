import { segmentsOf, standardFont, strokedFont } from "./fonts.ts";
import type { OddFont } from "./fonts.ts";
import { stream } from "../tiny.ts";
import type { OddPage } from "./page.ts";

/** Where a cell stands and what it is to show. `y` is the baseline's, `x` where the number starts, `wide` how far it goes. */
export interface Spot {
  readonly page: OddPage;
  readonly box: readonly [left: number, bottom: number, right: number, top: number];
  /** Whether lines run around the cell. */
  readonly ruled: boolean;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly wide: number;
  readonly font: OddFont;
  readonly label: OddFont;
  /** A font in the file, by glyph number, whose map takes a digit for the next one. */
  readonly lying: OddFont;
  /** Its map takes the glyphs of three and of five for a five. */
  readonly half: OddFont;
  /** Its glyphs have no outlines, as those of text that recognition lays over a scan. */
  readonly blank: OddFont;
  /** A font program with digits, and the number of the glyph of each. */
  readonly digits: { readonly program: Uint8Array; readonly glyphOf: (digit: number) => number };
  /** The number, and another with no digit in the same place. */
  readonly number: string;
  readonly other: string;
  readonly random: () => number;
}

/** What is painted, and what a person sees: a text, or nothing that may pass for a number without a doubt. */
export interface OddCell {
  readonly content: string;
  readonly seen: string | "doubt";
  /** A doubt would be noise: this is how ordinary writers print. */
  readonly ordinary?: true;
}

export type Trait = (spot: Spot) => OddCell;

const letters = ({ font, x, y, size, number }: Spot, how = "", digits = number, at = [1, 0, 0, 1, x, y]) =>
  `BT ${how} ${font.name} ${size} Tf ${at.map((value) => Number(value.toFixed(3))).join(" ")} Tm ${font.show(digits)} Tj ET\n`;
export const write: typeof letters = (...how) => `q ${letters(...how)}Q\n`;
export const inner = ({ box: [left, bottom, right, top] }: Spot, by = 3) =>
  `${left + by} ${bottom + by} ${right - left - 2 * by} ${top - bottom - 2 * by}`;
export const over = ({ x, y, wide, size }: Spot) => `${x - 1} ${y - 2} ${wide + 2} ${size + 1}`;
/** From the middle of the first digit on. */
const half = ({ x, y, wide, size }: Spot) => `${x + size * 0.27} ${y - 2} ${wide} ${size + 1}`;
export const fill = (colour: string, box: string) => `q ${colour} rg ${box} re f Q\n`;
const grey = (page: OddPage, level: string) =>
  page.resource(
    "XObject",
    page.add(
      stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
        level,
      ),
    ),
  );
export const picture = (page: OddPage, level: string, box: string) => {
  const [x, y, wide, high] = box.split(" ");
  return `q ${wide} 0 0 ${high} ${x} ${y} cm ${grey(page, level)} Do Q\n`;
};
const state = (page: OddPage, entries: string) => page.resource("ExtGState", page.add(`<< ${entries} >>`));
export const form = ({ page, font }: Spot, content: string, box: string, rest = "") =>
  page.add(
    stream(
      `/Type /XObject /Subtype /Form /BBox [${box}] ${rest} /Resources << /Font << ${font.name} ${font.name.slice(5)} 0 R >> >>`,
      content,
    ),
  );
export const corners = (box: string) => {
  const [x = 0, y = 0, wide = 0, high = 0] = box.split(" ").map(Number);
  return `${x} ${y} ${x + wide} ${y + high}`;
};
export const stroke = (x: number, y: number, to: number, high = y) =>
  `q 0.8 w ${x} ${y} m ${to} ${high} l S Q\n`;
const drawn = (spot: Spot, number = spot.number) =>
  [...number]
    .map((digit, index) =>
      segmentsOf(Number(digit), spot.x + index * spot.size * 0.6, spot.y, spot.size * 0.4, spot.size * 0.7),
    )
    .join(" ");
export const annotation = (spot: Spot, dictionary: string, content: string, box = over(spot), flags = 4) => {
  const [x = 0, y = 0] = box.split(" ").map(Number);
  const [, , wide, high] = box.split(" ");
  const look = form(spot, content, `${x} ${y} ${x + Number(wide)} ${y + Number(high)}`);
  spot.page.annotate(`${dictionary} /Rect [${corners(box)}] /F ${flags} /AP << /N ${look} 0 R >>`);
};
/** 1435 as a picture of one bit a pixel, 6 by 8 for each digit. */
export const bitmap = (number: string) => {
  const glyphs: Record<string, string> = {
    0: "699996",
    1: "262227",
    2: "69124f",
    3: "691196",
    4: "99f111",
    5: "f8e11e",
    6: "68e996",
    7: "f12244",
    8: "696996",
    9: "699716",
  };
  const rows = Array.from({ length: 6 }, (_, row) =>
    [...number].map((digit) => glyphs[digit]![row]!).join(""),
  );
  const padded = rows.map((row) => (row.length % 2 === 0 ? row : `${row}0`));
  return { data: `${padded.join("")}>`, wide: 4 * number.length, high: 6 };
};

/** Ways to show a number, to hide one, and to show something else, each named by what it tries. */
export const CELLS: Readonly<Record<string, Trait>> = {
  plain: (s) => ({ content: write(s), seen: s.number, ordinary: true }),
  "bold by stroke": (s) => ({ content: write(s, "2 Tr 0.3 w"), seen: s.number, ordinary: true }),
  "bold by drawing twice": (s) => ({
    content: write(s) + write({ ...s, x: s.x + 0.25 }),
    seen: s.number,
    ordinary: true,
  }),
  coloured: (s) => ({ content: `q 0.7 0 0 rg ${write(s)}Q\n`, seen: s.number, ordinary: true }),
  "on a pale ground": (s) => ({
    content: fill("0.85 0.92 0.97", inner(s, 0.5)) + write(s),
    seen: s.number,
    ordinary: true,
  }),
  "white on dark": (s) => ({
    content: `${fill("0.1 0.2 0.5", inner(s))}q 1 g ${write(s)}Q\n`,
    seen: s.number,
  }),
  "one digit a string": (s) => ({
    content: [...s.number]
      .map((digit, i) => write({ ...s, x: s.x + 0.556 * s.size * i }, "", digit))
      .reverse()
      .join(""),
    seen: s.number,
  }),
  "white box over": (s) => ({ content: write(s) + fill("1 1 1", over(s)), seen: "" }),
  "white box over, another number on it": (s) => ({
    content: write(s) + fill("1 1 1", over(s)) + write(s, "", s.other),
    seen: s.other,
  }),
  "another number where the first was": (s) => ({
    content: write(s) + fill("1 1 1", over(s)) + write({ ...s, x: s.x + 1.3, y: s.y + 0.4 }, "", s.other),
    seen: s.other,
  }),
  "half under a white box": (s) => ({ content: write(s) + fill("1 1 1", half(s)), seen: "doubt" }),
  "lower half under a white box": (s) => ({
    content: write(s) + fill("1 1 1", `${s.x - 1} ${s.y - 1} ${s.wide + 2} ${s.size * 0.35 + 1}`),
    seen: "doubt",
  }),
  blackened: (s) => ({ content: write(s) + fill("0 0 0", over(s)), seen: "doubt" }),
  "white picture over": (s) => ({ content: write(s) + picture(s.page, "\xff", over(s)), seen: "" }),
  "dark picture over": (s) => ({ content: write(s) + picture(s.page, "\x10", over(s)), seen: "doubt" }),
  "white on a dark picture": (s) => ({
    content: `${picture(s.page, "\x20", inner(s))}q 1 g ${write(s)}Q\n`,
    seen: s.number,
  }),
  "white thick stroke over": (s) => ({
    content: `${write(s)}q 1 G ${s.size + 2} w ${s.x - 1} ${s.y + s.size * 0.35} m ${s.x + s.wide + 1} ${s.y + s.size * 0.35} l S Q\n`,
    seen: "",
  }),
  "white letters over": (s) => ({ content: `${write(s)}q 1 g 1 G ${write(s, "2 Tr 2 w")}Q\n`, seen: "" }),
  "shading over": (s) => {
    const shade = s.page.resource(
      "Shading",
      s.page.add(
        "<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [1] /N 1 >> /Extend [true true] >>",
      ),
    );
    return { content: `${write(s)}q ${over(s)} re W n ${shade} sh Q\n`, seen: "" };
  },
  "white on a dark shading": (s) => {
    const shade = s.page.resource(
      "Shading",
      s.page.add(
        "<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [0.2] /C1 [0.2] /N 1 >> /Extend [true true] >>",
      ),
    );
    return { content: `q ${inner(s)} re W n ${shade} sh Q q 1 g ${write(s)}Q\n`, seen: s.number };
  },
  "clipped away": (s) => ({ content: `q 0 0 2 2 re W n ${write(s)}Q\n`, seen: "" }),
  "clipped in half": (s) => ({ content: `q ${half(s)} re W n ${write(s)}Q\n`, seen: "doubt" }),
  "clipped by a triangle": (s) => ({
    content: `q ${s.x} ${s.y} m ${s.x + s.wide} ${s.y} l ${s.x} ${s.y + s.size} l W n ${write(s)}Q\n`,
    seen: "doubt",
  }),
  "clipped to its cell": (s) => ({
    content: `q ${inner(s, 0)} re W n ${write(s)}Q\n`,
    seen: s.number,
    ordinary: true,
  }),
  "form outside its box": (s) => ({
    content: `${s.page.resource("XObject", form(s, write(s), "0 0 5 5"))} Do\n`,
    seen: "",
  }),
  "form cut by its box": (s) => ({
    content: `${s.page.resource("XObject", form(s, write(s), corners(half(s))))} Do\n`,
    seen: "doubt",
  }),
  "form within its box": (s) => ({
    content: `${s.page.resource("XObject", form(s, write(s), corners(inner(s, 0))))} Do\n`,
    seen: s.number,
    ordinary: true,
  }),
  "soft mask": (s) => {
    const group = "/Group << /S /Transparency /CS /DeviceGray >>";
    const mask = form(s, "0 g 0 0 900 900 re f", "0 0 900 900", group);
    return {
      content: `q ${state(s.page, `/SMask << /S /Luminosity /G ${mask} 0 R >>`)} gs ${write(s)}Q\n`,
      seen: "",
    };
  },
  "soft mask that shows": (s) => {
    const group = "/Group << /S /Transparency /CS /DeviceGray >>";
    const mask = form(s, "1 g 0 0 900 900 re f", "0 0 900 900", group);
    return {
      content: `q ${state(s.page, `/SMask << /S /Luminosity /G ${mask} 0 R >>`)} gs ${write(s)}Q\n`,
      seen: s.number,
    };
  },
  "layer off": (s) => {
    const layer = s.page.resource("Properties", s.page.layer(false));
    return { content: `/OC ${layer} BDC ${write(s)}EMC\n`, seen: "" };
  },
  "layer on": (s) => {
    const layer = s.page.resource("Properties", s.page.layer(true));
    return { content: `/OC ${layer} BDC ${write(s)}EMC\n`, seen: s.number };
  },
  "form of a layer that is off": (s) => {
    const look = form(s, write(s), corners(inner(s, 0)), `/OC ${s.page.layer(false)} 0 R`);
    return { content: `${s.page.resource("XObject", look)} Do\n`, seen: "" };
  },
  "white box of a layer that is off": (s) => {
    const layer = s.page.resource("Properties", s.page.layer(false));
    return { content: `${write(s)}/OC ${layer} BDC ${fill("1 1 1", over(s))}EMC\n`, seen: s.number };
  },
  "white on white": (s) => ({ content: `q 1 g ${write(s)}Q\n`, seen: "" }),
  "white of inks": (s) => ({ content: `q 0 0 0 0 k ${write(s)}Q\n`, seen: "" }),
  "on its own colour": (s) => ({
    content: `${fill("0.9 0.1 0.1", inner(s))}q 0.9 0.1 0.1 rg ${write(s)}Q\n`,
    seen: "doubt",
  }),
  "almost white": (s) => ({ content: `q 0.995 g ${write(s)}Q\n`, seen: "" }),
  "pattern that paints nothing": (s) => {
    const pattern = s.page.resource(
      "Pattern",
      s.page.add(
        stream(
          "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 4 4] /XStep 4 /YStep 4 /Resources << >>",
          "",
        ),
      ),
    );
    return { content: `q /Pattern cs ${pattern} scn ${write(s)}Q\n`, seen: "" };
  },
  "a pattern's own text": (s) => {
    const [left, bottom, right, top] = s.box;
    const pattern = s.page.resource(
      "Pattern",
      s.page.add(
        stream(
          `/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 ${right} ${top}] /XStep 1000 /YStep 1000 /Resources << /Font << ${s.font.name} ${s.font.name.slice(5)} 0 R >> >>`,
          write(s),
        ),
      ),
    );
    return {
      content: `q /Pattern cs ${pattern} scn ${left + 2} ${bottom + 2} ${right - left - 4} ${top - bottom - 4} re f Q\n`,
      seen: s.number,
    };
  },
  "render mode 3": (s) => ({ content: write(s, "3 Tr"), seen: "" }),
  "render mode 1": (s) => ({ content: `q 0.3 w ${write(s, "1 Tr")}Q\n`, seen: s.number }),
  "white stroke alone": (s) => ({ content: `q 1 G 0.3 w ${write(s, "1 Tr")}Q\n`, seen: "" }),
  "clip of letters, filled": (s) => ({
    content: `q ${letters(s, "7 Tr")}${fill("0 0 0", over(s))}Q\n`,
    seen: s.number,
  }),
  "clip of letters, not filled": (s) => ({ content: `q ${letters(s, "7 Tr")}Q\n`, seen: "" }),
  "no opacity": (s) => ({ content: `q ${state(s.page, "/ca 0")} gs ${write(s)}Q\n`, seen: "" }),
  "two per cent opacity": (s) => ({ content: `q ${state(s.page, "/ca 0.02")} gs ${write(s)}Q\n`, seen: "" }),
  "white at half opacity over": (s) => ({
    content: `${write(s)}q ${state(s.page, "/ca 0.5")} gs ${fill("1 1 1", over(s))}Q\n`,
    seen: s.number,
  }),
  multiplied: (s) => ({
    content: `${write(s)}q ${state(s.page, "/BM /Multiply")} gs ${fill("1 1 0", over(s))}Q\n`,
    seen: s.number,
  }),
  "white that only darkens": (s) => ({
    content: `q ${state(s.page, "/BM /Multiply")} gs 1 g ${write(s)}Q\n`,
    seen: "",
  }),
  "screened on bare paper": (s) => ({
    content: `q ${state(s.page, "/BM /Screen")} gs 0 g ${write(s)}Q\n`,
    seen: s.number,
  }),
  "digits as strokes": (s) => ({ content: `q 0.8 w ${drawn(s)} Q\n`, seen: s.number }),
  "digits as strokes beside text": (s) => ({
    content: `${write(s)}q 0.8 w ${drawn({ ...s, x: s.x + s.wide + 2 }, "7")} Q\n`,
    seen: "doubt",
  }),
  "a one as a filled box": (s) => ({
    content: fill("0 0 0", `${s.x + 3} ${s.y} 0.9 ${s.size * 0.7}`),
    seen: "1",
  }),
  "digits as a picture": (s) => {
    const { data, wide, high } = bitmap(s.number);
    return {
      content: `q ${0.12 * s.size * wide} 0 0 ${0.12 * s.size * high} ${s.x} ${s.y} cm BI /W ${wide} /H ${high} /IM true /F /AHx ID ${data} EI Q\n`,
      seen: s.number === "" ? "" : "doubt",
    };
  },
  "a digit as a picture beside text": (s) => {
    const { data, wide, high } = bitmap("70");
    return {
      content: `${write(s)}q ${0.12 * s.size * wide} 0 0 ${0.12 * s.size * high} ${s.x + s.wide + 1.5} ${s.y} cm BI /W ${wide} /H ${high} /IM true /F /AHx ID ${data} EI Q\n`,
      seen: "doubt",
    };
  },
  "type 3": (s) => ({
    content: write({ ...s, font: strokedFont(s.page, "[0.001 0 0 0.001 0 0]", 1000) }),
    seen: s.number,
  }),
  "type 3 of unit matrix": (s) => ({
    content: write({ ...s, font: strokedFont(s.page, "[1 0 0 1 0 0]", 1) }),
    seen: s.number,
  }),
  "type 3 that lies": (s) => ({
    content: write({
      ...s,
      font: strokedFont(s.page, "[0.01 0 0 0.01 0 0]", 100, (digit) => (digit + 1) % 10),
      // Strokes that no known eight is like tell nothing: the font is told by others of its digits.
      number: `${s.number.slice(0, 2)}25`,
    }),
    seen: `${s.number.slice(0, 2)}25`,
  }),
  "font by number": (s) => ({
    content: write({ ...s, font: s.half }, "", s.number.replace(/[35]/g, "8")),
    seen: s.number.replace(/[35]/g, "8"),
  }),
  "font by number that lies": (s) => ({ content: write({ ...s, font: s.lying }), seen: s.number }),
  "font by number that takes a three for a five": (s) => ({
    content: write({ ...s, font: s.half }, "", `${s.number}35`),
    seen: `${s.number}35`,
  }),
  "map that lies": (s) => {
    const map = s.page.add(
      stream(
        "",
        "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <30> <38> <0031> endbfrange",
      ),
    );
    return {
      content: write({ ...s, font: standardFont(s.page, "Helvetica", `/ToUnicode ${map} 0 R`) }),
      seen: s.number,
    };
  },
  "actual text that lies": (s) => ({
    content: `/Span << /ActualText (${s.other}) >> BDC ${write(s)}EMC\n`,
    seen: s.number,
  }),
  "actual text that lies in UTF-16": (s) => ({
    content: `/Span << /ActualText <FEFF${[...s.other].map((digit) => `003${digit}`).join("")}> >> BDC ${write(s)}EMC\n`,
    seen: s.number,
  }),
  "actual text that is nothing": (s) => ({
    content: `/Span << /ActualText () >> BDC ${write(s)}EMC\n`,
    seen: s.number,
  }),
  "actual text over strokes": (s) => ({
    content: `/Span << /ActualText (${s.other}) >> BDC q 0.8 w ${drawn(s)} Q EMC\n`,
    seen: s.number,
  }),
  "negative size": (s) => ({
    content: write({ ...s, size: -s.size }, "", s.number, [-1, 0, 0, -1, s.x, s.y]),
    seen: s.number,
  }),
  mirrored: (s) => ({ content: write(s, "", s.number, [-1, 0, 0, 1, s.x + s.wide, s.y]), seen: "doubt" }),
  "negative scale": (s) => ({
    content: write(s, "-100 Tz", s.number, [1, 0, 0, 1, s.x + s.wide, s.y]),
    seen: "doubt",
  }),
  "upside down": (s) => ({
    content: write(s, "", s.number, [-1, 0, 0, -1, s.x + s.wide, s.y + s.size * 0.7]),
    seen: s.number,
  }),
  "no width": (s) => ({ content: write(s, "0.01 Tz"), seen: "" }),
  "tiny size": (s) => ({ content: write({ ...s, size: 0.2 }), seen: "" }),
  "free text": (s) => {
    annotation(s, "/Subtype /FreeText", write(s));
    return { content: "", seen: s.number };
  },
  "free text over a number": (s) => {
    annotation(s, "/Subtype /FreeText", fill("1 1 1", over(s)) + write(s, "", s.other));
    return { content: write(s), seen: s.other };
  },
  "hidden note": (s) => {
    annotation(s, "/Subtype /FreeText", write(s), over(s), 2);
    return { content: "", seen: "" };
  },
  "stamp over a number": (s) => {
    annotation(s, "/Subtype /Stamp", fill("1 1 1", over(s)));
    return { content: write(s), seen: "" };
  },
  "square without appearance": (s) => {
    s.page.annotate(
      `/Subtype /Square /Rect [${corners(over(s))}] /F 4 /C [1 1 1] /IC [1 1 1] /BS << /W 0 >>`,
    );
    return { content: write(s), seen: "" };
  },
  "struck out note": (s) => {
    const [x0, y0, x1, y1] = corners(over(s)).split(" ");
    s.page.annotate(
      `/Subtype /StrikeOut /F 4 /Rect [${corners(over(s))}] /QuadPoints [${x0} ${y1} ${x1} ${y1} ${x0} ${y0} ${x1} ${y0}] /C [1 0 0]`,
    );
    return { content: write(s), seen: "doubt" };
  },
  "line note through a number": (s) => {
    s.page.annotate(
      `/Subtype /Line /F 4 /Rect [${corners(over(s))}] /L [${s.x - 1} ${s.y + s.size * 0.3} ${s.x + s.wide} ${s.y + s.size * 0.4}] /C [1 0 0] /BS << /W 1 >>`,
    );
    return { content: write(s), seen: "doubt" };
  },
  "text field": (s) => {
    const look = form(s, `/Tx BMC ${write(s)}EMC`, corners(over(s)));
    s.page.field(
      `/FT /Tx /T (f${s.x}-${s.y}) /V (${s.number}) /Rect [${corners(over(s))}] /F 4 /AP << /N ${look} 0 R >>`,
    );
    return { content: "", seen: s.number };
  },
  "text field that shows another": (s) => {
    const look = form(s, `/Tx BMC ${write(s)}EMC`, corners(over(s)));
    s.page.field(
      `/FT /Tx /T (f${s.x}-${s.y}) /V (${s.other}) /Rect [${corners(over(s))}] /F 4 /AP << /N ${look} 0 R >>`,
    );
    return { content: "", seen: s.number };
  },
  "text field without appearance": (s) => {
    s.page.field(
      `/FT /Tx /T (f${s.x}-${s.y}) /V (${s.number}) /DA (/Helv ${s.size} Tf 0 g) /Rect [${corners(inner(s, 2))}] /F 4`,
    );
    return { content: "", seen: s.number };
  },
  "text field that no form names": (s) => {
    s.page.annotate(
      `/Subtype /Widget /FT /Tx /T (n${s.x}-${s.y}) /V (${s.number}) /DA (/Helv ${s.size} Tf 0 g) /Rect [${corners(inner(s, 2))}] /F 4`,
    );
    return { content: "", seen: "doubt" };
  },
  "struck through": (s) => ({
    content: write(s) + stroke(s.x - 1, s.y + s.size * 0.35, s.x + s.wide + 1),
    seen: "doubt",
  }),
  "struck through aslant": (s) => ({
    content: write(s) + stroke(s.x - 1, s.y, s.x + s.wide + 1, s.y + s.size * 0.7),
    seen: "doubt",
  }),
  "struck through by a box": (s) => ({
    content: write(s) + fill("0 0 0", `${s.x - 1} ${s.y + s.size * 0.3} ${s.wide + 2} 0.7`),
    seen: "doubt",
  }),
  "struck through by letters": (s) => ({
    content: write(s) + write({ ...s, font: s.label }, "", "-".repeat(Math.ceil(s.wide / s.size / 0.333))),
    seen: "doubt",
  }),
  "white line through": (s) => ({
    content: `${write(s)}q 1 G 2 w ${s.x - 1} ${s.y + s.size * 0.36} m ${s.x + s.wide + 1} ${s.y + s.size * 0.36} l S Q\n`,
    seen: "doubt",
  }),
  "clip of outlines, filled": (s) => ({
    content: `q ${s.x} ${s.y} 1 6 re ${s.x + 3} ${s.y} 4 1 re ${s.x + 3} ${s.y + 5} 4 1 re ${s.x + 6} ${s.y} 1 6 re W n ${fill("0 0 0", over(s))}Q\n`,
    seen: "doubt",
  }),
  underlined: (s) => ({
    content: write(s) + stroke(s.x, s.y - 1.6, s.x + s.wide),
    seen: s.number,
    ordinary: true,
  }),
  raised: (s) => ({
    content:
      write(s) + write({ ...s, x: s.x + s.wide + 0.3, y: s.y + s.size * 0.4, size: s.size * 0.6 }, "", "1"),
    seen: "doubt",
  }),
  "raised by rise": (s) => ({
    content:
      write(s, "", s.number.slice(0, 1)) +
      write({ ...s, x: s.x + 0.57 * s.size, size: s.size * 0.65 }, `${s.size * 0.35} Ts`, s.number.slice(1)),
    seen: s.number.length > 1 ? "doubt" : s.number,
  }),
  lowered: (s) => ({
    content:
      write(s) + write({ ...s, x: s.x + s.wide + 0.3, y: s.y - s.size * 0.2, size: s.size * 0.6 }, "", "2"),
    seen: "doubt",
  }),
  "small after it": (s) => ({
    content: write(s) + write({ ...s, x: s.x + s.wide + 0.3, size: s.size * 0.6 }, "", "2"),
    seen: "doubt",
  }),
  shadow: (s) => ({
    content: `q 0.6 g ${write({ ...s, x: s.x + 0.8, y: s.y - 0.8 })}Q ${write(s)}`,
    seen: s.number,
  }),
  "shadow of another number": (s) => ({
    content: `q 0.6 g ${write({ ...s, x: s.x + 0.8, y: s.y - 0.8 }, "", s.other)}Q ${write(s)}`,
    seen: "doubt",
  }),
  "minus as a line": (s) => ({
    content: write(s) + stroke(s.x - 4.5, s.y + s.size * 0.33, s.x - 1),
    seen: `-${s.number}`,
  }),
  "minus as a box": (s) => ({
    content: write(s) + fill("0 0 0", `${s.x - 4.5} ${s.y + s.size * 0.3} 3.5 0.7`),
    seen: `-${s.number}`,
  }),
  "point as a box": (s) => ({
    content: `${write(s)}${fill("0 0 0", `${s.x + s.wide + 0.5} ${s.y} 1.1 1.1`)}${write({ ...s, x: s.x + s.wide + 2.5 }, "", "5")}`,
    seen: `${s.number}.5`,
  }),
  "two over each other": (s) => ({
    content: write(s) + write({ ...s, x: s.x + 0.7, y: s.y + 0.3 }, "", s.other),
    seen: "doubt",
  }),
  "number of white spaces": (s) => ({ content: write(s, "40 Tw"), seen: s.number, ordinary: true }),
  "not in the file": (s) => {
    const font = standardFont(s.page, "SimSun", "");
    return { content: write({ ...s, font }), seen: s.number };
  },
  "not in the file, covered": (s) => {
    const font = cjkFont(s.page);
    return { content: write({ ...s, font }) + fill("1 1 1", over(s)), seen: "" };
  },
  "not in the file, by number": (s) => ({ content: write({ ...s, font: cjkFont(s.page) }), seen: s.number }),
  "not in the file, another on it": (s) => ({
    content: write({ ...s, font: cjkFont(s.page) }) + fill("1 1 1", over(s)) + write(s, "", s.other),
    seen: s.other,
  }),
  "not in the file, white": (s) => ({
    content: `q 1 g ${write({ ...s, font: cjkFont(s.page) })}Q\n`,
    seen: "",
  }),
  "not in the file, struck": (s) => ({
    content: write({ ...s, font: cjkFont(s.page) }) + stroke(s.x - 1, s.y + s.size * 0.35, s.x + s.wide + 1),
    seen: "doubt",
  }),
};

/** A Chinese font that is not in the file, digits in half an em (Adobe-GB1 814 and on by its map). */
function cjkFont(page: OddPage): OddFont {
  const descriptor = page.add(
    "<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
  );
  const descendant = page.add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor ${descriptor} 0 R /DW 1000 /W [814 [500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500 500]] >>`,
  );
  const font = page.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [${descendant} 0 R] >>`,
  );
  return { name: page.resource("Font", font), show: (digits) => `(${digits})` };
}
