import { stream } from "../tiny.ts";
import { corners, form, inner, write } from "./cells.ts";
import type { OddCell, Spot, Trait } from "./cells.ts";
import { standardFont } from "./fonts.ts";

/** The number in a font of one of the standard programs, with entries of its own. */
const set = (spot: Spot, base: string, rest: string, seen: string, digits = spot.number): OddCell => ({
  content: write({ ...spot, font: standardFont(spot.page, base, rest) }, "", digits),
  seen,
});

const map = (spot: Spot, lines: string): string =>
  `/ToUnicode ${spot.page.add(stream("", `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange ${lines} endcmap end end`))} 0 R`;

const named = (spot: Spot, base: string): OddCell => {
  const descriptor = spot.page.add(
    `<< /Type /FontDescriptor /FontName /${base} /Flags 32 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>`,
  );
  const font = spot.page.add(
    `<< /Type /Font /Subtype /TrueType /BaseFont /${base} /Encoding /WinAnsiEncoding /FirstChar 48 /LastChar 57 /Widths [${"500 ".repeat(10)}] /FontDescriptor ${descriptor} 0 R >>`,
  );
  const name = spot.page.resource("Font", font);
  return {
    content: write({ ...spot, font: { name, show: (digits: string) => `(${digits})` } }),
    seen: "doubt",
  };
};

