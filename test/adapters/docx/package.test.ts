import { describe, expect, it } from "vitest";
import { docx } from "../../../src/adapters/docx/index.ts";
import {
  build,
  files,
  limits,
  override,
  p,
  printed,
  read,
  relationship,
  relationships,
  tbl,
  tc,
  tr,
  zip,
} from "./build.ts";

const body = p("一、总体情况") + tbl(tr(tc("甲"), tc("12")));
const expected = ["- 一、总体情况", "table 1", "1,1: 甲", "1,2: 12", "end"];
const withPart = (name: string, text: string): Uint8Array => zip({ ...files({ body }), [name]: text });

describe("packages", () => {
  it("finds the main part by relationship and type, whatever its name and case", () => {
    const { "word/document.xml": main, ...rest } = files({ body });
    const moved = {
      ...rest,
      "[Content_Types].xml": String(rest["[Content_Types].xml"]).replace("word/document", "Inhalt/Haupt"),
      "_rels/.rels": relationships(relationship("officeDocument", "/inhalt/./x/../HAUPT.xml")),
      "Inhalt/Haupt.xml": main!,
    };
    expect(printed(zip(moved))).toEqual(expected);
    expect(printed(zip({ ...moved, "_rels/.rels": relationships("") }))).toEqual(expected);
  });

  it("reads macro-enabled files", () => {
    const types = String(files({ body })["[Content_Types].xml"]).replace(
      "openxmlformats-officedocument.wordprocessingml.document.main",
      "ms-word.document.macroEnabled.main",
    );
    expect(printed(withPart("[Content_Types].xml", types))).toEqual(expected);
  });

  it("reads strict namespaces, other prefixes and a default namespace", () => {
    const transitional = String(files({ body })["word/document.xml"]);
    const strict = transitional.replace(
      "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      "http://purl.oclc.org/ooxml/wordprocessingml/main",
    );
    expect(printed(withPart("word/document.xml", strict))).toEqual(expected);
    const renamed = transitional.replaceAll("xmlns:w=", "xmlns:q=").replaceAll(/(<\/?|\s)w:/g, "$1q:");
    expect(printed(withPart("word/document.xml", renamed))).toEqual(expected);
    const plain = renamed.replace(
      "<q:document",
      '<q:document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"',
    );
    expect(printed(withPart("word/document.xml", plain.replaceAll(/(<\/?)q:/g, "$1")))).toEqual(expected);
  });

  it("reads UTF-16 and refuses other encodings and invalid UTF-8", () => {
    const xml = String(files({ body })["word/document.xml"]);
    const wide = new Uint8Array(2 + xml.length * 2);
    new DataView(wide.buffer).setUint16(0, 0xfeff, true);
    [...xml].forEach((character, at) =>
      new DataView(wide.buffer).setUint16(2 + at * 2, character.charCodeAt(0), true),
    );
    expect(printed(zip({ ...files({ body }), "word/document.xml": wide }))).toEqual(expected);
    const declared = xml.replace('version="1.0"', 'version="1.0" encoding="GBK"');
    expect(printed(withPart("word/document.xml", declared))).toEqual([
      "! damaged word/document.xml encoding",
    ]);
    const invalid = new Uint8Array([...new TextEncoder().encode(xml), 0xff]);
    expect(printed(zip({ ...files({ body }), "word/document.xml": invalid }))).toEqual([
      "! damaged word/document.xml encoding",
    ]);
  });

  it("skips elements of unknown namespaces with what is in them", () => {
    const foreign = `<w:p xmlns:z="urn:z"><w:r><w:t>1</w:t></w:r><z:x><w:r><w:t>9</w:t></w:r></z:x></w:p>`;
    expect(printed({ body: foreign })).toEqual(["- 1"]);
  });

  it("resolves nothing outside the package", () => {
    const external =
      '<Relationship Type="x/officeDocument" TargetMode="External" Target="http://localhost/x"/>';
    const outside = relationship("officeDocument", "../../word/document.xml");
    expect(printed(withPart("_rels/.rels", relationships(external + outside)))).toEqual(expected);
  });

  it("takes a title only where it reads as a report's", () => {
    const title = "某市2023年政府信息公开工作年度报告";
    expect(read({ body, title }).metadata).toEqual([{ field: "title", value: title, at: {} }]);
    expect(read({ body, title: "文档1" }).metadata).toEqual([]);
  });

  it("takes headings from outline levels and built-in style names", () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 2"/></w:style><w:style w:type="paragraph" w:default="1" w:styleId="n"><w:name w:val="Normal"/></w:style>';
    const lines =
      p("x", '<w:pStyle w:val="a"/>') +
      p("y", '<w:outlineLvl w:val="0"/>') +
      p("z", '<w:outlineLvl w:val="9"/>');
    expect(printed({ body: lines, styles })).toEqual(["## x", "# y", "- z"]);
  });
});

