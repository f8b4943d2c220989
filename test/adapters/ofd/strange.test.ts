import { describe, expect, it } from "vitest";
import { grid, words, xmlns } from "../../support/ofd-package.ts";
import type { OfdParts } from "../../support/ofd-package.ts";
import { cellsOf, cellWith, readingOf } from "./cells.ts";

const filled = 'Stroke="false" Fill="true"';
const white = '<ofd:FillColor Value="255 255 255"/>';
const text = (code: string, attributes = "", inner = "", box = "52 13 40 5"): string =>
  `<ofd:TextObject Boundary="${box}" Size="4" ${attributes}>${inner}<ofd:TextCode X="0" Y="4" DeltaX="2 2">${code}</ofd:TextCode></ofd:TextObject>`;
const number = text("128");
const coloured = (colour: string): string => text("128", "", `<ofd:FillColor ${colour}/>`);
const path = (data: string, attributes: string, inner = ""): string =>
  `<ofd:PathObject Boundary="51 12 20 7" ${attributes}>${inner}<ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
const box = "M 0 0 L 20 0 L 20 7 L 0 7 C";
const clip = (area: string): string =>
  `<ofd:Clips><ofd:Clip><ofd:Area>${area}</ofd:Area></ofd:Clip></ofd:Clips>`;
const letters =
  '<ofd:Text Boundary="0 0 20 7" Size="4"><ofd:TextCode X="1" Y="5" DeltaX="2 2">937</ofd:TextCode></ofd:Text>';
const triangle =
  '<ofd:Path Boundary="0 0 20 7"><ofd:AbbreviatedData>M 0 0 L 20 0 L 0 7 C</ofd:AbbreviatedData></ofd:Path>';
const tiles = `<ofd:Pattern Width="10" Height="5"><ofd:CellContent>${number}</ofd:CellContent></ofd:Pattern>`;
const resources = (inner: string, more = ""): Omit<OfdParts, "pages"> => ({
  common: `<ofd:PublicRes>P.xml</ofd:PublicRes>${more}`,
  files: { "Doc_0/P.xml": `<ofd:Res ${xmlns}>${inner}</ofd:Res>` },
});
const parameters = resources(
  `<ofd:DrawParams><ofd:DrawParam ID="8" LineWidth="1"/><ofd:DrawParam ID="9">${white}</ofd:DrawParam></ofd:DrawParams>`,
);
const layer = (attributes: string, objects: string): string =>
  `</ofd:Layer><ofd:Layer ${attributes}>${objects}</ofd:Layer><ofd:Layer>`;
const graphics = (deep: number): Omit<OfdParts, "pages"> =>
  resources(
    `<ofd:CompositeGraphicUnits>${Array.from(
      { length: deep },
      (_, index) =>
        `<ofd:CompositeGraphicUnit ID="${index}"><ofd:Content>${index + 1 === deep ? text("128", "", "", "0 0 9 5") : `<ofd:CompositeObject Boundary="0 0 9 5" ResourceID="${index + 1}"/>`}</ofd:Content></ofd:CompositeGraphicUnit>`,
    ).join("")}</ofd:CompositeGraphicUnits>`,
  );
const composite = '<ofd:CompositeObject Boundary="52 13 9 5" ResourceID="0"/>';

describe("what programs show differently is doubted:", () => {
  it.each<[what: string, objects: string, cell: string, more?: Omit<OfdParts, "pages">]>([
    ["a level above the most", coloured('Value="300 300 300"'), "128 (barely-visible)"],
    ["a level below zero", coloured('Value="-1 -1 -1"'), "128 (barely-visible)"],
    ["a colour by its name", coloured('Value="white"'), "128 (barely-visible)"],
    ["a part of a level", coloured('Value="0.9 0.9 0.9"'), "128 (barely-visible)"],
    ["opacity as a part of one", text("128", 'Alpha="0.5"'), "128 (barely-visible)"],
    ["a cover of unknown opacity", number + path(box, `${filled} Alpha="0.5"`, white), "128 (half-hidden)"],
    [
      "a colour of the document's space",
      coloured('Value="0 0 0 0"'),
      "",
      resources(
        '<ofd:ColorSpaces><ofd:ColorSpace ID="5" Type="CMYK"/></ofd:ColorSpaces>',
        "<ofd:DefaultCS>5</ofd:DefaultCS>",
      ),
    ],
    ["a layer's colour alone", layer('DrawParam="9"', number), "", parameters],
    [
      "a layer's colour under parameters without one",
      layer('DrawParam="9"', text("128", 'DrawParam="8"')),
      "128 (barely-visible)",
      parameters,
    ],
    ["a group of less than nothing", text("128").replace("2 2", "g -2 2 2 2"), "128 (unplaced-text)"],
    ["a group of a part", text("128").replace("2 2", "g 1.5 2"), "128 (unplaced-text)"],
    ["steps that are words", text("128").replace("2 2", "x y"), "128 (unplaced-text)"],
    ["an element among the digits", text("1<ofd:b>2</ofd:b>8"), "18 (half-hidden)"],
    ["codes within another element", number.replace(/<ofd:TextCode.*Code>/, "<ofd:C>$&</ofd:C>"), " (drawn)"],
    ["a line end between digits", text("1\n28"), "128 (unplaced-text)"],
    ["a size of nothing", number.replace('Size="4"', 'Size="0"'), "128 (barely-visible)"],
    ["a size beyond the page", number.replace('Size="4"', 'Size="400"'), "128 (barely-visible)"],
    ["a width of nothing", text("128", 'HScale="0"'), "128 (barely-visible)"],
    ["a width beyond the page", text("128", 'HScale="1000"'), "128 (barely-visible)"],
    ["numbers of resources with spaces around", text("128", 'DrawParam=" 9 "'), "", parameters],
    ["a line end around digits", text("\n128\n"), "128"],
    ["graphics in graphics", composite, "128", graphics(3)],
    ["graphics too deep", composite, " (drawn)", graphics(10)],
    [
      "strokes of a pattern",
      path("M 0 3 L 20 3", "", `<ofd:StrokeColor>${tiles}</ofd:StrokeColor>`),
      " (drawn)",
    ],
    ["a fill in the shape of letters", path(box, filled, clip(letters)), " (drawn)"],
    [
      "a cover in the shape of a triangle",
      number + path(box, filled, clip(triangle) + white),
      "128 (half-hidden)",
    ],
    ["operators of another language", path("M 0 0 H 2 V 4 Z", ""), " (drawn)"],
    [
      "a stroke outside its box",
      number + path("M 1 3 L 8 3", 'CTM="1 0 0 1 0 10"').replace("51 12", "51 2"),
      "128 (drawn)",
    ],
    ["a blackened digit beside", number + path("M 8 1 L 12 1 L 12 5 L 8 5 C", filled), "128 (drawn)"],
    [
      "white strips, each of them thin",
      number +
        Array.from({ length: 50 }, (_, index) =>
          path("M 0 0 L 12 0 L 12 0.1 L 0 0.1 C", filled, white).replace("51 12", `51 ${12.5 + index / 10}`),
        ).join(""),
      "128 (half-hidden)",
    ],
    ["codes within a path", path("", "", '<ofd:TextCode X="0" Y="5">7</ofd:TextCode>'), " (drawn)"],
    ["a text within a text", `<ofd:TextObject Boundary="52 13 40 5">${number}</ofd:TextObject>`, " (drawn)"],
    [
      "two colours of one text",
      text("128", "", `<ofd:FillColor Value="0 0 0"/>${white}`),
      "128 (half-hidden)",
    ],
    [
      "a digit as a shape of corners",
      path("M 3 1 L 5 1 L 5 5 L 4.5 5 L 4.5 1.5 L 3 1.5 C", filled),
      " (drawn)",
    ],
    [
      "a white digit on a dark cell",
      path("M -1 -2 L 39 -2 L 39 8 L -1 8 C", filled, '<ofd:FillColor Value="0 0 90"/>').replace(
        "51 12 20 7",
        "51 12 39 8",
      ) + path("M 3 1 L 5 1 L 5 5 L 4.5 5 L 4.5 1.5 L 3 1.5 C", filled, white),
      " (drawn)",
    ],
    ["objects outside a layer", `</ofd:Layer>${number}<ofd:Layer>`, "128 (hidden-text)"],
    [
      "one number for a font and for parameters",
      text("128", 'DrawParam="9"'),
      "",
      resources(
        `<ofd:DrawParams><ofd:DrawParam ID="9">${white}</ofd:DrawParam></ofd:DrawParams><ofd:Fonts><ofd:Font ID="9" FontName="SimSun"/></ofd:Fonts>`,
      ),
    ],
  ])("%s", async (_, objects, cell, more) => {
    expect(await cellWith(objects, more)).toBe(cell);
  });

  it.each([
    ["a matrix with a word", 'CTM="1 0 0 x 0 0"', 'X="0"'],
    ["half a matrix", 'CTM="1 0 0 1"', 'X="0"'],
    ["seven numbers for a matrix", 'CTM="1 0 0 1 0 0 9"', 'X="0"'],
    ["a box in another unit", 'Boundary="52mm 13mm 40mm 5mm"', 'X="0"'],
    ["three numbers for a box", 'Boundary="52 13 40"', 'X="0"'],
    ["five numbers for a box", 'Boundary="52 13 40 5 9"', 'X="0"'],
    ["a line that is not stated", "", 'X="0" Y=""'],
    ["a place in words", "", 'X="left"'],
  ])("where a text stands nobody knows, no number of the page is vouched for: %s", async (_, wrong, x) => {
    const object = `<ofd:TextObject ${wrong.startsWith("Boundary") ? wrong : `Boundary="52 13 40 5" ${wrong}`} Size="4"><ofd:TextCode ${x.includes("Y=") ? x : `${x} Y="4"`} DeltaX="2 2">128</ofd:TextCode></ofd:TextObject>`;
    const cells = await cellsOf({
      pages: [`<ofd:Layer>${grid}${words("规章", 12, 17)}${words("35", 52, 27)}${object}</ofd:Layer>`],
    });
    const [label, ...others] = cells.split("|");
    expect(label).toBe("规章");
    expect(others.every((cell) => cell.endsWith(")"))).toBe(true);
  });

  it.each<[what: string, parts: Partial<OfdParts>]>([
    ["a list of annotations", { more: "<ofd:Annotations>Gone.xml</ofd:Annotations>" }],
    [
      "a part with annotations",
      {
        more: "<ofd:Annotations>L.xml</ofd:Annotations>",
        files: {
          "Doc_0/L.xml": `<ofd:Annotations ${xmlns}><ofd:Page PageID="1"><ofd:FileLoc>Gone.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`,
        },
      },
    ],
    [
      "the current version",
      { body: '<ofd:Versions><ofd:Version Current="1" BaseLoc="Doc_0/V.xml"/></ofd:Versions>' },
    ],
  ])("%s that is not there is missed", async (_, parts) => {
    const { diagnostics } = await readingOf({ pages: [`<ofd:Layer>${grid}${number}</ofd:Layer>`], ...parts });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["missing-part"]);
  });

  it("a template has resources of its own, and none of its own templates", async () => {
    const page = (template: string): OfdParts => ({
      pages: [
        `<ofd:Page ${xmlns}><ofd:Template TemplateID="7"/><ofd:Content><ofd:Layer>${grid}${words("规章", 12, 17)}</ofd:Layer></ofd:Content></ofd:Page>`,
      ],
      common: '<ofd:TemplatePage ID="7" BaseLoc="T.xml"/><ofd:TemplatePage ID="8" BaseLoc="U.xml"/>',
      files: {
        "Doc_0/T.xml": `<ofd:Page ${xmlns}>${template}</ofd:Page>`,
        "Doc_0/U.xml": `<ofd:Page ${xmlns}><ofd:Content><ofd:Layer>${number}</ofd:Layer></ofd:Content></ofd:Page>`,
        "Doc_0/R.xml": parameters.files!["Doc_0/P.xml"]!,
      },
    });
    const hidden = text("128", 'DrawParam="9"');
    const own = `<ofd:PageRes>R.xml</ofd:PageRes><ofd:Content><ofd:Layer>${hidden}</ofd:Layer></ofd:Content>`;
    expect(await cellsOf(page(own))).toBe("规章|||");
    expect(await cellsOf(page('<ofd:Template TemplateID="8"/>'))).toBe(
      "规章| (alternate-content)| (alternate-content)| (alternate-content)",
    );
  });
});
