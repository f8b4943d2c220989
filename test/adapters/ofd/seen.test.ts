import { describe, expect, it } from "vitest";
import { line, words, xmlns } from "../../support/ofd-package.ts";
import { cellWith } from "./cells.ts";

const white = '<ofd:FillColor Value="255 255 255"/>';
const area = (x: number, y: number, wide: number, high: number, colour: string, more = ""): string =>
  `<ofd:PathObject Boundary="${x} ${y} ${wide} ${high}" Stroke="false" Fill="true" ${more}><ofd:FillColor Value="${colour}"/><ofd:AbbreviatedData>M 0 0 L ${wide} 0 L ${wide} ${high} L 0 ${high} C</ofd:AbbreviatedData></ofd:PathObject>`;
const shapes = (numbers: string): string =>
  `<ofd:CGTransform CodePosition="0" CodeCount="3" GlyphCount="3"><ofd:Glyphs>${numbers}</ofd:Glyphs></ofd:CGTransform>`;
const n = words("128", 52, 17);

describe("text that is seen, and text that is not", () => {
  it.each<[what: string, objects: string, cell: string]>([
    ["plain", n, "128"],
    ["Visible=false", words("128", 52, 17, 'Visible="false"'), ""],
    ["Fill=false", words("128", 52, 17, 'Fill="false"'), ""],
    ["outlined only", words("128", 52, 17, 'Fill="false" Stroke="true"'), "128"],
    ["Alpha=0", words("128", 52, 17, 'Alpha="0"'), ""],
    ["a colour of alpha 0", words("128", 52, 17, "", '<ofd:FillColor Value="0 0 0" Alpha="0"/>'), ""],
    ["white on white", words("128", 52, 17, "", white), ""],
    [
      "nearly white",
      words("128", 52, 17, "", '<ofd:FillColor Value="225 225 225"/>'),
      "128 (barely-visible)",
    ],
    ["red by hexadecimal levels", words("128", 52, 17, "", '<ofd:FillColor Value="#c0 #10 #10"/>'), "128"],
    ["white on a dark ground", area(50, 10, 40, 10, "20 40 90") + words("128", 52, 17, "", white), "128"],
    ["black on grey", area(50, 10, 40, 10, "220 220 220") + n, "128"],
    ["black on black", area(50, 10, 40, 10, "0 0 0") + n, "128 (half-hidden)"],
    ["under a white area", n + area(51, 12, 12, 7, "255 255 255"), ""],
    ["half under a white area", n + area(51, 12, 3.9, 7, "255 255 255"), "28 (half-hidden)"],
    ["blackened", n + area(51, 12, 12, 7, "0 0 0"), "128 (half-hidden)"],
    ["under a highlighter", n + area(51, 12, 12, 7, "255 255 0", 'Alpha="90"'), "128"],
    ["by one shape for three digits", words("128", 52, 17, "", shapes("20 20 20")), "128 (text-not-glyph)"],
    [
      "by the shape for what a font lacks",
      words("128", 52, 17, "", shapes("20 0 22")),
      "128 (text-not-glyph)",
    ],
    ["by a shape each", words("121", 52, 17, "", shapes("20 21 20")), "121"],
    ["a digit over another", n + words("7", 54, 17), "1278 (overlapping)"],
    ["bold by printing twice", n + words("128", 52.1, 17), "128"],
    ["off the page", words("128", 152, 17), ""],
    ["of no size", words("128", 52, 17).replace('Size="4"', 'Size="0.1"'), ""],
    ["in mirror writing", words("128", 52, 17, 'CTM="-1 0 0 1 8 0"'), "821 (mirrored)"],
    ["struck through", n + line(51, 15.5, 59, 15.5), "128 (drawn)"],
    ["underlined", n + line(51, 17.6, 59, 17.6), "128"],
    ["a digit drawn by hand", line(55, 13, 55, 17), " (drawn)"],
    [
      "raised",
      words("12", 52, 17) + words("3", 56.2, 16).replace('Size="4"', 'Size="2.4"'),
      "123 (raised-digit)",
    ],
    [
      "a smaller digit on the same line",
      words("12", 52, 17) + words("3", 56.2, 17).replace('Size="4"', 'Size="3.5"'),
      "123 (raised-digit)",
    ],
    [
      "of two sizes that look the same",
      words("12", 52, 17) + words("3", 56.2, 17).replace('Size="4"', 'Size="3.8"'),
      "123",
    ],
    [
      "cut by a clip",
      words(
        "128",
        52,
        17,
        "",
        "<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path><ofd:AbbreviatedData>M 0 0 L 4 0 L 4 5 L 0 5 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>",
      ),
      "12 (half-hidden)",
    ],
    ["outside its object's box", words("128", 52, 17).replace("40 5", "4 5"), "128 (hidden-text)"],
  ])("%s", async (_, objects, cell) => {
    expect(await cellWith(objects)).toBe(cell);
  });

  it("digits of a font of symbols", async () => {
    const font = (name: string): Parameters<typeof cellWith>[1] => ({
      common: "<ofd:PublicRes>P.xml</ofd:PublicRes>",
      files: {
        "Doc_0/P.xml": `<ofd:Res ${xmlns}><ofd:Fonts><ofd:Font ID="3" FontName="${name}"/></ofd:Fonts></ofd:Res>`,
      },
    });
    const set = words("7", 52, 17, 'Font="3"');
    expect(await cellWith(set, font("ABCDEF+Wingdings-Regular"))).toContain("(unknown-glyph)");
    expect(await cellWith(set, font("SimSun"))).toBe("7");
    expect(await cellWith(set, font('SimSun" Charset="symbol'))).toContain("(unknown-glyph)");
    expect(await cellWith(set, font('" FamilyName="Wingdings'))).toContain("(unknown-glyph)");
  });
});

describe("points and minus signs that are drawn", () => {
  const number = words("12", 52, 17) + words("5", 56.6, 17);
  const path = (data: string, attributes: string): string =>
    `<ofd:PathObject Boundary="0 0 100 100" LineWidth="0.4" ${attributes}><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
  const filled = 'Stroke="false" Fill="true"';

  it.each([
    ["a curve of no length", path("M 56.5 16.8 B 56.5 16.8 56.5 16.8 56.5 16.8", 'Cap="Round"')],
    ["a run closed where it began", path("M 56.5 16.8 C", 'Cap="Round"')],
    ["a circle in one arc", path("M 56.3 16.8 A 0.2 0.2 0 1 1 56.31 16.8 C", filled)],
    ["a square", path("M 56.3 16.6 L 56.7 16.6 L 56.7 17 L 56.3 17 C", filled)],
    ["the one dash of a line", path("M 56.5 16.8 L 76.5 16.8", 'DashPattern="0.4 200"')],
  ])("%s", async (_, objects) => {
    expect(await cellWith(number + objects)).toBe("125 (drawn)");
  });

  it("a line of dashes near each other is a line of the table", async () => {
    const rule = path("M 50 19 L 90 19", 'DashPattern="1 1"');
    expect(await cellWith(words("128", 52, 16) + rule)).toBe("128");
  });
});
