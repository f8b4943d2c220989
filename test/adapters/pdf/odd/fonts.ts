import { stream } from "../tiny.ts";
import type { OddPage } from "./page.ts";

/** How a number is set: its font's resource, and its digits as the string of a `Tj`. */
export interface OddFont {
  readonly name: string;
  readonly show: (digits: string) => string;
}

export function standardFont(page: OddPage, base: string, rest = ""): OddFont {
  const font = page.add(
    `<< /Type /Font /Subtype /Type1 /BaseFont /${base} /Encoding /WinAnsiEncoding ${rest} >>`,
  );
  return { name: page.resource("Font", font), show: (digits) => `(${digits})` };
}

/** A Type 3 font whose digits are strokes of seven segments; `says` gives what its map claims. */
export function strokedFont(
  page: OddPage,
  matrix: string,
  unit: number,
  says: (digit: number) => number = (digit) => digit,
): OddFont {
  const procs = Array.from({ length: 10 }, (_, digit) =>
    page.add(
      stream(
        "",
        `${0.6 * unit} 0 d0 ${0.07 * unit} w ${segmentsOf(digit, 0.05 * unit, 0, 0.42 * unit, 0.7 * unit)}`,
      ),
    ),
  );
  const map = page.add(unicodeMap(2, (digit) => says(digit)));
  const names = procs.map((_, digit) => `/d${digit}`);
  const font = page.add(
    `<< /Type /Font /Subtype /Type3 /FontMatrix ${matrix} /FontBBox [0 0 ${unit} ${unit}] /FirstChar 48 /LastChar 57 ` +
      `/Widths [${names.map(() => 0.6 * unit).join(" ")}] /Encoding << /Differences [48 ${names.join(" ")}] >> ` +
      `/CharProcs << ${procs.map((proc, digit) => `${names[digit]} ${proc} 0 R`).join(" ")} >> /Resources << >> /ToUnicode ${map} 0 R >>`,
  );
  return { name: page.resource("Font", font), show: (digits) => `(${digits})` };
}

/** A TrueType font in the file, by glyph number (Identity-H): what its digits are only its `ToUnicode` says. */
export function numberedFont(
  page: OddPage,
  program: Uint8Array,
  glyphOf: (digit: number) => number,
  says: (digit: number) => number = (digit) => digit,
): OddFont {
  const file = page.add(stream(`/Length1 ${program.length}`, String.fromCharCode(...program)));
  const descriptor = page.add(
    `<< /Type /FontDescriptor /FontName /ABCDEF+Odd /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /FontFile2 ${file} 0 R >>`,
  );
  const descendant = page.add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Odd /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW 600 /CIDToGIDMap /Identity >>`,
  );
  const map = page.add(unicodeMap(4, (digit) => says(digit), glyphOf));
  const font = page.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Odd /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${map} 0 R >>`,
  );
  const hex = (digit: string) => glyphOf(Number(digit)).toString(16).padStart(4, "0");
  return { name: page.resource("Font", font), show: (digits) => `<${[...digits].map(hex).join("")}>` };
}

function unicodeMap(
  width: number,
  says: (digit: number) => number,
  code = (digit: number) => 48 + digit,
): string {
  const lines = Array.from(
    { length: 10 },
    (_, digit) => `<${code(digit).toString(16).padStart(width, "0")}> <003${says(digit)}>`,
  );
  return stream(
    "",
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <${"0".repeat(width)}> <${"F".repeat(width)}> endcodespacerange\n10 beginbfchar\n${lines.join("\n")}\nendbfchar\nendcmap end end`,
  );
}

const SEGMENTS = ["abcdef", "bc", "abged", "abgcd", "fgbc", "afgcd", "afgedc", "abc", "abcdefg", "abcdfg"];

/** A digit as the segments of a pocket calculator, as strokes. */
export function segmentsOf(digit: number, x: number, y: number, wide: number, high: number): string {
  const [l, r, b, m, t] = [x, x + wide, y, y + high / 2, y + high].map((value) => value.toFixed(2));
  const lines: Record<string, string> = {
    a: `${l} ${t} m ${r} ${t} l S`,
    b: `${r} ${t} m ${r} ${m} l S`,
    c: `${r} ${m} m ${r} ${b} l S`,
    d: `${l} ${b} m ${r} ${b} l S`,
    e: `${l} ${m} m ${l} ${b} l S`,
    f: `${l} ${t} m ${l} ${m} l S`,
    g: `${l} ${m} m ${r} ${m} l S`,
  };
  return [...SEGMENTS[digit]!].map((name) => lines[name]).join(" ");
}

/**
 * A Type 3 font of one glyph, code 61 in hexadecimal, painted in an em of 1000; `says` is what its map claims, in
 * hexadecimal, where it has one. `coloured`: it paints in colours of its own.
 */
export function paintedFont(
  page: OddPage,
  glyph: string,
  { says, width = 300, coloured = false }: { says?: string; width?: number; coloured?: boolean },
): string {
  const begin = coloured ? `${width} 0 d0` : `${width} 0 ${width === 0 ? -500 : 0} 0 ${width || 1500} 750 d1`;
  const proc = page.add(stream("", `${begin} ${glyph}`));
  const map =
    says === undefined
      ? ""
      : `/ToUnicode ${page.add(stream("", `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange\n1 beginbfchar\n<61> <${says}>\nendbfchar\nendcmap end end`))} 0 R`;
  const font = page.add(
    `<< /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FontBBox [-2000 -2000 2000 2000] /FirstChar 97 /LastChar 97 ` +
      `/Widths [${width}] /Encoding << /Differences [97 /a] >> /CharProcs << /a ${proc} 0 R >> /Resources << >> ${map} >>`,
  );
  return page.resource("Font", font);
}
