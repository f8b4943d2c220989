import { stream } from "../tiny.ts";
import { annotation, bitmap, corners, fill, form, inner, over, write } from "./cells.ts";
import type { OddCell, Spot, Trait } from "./cells.ts";

const doubted = (content: string): OddCell => ({ content, seen: "doubt" });
const SIZE = "/Width 24 /Height 8";
const GREY = `${SIZE} /ColorSpace /DeviceGray /BitsPerComponent 8`;

/** A picture in the place of the number, with entries and data of its own. */
function pictured(spot: Spot, entries: string, data: string, wide = spot.wide): string {
  const object = spot.page.add(stream(`/Type /XObject /Subtype /Image ${entries}`, data));
  return `q ${wide} 0 0 ${spot.size} ${spot.x} ${spot.y} cm ${spot.page.resource("XObject", object)} Do Q\n`;
}

/** The number in a font that the page's resources do not name, or that is none. */
const inFont = ({ size, x, y, number }: Spot, name: string): string =>
  `BT ${name} ${size} Tf ${x} ${y} Td (${number}) Tj ET\n`;

/** A link over the number; `foot` is how far up its lower side is. */
function linked(spot: Spot, entries: string, foot = 0.35 * spot.size): string {
  const { x, y, wide } = spot;
  spot.page.annotate(`/Subtype /Link /F 4 /Rect [${x - 3} ${y + foot} ${x + wide + 3} ${y + 15}] ${entries}`);
  return write(spot);
}

/** An appearance of white with the other number on it. */
const covering = (spot: Spot): string => fill("1 1 1", over(spot)) + write(spot, "", spot.other);

function shownBySome(spot: Spot, subtype: string): OddCell {
  annotation(spot, `/Subtype /${subtype}`, covering(spot));
  return doubted(write(spot));
}

/** A button whose appearance has states and that does not say which of them it shows. */
function button(spot: Spot, entries: string): OddCell {
  const look = form(spot, covering(spot), corners(over(spot)));
  spot.page.field(
    `/FT /Btn /T (b${spot.x}-${spot.y}) ${entries} /Rect [${corners(over(spot))}] /F 4 /AP << /N << /On ${look} 0 R >> >>`,
  );
  return doubted(write(spot));
}

