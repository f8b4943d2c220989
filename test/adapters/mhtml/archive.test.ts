import { describe, expect, it } from "vitest";
import { mhtml } from "../../../src/adapters/mhtml/index.ts";
import { convert, defaultLimits } from "../../../src/index.ts";
import { detect } from "../../../src/adapters/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { sampleMisread, samplesOf } from "../../support/samples.ts";

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const read = (text: string): Reading =>
  mhtml.read({ name: "a", bytes: bytesOf(text) }, defaultLimits) as Reading;
const lines = (text: string): string[] => {
  const { tokens, diagnostics } = read(text);
  return [
    ...tokens.flatMap((token) => (token.kind === "line" || token.kind === "cell" ? [token.text] : [])),
    ...diagnostics.map(({ rule, args }) => `! ${rule} ${Object.values(args ?? {}).join(" ")}`.trim()),
  ];
};

interface Piece {
  readonly head: string;
  readonly body: string;
}

const page = (body: string, head = ""): Piece => ({
  head: `Content-Type: text/html; charset=utf-8${head}`,
  body,
});
const archive = (pieces: readonly Piece[], type = "", end = "--X--\r\n"): string =>
  `From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="X"${type}\r\n\r\nold readers see this\r\n` +
  pieces.map(({ head, body }) => `--X\r\n${head}\r\n\r\n${body}\r\n`).join("") +
  end;

describe("a workbook as Excel saves it for the web", () => {
  const sheet = (text: string, options = ""): string =>
    `<html><head><xml><x:WorksheetOptions>${options}</x:WorksheetOptions></xml></head><body><table><tr><td>a<td>${text}</table></body></html>`;
  const source = (name: string): string =>
    `<x:ExcelWorksheet><x:WorksheetSource HRef="a.files/${name}"/></x:ExcelWorksheet>`;
  const frames =
    '<frameset rows="*,39"><frame src="a.files/s1.htm"><frame src="a.files/tabs.htm"><noframes>no frames</noframes></frameset>';
  const at = (name: string): string => `\r\nContent-Location: file:///C:/a/${name}`;

  it("shows all sheets but those that are hidden, and no tabs", () => {
    const main = `<head><xml>${["s1.htm", "s2.htm", "s3.htm"].map(source).join("")}</xml></head>${frames}`;
    const pieces = [
      page(`<html>${main}</html>`, at("a.htm")),
      page(sheet("1"), at("a.files/s1.htm")),
      page(sheet("2"), at("a.files/s2.htm")),
      page(sheet("3", "<x:Visible>SheetHidden</x:Visible>"), at("a.files/s3.htm")),
      page("<p>Sheet1 Sheet2</p>", at("a.files/tabs.htm")),
    ];
    expect(lines(archive(pieces))).toEqual(["a", "1", "a", "2", "! hidden-content 1"]);
  });

  it("without the folder beside it names what is missing", async () => {
    const bytes = bytesOf(`<html><head></head>${frames}</html>`);
    const { report, diagnostics } = await convert({ name: "a.xls", bytes });
    expect(report).toBeNull();
    expect(diagnostics.map(({ rule, args }) => [rule, args?.["part"]])).toEqual([
      ["missing-part", "a.files/s1.htm"],
      ["missing-part", "a.files/tabs.htm"],
      ["not-a-report", undefined],
    ]);
  });
});

describe("one page", () => {
  it.each([
    [
      "quoted-printable, gb2312 said by the part only",
      {
        head: 'Content-Type: text/html;\r\n charset="gb2312"\r\nContent-Transfer-Encoding: quoted-printable',
        body: "<p>=B1=A8=\r\n=B8=E6 1=3D1 =zz</p>",
      },
      "报告 1=1 =zz",
    ],
    [
      "base64 over several lines",
      {
        head: "Content-Type: text/html\r\nContent-Transfer-Encoding: BASE64",
        body: "PHA+5oql\r\n5ZGKPC9w\r\nPg==",
      },
      "报告",
    ],
    ["bytes as they are", page("<p>\u00e6\u008a\u00a5</p>"), "报"],
  ])("%s", (_, piece, text) => {
    expect(lines(archive([piece]))).toEqual([text]);
  });

  it("a message without parts", () => {
    expect(lines("MIME-Version: 1.0\nContent-Type: text/html\n\n<p>1</p>")).toEqual(["1"]);
  });

  it("parts inside a part", () => {
    const inner = `--Y\r\nContent-Type: text/html\r\n\r\n<p>1</p>\r\n--Y--`;
    expect(
      lines(archive([{ head: "Content-Type: multipart/alternative; boundary=Y", body: inner }])),
    ).toEqual(["1"]);
  });
});

