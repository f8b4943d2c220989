import { describe, expect, it } from "vitest";
import { grid, line, words, xmlns } from "../../support/ofd-package.ts";
import { cellWith, cellsOf, readingOf } from "./cells.ts";

const code = (inner: string, attributes = 'Boundary="52 13 40 5" Size="4"', before = ""): string =>
  `<ofd:TextObject ${attributes}>${before}${inner}</ofd:TextObject>`;

describe("where characters stand (GB/T 33190 11.3)", () => {
  it.each<[what: string, objects: string, cell: string]>([
    ["a run of deltas", code('<ofd:TextCode X="0" Y="4" DeltaX="g 4 2">12345</ofd:TextCode>'), "12345"],
    [
      "runs and single deltas",
      code('<ofd:TextCode X="0" Y="4" DeltaX="2 g 2 2 2">12345</ofd:TextCode>'),
      "12345",
    ],
    [
      "a run longer than the text",
      code('<ofd:TextCode X="0" Y="4" DeltaX="g 99999999 2">123</ofd:TextCode>'),
      "123",
    ],
    ["no deltas", code('<ofd:TextCode X="0" Y="4">123</ofd:TextCode>'), "123 (unplaced-text)"],
    [
      "too few deltas",
      code('<ofd:TextCode X="0" Y="4" DeltaX="2">123</ofd:TextCode>'),
      "123 (unplaced-text)",
    ],
    ["one digit needs none", code('<ofd:TextCode X="0" Y="4">7</ofd:TextCode>'), "7"],
    ["nor do spaces at the end", code('<ofd:TextCode X="0" Y="4" DeltaX="2">12  </ofd:TextCode>'), "12"],
    [
      "wide letters of Courier",
      code('<ofd:TextCode X="0" Y="4" DeltaX="g 4 2.4">12.50</ofd:TextCode>'),
      "12.50",
    ],
    ["digits set apart", code('<ofd:TextCode X="0" Y="4" DeltaX="2 5 2">1234</ofd:TextCode>'), "12 34"],
    [
      "one object a character",
      [..."1,234.56"]
        .map((character, index) =>
          code(
            `<ofd:TextCode X="0" Y="4">${character}</ofd:TextCode>`,
            `Boundary="${52 + 2 * index} 13 2 5" Size="4"`,
          ),
        )
        .join(""),
      "1,234.56",
    ],
    [
      "codes that go on",
      code('<ofd:TextCode X="0" Y="4">1</ofd:TextCode><ofd:TextCode X="2">2</ofd:TextCode>'),
      "12",
    ],
    ["backwards", code('<ofd:TextCode X="4" Y="4" DeltaX="-2 -2">321</ofd:TextCode>'), "123"],
    [
      "a matrix of a tenth",
      code(
        '<ofd:TextCode X="0" Y="40" DeltaX="20 20">128</ofd:TextCode>',
        'Boundary="52 13 40 5" CTM="0.1 0 0 0.1 0 0" Size="40"',
      ),
      "128",
    ],
    [
      "condensed",
      code(
        '<ofd:TextCode X="0" Y="4" DeltaX="1.2 1.2">128</ofd:TextCode>',
        'Boundary="52 13 40 5" HScale="0.6" Size="4"',
      ),
      "128",
    ],
    [
      "read from the right",
      code(
        '<ofd:TextCode X="0" Y="4" DeltaX="2 2">128</ofd:TextCode>',
        'Boundary="52 13 40 5" ReadDirection="180" Size="4"',
      ),
      "128 (moved-text)",
    ],
    [
      "shapes by number, with their characters",
      code(
        '<ofd:TextCode X="0" Y="4" DeltaX="2 2">128</ofd:TextCode>',
        undefined,
        '<ofd:CGTransform CodePosition="0" CodeCount="3" GlyphCount="3"><ofd:Glyphs>17 18 24</ofd:Glyphs></ofd:CGTransform>',
      ),
      "128",
    ],
    [
      "shapes by number, without",
      code(
        '<ofd:TextCode X="0" Y="4" DeltaX="2 2">1¤8</ofd:TextCode>',
        undefined,
        '<ofd:CGTransform CodePosition="0" CodeCount="3" GlyphCount="3"><ofd:Glyphs>17 18 24</ofd:Glyphs></ofd:CGTransform>',
      ),
      "1\ufffd8 (unknown-glyph)",
    ],
    [
      "one shape for two digits",
      code(
        '<ofd:TextCode X="0" Y="4" DeltaX="2 2">128</ofd:TextCode>',
        undefined,
        '<ofd:CGTransform CodePosition="0" CodeCount="2" GlyphCount="1"><ofd:Glyphs>17</ofd:Glyphs></ofd:CGTransform>',
      ),
      "128 (text-not-glyph)",
    ],
    [
      "printed prettily",
      code('<ofd:TextCode X="0" Y="4" DeltaX="2 2">\n      128\n    </ofd:TextCode>'),
      "128",
    ],
    [
      "in blocks of blocks",
      `<ofd:PageBlock><ofd:PageBlock>${words("128", 52, 17)}</ofd:PageBlock></ofd:PageBlock>`,
      "128",
    ],
    [
      "in a block marked invisible, which the standard does not have",
      `<ofd:PageBlock Visible="false">${words("128", 52, 17)}</ofd:PageBlock>`,
      "128 (hidden-text)",
    ],
  ])("%s", async (_, objects, cell) => {
    expect(await cellWith(objects)).toBe(cell);
  });

  it("a composite object stands where its matrix and box say", async () => {
    const graphic = `<ofd:Res ${xmlns}><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="9" Width="40" Height="10"><ofd:Content>${words("128", 0, 8)}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>`;
    const object = '<ofd:CompositeObject Boundary="52 9 40 10" ResourceID="9"/>';
    const more = { common: "<ofd:PublicRes>R.xml</ofd:PublicRes>", files: { "Doc_0/R.xml": graphic } };
    expect(await cellWith(object, more)).toBe("128");
  });

  it("a graphic that holds itself ends", async () => {
    const graphic = `<ofd:Res ${xmlns}><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="9"><ofd:Content><ofd:CompositeObject Boundary="0 0 9 9" ResourceID="9"/><ofd:CompositeObject Boundary="0 0 9 9" ResourceID="9"/></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>`;
    const more = { common: "<ofd:PublicRes>R.xml</ofd:PublicRes>", files: { "Doc_0/R.xml": graphic } };
    expect(await cellWith('<ofd:CompositeObject Boundary="0 0 9 9" ResourceID="9"/>', more)).toBe("");
  });

  it("drawing parameters that relate to others, in a loop too", async () => {
    const parameters = `<ofd:Res ${xmlns}><ofd:DrawParams><ofd:DrawParam ID="5" Relative="6"/><ofd:DrawParam ID="6" Relative="5"><ofd:FillColor Value="255 255 255"/></ofd:DrawParam></ofd:DrawParams></ofd:Res>`;
    const more = { common: "<ofd:DocumentRes>R.xml</ofd:DocumentRes>", files: { "Doc_0/R.xml": parameters } };
    expect(await cellWith(words("128", 52, 17, 'DrawParam="5"'), more)).toBe("");
  });

  it("annotations paint over the page", async () => {
    const annotations = {
      more: "<ofd:Annotations>Annots/List.xml</ofd:Annotations>",
      files: {
        "Doc_0/Annots/List.xml": `<ofd:Annotations ${xmlns}><ofd:Page PageID="1"><ofd:FileLoc>A.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`,
        "Doc_0/Annots/A.xml": `<ofd:PageAnnot ${xmlns}><ofd:Annot ID="3" Type="Stamp"><ofd:Appearance Boundary="50 10 40 10">${words("128", 2, 7)}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>`,
      },
    };
    expect(await cellWith("", annotations)).toBe("128");
  });

  it("cells and tables have places in points of the page", async () => {
    const { tokens } = await readingOf({
      pages: [`<ofd:Layer>${grid}${words("规章", 12, 17)}${words("35", 52, 27)}</ofd:Layer>`],
    });
    const cell = tokens.find((token) => token.kind === "cell" && token.text === "35");
    expect(cell?.at).toMatchObject({ page: 1, row: 2, column: 2, box: [141.7, 56.7, 255.1, 85] });
  });

  it("a crop box cuts the page and moves its origin", async () => {
    const page = `<ofd:Page ${xmlns}><ofd:Area><ofd:PhysicalBox>0 0 100 100</ofd:PhysicalBox><ofd:CropBox>5 5 90 60</ofd:CropBox></ofd:Area><ofd:Content><ofd:Layer>${grid}${words("令", 12, 17)}${words("9", 2, 17)}</ofd:Layer></ofd:Content></ofd:Page>`;
    const { tokens } = await readingOf({ pages: [page] });
    expect(tokens.find((token) => token.kind === "table-start")?.at.box).toEqual([14.2, 14.2, 240.9, 70.9]);
    expect(tokens.filter((token) => token.kind === "line")).toEqual([]);
  });

  it("a page's own crop box cuts the document's page, and what stands in a blank cell beyond it", async () => {
    const page = `<ofd:Page ${xmlns}><ofd:Area><ofd:CropBox>0 0 55 100</ofd:CropBox></ofd:Area><ofd:Content><ofd:Layer>${grid}${words("规章", 12, 17)}${words("128", 52, 17)}</ofd:Layer></ofd:Content></ofd:Page>`;
    expect(await cellsOf({ pages: [page] })).toBe("规章|12 (page-edge)|| (page-edge)");
  });

  it("digits outside the display area, which not every program shows, are doubted", async () => {
    const page = `<ofd:Page ${xmlns}><ofd:Area><ofd:PhysicalBox>0 0 100 100</ofd:PhysicalBox><ofd:ApplicationBox>0 0 100 20</ofd:ApplicationBox></ofd:Area><ofd:Content><ofd:Layer>${grid}${words("令", 12, 17)}${words("35", 52, 17)}${words("128", 52, 27)}</ofd:Layer></ofd:Content></ofd:Page>`;
    const { tokens } = await readingOf({ pages: [page] });
    const doubts = tokens.flatMap((token) =>
      token.kind === "cell" && token.text !== "" ? [[token.text, token.doubt?.kind]] : [],
    );
    expect(doubts).toEqual([
      ["令", undefined],
      ["35", undefined],
      ["128", "unreadable"],
    ]);
  });

  it("a table turned by a quarter is read upright", async () => {
    const turned = `<ofd:CompositeObject Boundary="0 0 100 100" CTM="0 1 -1 0 100 0"><ofd:Content>${grid}${words("规章", 12, 17)}${words("128", 52, 17)}${words("令", 12, 27)}${words("35", 52, 27)}</ofd:Content></ofd:CompositeObject>`;
    expect(await cellsOf({ pages: [`<ofd:Layer>${turned}</ofd:Layer>`] })).toBe("规章|128|令|35");
  });

  it("cells drawn as rectangles, lines by all operators", async () => {
    const box = (x: number, y: number): string =>
      `<ofd:PathObject Boundary="${x} ${y} 40 10"><ofd:AbbreviatedData>S 0 0 M 0 0 L 40 0 40 10 L0 10C</ofd:AbbreviatedData></ofd:PathObject>`;
    const boxes = box(10, 10) + box(50, 10) + box(10, 20) + box(50, 20);
    const text = words("规章", 12, 17) + words("128", 52, 17) + words("令", 12, 27) + words("35", 52, 27);
    expect(await cellsOf({ pages: [`<ofd:Layer>${boxes}${text}</ofd:Layer>`] })).toBe("规章|128|令|35");
    const curved =
      '<ofd:PathObject Boundary="0 0 100 100"><ofd:AbbreviatedData>M 60 60 Q 65 55 70 60 B 75 65 80 55 85 60 A 5 5 0 0 1 90 65 C</ofd:AbbreviatedData></ofd:PathObject>';
    expect(
      await cellsOf({ pages: [`<ofd:Layer>${boxes}${text}${curved}${line(1, 1, 2, 2)}</ofd:Layer>`] }),
    ).toBe("规章|128|令|35");
  });
});

describe("a table without lines", () => {
  const rows = ["规章", "令", "许可", "处罚", "强制"].map(
    (label, index) => words(label, 12, 17 + index * 7) + words(String(14 + index * 21), 54, 17 + index * 7),
  );
  const head = words("信息内容", 12, 10) + words("数量", 52, 10);
  const second = async (sign: string): Promise<string | undefined> =>
    (await cellsOf({ pages: [`<ofd:Layer>${head}${rows.join("")}${sign}</ofd:Layer>`] })).split("|")[5];

  it("has signs that are drawn beside its numbers", async () => {
    expect(await second("")).toBe("35");
    expect(await second(line(52, 22.5, 53.5, 22.5))).toBe("35 (drawn)");
    expect(await second(line(58.5, 20.8, 58.5, 24))).toBe("35 (drawn)");
    expect(await second(line(54, 25, 58, 25))).toBe("35");
    expect(await second(line(10, 27, 90, 27))).toBe("35");
  });
});