describe("outcomes", () => {
  it("names what another package is", () => {
    const spreadsheet = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${override("word/document.xml", "spreadsheetml.sheet.main")}</Types>`;
    expect(printed(withPart("[Content_Types].xml", spreadsheet))).toEqual(["! unsupported xlsx"]);
    const slides = spreadsheet.replace("spreadsheetml.sheet", "presentationml.presentation");
    expect(printed(withPart("[Content_Types].xml", slides))).toEqual(["! unsupported pptx"]);
    expect(printed(zip({ mimetype: "application/vnd.oasis.opendocument.text" }))).toEqual([
      "! unsupported odt",
    ]);
    expect(printed(zip({ "a.txt": "x" }))).toEqual(["! unsupported zip"]);
    expect(printed(withPart("word/document.xml", "<x/>"))).toEqual(["! unsupported ooxml"]);
  });

  it("names what an OLE file is", () => {
    expect(printed(compound("EncryptedPackage"))).toEqual(["! encrypted ooxml"]);
    expect(printed(compound("Workbook"))).toEqual(["! unsupported xls"]);
    expect(printed(compound("PowerPoint Document"))).toEqual(["! unsupported ppt"]);
    expect(printed(compound("Other"))).toEqual(["! unsupported ole"]);
    expect(printed(compound("Other").subarray(0, 100))).toEqual(["! truncated ole"]);
  });

  it("takes ZIP and OLE files by content, nothing else", () => {
    const sniff = (bytes: Uint8Array): boolean => docx.sniff({ name: "a.docx", bytes });
    expect(
      [build({ body }), compound("x"), new TextEncoder().encode("PK yes"), new Uint8Array()].map(sniff),
    ).toEqual([true, true, false, false]);
  });

  it("refuses XML that is not well-formed, with a DOCTYPE, or with an undeclared prefix", () => {
    const xml = String(files({ body })["word/document.xml"]);
    const outcome = (text: string): string[] => printed(withPart("word/document.xml", text));
    expect(outcome(xml.replace("</w:body>", ""))).toEqual(["! damaged word/document.xml xml"]);
    expect(outcome(xml.slice(0, -30))).toEqual(["! damaged word/document.xml xml"]);
    expect(outcome(xml.replace("12<", "&eacute;<"))).toEqual(["! damaged word/document.xml xml"]);
    expect(outcome(xml.replace("<w:document", "<!DOCTYPE x []><w:document"))).toEqual([
      "! damaged word/document.xml doctype",
    ]);
    expect(outcome(xml.replace("<w:body>", "<w:body><zz:x/>"))).toEqual([
      "! damaged word/document.xml namespace",
    ]);
  });

  it("says when there is nothing to read", () => {
    expect(printed({ body: p("") + p(" ") })).toEqual(["! empty"]);
  });

  it("bounds the bytes handed in", () => {
    expect(printed({ body }, { ...limits, maximumBytes: 100 })).toEqual(["! too-large file 100"]);
  });
});

/** The least an OLE compound file can be: header, one FAT sector, one directory sector with one stream, its sector. */
function compound(stream: string): Uint8Array {
  const bytes = new Uint8Array(512 * 4);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(48, 1, true);
  view.setUint32(76, 0, true);
  view.setUint32(512 + 4, 0xfffffffe, true);
  ["Root Entry", stream].forEach((name, index) => {
    const at = 1024 + index * 128;
    [...name].forEach((character, place) => view.setUint16(at + place * 2, character.charCodeAt(0), true));
    view.setUint16(at + 64, (name.length + 1) * 2, true);
    bytes[at + 66] = index === 0 ? 5 : 2;
    view.setInt32(at + 68, -1, true);
    view.setInt32(at + 72, -1, true);
    view.setInt32(at + 76, index === 0 ? 1 : -1, true);
    view.setUint32(at + 116, 2, true);
  });
  return bytes;
}
