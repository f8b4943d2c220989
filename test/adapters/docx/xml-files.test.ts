import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, strToU8, unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { flatOpc, word2003Xml } from "../../../src/adapters/docx/index.ts";
import { convert } from "../../../src/index.ts";
import type { Adapter, Reading } from "../../../src/model/index.ts";
import { files, limits, p, px, r, t, tbl, tc, tr } from "./build.ts";

const corpus = fileURLToPath(new URL("../../../corpus/", import.meta.url));
const reports = readdirSync(corpus, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".docx"))
  .sort();

const packageNamespace = "http://schemas.microsoft.com/office/2006/xmlPackage";

/** The package as Word saves it as one XML file. */
function flat(parts: Readonly<Record<string, string>>): string {
  const types = parts["[Content_Types].xml"]!;
  const typeOf = (name: string): string =>
    new RegExp(`PartName="/${name}" ContentType="([^"]+)"`).exec(types)?.[1] ?? "application/xml";
  const inner = Object.entries(parts)
    .filter(([name]) => name !== "[Content_Types].xml")
    .map(([name, xml]) => {
      const plain = xml.replace(/^\ufeff?<\?xml[^>]*\?>/, "");
      return `<pkg:part pkg:name="/${name}" pkg:contentType="${typeOf(name)}"><pkg:xmlData>${plain}</pkg:xmlData></pkg:part>`;
    });
  return `<?xml version="1.0" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n<pkg:package xmlns:pkg="${packageNamespace}">${inner.join("")}</pkg:package>`;
}

const lines = (adapter: Adapter, xml: string): string[] => {
  const reading = adapter.read({ name: "a.xml", bytes: strToU8(xml) }, limits) as Reading;
  return [
    ...reading.tokens.flatMap((token) => {
      if (token.kind === "line") return [`- ${token.text}`];
      if (token.kind !== "cell") return [];
      const doubt = token.doubt?.kind === "unreadable" ? ` ?${token.doubt.reason}` : "";
      return [`${token.at.row},${token.at.column} ${token.rowSpan}x${token.colSpan}: ${token.text}${doubt}`];
    }),
    ...reading.diagnostics.map(({ rule, args = {} }) => `! ${rule} ${Object.values(args).join(" ")}`),
  ];
};

describe("Flat OPC", () => {
  it.each(reports)("%s gives the record of its package", async (name) => {
    const bytes = new Uint8Array(readFileSync(join(corpus, name)));
    const parts = Object.entries(unzipSync(bytes)).map(([part, data]) => [part, strFromU8(data)] as const);
    const one = await convert({ name: "a.docx", bytes });
    const other = await convert({ name: "a.doc", bytes: strToU8(flat(Object.fromEntries(parts))) });
    expect(other.adapter).toBe("flat-opc");
    expect(other.report).toEqual(one.report);
    expect(other.evidence).toEqual(one.evidence);
    expect(other.diagnostics).toEqual(one.diagnostics);
  });

  it("takes the namespaces declared around its parts", () => {
    const parts = files({ body: p("甲") }) as Record<string, string>;
    const xml = flat(parts);
    const [declaration] = / xmlns:w="[^"]+"/.exec(xml)!;
    expect(
      lines(flatOpc, xml.replace(declaration, "").replace("<pkg:package", `<pkg:package${declaration}`)),
    ).toEqual(["- 甲"]);
  });

  it("is refused when it is broken, never half read", () => {
    const xml = flat(files({ body: p("甲") }) as Record<string, string>);
    expect(lines(flatOpc, xml.slice(0, -30))).toEqual(["! damaged xml"]);
    expect(lines(flatOpc, xml.replace("?>", "?><!DOCTYPE a>"))).toEqual(["! damaged doctype"]);
    expect(lines(flatOpc, `<p:package xmlns:p="${packageNamespace}"/>`)).toEqual(["! unsupported zip"]);
  });
});

