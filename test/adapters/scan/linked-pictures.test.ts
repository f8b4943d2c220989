import { describe, expect, test } from "vitest";
import { convert, read } from "../../../src/index.ts";
import type { Token } from "../../../src/model/index.ts";
import { convertWithSoffice, hasSoffice } from "../../support/soffice.ts";
import { fivesReader as ocr, pageOfFives as page } from "./page-of-fives.ts";

const base64 = Buffer.from(page).toString("base64");
const inlined = `data:image/png;base64,${base64}`;
const title = "青石市2022年政府信息公开工作年度报告";
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const html = (body: string): Uint8Array => bytesOf(`<html><body>${body}</body></html>`);

/** A saved page with its picture beside it. */
const mhtml = (body: string): Uint8Array =>
  bytesOf(
    [
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b',
      "Content-Type: text/html; charset=utf-8\nContent-Location: http://a.example/b/c.html\n",
      `<html><body>${body}</body></html>`,
      "--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\nContent-Location: http://a.example/b/1.png\n",
      base64,
      "--b--\n",
    ].join("\n"),
  );

function cells(tokens: readonly Token[]): string {
  const shown = tokens.flatMap((token) =>
    token.kind === "cell" && token.text !== ""
      ? [`${token.at.page}:${token.text}${token.doubt ? "?" : ""}`]
      : [],
  );
  return shown.join(" ");
}

const one = "1:5 1:5 1:5 1:5";
const both = `${one} 2:5 2:5 2:5 2:5`;

describe("a web page whose report is pictures that it holds is read by their pixels", () => {
  test.each([
    ["nothing else", html(`<img src="${inlined}"><img src="${inlined}">`), both],
    ["under a title", html(`<h1>${title}</h1><p><img src="${inlined}"></p>`), one],
    ["a block of its own", html(`<p>${title}</p><img style="display:block" src="${inlined}">`), one],
    ["framed by a table", html(`<table><tr><td><img src="${inlined}"></td></tr></table>`), one],
    [
      "side by side in a table",
      html(`<table><tr><td><img src="${inlined}"></td><td><img src="${inlined}"></td></tr></table>`),
      both,
    ],
    [
      "after a table of dates",
      html(
        `<table><tr><td>索引号</td><td>QS-2023-1</td><td>日期</td><td>2023</td></tr></table><img src="${inlined}">`,
      ),
      `undefined:索引号 undefined:QS-2023-1 undefined:日期 undefined:2023 ${one}`,
    ],
    ["beside an icon", html(`<img width="40" src="${inlined}"><img src="${inlined}">`), one],
    ["beside a hidden one", html(`<img style="display:none" src="${inlined}"><img src="${inlined}">`), one],
    [
      "cut by its frame",
      html(`<img style="object-fit:cover" src="${inlined}"><img src="${inlined}">`),
      "2:5 2:5 2:5 2:5",
    ],
    ["kept beside the page", mhtml(`<p>${title}</p><img src="1.png">`), one],
    ["kept beside it by its whole address", mhtml('<img src="http://a.example/b/1.png">'), one],
  ])("%s", async (name, bytes, expected) => {
    const { tokens, diagnostics } = await read({ name, bytes }, { ocr });
    expect(cells(tokens)).toBe(expected);
    const rules = diagnostics.map(({ rule }) => rule);
    expect(rules).toContain("page-recognized");
    expect(rules).not.toContain("pictures-not-read");
    expect(rules).not.toContain("pictures-elsewhere");
  });

  test("tables of both kinds are counted on", async () => {
    const bytes = html(
      `<table><tr><td>索引号</td><td>QS-1</td></tr><tr><td>日期</td><td>5月</td></tr></table><img src="${inlined}">`,
    );
    const { tokens } = await read({ name: "a.html", bytes }, { ocr });
    const starts = tokens.filter(({ kind }) => kind === "table-start");
    expect(starts.map(({ at }) => [at.table, at.page])).toEqual([
      [1, undefined],
      [2, 1],
    ]);
  });

  test("without gongkai-ocr it is said to be a picture", async () => {
    for (const bytes of [html(`<img src="${inlined}">`), mhtml('<img src="1.png">')]) {
      const { report, diagnostics } = await convert({ name: "a", bytes }, { ocr: false });
      expect(report).toBeNull();
      expect(diagnostics.map(({ rule }) => rule)).toEqual(["needs-ocr"]);
    }
  });
});

