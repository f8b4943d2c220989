import { describe, expect, it } from "vitest";
import type { OfdParts } from "../../support/ofd-package.ts";
import { words, xmlns } from "../../support/ofd-package.ts";
import { cellWith } from "./cells.ts";

const white = '<ofd:FillColor Value="255 255 255"/>';
const n = words("128", 52, 17);
const code = (text: string, deltas: string): string =>
  `<ofd:TextCode X="0" Y="4" DeltaX="${deltas}">${text}</ofd:TextCode>`;
const set = (attributes: string, inner: string, boundary = "52 13 40 5"): string =>
  `<ofd:TextObject Boundary="${boundary}" Size="4" ${attributes}>${inner}</ofd:TextObject>`;
const clipped = (data: string): string =>
  words(
    "128",
    52,
    17,
    "",
    `<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>`,
  );
const path = (data: string, attributes = "", colour = white): string =>
  `<ofd:PathObject Boundary="51 12 12 7" Stroke="false" Fill="true" ${attributes}>${colour}<ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
const box = "M 0 0 L 12 0 L 12 7 L 0 7 C";
const dark = '<ofd:FillColor Value="0 0 120"/>';
const pill = "M 0 3.5 A 3.5 3.5 0 0 1 3.5 0 L 8.5 0 A 3.5 3.5 0 0 1 8.5 7 L 3.5 7 A 3.5 3.5 0 0 1 0 3.5 C";
const drawnBy = (shapes: string, count: number): string =>
  `<ofd:CGTransform CodePosition="0" CodeCount="${count}" GlyphCount="${count}"><ofd:Glyphs>${shapes}</ofd:Glyphs></ofd:CGTransform>`;

const resources = (inner: string): Omit<OfdParts, "pages"> => ({
  common: "<ofd:PublicRes>P.xml</ofd:PublicRes>",
  files: { "Doc_0/P.xml": `<ofd:Res ${xmlns}>${inner}</ofd:Res>` },
});
const graphic = resources(
  `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="7"><ofd:Content>${set("", code("128", "2 2"), "0 0 10 5")}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`,
);
const composite = (boundary: string, id = "7"): string =>
  `<ofd:CompositeObject Boundary="${boundary}" ResourceID="${id}"/>`;

describe("looks that hide a part of a number", () => {
  it.each<[what: string, objects: string, cell: string, more?: Omit<OfdParts, "pages">]>([
    ["steps too short for digits", set("", code("128", "1 1")), "128 (overlapping)"],
    ["letters wider than their steps", set('HScale="3"', code("128", "2 2")), "128 (overlapping)"],
    [
      "four levels of no colour space",
      words("128", 52, 17, "", '<ofd:FillColor Value="0 0 0 0"/>'),
      "128 (barely-visible)",
    ],
    ["black in any colour space", words("128", 52, 17, "", '<ofd:FillColor Value="0 0 0 255"/>'), "128"],
    ["one level of black", words("128", 52, 17, "", '<ofd:FillColor Value="0"/>'), "128"],
    [
      "a place in no palette",
      words("128", 52, 17, "", '<ofd:FillColor ColorSpace="9" Index="0"/>'),
      "128 (barely-visible)",
    ],
    ["narrow letters", set('HScale="0.8"', code("128", "1.6 1.6")), "128"],
    ["squeezed to a line", set('HScale="0.001"', code("128", "2 2")), ""],
    ["by its matrix", set('CTM=".01 0 0 1 0 0"', code("128", "2 2")), ""],
    ["squeezed hard", set('HScale="0.1"', code("128", "2 2")), "1 2 8 (barely-visible)"],
    ["a negative scale", set('HScale="-1"', code("128", "2 2")), "128 (mirrored)"],
    ["one digit read the other way round", set('ReadDirection="180"', code("6", "")), "6 (moved-text)"],
    ["cut at its foot", clipped("M 0 0 L 20 0 L 20 3.3 L 0 3.3 C"), "128 (half-hidden)"],
    ["a clip with room", clipped("M 0 0 L 20 0 L 20 6 L 0 6 C"), "128"],
    [
      "a clip of two boxes",
      clipped("M 0 0 L 2 0 L 2 6 L 0 6 C M 4 0 L 8 0 L 8 6 L 4 6 C"),
      "1 8 (half-hidden)",
    ],
    ["a triangle", clipped("M 0 0 L 8 6 L 0 6 C"), "128 (half-hidden)"],
    ["a round clip with room", clipped("M -6 3 A 12 12 0 0 1 18 3 A 12 12 0 0 1 -6 3 C"), "128"],
    ["a clip without points", clipped(""), "128 (half-hidden)"],
    ["a white square letter over it", n + words("■", 56, 17, "", white), "128 (overlapping)"],
    ["its own digit in white over it", n + words("8", 56, 17, "", white), "128 (overlapping)"],
    [
      "white with a black outline",
      words("128", 52, 17, 'Stroke="true"', `${white}<ofd:StrokeColor Value="0 0 0"/>`),
      "128 (barely-visible)",
    ],
    ["outlined in its own colour", words("128", 52, 17, 'Stroke="true"'), "128"],
    ["white on a dark pill", path(pill, "", dark) + words("128", 53, 17, "", white), "128"],
    [
      "white off a dark pill",
      path(pill, "", dark) + words("1286", 55, 18.8, "", white),
      "1286 (half-hidden)",
    ],
    [
      "a white frame around it",
      n + path(`${box} M .5 .5 L 11 .5 L 11 6.5 L .5 6.5 C`, 'Rule="Even-Odd"'),
      "128",
    ],
    ["a white triangle over half", n + path("M 0 7 L 12 7 L 12 0 C"), "128 (half-hidden)"],
    [
      "a white digit drawn on a dark box",
      path(box, "", dark) + path("M 5 2 L 5.6 2 L 5.6 6 L 5 6 C"),
      " (drawn)",
    ],
    ["a white shape on paper", path("M 5 2 L 5.6 2 L 5.6 6 L 5 6 C"), ""],
    [
      "tiles with text",
      path(
        box,
        "",
        `<ofd:FillColor><ofd:Pattern><ofd:CellContent>${n}</ofd:CellContent></ofd:Pattern></ofd:FillColor>`,
      ),
      " (drawn)",
    ],
    [
      "a point that is a stroke's round ends",
      words("12", 52, 17) +
        words("8", 56.6, 17) +
        '<ofd:PathObject Boundary="55 16 2 2" LineWidth=".6" Cap="Round"><ofd:AbbreviatedData>M 1.2 .7 L 1.2 .7</ofd:AbbreviatedData></ofd:PathObject>',
      "128 (drawn)",
    ],
    ["a graphic", composite("52 13 10 5"), "128", graphic],
    ["a graphic larger than its box", composite("52 13 4 5"), "128 (hidden-text)", graphic],
    ["a graphic that is not there", composite("52 13 10 5", "8"), " (drawn)", graphic],
  ])("%s", async (_, objects, cell, more) => {
    expect(await cellWith(objects, more)).toBe(cell);
  });

  it.each([
    ["one shape for two digits", drawnBy("20 21", 2), drawnBy("20", 1), "8", "128 (text-not-glyph)"],
    ["two shapes for one digit", drawnBy("20 21", 2), drawnBy("22", 1), "2", "122 (text-not-glyph)"],
    ["a shape each", drawnBy("20 21", 2), drawnBy("22", 1), "8", "128"],
    ["a shape for each of two alike", drawnBy("20 21", 2), drawnBy("21", 1), "2", "122"],
  ])("%s, in two objects", async (_, first, second, digit, cell) => {
    const objects = set("", first + code("12", "2")) + set("", second + code(digit, ""), "56 13 10 5");
    expect(await cellWith(objects)).toBe(cell);
  });

  it("a shape without a character", async () => {
    expect(await cellWith(set("", drawnBy("20", 1) + code("", "")))).toContain("unknown-glyph");
  });

  it("an annotation cut by its box", async () => {
    const look = `<ofd:Annot Type="Stamp"><ofd:Appearance Boundary="52 13 2 5">${set("", code("77", "2"), "0 0 10 5")}</ofd:Appearance></ofd:Annot>`;
    const parts = {
      more: "<ofd:Annotations>A.xml</ofd:Annotations>",
      files: {
        "Doc_0/A.xml": `<ofd:Annotations ${xmlns}><ofd:Page PageID="1"><ofd:FileLoc>B.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`,
        "Doc_0/B.xml": `<ofd:PageAnnot ${xmlns}>${look}</ofd:PageAnnot>`,
      },
    };
    expect(await cellWith("", parts)).toBe("77 (hidden-text)");
    const wide = {
      ...parts,
      files: { ...parts.files, "Doc_0/B.xml": parts.files["Doc_0/B.xml"].replace("13 2 5", "13 9 5") },
    };
    expect(await cellWith("", wide)).toBe("77");
  });
});
