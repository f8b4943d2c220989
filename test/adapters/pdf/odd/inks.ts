import { stream } from "../tiny.ts";
import { corners, fill, form, inner, over, write } from "./cells.ts";
import type { OddCell, Spot, Trait } from "./cells.ts";

const state = (spot: Spot, entries: string): string =>
  spot.page.resource("ExtGState", spot.page.add(`<< ${entries} >>`));
const space = (spot: Spot, definition: string): string =>
  spot.page.resource("ColorSpace", spot.page.add(definition));
/** A function of one input, from one colour to another (PDF 32000-1, 7.10.3). */
const between = (from: string, to: string): string =>
  `<< /FunctionType 2 /Domain [0 1] /C0 [${from}] /C1 [${to}] /N 1 >>`;

/** The number in a colour of this space. */
const inSpace = (spot: Spot, definition: string, colour: string): string =>
  `q ${space(spot, definition)} cs ${colour} scn ${write(spot)}Q\n`;

/** A black number under a transfer function, of an ExtGState or a halftone (10.5). */
function transferred(spot: Spot, entries: string, seen: string): OddCell {
  return { content: `q ${state(spot, entries)} gs ${write(spot)}Q\n`, seen };
}

const shaded = (spot: Spot, level: string): string =>
  spot.page.resource(
    "Pattern",
    spot.page.add(
      `<< /Type /Pattern /PatternType 2 /Shading << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 900 0] ` +
        `/Function ${between(level, level)} /Extend [true true] >> >>`,
    ),
  );

const uncoloured = (spot: Spot): string =>
  spot.page.resource(
    "Pattern",
    spot.page.add(
      stream(
        "/Type /Pattern /PatternType 1 /PaintType 2 /TilingType 1 /BBox [0 0 4 4] /XStep 4 /YStep 4 /Resources << >>",
        "0 0 4 4 re f",
      ),
    ),
  );

/** The number under a mask made by what a group paints over a backdrop (11.6.5.2). */
function masked(spot: Spot, mask: string, content: string): string {
  const group = "/Group << /S /Transparency /CS /DeviceGray >>";
  const painted = form(spot, content, "0 0 900 900", group);
  return `q ${state(spot, `/SMask << /S ${mask.replace("G", `/G ${painted} 0 R`)} >>`)} gs ${write(spot)}Q\n`;
}