describe("a report in pictures that are only linked to is said to be in them", () => {
  const link = (name: string, more = ""): string => `<p><img src="/upload/${name}" ${more}></p>`;

  test.each([
    ["nothing else", html(link("1.jpg") + link("2.jpg")), 2],
    ["under a title", html(`<h1>${title}</h1>${link("202301.png")}`), 1],
    ["shown when it comes into view", html(`<p>${title}</p><img data-src="/1.jpg">`), 1],
    ["that lead to themselves", html(`<p>${title}</p><a href="/1.jpg"><img src="/1.jpg"></a>`), 1],
    ["not saved with the page", mhtml(`<p>${title}</p>${link("9.png")}`), 1],
    ["beside one that is held", html(`<p>${title}</p><img src="${inlined}">${link("2.jpg")}`), 1],
  ])("%s", async (name, bytes, pictures) => {
    const { diagnostics } = await read({ name, bytes }, { ocr });
    expect(diagnostics.filter(({ rule }) => rule === "pictures-elsewhere").map(({ args }) => args)).toEqual([
      { pictures },
    ]);
  });

  const logo = `<img src="/images/logo.png">${link("qrcode.jpg")}${link("ewm.png")}`;
  const small = link("1.jpg", 'width="120"');
  const figures = `<table><tr><td>项目</td><td>件数</td></tr>${["甲", "乙", "丙"].map((one) => `<tr><td>${one}</td><td>7</td></tr>`).join("")}</table>`;
  test.each([
    ["a logo and codes", `<h1>${title}</h1>${logo}`],
    ["a small picture", `<h1>${title}</h1>${small}`],
    ["a picture beside tables", `<h1>${title}</h1>${figures}${link("1.jpg")}`],
    [
      "a picture in running text",
      `<h1>${title}</h1><p>${"本年度公开政府信息若干条。".repeat(40)}</p>${link("1.jpg")}`,
    ],
    ["a page about something else", `<h1>新闻</h1>${link("1.jpg")}`],
    ["pictures that lead elsewhere", `<h1>${title}</h1><a href="/zt/">${link("1.jpg")}</a>`],
  ])("but not of a page with %s", async (name, body) => {
    const { diagnostics } = await read({ name, bytes: html(body) }, { ocr });
    expect(diagnostics).toEqual([]);
  });
});

describe.skipIf(!hasSoffice)("Word 97 documents of pictures (skipped without soffice)", () => {
  const hex = Buffer.from(page)
    .toString("hex")
    .replace(/(.{80})/gu, "$1\n");
  const inline = `\\pard {\\pict\\pngblip\\picwgoal7200\\pichgoal5040\n${hex}}\\par\n`;
  const floating = `\\pard {\\shp{\\*\\shpinst\\shpleft0\\shptop0\\shpright7200\\shpbottom5040\\shpwr1{\\sp{\\sn shapeType}{\\sv 75}}{\\sp{\\sn pib}{\\sv {\\pict\\pngblip\n${hex}}}}}}x\\par\n`;
  const files = Object.entries({
    inline: inline + inline,
    floating,
  }).map(([name, body]) => [`${name}.rtf`, bytesOf(`{\\rtf1\\ansi ${body}}`)] as const);

  test("in lines, floating", async () => {
    const written = convertWithSoffice(Object.fromEntries(files), "doc");
    const found: Record<string, string> = {};
    for (const [name, bytes] of written) found[name] = cells((await read({ name, bytes }, { ocr })).tokens);
    expect(found).toEqual({ inline: both, floating: one });
  }, 60_000);
});
