import { stream } from "../tiny.ts";
import { corners, fill, form, inner, over, write } from "./cells.ts";
import type { Spot, Trait } from "./cells.ts";
import { standardFont } from "./fonts.ts";

/** The number within as many forms as there are matrices, the first outermost. */
function nested(spot: Spot, matrices: readonly string[]): string {
  const { page, font } = spot;
  let content = write(spot);
  let inside = `/Font << ${font.name} ${font.name.slice(5)} 0 R >>`;
  for (const matrix of [...matrices].reverse()) {
    const dictionary = `/Type /XObject /Subtype /Form /BBox [-900 -900 900 900] /Matrix [${matrix}]`;
    const object = page.add(stream(`${dictionary} /Resources << ${inside} >>`, content));
    const name = page.resource("XObject", object);
    inside = `/XObject << ${name} ${object} 0 R >>`;
    content = `${name} Do\n`;
  }
  return content;
}

/** The number in a transparency group (PDF 32000-1, 11.6.6), with what is painted after it. */
function grouped(spot: Spot, how: string, after = ""): string {
  const group = `/Group << /S /Transparency ${how} >>`;
  return `${spot.page.resource("XObject", form(spot, write(spot) + after, corners(inner(spot, 0)), group))} Do\n`;
}

/** The number in a layer by its membership in groups that are off and on (8.11.2.2). */
function member(spot: Spot, policy: string): string {
  const groups = [spot.page.layer(false), spot.page.layer(true)].map((group) => `${group} 0 R`);
  const membership = spot.page.add(`<< /Type /OCMD /OCGs [${groups.join(" ")}] /P /${policy} >>`);
  return `/OC ${spot.page.resource("Properties", membership)} BDC ${write(spot)}EMC\n`;
}

const tall = (spot: Spot, ascent: number, descent: number) => {
  const descriptor = spot.page.add(
    `<< /Type /FontDescriptor /FontName /Helvetica /Flags 32 /ItalicAngle 0 /StemV 80 /Ascent ${ascent} ` +
      `/Descent ${descent} /FontBBox [0 ${descent} 1000 ${ascent}] >>`,
  );
  return standardFont(spot.page, "Helvetica", `/FontDescriptor ${descriptor} 0 R`);
};

/** Ways to set a number: spread, broad, turned, in nested forms and groups. */
export const SETTINGS: Readonly<Record<string, Trait>> = {
  "spread over its cell": (s) => ({
    content: write(s, `${(s.box[2] - s.x - s.wide - 4) / s.number.length} Tc`),
    seen: s.number,
  }),
  "broad digits": (s) => ({ content: write(s, "125 Tz"), seen: s.number, ordinary: true }),
  "narrow digits": (s) => ({ content: write(s, "60 Tz"), seen: s.number, ordinary: true }),
  "leaning digits": (s) => ({
    content: write(s, "", s.number, [1, 0, 0.2, 1, s.x, s.y]),
    seen: s.number,
    ordinary: true,
  }),
  "turned by a quarter": (s) => {
    // Without lines it is in no row, and its row is told.
    if (!s.ruled) return { content: write(s), seen: s.number };
    const size = Math.min(8, (s.box[3] - s.box[1] - 4) / (0.62 * s.number.length));
    return {
      content: write({ ...s, size }, "", s.number, [0, 1, -1, 0, s.x + 8, s.box[1] + 2]),
      seen: s.number,
    };
  },
  "upside down and mirrored": (s) => ({
    content: write(s, "", `${s.number}6`, [1, 0, 0, -1, s.x, s.y + 0.7 * s.size]),
    seen: "doubt",
  }),
  "form twice, half a digit apart": (s) => {
    // Two ones half a digit apart are two ones.
    const digits = s.number.replaceAll("1", "4");
    const named = s.page.resource("XObject", form(s, write(s, "", digits), "0 0 900 900"));
    return { content: `${named} Do q 1 0 0 1 ${0.28 * s.size} 0 cm ${named} Do Q\n`, seen: "doubt" };
  },
  "forms in forms": (s) => ({
    content: nested(s, ["0.5 0 0 0.5 40 30", "2 0 0 2 -80 -60"]),
    seen: s.number,
    ordinary: true,
  }),
  "forms in forms that turn": (s) => ({
    content: nested(s, ["0 1 -1 0 0 0", "0 -1 1 0 0 0"]),
    seen: s.number,
    ordinary: true,
  }),
  "font that is much too high": (s) => ({
    content: write({ ...s, font: tall(s, 4800, -900) }),
    seen: s.number,
    ordinary: true,
  }),
  "font without height": (s) => ({
    content: write({ ...s, font: tall(s, 60, -20) }),
    seen: s.number,
    ordinary: true,
  }),
  "isolated group": (s) => ({ content: grouped(s, "/I true"), seen: s.number }),
  "group that knocks out": (s) => ({
    content: grouped(s, "/K true", fill("1 1 1", over(s))),
    seen: "",
  }),
  "layer off by membership": (s) => ({ content: member(s, "AllOn"), seen: "" }),
  "layer on by membership": (s) => ({ content: member(s, "AnyOn"), seen: s.number }),
  "pattern of one digit": (s) => {
    const pattern = s.page.add(
      stream(
        `/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 ${s.size} ${s.size}] /XStep ${s.size} ` +
          `/YStep ${s.size} /Resources << /Font << ${s.font.name} ${s.font.name.slice(5)} 0 R >> >>`,
        write({ ...s, x: 1, y: 1 }, "", "7"),
      ),
    );
    return {
      content: `q /Pattern cs ${s.page.resource("Pattern", pattern)} scn ${inner(s)} re f Q\n`,
      seen: "doubt",
    };
  },
};