/** Fonts, encodings and ways of writing under which a text says another thing than is seen. */
export const TYPEFACES: Readonly<Record<string, Trait>> = {
  "a barcode that is not in the file": (s) => named(s, "Code39"),
  "another barcode": (s) => named(s, "IDAutomationHC39M"),
  "a barcode with its subset's name": (s) => named(s, "ABCDEF+LibreBarcode128-Regular"),
  "a map to nothing": (s) =>
    set(s, "Helvetica", map(s, "1 beginbfrange <30> <39> <200B> endbfrange"), "doubt"),
  "a map to full width of others": (s) =>
    set(
      s,
      "Helvetica",
      map(s, "1 beginbfrange <30> <38> <FF11> endbfrange"),
      s.number.replace(/9/g, "8"),
      s.number.replace(/9/g, "8"),
    ),
  "a map to full width": (s) =>
    set(s, "Helvetica", map(s, "1 beginbfrange <30> <39> <FF10> endbfrange"), s.number),
  "a map to two digits": (s) =>
    set(s, "Helvetica", map(s, "1 beginbfchar <31> <00310034> endbfchar"), `1${s.number}`, `1${s.number}`),
  "a map of its one to a minus": (s) =>
    set(s, "Helvetica", map(s, "1 beginbfchar <31> <002D> endbfchar"), `1${s.number}`, `1${s.number}`),
  "a map of its one to a point": (s) =>
    set(s, "Helvetica", map(s, "1 beginbfchar <31> <002E> endbfchar"), `4${s.number}15`, `4${s.number}15`),
  "a map of its minus to nothing": (s) =>
    set(s, "Helvetica", map(s, "1 beginbfchar <2D> <0020> endbfchar"), `-${s.number}`, `-${s.number}`),
  "a map of its minus to a joiner": (s) =>
    set(s, "Helvetica", map(s, "1 beginbfchar <2D> <200D> endbfchar"), `-${s.number}`, `-${s.number}`),
  "a map of its point to nothing": (s) =>
    set(s, "Helvetica", map(s, "1 beginbfchar <2E> <200B> endbfchar"), `${s.number}.5`, `${s.number}.5`),
  "a map of its point to a comma": (s) =>
    set(
      s,
      "Helvetica",
      map(s, "1 beginbfchar <2E> <002C> endbfchar"),
      `${s.number[0]!}.435`,
      `${s.number[0]!}.435`,
    ),
  "names of glyphs exchanged": (s) =>
    set(
      s,
      "Helvetica",
      "/Encoding << /Type /Encoding /Differences [49 /four /one] >>",
      s.number.replace(/[12]/g, (digit) => (digit === "1" ? "4" : "1")),
    ),
  "digits by their names alone": (s) => {
    const names = "/zero /one /two /three /four /five /six /seven /eight /nine";
    const font = s.page.add(
      `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [65 ${names}] >> >>`,
    );
    const name = s.page.resource("Font", font);
    const show = (digits: string) =>
      `(${[...digits].map((digit) => String.fromCharCode(65 + Number(digit))).join("")})`;
    return { content: write({ ...s, font: { name, show } }), seen: s.number, ordinary: true };
  },
  "old-style fractions for digits": (s) =>
    set(
      s,
      "Helvetica",
      "/Encoding << /Differences [49 /onesuperior /twosuperior] >>",
      "doubt",
      `12${s.number}`,
    ),
  "digits in circles": (s) => {
    const names = Array.from({ length: 9 }, (_, index) => `/a${120 + index}`).join(" ");
    const font = s.page.add(
      `<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats /Encoding << /Differences [49 ${names}] >> >>`,
    );
    return {
      content: write(
        { ...s, font: { name: s.page.resource("Font", font), show: (digits) => `(${digits})` } },
        "",
        s.number.replaceAll("0", "1"),
      ),
      seen: "doubt",
    };
  },
  "from top to bottom": (s) => {
    const descriptor = s.page.add(
      "<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
    );
    const descendant = s.page.add(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor ${descriptor} 0 R /DW 1000 >>`,
    );
    const font = s.page.add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-V /DescendantFonts [${descendant} 0 R] >>`,
    );
    const show = (digits: string) => `<${[...digits].map((digit) => `003${digit}`).join("")}>`;
    return {
      content: write(
        { ...s, size: 5, y: s.box[3] - 1, font: { name: s.page.resource("Font", font), show } },
        "",
        s.number.slice(0, 2),
      ),
      seen: s.number.length > 1 ? "doubt" : s.number,
    };
  },
  "a page upside down in its matrix": (s) => ({
    content: `q 0.12 0 0 -0.12 0 900 cm BT ${s.font.name} ${-s.size / 0.12} Tf -100 Tz 1 0 0 1 ${s.x / 0.12} ${(900 - s.y) / 0.12} Tm ${s.font.show(s.number)} Tj ET Q\n`,
    seen: s.number,
  }),
  "as wkhtmltopdf sets it": (s) => ({
    content: `q 0.12 0 0 -0.12 0 900 cm BT 1 0 0 -1 ${s.x / 0.12} ${(900 - s.y) / 0.12} Tm ${s.font.name} ${s.size / 0.12} Tf ${s.font.show(s.number)} Tj ET Q\n`,
    seen: s.number,
    ordinary: true,
  }),
  "its end set first": (s) => {
    const em = s.wide / s.number.length;
    const [head, tail] = [s.number.slice(0, 1), s.number.slice(1)];
    return {
      content: write({ ...s, x: s.x + em }, "", tail) + write(s, "", head),
      seen: s.number,
    };
  },
  "a jump back within it": (s) => {
    const em = (1000 * s.wide) / s.number.length / s.size;
    const [head, tail] = [s.number.slice(0, 1), s.number.slice(1)];
    return {
      content: `BT ${s.font.name} ${s.size} Tf ${s.x + (em * s.size) / 1000} ${s.y} Td [(${tail}) ${(em * s.number.length).toFixed(0)} (${head})] TJ ET\n`,
      seen: s.number,
    };
  },
  "a number as one glyph of text": (s) => {
    const inside = `${s.number.length * 560} 0 d0 BT /F 1000 Tf (${s.number}) Tj ET`;
    const proc = s.page.add(stream("", inside));
    const unicode = s.page.add(
      stream(
        "",
        `/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <61> <${[...s.other].map((digit) => `003${digit}`).join("")}> endbfchar endcmap end end`,
      ),
    );
    const font = s.page.add(
      `<< /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FontBBox [0 -200 3000 900] /FirstChar 97 /LastChar 97 /Widths [${s.number.length * 560}] /Encoding << /Differences [97 /a] >> /CharProcs << /a ${proc} 0 R >> /Resources << /Font << /F ${s.label.name.slice(5)} 0 R >> >> /ToUnicode ${unicode} 0 R >>`,
    );
    const name = s.page.resource("Font", font);
    return { content: `BT ${name} ${s.size} Tf ${s.x} ${s.y} Td (a) Tj ET\n`, seen: s.number };
  },
  "as bits of a Type 3 font": (s) => bits(s, (digit) => digit),
  "as bits of a Type 3 font that lies": (s) =>
    bits(s, (digit) => (digit === 6 ? 8 : digit === 8 ? 6 : digit), `68${s.number}`),
  "traced from a scan": (s) => {
    const cell = bits(s, (digit) => digit, s.number, "/Name /Fd184503");
    return { ...cell, seen: "doubt" };
  },
  "a form in a form that turns and turns back": (s) => {
    const look = form(s, write(s), corners(inner(s, 0)), "/Matrix [-1 0 0 -1 0 0]");
    return {
      content: `q -1 0 0 -1 0 0 cm ${s.page.resource("XObject", look)} Do Q\n`,
      seen: s.number,
      ordinary: true,
    };
  },
  "set from right to left": (s) => ({
    content: write(s, `${-2 * (s.wide / s.number.length)} Tc`, s.number, [1, 0, 0, 1, s.x + s.wide, s.y]),
    seen: [...s.number].reverse().join(""),
  }),
  "set a little closer": (s) => ({
    content: write(s, "-0.4 Tc"),
    seen: s.number,
    ordinary: true,
  }),
  "squeezed onto each other": (s) => ({
    content: write(s, `${-0.36 * s.size} Tc`),
    seen: s.number.length > 1 ? "doubt" : s.number,
  }),
  "twice as high as wide": (s) => ({
    content: write({ ...s, size: s.size / 2 }, "", s.number, [1, 0, 0, 2, s.x, s.y]),
    seen: s.number,
    ordinary: true,
  }),
  "a tick of a font of signs": (s) => {
    const font = s.page.add("<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>");
    return {
      content: write(
        { ...s, font: { name: s.page.resource("Font", font), show: (text) => `(${text})` } },
        "",
        "4",
      ),
      seen: "doubt",
    };
  },
  "a font by number without a map": (s) => ({
    content: write({ ...s, font: byNumber(s, "") }),
    seen: "doubt",
  }),
  "glyphs exchanged by their list": (s) => ({
    content: write({ ...s, font: byNumber(s, "exchanged") }, "", `${s.number}36`),
    seen: `${s.number}36`,
  }),
  "an ideograph for a minus": (s) => ({
    content:
      write(s) + `q 0.7 w ${s.x - 7} ${s.y + s.size * 0.35} m ${s.x - 1.2} ${s.y + s.size * 0.35} l S Q\n`,
    seen: `-${s.number}`,
  }),
};

