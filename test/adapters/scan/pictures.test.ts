import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { convert, read } from "../../../src/index.ts";
import type { Token } from "../../../src/model/index.ts";
import { ofdPackage, words } from "../../support/ofd-package.ts";
import { fivesReader as ocr, pageOfFives as page } from "./page-of-fives.ts";

const namespaces = Object.entries({
  w: "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  r: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  a: "http://schemas.openxmlformats.org/drawingml/2006/main",
  pic: "http://schemas.openxmlformats.org/drawingml/2006/picture",
  v: "urn:schemas-microsoft-com:vml",
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(" ");
const relationships = (list: string): Uint8Array =>
  strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`,
  );
const drawn = (id: string, crop = ""): string =>
  `<w:p><w:r><w:drawing><pic:pic><pic:blipFill><a:blip r:embed="${id}"/>${crop}</pic:blipFill><pic:spPr><a:xfrm><a:ext cx="${360 * 12_700}" cy="${252 * 12_700}"/></a:xfrm></pic:spPr></pic:pic></w:drawing></w:r></w:p>`;

function docx(body: string): Uint8Array {
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    "_rels/.rels": relationships(
      `<Relationship Id="d" Type="${type}/officeDocument" Target="word/document.xml"/>`,
    ),
    "word/_rels/document.xml.rels": relationships(
      ["a", "b"].map((id) => `<Relationship Id="${id}" Type="${type}/image" Target="${id}.png"/>`).join(""),
    ),
    "word/document.xml": strToU8(`<w:document ${namespaces}><w:body>${body}</w:body></w:document>`),
    "word/a.png": page,
    "word/b.png": page,
  });
}

function odt(style = ""): Uint8Array {
  const frame = (name: string): string =>
    `<text:p><draw:frame draw:style-name="g" svg:width="360pt"><draw:image xlink:href="Pictures/${name}.png"/></draw:frame></text:p>`;
  const spaces = ["office", "text", "style"].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const others = `xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"`;
  return zipSync({
    mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
    "META-INF/manifest.xml": strToU8("<manifest/>"),
    "content.xml": strToU8(
      `<office:document-content ${spaces.join(" ")} ${others}><office:automatic-styles><style:style style:name="g" style:family="graphic"><style:graphic-properties ${style}/></style:style></office:automatic-styles><office:body><office:text>${frame("a")}${frame("b")}</office:text></office:body></office:document-content>`,
    ),
    "Pictures/a.png": page,
    "Pictures/b.png": page,
  });
}

const pict = (more = ""): string =>
  `\\pard {\\pict{\\*\\blipuid 0a0b}\\pngblip\\picwgoal7200${more}\n${Buffer.from(page)
    .toString("hex")
    .replace(/(.{80})/gu, "$1\n")}}\\par\n`;

/** Two pages of 360 by 252 points; `extra` is painted over the picture of the second. */
function ofd(extra = ""): Uint8Array {
  const [wide, high] = [127, 88.9];
  const layer = (more: string): string =>
    `<ofd:Layer><ofd:ImageObject Boundary="0 0 ${wide} ${high}" CTM="${wide} 0 0 ${high} 0 0" ResourceID="9"/>${more}</ofd:Layer>`;
  const parts = unzipSync(
    ofdPackage({ pages: [layer(""), layer(extra)], common: "<ofd:DocumentRes>Res.xml</ofd:DocumentRes>" }),
  );
  const document = new TextDecoder().decode(parts["Doc_0/Document.xml"]);
  return zipSync({
    ...parts,
    "Doc_0/Document.xml": strToU8(document.replace("0 0 100 100", `0 0 ${wide} ${high}`)),
    "Doc_0/Res.xml": strToU8(
      `<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016"><ofd:MultiMedias><ofd:MultiMedia ID="9" Type="Image"><ofd:MediaFile>p.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>`,
    ),
    "Doc_0/p.png": page,
  });
}

function cells(tokens: readonly Token[]): string {
  const shown = tokens.flatMap((token) =>
    token.kind === "cell" ? [`${token.at.page}:${token.text}${token.doubt ? "?" : ""}`] : [],
  );
  return shown.join(" ");
}

const both = "1:5 1:5 1:5 1:5 2:5 2:5 2:5 2:5";
const rtf = (body: string): Uint8Array => strToU8(`{\\rtf1\\ansi ${body}}`);

describe("a document whose pages are pictures is read by their pixels; places say which", () => {
  test.each([
    ["DOCX", docx(drawn("a") + drawn("b"))],
    [
      "DOCX with VML",
      docx(`${drawn("a")}<w:p><w:r><w:pict><v:shape><v:imagedata r:id="b"/></v:shape></w:pict></w:r></w:p>`),
    ],
    ["DOCX under a title", docx(`<w:p><w:r><w:t>年度报告</w:t></w:r></w:p>${drawn("a")}${drawn("b")}`)],
    ["ODT", odt()],
    ["RTF", rtf(pict() + pict())],
    ["OFD", ofd()],
  ])("%s", async (name, bytes) => {
    const { tokens, diagnostics } = await read({ name, bytes }, { ocr });
    expect(cells(tokens)).toBe(both);
    expect(diagnostics.map(({ rule }) => rule)).toContain("page-recognized");
    expect(diagnostics.map(({ rule }) => rule)).not.toContain("pictures-not-read");
  });

  test("files of one report, each by its name", async () => {
    const files = ["1.png", "2.png"].map((name) => ({ name, bytes: page }));
    const { diagnostics } = await convert(files, { ocr });
    expect(diagnostics.filter(({ rule }) => rule === "page-recognized").map(({ at }) => at)).toEqual([
      { file: 1, page: 1 },
      { file: 2, page: 1 },
    ]);
  });
});

describe("what of a picture is not seen is not read", () => {
  test.each([
    ["cut in DOCX", docx(drawn("a", '<a:srcRect l="20000"/>') + drawn("b")), "2:5 2:5 2:5 2:5"],
    ["cut in ODT", odt('fo:clip="rect(0cm, 2cm, 0cm, 0cm)"'), ""],
    ["cut in RTF", rtf(pict("\\piccropl900") + pict()), "2:5 2:5 2:5 2:5"],
  ])("%s", async (name, bytes, expected) => {
    const { tokens } = await read({ name, bytes }, { ocr });
    expect(cells(tokens)).toBe(expected);
  });

  test.each([
    ["text", words("7", 28, 20)],
    [
      "a white shape",
      '<ofd:PathObject Boundary="22 14 20 8" Fill="true" Stroke="false"><ofd:FillColor Value="255 255 255"/><ofd:AbbreviatedData>M 0 0 L 20 0 L 20 8 L 0 8 C</ofd:AbbreviatedData></ofd:PathObject>',
    ],
    [
      "a picture that is not there",
      '<ofd:ImageObject Boundary="22 14 20 8" CTM="20 0 0 8 0 0" ResourceID="8"/>',
    ],
  ])("%s over the picture of an OFD page puts the cell under it in doubt", async (_, extra) => {
    const { tokens } = await read({ name: "a.ofd", bytes: ofd(extra) }, { ocr });
    expect(cells(tokens)).toBe("1:5 1:5 1:5 1:5 2:5? 2:5 2:5 2:5");
  });
});

test("without gongkai-ocr the pages are said to be pictures", async () => {
  for (const [name, bytes] of Object.entries({
    docx: docx(drawn("a")),
    odt: odt(),
    rtf: rtf(pict()),
    ofd: ofd(),
  })) {
    const { report, diagnostics } = await convert({ name, bytes }, { ocr: false, language: "zh" });
    expect(report).toBeNull();
    expect(diagnostics.find(({ rule }) => rule === "needs-ocr")?.message).toMatch(
      /^此页为图片（.*[^；]）。gongkai-ocr 可读取/u,
    );
  }
});

test("a seal beside a text is left alone", async () => {
  const seal = docx(`<w:p><w:r><w:t>年度报告</w:t></w:r></w:p>${drawn("missing")}`);
  const { tokens, diagnostics } = await read({ name: "a.docx", bytes: seal }, { ocr });
  expect(cells(tokens)).toBe("");
  expect(diagnostics.map(({ rule }) => rule)).toEqual(["pictures-not-read"]);
});
