import { describe, expect, it } from "vitest";
import { words, xmlns } from "../../support/ofd-package.ts";
import type { OfdParts } from "../../support/ofd-package.ts";
import { cellWith } from "./cells.ts";

const text = (code: string, attributes = "", inner = ""): string =>
  `<ofd:TextObject Boundary="52 13 40 5" Size="4" ${attributes}>${inner}<ofd:TextCode X="0" Y="4" ${code}</ofd:TextCode></ofd:TextObject>`;
const number = text('DeltaX="2 2">128');
const turned = (matrix: string, digits = "128"): string => text(`DeltaX="2 2">${digits}`, `CTM="${matrix}"`);
const path = (box: string, data: string, attributes = "", colour = ""): string =>
  `<ofd:PathObject Boundary="${box}" ${attributes}>${colour}<ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
const filled = 'Stroke="false" Fill="true"';
const white = '<ofd:FillColor Value="255 255 255"/>';
const shade = (from: string, to: string): string =>
  `<ofd:FillColor><ofd:AxialShd StartPoint="0 0" EndPoint="10 0"><ofd:Segment Position="0"><ofd:Color Value="${from}"/></ofd:Segment><ofd:Segment Position="1"><ofd:Color Value="${to}"/></ofd:Segment></ofd:AxialShd></ofd:FillColor>`;
const clip = (data: string, area = ""): string =>
  `<ofd:Clips><ofd:Clip><ofd:Area ${area}><ofd:Path Boundary="0 0 40 5" Fill="true"><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>`;
const layer = (attributes: string, objects: string): string =>
  `</ofd:Layer><ofd:Layer ${attributes}>${objects}</ofd:Layer><ofd:Layer>`;
const box = "M 0 0 L 20 0 L 20 7 L 0 7 C";
const whole = "M 0 0 L 40 0 L 40 5 L 0 5 C";

describe("a number that", () => {
  it.each([
    ["has steps in a group", text('DeltaX="g 3 2">1285'), "1285"],
    ["has a group of none", text('DeltaX="g 0 2 2 2 2">1285'), "1285"],
    ["has a group that is cut off", text('DeltaX="g 3">1285'), "1285 (overlapping)"],
    ["is written backwards", text('DeltaX="-2 -2">821').replace('X="0"', 'X="4"'), "128"],
    ["has too few steps", text('DeltaX="2">1285'), "1285 (unplaced-text)"],
    ["has steps downwards", text('DeltaX="2 2" DeltaY="0 3">128'), "12\n8 (raised-digit)"],
    ["is mirrored", turned("-1 0 0 1 6 0"), "821 (mirrored)"],
    ["is mirrored upwards", turned("1 0 0 -1 0 5", "808"), "808 (mirrored)"],
    ["stands on its head", turned("-1 0 0 -1 6 5", "689"), "986 (upside-down)"],
    [
      "is shaded from black to white",
      text('DeltaX="2 2">128', "", shade("0 0 0", "255 255 255")),
      "128 (barely-visible)",
    ],
    [
      "is outlined in white",
      text('DeltaX="2 2">128', 'Fill="false" Stroke="true"', '<ofd:StrokeColor Value="255 255 255"/>'),
      "",
    ],
    ["is in a layer marked invisible", layer('Visible="false"', number), "128 (hidden-text)"],
    [
      "is in a layer under a white one",
      layer('Type="Background"', number) + path("51 12 20 7", box, filled, white),
      "",
    ],
    ["is cut in two", text('DeltaX="2 2">128', "", clip("M 0 0 L 4 0 L 4 5 L 0 5 C")), "12 (half-hidden)"],
    [
      "is cut by a small clip",
      text('DeltaX="2 2">128', "", clip(whole, 'CTM="0.1 0 0 1 0 0"')),
      "12 (half-hidden)",
    ],
    ["is whole in its clip", text('DeltaX="2 2">128', "", clip(whole)), "128"],
    [
      "is covered in part",
      number + path("51 12 3 7", "M 0 0 L 3 0 L 3 7 L 0 7 C", filled, white),
      "28 (half-hidden)",
    ],
    [
      "is covered by a pattern",
      number + path("51 12 20 7", box, filled, shade("255 255 255", "255 255 255")),
      "128 (half-hidden)",
    ],
    [
      "is under a thick white line",
      number + path("51 12 20 7", "M 0 3 L 20 3", 'LineWidth="6"', '<ofd:StrokeColor Value="255 255 255"/>'),
      "128 (half-hidden)",
    ],
    ["is struck out", number + path("51 12 20 7", "M 1 3 L 8 3", 'LineWidth="0.3"'), "128 (drawn)"],
    [
      "is struck by a curve",
      number + path("51 12 20 7", "M 1 3 B 3 2 5 4 8 3", 'LineWidth="0.3"'),
      "128 (drawn)",
    ],
    ["is struck by dashes as text", number + text('DeltaX="2 2">———'), "1—2—8— (overlapping)"],
    ["is painted twice", number + number, "128"],
    ["is painted over another", number + text('DeltaX="2 2">937'), "192387 (overlapping)"],
    ["is wiped out by white digits", number + text('DeltaX="2 2">128', "", white), "128 (overlapping)"],
    ["is turned letter by letter", text('DeltaX="2 2">689', 'CharDirection="180"'), "689 (hidden-text)"],
    ["is read from the right", text('DeltaX="2 2">128', 'ReadDirection="180"'), "128 (moved-text)"],
    ["is drawn wide", text('DeltaX="2 2">128', 'HScale="3"'), "128 (overlapping)"],
    [
      "is under an object of no known kind",
      `${number}<ofd:VideoObject Boundary="51 12 20 7"/>`,
      "128 (half-hidden)",
    ],
    [
      "is in an element of no known kind",
      text('DeltaX="2 2">128').replaceAll("TextCode", "TextRun"),
      " (drawn)",
    ],
    ["is in a group of no known kind", `<ofd:Group>${number}</ofd:Group>`, " (drawn)"],
    [
      "is beside an object of no known kind",
      `${number}<ofd:VideoObject Boundary="71 12 9 7" Visible="false"/>`,
      "128",
    ],
  ])("%s", async (_, objects, cell) => {
    expect(await cellWith(objects)).toBe(cell);
  });
});

describe("an annotation", () => {
  const annotation = (appearance: string, more = ""): Omit<OfdParts, "pages"> => ({
    more: "<ofd:Annotations>List.xml</ofd:Annotations>",
    files: {
      "Doc_0/List.xml": `<ofd:Annotations ${xmlns}><ofd:Page PageID="1"><ofd:FileLoc>A.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`,
      "Doc_0/A.xml": `<ofd:PageAnnot ${xmlns}><ofd:Annot ID="3" Type="Stamp">${more}<ofd:Appearance Boundary="50 10 40 10">${appearance}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>`,
    },
  });
  const noted = (remark: string): string => `<ofd:Remark>${remark}</ofd:Remark>`;
  it.each([
    ["adds a digit", annotation(words("9", 8, 7)), "1289 (alternate-content)"],
    ["adds words", annotation(words("件", 30, 7)), "128 件"],
    ["covers the number", annotation(path("0 0 40 10", "M 1 2 L 30 2 L 30 9 L 1 9 C", filled, white)), ""],
    ["strikes it out", annotation(path("0 0 40 10", "M 1 5 L 9 5", 'LineWidth="0.3"')), "128 (drawn)"],
    ["says it is another", annotation("", noted("应为9")), "128 (note)"],
    ["says where it comes from", annotation("", noted("见台账第9页")), "128"],
  ])("%s", async (_, more, cell) => {
    expect(await cellWith(number, more)).toBe(cell);
  });
});
