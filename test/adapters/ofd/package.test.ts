import { describe, expect, it } from "vitest";
import { zipSync } from "fflate";
import { convert, defaultLimits } from "../../../src/index.ts";
import { ofd } from "../../../src/adapters/ofd/index.ts";
import { grid, ofdPackage, words, xmlns } from "../../support/ofd-package.ts";
import { cellsOf, readingOf } from "./cells.ts";

const table = `<ofd:Layer>${grid}${words("规章", 12, 17)}${words("128", 52, 17)}</ofd:Layer>`;
const read = "规章|128||";

async function rulesOf(parts: Parameters<typeof readingOf>[0]): Promise<string[]> {
  return (await readingOf(parts)).diagnostics.map(({ rule }) => rule);
}

/** The same package with other names and contents of its parts. */
async function cellsOfFiles(files: Readonly<Record<string, string>>): Promise<string> {
  const bytes = zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])),
  );
  const { tokens } = await ofd.read({ name: "a.ofd", bytes }, defaultLimits);
  return tokens.flatMap((token) => (token.kind === "cell" ? [token.text] : [])).join("|");
}

describe("packages as programs write them", () => {
  const plain = {
    "OFD.xml": `<ofd:OFD ${xmlns}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    "Doc_0/Document.xml": `<ofd:Document ${xmlns}><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/P.xml"/></ofd:Pages></ofd:Document>`,
    "Doc_0/Pages/P.xml": `<ofd:Page ${xmlns}><ofd:Content>${table}</ofd:Content></ofd:Page>`,
  };

  it.each<[what: string, change: (name: string, text: string) => readonly [string, string]]>([
    ["prefixed", (name, text) => [name, text]],
    ["without a prefix", (name, text) => [name, text.replaceAll("ofd:", "").replace("xmlns:ofd", "xmlns")]],
    [
      "another prefix and namespace",
      (name, text) => [name, text.replaceAll("ofd:", "o:").replace("ofdspec.org/2016", "ofdspec.org")],
    ],
    [
      "absolute locations",
      (name, text) => [name, text.replace("Doc_0/D", "/Doc_0/D").replace('"Pages/', '"/Doc_0/Pages/')],
    ],
    [
      "backslashes",
      (name, text) => [name, text.replace("Doc_0/D", "Doc_0\\D").replace('"Pages/', '"Pages\\')],
    ],
    ["other letter case", (name, text) => [name.toUpperCase(), text]],
    ["dots in locations", (name, text) => [name, text.replace('"Pages/', '"./../Doc_0/Pages/')]],
    ["a byte order mark", (name, text) => [name, `\ufeff<?xml version="1.0" encoding="UTF-8"?>${text}`]],
  ])("%s", async (_, change) => {
    const files = Object.entries(plain).map(([name, text]) => change(name, text));
    expect(await cellsOfFiles(Object.fromEntries(files))).toBe(read);
  });

  it("a template page is painted under the page, or over it", async () => {
    const template = (order: string): Parameters<typeof cellsOf>[0] => ({
      pages: [
        `<ofd:Page ${xmlns}><ofd:Template TemplateID="7" ZOrder="${order}"/><ofd:Content><ofd:Layer>${words("规章", 12, 17)}${words("128", 52, 17)}</ofd:Layer></ofd:Content></ofd:Page>`,
      ],
      common: '<ofd:TemplatePage ID="7" BaseLoc="T.xml"/>',
      files: {
        "Doc_0/T.xml": `<ofd:Page ${xmlns}><ofd:Content><ofd:Layer><ofd:PathObject Boundary="51 12 20 7" Stroke="false" Fill="true"><ofd:FillColor Value="255 255 255"/><ofd:AbbreviatedData>M 0 0 L 20 0 L 20 7 L 0 7 C</ofd:AbbreviatedData></ofd:PathObject>${grid}</ofd:Layer></ofd:Content></ofd:Page>`,
      },
    });
    expect(await cellsOf(template("Background"))).toBe(read);
    expect(await cellsOf(template("Foreground"))).toBe("规章|||");
  });

  it("several documents are read one after another, and said to be", async () => {
    const parts = {
      pages: [table],
      body: "</ofd:DocBody><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>",
    };
    expect(await cellsOf(parts)).toBe(`${read}|${read}`);
    expect(await rulesOf(parts)).toEqual(["several-documents"]);
  });

  it("the current version of a document is read", async () => {
    const parts = {
      pages: [`<ofd:Layer>${words("旧", 10, 10)}</ofd:Layer>`],
      body: '<ofd:Versions><ofd:Version ID="1" Index="1" Current="true" BaseLoc="Doc_0/V/Version.xml"/></ofd:Versions>',
      files: {
        "Doc_0/V/Version.xml": `<ofd:DocVersion ${xmlns}><ofd:DocRoot>New.xml</ofd:DocRoot></ofd:DocVersion>`,
        "Doc_0/V/New.xml": `<ofd:Document ${xmlns}><ofd:Pages><ofd:Page ID="1" BaseLoc="P.xml"/></ofd:Pages></ofd:Document>`,
        "Doc_0/V/P.xml": `<ofd:Page ${xmlns}><ofd:Content>${table}</ofd:Content></ofd:Page>`,
      },
    };
    expect(await cellsOf(parts)).toBe(read);
  });

  it("a signature is named, not checked", async () => {
    expect(await rulesOf({ pages: [table], body: "<ofd:Signatures>Doc_0/S.xml</ofd:Signatures>" })).toEqual([
      "signature-not-checked",
    ]);
  });

  it.each<[what: string, stamp: string, cells: string]>([
    ["beside the table", 'Boundary="60 60 30 30"', "规章|128|令|35"],
    ["over a number", 'Boundary="50 8 20 11"', "规章|128 (half-hidden)|令|35"],
    ["of which a part is cut out", 'Boundary="50 8 60 30" Clip="40 0 20 30"', "规章|128|令|35"],
    ["on another page", 'Boundary="50 8 20 11" PageRef="9"', "规章|128|令|35"],
  ])("a seal %s", async (_, stamp, cells) => {
    const page = stamp.includes("PageRef") ? "" : 'PageRef="1"';
    const read = await cellsOf({
      pages: [
        `<ofd:Layer>${grid}${words("规章", 12, 17)}${words("128", 52, 17)}${words("令", 12, 27)}${words("35", 52, 27)}</ofd:Layer>`,
      ],
      body: "<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>",
      files: {
        "Doc_0/Signs/Signatures.xml": `<ofd:Signatures ${xmlns}><ofd:Signature ID="1" BaseLoc="Sign_0/Signature.xml"/></ofd:Signatures>`,
        "Doc_0/Signs/Sign_0/Signature.xml": `<ofd:Signature ${xmlns}><ofd:SignedInfo><ofd:StampAnnot ID="2" ${page} ${stamp}/></ofd:SignedInfo></ofd:Signature>`,
      },
    });
    expect(read).toBe(cells);
  });

  const wrongly = "规章|128 (letter-case)| (letter-case)| (letter-case)";
  it.each<[what: string, misspelt: string, name: string, cells: string]>([
    ["an element", "TextCode", "textcode", wrongly],
    ["all of a kind", "PathObject", "PATHOBJECT", wrongly],
    ["a matrix", "Boundary", "boundary", wrongly],
    ["steps", "DeltaX", "deltaX", wrongly],
    ["a name that nobody reads", "LineWidth=", 'linewidths="1" LineWidth=', read],
    ["the prefix", "ofd:", "OFD:", read],
  ])("names in another letter case are read and doubted: %s", async (_, misspelt, name, cells) => {
    const page = `<ofd:Page ${xmlns}><ofd:Content>${table}</ofd:Content></ofd:Page>`;
    expect(
      await cellsOf({
        pages: [
          page
            .replaceAll(misspelt, name)
            .replace("<OFD:Page", "<ofd:Page")
            .replace("OFD:Page>", "ofd:Page>")
            .replace("xmlns:ofd=", 'xmlns:OFD="o" xmlns:ofd='),
        ],
      }),
    ).toBe(cells);
  });

  it("hides nothing by an attribute in another letter case", async () => {
    const hidden = words("128", 52, 17, 'visible="false"');
    expect(
      await cellsOf({ pages: [`<ofd:Layer>${grid}${words("规章", 12, 17)}${hidden}</ofd:Layer>`] }),
    ).toBe("规章| (letter-case)| (letter-case)| (letter-case)");
  });

  it("an encrypted package is named", async () => {
    expect(await rulesOf({ pages: [table], files: { "Encryptions.xml": "<a/>" } })).toEqual(["encrypted"]);
  });

  it("a page that is a picture needs OCR", async () => {
    const picture =
      '<ofd:Layer><ofd:ImageObject Boundary="0 0 100 100" CTM="100 0 0 100 0 0" ResourceID="4"/></ofd:Layer>';
    expect(await rulesOf({ pages: [picture] })).toEqual(["needs-ocr"]);
    expect(await rulesOf({ pages: [picture, table] })).toEqual(["needs-ocr"]);
  });

  it("text under a scan is nobody's reading", async () => {
    const resources = `<ofd:Res ${xmlns}><ofd:MultiMedias><ofd:MultiMedia ID="4" Type="Image"><ofd:MediaFile>a.jpg</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>`;
    const picture =
      '<ofd:Layer><ofd:ImageObject Boundary="0 0 100 100" CTM="100 0 0 100 0 0" ResourceID="4"/></ofd:Layer>';
    const jpeg = "\u00ff\u00d8";
    const bytes = ofdPackage({
      pages: [table + picture],
      common: "<ofd:DocumentRes>R.xml</ofd:DocumentRes>",
      files: { "Doc_0/R.xml": resources, "Doc_0/a.jpg": jpeg },
    });
    const { diagnostics } = await ofd.read({ name: "a.ofd", bytes }, defaultLimits);
    expect(diagnostics.map(({ rule }) => rule)).not.toContain("adapter-failure");
  });

  it("a page that is missing is an error, a template that is missing a warning", async () => {
    const lost = await readingOf({
      pages: [table],
      more: '<ofd:Pages><ofd:Page ID="8" BaseLoc="Lost.xml"/></ofd:Pages>',
    });
    expect(lost.tokens.length).toBeGreaterThan(0);
    const page = `<ofd:Page ${xmlns}><ofd:Template TemplateID="7"/><ofd:Content>${table}</ofd:Content></ofd:Page>`;
    expect(await rulesOf({ pages: [page] })).toEqual(["missing-part"]);
    expect(await rulesOf({ pages: [table, "<ofd:Page"] })).toEqual(["pdf-page-unreadable"]);
  });

  it("two lists of pages leave every number in doubt", async () => {
    const more = '<ofd:Pages><ofd:Page ID="8" BaseLoc="Pages/P0.xml"/></ofd:Pages>';
    expect(await cellsOf({ pages: [table], more })).toContain("(alternate-content)");
  });

  it("is told from a Word document by its content", async () => {
    const conversion = await convert({ name: "report.docx", bytes: ofdPackage({ pages: [table] }) });
    expect(conversion.adapter).toBe("ofd");
  });

  it("refuses document types and what is no package", async () => {
    const files = { ...plain, "OFD.xml": `<!DOCTYPE a>${plain["OFD.xml"]}` };
    expect(await cellsOfFiles(files)).toBe("");
    expect(await cellsOfFiles({ "OFD.xml": "<a/>" })).toBe("");
  });
});