/** What some viewers show and others do not, and ink so pale that some people do not see it. */
export const VIEWERS: Readonly<Record<string, Trait>> = {
  "a font that is not named": (s) => doubted(inFont(s, "/Nobody")),
  "a font that is not named, in a form": (s) => {
    const object = s.page.add(
      stream("/Type /XObject /Subtype /Form /BBox [0 0 900 900] /Resources << >>", inFont(s, "/Nobody")),
    );
    return doubted(`${s.page.resource("XObject", object)} Do\n`);
  },
  "a font that is not named but for its object": (s) => doubted(inFont(s, s.page.resource("Font", 9999))),
  "a font that is not named as any kind": (s) =>
    doubted(inFont(s, s.page.resource("Font", s.page.add("<< /Type /Font >>")))),
  "a font of the page in a form without any": (s) => {
    const object = s.page.add(stream("/Type /XObject /Subtype /Form /BBox [0 0 900 900]", write(s)));
    return { content: `${s.page.resource("XObject", object)} Do\n`, seen: s.number, ordinary: true };
  },
  "a broken JPEG": (s) => doubted(pictured(s, `${GREY} /Filter /DCTDecode`, "\xff\xd8\xff\xe0broken")),
  "a broken JPEG 2000": (s) => doubted(pictured(s, `${SIZE} /Filter /JPXDecode`, "\0\0\0\x0cjP  broken")),
  "a broken JBIG2": (s) =>
    doubted(
      pictured(s, `${SIZE} /ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode`, "brokenbroken"),
    ),
  "a picture of an unknown filter": (s) =>
    doubted(pictured(s, `${GREY} /Filter /NobodyDecode`, "x".repeat(192))),
  "a picture of unknown colours": (s) =>
    doubted(pictured(s, `${SIZE} /ColorSpace /Nobody /BitsPerComponent 8`, "x".repeat(192))),
  "a broken JPEG over a number": (s) =>
    doubted(write(s) + pictured(s, `${GREY} /Filter /DCTDecode`, "\xff\xd8\xff\xe0broken")),
  "a broken JPEG beside a number": (s) =>
    doubted(
      write(s) +
        pictured({ ...s, x: s.x + s.wide + 1 }, `${GREY} /Filter /DCTDecode`, "\xff\xd8\xff\xe0broken", 5),
    ),
  "a link whose border runs through": (s) => doubted(linked(s, "/Border [0 0 1] /C [1 0 0]")),
  "a link of the usual border that runs through": (s) => doubted(linked(s, "")),
  "a link whose foot runs through": (s) => doubted(linked(s, "/BS << /W 1 /S /U >>")),
  "a link without a border that would run through": (s) => ({
    content: linked(s, "/BS << /W 0 >>"),
    seen: s.number,
    ordinary: true,
  }),
  "a link whose border runs around": (s) => ({
    content: linked(s, "/Border [0 0 1] /C [0 0 1]", -2.5),
    seen: s.number,
    ordinary: true,
  }),
  "a link like a minus before it": (s) => {
    const [x, y] = [s.x - 6, s.y + 0.35 * s.size];
    s.page.annotate(`/Subtype /Link /F 4 /Rect [${x} ${y} ${x + 4} ${y + 1}] /C [0 0 0]`);
    return doubted(write(s));
  },
  "a link like a one behind it": (s) => {
    const x = s.x + s.wide + 1;
    s.page.annotate(`/Subtype /Link /F 4 /Rect [${x} ${s.y} ${x + 0.5} ${s.y + 8}] /C [0 0 0]`);
    return doubted(write(s));
  },
  "a blackened digit beside it, with no text": (s) =>
    doubted(write(s) + `0 0 0 rg ${s.x + s.wide + 1} ${s.y} ${0.5 * s.size} ${0.75 * s.size} re f\n`),
  "a link with an appearance": (s) => {
    const look = form(s, covering(s), corners(over(s)));
    return doubted(linked(s, `/Border [0 0 0] /AP << /N ${look} 0 R >>`));
  },
  "an underline through it": (s) => {
    const { x, y, wide, size } = s;
    const [foot, top] = [y + 0.3 * size, y + 12];
    s.page.annotate(
      `/Subtype /Underline /F 4 /Rect [${corners(over(s))}] /C [1 0 0] ` +
        `/QuadPoints [${x} ${top} ${x + wide} ${top} ${x} ${foot} ${x + wide} ${foot}]`,
    );
    return doubted(write(s));
  },
  "a note that is invisible": (s) => {
    annotation(s, "/Subtype /FreeText", write(s), over(s), 5);
    return doubted("");
  },
  "a field with a script": (s) => {
    s.page.field(
      `/FT /Tx /T (s${s.x}-${s.y}) /V (1.5) /DA (/Helv ${s.size} Tf 0 g) /F 4 /Rect [${corners(inner(s, 2))}] ` +
        "/AA << /F << /S /JavaScript /JS (AFNumber_Format(0,0,0,0,'',true)) >> >>",
    );
    return doubted("");
  },
  "a list of blends over it": (s) => {
    const state = s.page.resource("ExtGState", s.page.add("<< /BM [/Nobody /Multiply] >>"));
    return doubted(`${write(s)}q ${state} gs ${fill("1 1 1", over(s))}Q\n`);
  },
  "white that overprints over it": (s) => {
    const state = s.page.resource("ExtGState", s.page.add("<< /op true /OP true /OPM 1 >>"));
    return doubted(`${write(s)}q ${state} gs 0 0 0 0 k ${over(s)} re f Q\n`);
  },
  "a line with a caption": (s) => {
    s.page.annotate(
      `/Subtype /Line /F 4 /Rect [${corners(inner(s, 1))}] /L [${s.x} ${s.y - 3} ${s.x + 30} ${s.y - 3}] /Cap true /Contents (${s.other})`,
    );
    return doubted("");
  },
  "a printer's mark": (s) => shownBySome(s, "PrinterMark"),
  "a net of traps": (s) => shownBySome(s, "TrapNet"),
  "a note of no known kind": (s) => shownBySome(s, "Nobody"),
  "the poster of a solid": (s) => shownBySome(s, "3D"),
  "a box to tick without its state": (s) => button(s, "/V /On"),
  "a choice without its state": (s) => button(s, "/Ff 32768 /V /On"),
  "a box to tick that is off": (s) => {
    const look = form(s, write(s), corners(over(s)));
    s.page.field(
      `/FT /Btn /T (o${s.x}-${s.y}) /AS /Off /Rect [${corners(over(s))}] /F 4 /AP << /N << /On ${look} 0 R >> >>`,
    );
    return { content: "", seen: "" };
  },
  "a twentieth of grey": (s) => doubted(`q 0.95 g ${write(s)}Q\n`),
  "a twentieth of opacity": (s) =>
    doubted(`q ${s.page.resource("ExtGState", s.page.add("<< /ca 0.05 >>"))} gs ${write(s)}Q\n`),
  "a one as a stroke of a twentieth of grey": (s) =>
    doubted(`q 0.95 G 1 w ${s.x} ${s.y} m ${s.x} ${s.y + 7} l S Q\n`),
  "a picture of pale grey": (s) => {
    const { data, wide, high } = bitmap(s.number);
    const [across, up] = [0.12 * s.size * wide, 0.12 * s.size * high];
    return doubted(
      `q 0.93 g ${across} 0 0 ${up} ${s.x} ${s.y} cm BI /W ${wide} /H ${high} /IM true /F /AHx ID ${data} EI Q\n`,
    );
  },
};