describe("Word 2003 XML", () => {
  const document = (body: string, more = ""): string =>
    `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:st1="urn:schemas-microsoft-com:office:smarttags">${more}<w:body><wx:sect>${body}</wx:sect></w:body></w:wordDocument>`;
  const read = (body: string, more?: string): string[] => lines(word2003Xml, document(body, more));

  it("reads merges in both directions", () => {
    const merge = (kind: string, value: string): string => `<w:${kind} w:val="${value}"/>`;
    const body = tbl(
      tr(tc("甲", merge("vmerge", "restart")), tc("乙", '<w:gridSpan w:val="2"/>')),
      tr(tc("", "<w:vmerge/>"), tc("1", merge("hmerge", "restart")), tc("", "<w:hmerge/>")),
    );
    expect(read(body)).toEqual(["1,1 2x1: 甲", "1,2 1x2: 乙", "2,2 1x2: 1"]);
  });

  it("reads lists, also those of styles", () => {
    const lists =
      '<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/><w:suff w:val="Nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists>' +
      '<w:styles><w:style w:type="paragraph" w:default="on" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="L"><w:name w:val="heading 1"/><w:pPr><w:listPr><w:ilfo w:val="1"/></w:listPr></w:pPr></w:style></w:styles>';
    const own = px(
      r(t("总体")),
      '<w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr>',
    );
    expect(read(own + p("主动", '<w:pStyle w:val="L"/>'), lists)).toEqual(["- 一、总体", "- 二、主动"]);
  });

  it("leaves out what is hidden or deleted, and looks into smart tags", () => {
    const change = (type: string, inner: string): string =>
      `<aml:annotation aml:id="0" w:type="Word.${type}"><aml:content>${inner}</aml:content></aml:annotation>`;
    const body = px(
      r(t("收到")) +
        `<st1:chsdate w:st="on">${r(t("5"))}</st1:chsdate>` +
        r(t("9"), "<w:vanish/>") +
        change("Deletion", r("<w:delText>8</w:delText>")) +
        change("Insertion", r(t("件"))) +
        change("Comment", p("批注")),
    );
    expect(read(body)).toEqual(["- 收到5件", "! tracked-changes 1 1", "! hidden-content 1"]);
  });

  it("doubts a number whose comment disputes it", () => {
    const comment = (kind: string, id: number, inner = ""): string =>
      `<aml:annotation aml:id="${id}" aml:author="甲" w:type="Word.Comment${kind}">${inner}</aml:annotation>`;
    const said = (id: number, words: string): string =>
      `<w:r>${comment("", id, `<aml:content>${p(words)}</aml:content>`)}</w:r>`;
    const cell = (id: number, words: string): string =>
      `<w:tc>${px(comment(".Start", id) + r(t("12")) + comment(".End", id) + said(id, words))}</w:tc>`;
    const point = `<w:tc>${px(r(t("12")) + said(5, "此数有误"))}</w:tc>`;
    expect(read(tbl(tr(cell(1, "应为13"), cell(2, "已核对"), point, tc("12"))))).toEqual([
      "1,1 1x1: 12 ?note",
      "1,2 1x1: 12",
      "1,3 1x1: 12 ?note",
      "1,4 1x1: 12",
    ]);
  });

  it("sees the look of digits, and rows of no height", () => {
    const low = '<w:trPr><w:trHeight w:val="1" w:h-rule="exact"/></w:trPr>';
    const cellOf = (properties: string): string =>
      tbl(tr(low, tc("7"), tc("8")), tr(`<w:tc>${px(r(t("9"), properties))}</w:tc>`, tc("x")));
    const first = (properties: string): string => read(cellOf(properties))[0]!;
    expect(first('<w:color w:val="FFFFFF"/>')).toBe("1,1 1x1: 9 ?faint-text");
    expect(first('<w:color w:val="000080"/><w:highlight w:val="dark-blue"/>')).toBe("1,1 1x1: 9 ?faint-text");
    expect(first('<w:rFonts w:ascii="Arial" w:h-ansi="Arial"/>')).toBe("1,1 1x1: 9");
  });

  it("reads the flags of a table's style in eight digits", () => {
    const styles =
      '<w:styles><w:style w:type="table" w:styleId="h"><w:name w:val="h"/><w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:tblStylePr></w:style></w:styles>';
    const table = (look: string): string =>
      `<w:tbl><w:tblPr><w:tblStyle w:val="h"/><w:tblLook w:val="${look}"/></w:tblPr>${tr(tc("12"))}${tr(tc("x"))}</w:tbl>`;
    expect(read(table("000001E0"), styles)[0]).toBe("1,1 1x1: 12 ?faint-text");
    expect(read(table("000001C0"), styles)[0]).toBe("1,1 1x1: 12");
  });

  it("doubts a number beside the mark of a note that is not raised", () => {
    const note = `<w:footnote w:suppressRef="on">${p("注")}</w:footnote>${t("1")}`;
    const cellOf = (look: string): string =>
      tbl(tr(`<w:tc>${px(r(t("5")) + r(note, look))}</w:tc>`, tc("x")));
    expect(read(cellOf(""))[0]).toBe("1,1 1x1: 5 ?mixed-styles");
    expect(read(cellOf('<w:vertAlign w:val="superscript"/>'))[0]).toBe("1,1 1x1: 5");
  });

  it("puts notes at the end", () => {
    const note = r(`<w:footnote>${p("注")}</w:footnote>`);
    expect(read(px(r(t("5")) + note + r(t("件"))) + p("乙"))).toEqual(["- 5件", "- 乙", "- 注"]);
  });

  it("is found by its content, whatever its name", async () => {
    const text = document(p("某县2023年政府信息公开工作年度报告") + p("一、总体情况") + p("无。"));
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
    for (const bytes of [strToU8(text), strToU8(`\ufeff${text}`), utf16])
      expect((await convert({ name: "a.doc", bytes })).adapter).toBe("word-2003-xml");
    expect(word2003Xml.sniff({ name: "a.xml", bytes: strToU8("<w:wordDocument/>") })).toBe(false);
  });

  const made = mkdtempSync(join(tmpdir(), "word-2003-"));
  afterAll(() => rmSync(made, { recursive: true, force: true }));
  const office = (): boolean => {
    try {
      const inputs = reports.slice(0, 4).map((name) => join(corpus, name));
      for (const [at, input] of inputs.entries())
        execFileSync(
          "soffice",
          [
            `-env:UserInstallation=file://${made}/profile`,
            "--headless",
            "--convert-to",
            "xml:MS Word 2003 XML",
            "--outdir",
            join(made, String(at)),
            input,
          ],
          { stdio: "ignore", timeout: 60_000 },
        );
      return true;
    } catch {
      return false;
    }
  };

  it("gives the tables of the DOCX it was made from (skipped without LibreOffice)", async ({ skip }) => {
    if (!office()) skip();
    for (const [at, name] of reports.slice(0, 4).entries()) {
      const bytes = new Uint8Array(readFileSync(join(corpus, name)));
      const [file] = readdirSync(join(made, String(at)));
      const other = await convert({
        name: file!,
        bytes: new Uint8Array(readFileSync(join(made, String(at), file!))),
      });
      // LibreOffice writes no vertical merges here, so that places may differ; values may not.
      expect(other.report?.tables).toEqual((await convert({ name: "a.docx", bytes })).report?.tables);
    }
  }, 120_000);
});