/** Colour spaces, functions of transfer, masks and overprint that make a number seen or unseen. */
export const INKS: Readonly<Record<string, Trait>> = {
  "an ink of its own that shows white": (s) => ({
    content: inSpace(s, `[/Separation /Varnish /DeviceCMYK ${between("0 0 0 0", "0 0 0 0")}]`, "1"),
    seen: "",
  }),
  "an ink of its own that shows black": (s) => ({
    content: inSpace(s, `[/Separation /Spot /DeviceCMYK ${between("0 0 0 0", "0 0 0 1")}]`, "1"),
    seen: s.number,
  }),
  "no part of an ink": (s) => ({
    content: inSpace(s, `[/Separation /Spot /DeviceCMYK ${between("0 0 0 0", "0 0 0 1")}]`, "0"),
    seen: "",
  }),
  "all inks": (s) => ({
    content: inSpace(s, `[/Separation /All /DeviceGray ${between("1", "0")}]`, "1"),
    seen: s.number,
  }),
  "the ink called none": (s) => ({
    content: inSpace(s, `[/Separation /None /DeviceGray ${between("1", "0")}]`, "1"),
    seen: "",
  }),
  "inks that are none": (s) => {
    const tint = s.page.add(stream("/FunctionType 4 /Domain [0 1 0 1] /Range [0 1]", "{ pop pop 0 }"));
    return { content: inSpace(s, `[/DeviceN [/None /None] /DeviceGray ${tint} 0 R]`, "1 1"), seen: "" };
  },
  "a colour by index": (s) => ({
    content: inSpace(s, "[/Indexed /DeviceRGB 1 <FFFFFF000000>]", "0"),
    seen: "",
  }),
  "a colour by index, black": (s) => ({
    content: inSpace(s, "[/Indexed /DeviceRGB 1 <FFFFFF000000>]", "1"),
    seen: s.number,
  }),
  "white of Lab": (s) => ({
    content: inSpace(s, "[/Lab << /WhitePoint [0.9505 1 1.089] /Range [-100 100 -100 100] >>]", "100 0 0"),
    seen: "",
  }),
  "black of Lab": (s) => ({
    content: inSpace(s, "[/Lab << /WhitePoint [0.9505 1 1.089] /Range [-100 100 -100 100] >>]", "0 0 0"),
    seen: s.number,
  }),
  "black of a profile that is broken": (s) => ({
    content: inSpace(
      s,
      `[/ICCBased ${s.page.add(stream("/N 3 /Alternate /DeviceRGB", "no profile"))} 0 R]`,
      "0 0 0",
    ),
    seen: s.number,
  }),
  "white of a profile that is broken": (s) => ({
    content: inSpace(
      s,
      `[/ICCBased ${s.page.add(stream("/N 3 /Alternate /DeviceRGB", "no profile"))} 0 R]`,
      "1 1 1",
    ),
    seen: "",
  }),
  "white of a pattern without colour": (s) => ({
    content: `q ${space(s, "[/Pattern /DeviceGray]")} cs 1 ${uncoloured(s)} scn ${write(s)}Q\n`,
    seen: "",
  }),
  "black of a pattern without colour": (s) => ({
    content: `q ${space(s, "[/Pattern /DeviceGray]")} cs 0 ${uncoloured(s)} scn ${write(s)}Q\n`,
    seen: s.number,
  }),
  "a layer that a formula turns off": (s) => {
    const group = s.page.add(`<< /Type /OCMD /VE [/Not ${s.page.layer(true)} 0 R] >>`);
    return { content: `/OC ${s.page.resource("Properties", group)} BDC ${write(s)}EMC\n`, seen: "" };
  },
  "a layer that a formula turns on": (s) => {
    const group = s.page.add(`<< /Type /OCMD /VE [/Not ${s.page.layer(false)} 0 R] >>`);
    return { content: `/OC ${s.page.resource("Properties", group)} BDC ${write(s)}EMC\n`, seen: s.number };
  },
  "white over it, of a layer that a formula turns off": (s) => {
    const group = s.page.add(
      `<< /Type /OCMD /VE [/And ${s.page.layer(true)} 0 R ${s.page.layer(false)} 0 R] >>`,
    );
    return {
      content: `${write(s)}/OC ${s.page.resource("Properties", group)} BDC ${fill("1 1 1", over(s))}EMC\n`,
      seen: s.number,
    };
  },
  "a shading as ink": (s) => ({
    content: `q /Pattern cs ${shaded(s, "0")} scn ${write(s)}Q\n`,
    seen: s.number,
  }),
  "a white shading as ink": (s) => ({
    content: `q /Pattern cs ${shaded(s, "1")} scn ${write(s)}Q\n`,
    seen: "",
  }),
  "a pale transfer": (s) => transferred(s, `/TR ${between("1", "1")}`, "doubt"),
  "a newer pale transfer": (s) => transferred(s, `/TR2 ${between("1", "1")}`, "doubt"),
  "a transfer for each ink": (s) =>
    transferred(s, `/TR2 [${[1, 2, 3, 4].map(() => between("1", "1")).join(" ")}]`, "doubt"),
  "the transfer of a halftone": (s) =>
    transferred(
      s,
      `/HT << /HalftoneType 1 /Frequency 60 /Angle 45 /SpotFunction /Round /TransferFunction ${between("1", "1")} >>`,
      "doubt",
    ),
  "a transfer that changes nothing": (s) => transferred(s, "/TR /Identity", s.number),
  "the default transfer": (s) => transferred(s, "/TR2 /Default /HT /Default", s.number),
  "white made black by a transfer": (s) => ({
    content: `q ${state(s, `/TR ${between("1", "0")}`)} gs 1 g ${write(s)}Q\n`,
    seen: "doubt",
  }),
  "a mask whose ground is black": (s) => ({
    content: masked(s, "/Luminosity G /BC [0]", "0.5 g 0 0 1 1 re f"),
    seen: "",
  }),
  "a mask whose ground is white": (s) => ({
    content: masked(s, "/Luminosity G /BC [1]", "0.5 g 0 0 1 1 re f"),
    seen: s.number,
  }),
  "a mask turned about by its function": (s) => ({
    content: masked(s, `/Luminosity G /TR ${between("1", "0")}`, "1 g 0 0 900 900 re f"),
    seen: "",
  }),
  "a mask of opacity": (s) => ({
    content: masked(s, "/Alpha G", "1 g 0 0 900 900 re f"),
    seen: s.number,
  }),
  "a mask of opacity, empty": (s) => ({ content: masked(s, "/Alpha G", ""), seen: "" }),
  "a mask that is taken off again": (s) => ({
    content: masked(s, "/Luminosity G /BC [0]", "").replace(/ gs /, ` gs ${state(s, "/SMask /None")} gs `),
    seen: s.number,
  }),
  "a white box of a group that knocks out": (s) => {
    const group = "/Group << /S /Transparency /K true /I true >>";
    const look = form(
      s,
      write(s) + fill("1 1 1", over(s)) + write(s, "", s.other),
      corners(inner(s, 0)),
      group,
    );
    return { content: `${s.page.resource("XObject", look)} Do\n`, seen: s.other };
  },
  "a box that only lightens over": (s) => ({
    content: `${write(s)}q ${state(s, "/BM /Lighten")} gs ${fill("1 1 1", over(s))}Q\n`,
    seen: "",
  }),
  "white whose blend is a difference": (s) => ({
    content: `${fill("1 1 1", over(s))}q ${state(s, "/BM /Difference")} gs 1 g ${write(s)}Q\n`,
    seen: s.number,
  }),
  "a box that turns colours about": (s) => ({
    content: `${fill("0 0 0", over(s))}q 1 g ${write(s)}Q q ${state(s, "/BM /Exclusion")} gs ${fill("1 1 1", over(s))}Q\n`,
    seen: s.number,
  }),
  "white of inks that overprint": (s) => ({
    content: `${write(s)}q ${state(s, "/OP true /op true /OPM 1")} gs 0 0 0 0 k ${over(s)} re f Q\n`,
    seen: "",
  }),
  "black that overprints": (s) => ({
    content: `q ${state(s, "/OP true /op true /OPM 1")} gs 0 0 0 1 k ${write(s)}Q\n`,
    seen: s.number,
    ordinary: true,
  }),
  "between compatibility marks": (s) => ({
    content: `BX 1 2 unknown ${write(s)} EX\n`,
    seen: s.number,
    ordinary: true,
  }),
  "a white picture in line over": (s) => {
    const [x, y, wide, high] = over(s).split(" ");
    return {
      content: `${write(s)}q ${wide} 0 0 ${high} ${x} ${y} cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID FF> EI Q\n`,
      seen: "",
    };
  },
  "a white stencil over": (s) => {
    const [x, y, wide, high] = over(s).split(" ");
    return {
      content: `${write(s)}q 1 g ${wide} 0 0 ${high} ${x} ${y} cm BI /W 8 /H 1 /IM true /F /AHx ID 00> EI Q\n`,
      seen: "",
    };
  },
  "a stencil that paints nothing over": (s) => {
    const [x, y, wide, high] = over(s).split(" ");
    return {
      content: `${write(s)}q 1 g ${wide} 0 0 ${high} ${x} ${y} cm BI /W 8 /H 1 /IM true /F /AHx ID FF> EI Q\n`,
      seen: s.number,
    };
  },
  "a picture whose mask lets the number through": (s) => {
    const mask = s.page.add(
      stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
        "\0",
      ),
    );
    const image = s.page.add(
      stream(
        `/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /SMask ${mask} 0 R`,
        "\xff",
      ),
    );
    const [x, y, wide, high] = over(s).split(" ");
    return {
      content: `${write(s)}q ${wide} 0 0 ${high} ${x} ${y} cm ${s.page.resource("XObject", image)} Do Q\n`,
      seen: s.number,
    };
  },
  "a white picture of a layer that is off": (s) => {
    const image = s.page.add(
      stream(
        `/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /OC ${s.page.layer(false)} 0 R`,
        "\xff",
      ),
    );
    const [x, y, wide, high] = over(s).split(" ");
    return {
      content: `${write(s)}q ${wide} 0 0 ${high} ${x} ${y} cm ${s.page.resource("XObject", image)} Do Q\n`,
      seen: s.number,
    };
  },
  "a white picture of a layer that is on": (s) => {
    const image = s.page.add(
      stream(
        `/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /OC ${s.page.layer(true)} 0 R`,
        "\xff",
      ),
    );
    const [x, y, wide, high] = over(s).split(" ");
    return {
      content: `${write(s)}q ${wide} 0 0 ${high} ${x} ${y} cm ${s.page.resource("XObject", image)} Do Q\n`,
      seen: "",
    };
  },
};