/**
 * A font in the file by glyph number (Identity-H): without `ToUnicode`, or with codes of digits that its list of glyphs
 * (`CIDToGIDMap`, 9.7.4.2) exchanges, so that the code of each digit draws the next one.
 */
function byNumber(spot: Spot, how: "" | "exchanged"): Spot["font"] {
  const { program, glyphOf } = spot.digits;
  const file = spot.page.add(stream(`/Length1 ${program.length}`, String.fromCharCode(...program)));
  const descriptor = spot.page.add(
    `<< /Type /FontDescriptor /FontName /ABCDEF+Odd /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /FontFile2 ${file} 0 R >>`,
  );
  const codes = Array.from({ length: 128 }, (_, code) =>
    code >= 48 && code < 58 ? glyphOf((code - 47) % 10) : 0,
  );
  const list = spot.page.add(stream("", codes.map((glyph) => `\0${String.fromCharCode(glyph)}`).join("")));
  const descendant = spot.page.add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Odd /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 600 /CIDToGIDMap ${how === "" ? "/Identity" : `${list} 0 R`} >>`,
  );
  const unicode =
    how === ""
      ? ""
      : `/ToUnicode ${spot.page.add(stream("", "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0030> <0039> <0030> endbfrange endcmap end end"))} 0 R`;
  const font = spot.page.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Odd /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] ${unicode} >>`,
  );
  // The code before a digit draws that digit.
  const code = (digit: string) => (how === "" ? glyphOf(Number(digit)) : 48 + ((Number(digit) + 9) % 10));
  const show = (text: string) =>
    `<${[...text].map((digit) => code(digit).toString(16).padStart(4, "0")).join("")}>`;
  return { name: spot.page.resource("Font", font), show };
}

/** Digits as pictures of one bit a pixel, as old printer drivers and Ghostscript write fonts. */
function bits(spot: Spot, says: (digit: number) => number, digits = spot.number, rest = ""): OddCell {
  const rows: Record<string, string> = {
    0: "3C66666666663C",
    1: "1838181818187E",
    2: "3C66060C30607E",
    3: "3C66061C06663C",
    4: "0C1C3C6C7E0C0C",
    5: "7E607C0606663C",
    6: "3C607C6666663C",
    7: "7E060C18303030",
    8: "3C66663C66663C",
    9: "3C66663E060C38",
  };
  const procs = Array.from({ length: 10 }, (_, digit) =>
    spot.page.add(
      stream(
        "",
        `600 0 0 0 600 700 d1 q 600 0 0 700 0 0 cm BI /W 8 /H 7 /IM true /D [1 0] /F /AHx ID ${rows[digit]!}> EI Q`,
      ),
    ),
  );
  const lines = procs.map((_, digit) => `<3${digit}> <003${says(digit)}>`).join(" ");
  const names = procs.map((_, digit) => `/d${digit}`);
  const font = spot.page.add(
    `<< /Type /Font /Subtype /Type3 ${rest} /FontMatrix [0.001 0 0 0.001 0 0] /FontBBox [0 0 700 700] /FirstChar 48 /LastChar 57 /Widths [${"600 ".repeat(10)}] ` +
      `/Encoding << /Differences [48 ${names.join(" ")}] >> /CharProcs << ${procs.map((proc, digit) => `${names[digit]} ${proc} 0 R`).join(" ")} >> /Resources << >> ${map(spot, `10 beginbfchar ${lines} endbfchar`)} >>`,
  );
  const name = spot.page.resource("Font", font);
  return {
    content: write({ ...spot, font: { name, show: (text) => `(${text})` } }, "", digits),
    seen: digits,
  };
}