describe("several parts", () => {
  it("begins with the page that start names, else with the first", () => {
    const pieces = [page("<p>1</p>", "\r\nContent-ID: <a@b>"), page("<p>2</p>", "\r\nContent-ID: <c@d>")];
    expect(lines(archive(pieces))).toEqual(["1"]);
    expect(lines(archive(pieces, ';\r\n\tstart="<c@d>"'))).toEqual(["2"]);
  });

  it("begins with a page that is not attached", () => {
    const pieces = [page("<p>1</p>", "\r\nContent-Disposition: attachment"), page("<p>2</p>")];
    expect(lines(archive(pieces))).toEqual(["2"]);
    expect(lines(archive(pieces.slice(0, 1)))).toEqual(["1"]);
  });

  it.each([' style="display:none"', " hidden", ' height="0"'])("a frame with%s is not seen", (look) => {
    const pieces = [
      page(`<iframe${look} src="http://a.example/b.htm"></iframe><p>1</p>`),
      page("<p>9</p>", "\r\nContent-Location: http://a.example/b.htm"),
    ];
    expect(lines(archive(pieces))[0]).toBe("1");
  });

  it("uses the style sheets it holds", () => {
    const pieces = [
      page('<link rel="stylesheet" href="cid:s@x"><table><tr><td>1<b class=h>9</b></td></tr></table>'),
      { head: "Content-Type: text/css\r\nContent-ID: <s@x>", body: ".h { display: none }" },
    ];
    expect(lines(archive(pieces))).toEqual(["1", "! hidden-content 1"]);
  });

  it.each(['media="print"', 'rel="alternate stylesheet"', "disabled"])(
    "but not one that the screen does not use: %s",
    (said) => {
      const rel = said.startsWith("rel") ? "" : 'rel="stylesheet" ';
      const pieces = [
        page(`<link ${rel}${said} href="cid:s@x"><table><tr><td>1<b class=h>9</b></td></tr></table>`),
        { head: "Content-Type: text/css\r\nContent-ID: <s@x>", body: ".h { display: none }" },
      ];
      expect(lines(archive(pieces))).toEqual(["19"]);
    },
  );

  it("reads frames in their place, once each", () => {
    const at = (name: string): string => `\r\nContent-Location: http://a.example/${name}`;
    const pieces = [
      page(
        '<frameset><frame src="b.htm"><frame src="c.htm"><frame src="b.htm"></frameset><noframes>9</noframes>',
        at("a.htm"),
      ),
      page("<html><body><p>1</p></body></html>", at("b.htm")),
      page('<p>2</p><iframe src="http://a.example/d.htm"></iframe>', at("c.htm")),
      page("<p>3</p>", at("d.htm")),
    ];
    expect(lines(archive(pieces))).toEqual(["1", "2", "3"]);
  });
});

describe("what it is not", () => {
  it("a file cut short is told, one that only lacks its last boundary is read", () => {
    expect(lines(archive([page("<p>1</p><table><tr><td>2")], "", ""))).toEqual(["! truncated mhtml"]);
    expect(lines(archive([page("<html><p>1</p></html>")], "", ""))).toEqual(["1"]);
  });

  it("a mail without a page", () => {
    expect(lines(archive([{ head: "Content-Type: text/plain", body: "1" }]))).toEqual(["! unsupported mail"]);
  });

  it("is told by content, not by name", () => {
    const name = (text: string): string | undefined => detect({ name: "a.doc", bytes: bytesOf(text) })?.id;
    expect(name(archive([page("")]))).toBe("mhtml");
    expect(name("Note: 1\n\nMIME-Version: 1.0\n")).toBe("text");
    expect(name("<html><p>1")).toBe("html");
  });
});

describe.skipIf(samplesOf("mht").length === 0)("samples (skipped without ../shared/samples)", () => {
  it.each(samplesOf("mht"))("%s: all cells are right", async (name) => {
    const { adapter, cells, misread } = await sampleMisread("mht", name);
    expect(adapter).toBe("mhtml");
    expect(cells).toBeGreaterThan(180);
    expect(misread).toEqual([]);
  });
});
