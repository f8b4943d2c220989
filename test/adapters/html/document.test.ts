import { existsSync, readFileSync } from "node:fs";
import fc from "../../support/fast-check.ts";
import { describe, expect, it } from "vitest";
import { html } from "../../../src/adapters/html/index.ts";
import { bottom, foot, page, report, title, tools, top } from "./page.ts";
import { limits, lines, print, read } from "./print.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Uint16Array.from(text, (c) => c.charCodeAt(0)).buffer);
const sniff = (bytes: string | Uint8Array, name = "report") =>
  html.sniff({ name, bytes: typeof bytes === "string" ? utf8(bytes) : bytes });

describe("sniff", () => {
  it.each([
    ["a page", page(report)],
    [
      "a page after a mark and comments",
      "\uFEFF<!-- saved from url=(0014)about:internet -->\r\n <!DOCTYPE html><html>",
    ],
    ["upper case", "<HTML><HEAD>"],
    [
      "XHTML",
      '<?xml version="1.0" encoding="gb2312"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN"><html>',
    ],
    ["a bare table", "<table><tr><td>1</table>"],
    ["a bare row", "<tr><td>1"],
    ["bare paragraphs", "<p class=MsoNormal>一</p>"],
    ["a bare div", "\n<div id=zoom>一"],
    ["text before many tags", "青石镇年度报告" + "<p>一</p>".repeat(5)],
    ["Markdown with a table of tags", "# 青石镇\n\n<table><tr><td>1</td></tr></table>\n"],
  ])("knows %s", (_, text) => {
    expect(sniff(text)).toBe(true);
    expect(sniff(utf16(text))).toBe(true);
    expect(sniff(utf16("\uFEFF" + text.replace("\uFEFF", "")))).toBe(true);
  });

  it.each([
    ["plain text", "一、总体情况\n\t规章\t1\n"],
    ["Markdown with a comment", "# 青石镇\n\n<!-- 第1页 -->\n\n| 规章 | 1 |\n-->\n"],
    ["Markdown with forced lines", "# 青石镇\n\n| 规章<br>文件 | 1 |\n| 甲<br>乙 | 2 |\n".repeat(9)],
    ["text with a tag after its first words", "青石镇<b>年度</b>报告\n"],
    ["text with a sign", "数量 <10 件，>5 件"],
    ["PDF", "%PDF-1.4\n<<>>"],
    ["RTF", "{\\rtf1 <p>}"],
    ["other XML", '<?xml version="1.0"?><w:document xmlns:w="x"><w:p/></w:document>'],
    ["nothing", ""],
  ])("leaves %s alone", (_, text) => {
    expect(sniff(text)).toBe(false);
  });

  it("trusts the name only where the bytes cannot tell", () => {
    expect(sniff("青石镇<custom>一</custom>", "a.HTML")).toBe(true);
    expect(sniff("青石镇<custom>一</custom>", "a.txt")).toBe(false);
    expect(sniff("一、总体情况", "a.html")).toBe(false);
  });
});

describe("text with tables of tags", () => {
  it("keeps its lines", () => {
    const text =
      "# 青石镇年度报告\n\n一、总体情况\n办理5件\n\n## 二、其他\n<table>\n<tr><td>甲</td>\n<td>1</td></tr></table>\n\n三、其他情况 A < B\n";
    const { tokens } = html.read({ name: "report.md", bytes: utf8(text) }, limits) as ReturnType<typeof read>;
    expect(lines(tokens)).toEqual([
      "#青石镇年度报告",
      "一、总体情况",
      "办理5件",
      "##二、其他",
      "[",
      "|甲|1|",
      "]",
      "三、其他情况 A < B",
    ]);
    expect(tokens.map(({ at }) => at.line)).toEqual([1, 3, 4, 6, 8, 8, 8, 9, 8, 11]);
  });
});

describe("encodings", () => {
  const declared = (charset: string) => page(report).replace('charset="utf-8"', `charset=${charset}`);

  it("follows the bytes, not the claim", () => {
    const { encoding, diagnostics } = read(declared("gb2312"));
    expect([encoding, ...diagnostics.map(({ rule }) => rule)]).toEqual(["utf-8", "charset-mismatch"]);
    expect(read(utf16("\uFEFF" + page(report))).encoding).toBe("utf-16le");
  });

  it("reads GBK with and without a claim", () => {
    const bytes = Uint8Array.of(
      0x3c,
      0x70,
      0x3e,
      0xd2,
      0xbb,
      0xa1,
      0xa2,
      0xd7,
      0xdc,
      0xcc,
      0xe5,
      0xc7,
      0xe9,
      0xbf,
      0xf6,
    );
    expect(print(bytes)).toBe("一、总体情况");
    expect(read(bytes).encoding).toBe("gb18030");
    const claim = utf8('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">');
    expect(print(Uint8Array.from([...claim, ...bytes]))).toBe("一、总体情况");
  });
});

describe("outcomes", () => {
  it.each([
    ["no bytes", "", "error empty"],
    ["no text", "<html><body><script>1</script></body></html>", "error empty"],
    ["bytes of no text", "<p>" + "\x01\x02\x03\x04".repeat(20), "error unsupported binary"],
  ])("of %s", (_, text, outcome) => {
    expect(print(text)).toBe(outcome);
  });

  it("of pages beyond a limit", () => {
    expect(print(report, { maximumBytes: 10 })).toBe("error too-large bytes 10");
    expect(print("<div>".repeat(100_000), { maximumDepth: 200 })).toBe("error too-large depth 200");
    expect(print("<table>" + "<tr><td>1<td>2".repeat(60), { maximumCells: 100 })).toBe(
      "error too-large cells 100",
    );
    expect(print("<table>" + "<tr><td colspan=1000>1<td colspan=1000>2".repeat(60))).toBe(
      "error too-large cells 100000",
    );
    const reopened =
      "<p>" + Array.from({ length: 200 }, (_, i) => `<font size=${i}>`).join("") + "</p><p>1".repeat(2000);
    expect(print(reopened)).toMatch(/^error too-large elements/);
  });

  it("of more elements beside each other than a call takes arguments", () => {
    const text =
      "<style>.old{display:none}</style>一<table><tr><td>1<td>2</table>" + "<b></b>".repeat(200_000);
    expect(print(text)).toBe("一\n[\n|1|2|\n]");
  });

  it("of deep but allowed nesting", () => {
    const deep = 40_000;
    const text = "<div>".repeat(deep) + "一" + "<table><tr><td>1<td>2</table>";
    expect(print(text, { maximumDepth: 50_000 })).toBe("一\n[\n|1|2|\n]");
    const nested = "<table><tr><td>一<td>".repeat(2000) + "1";
    expect(print(nested, { maximumDepth: 50_000 })).toContain("一");
  });

  it("are typed for every mutant of a page", () => {
    const whole = page(
      `${top}<div><h1>${title}</h1>${tools}<div class=TRS_Editor>${report}</div>${bottom}</div>${foot}`,
    );
    const parts = whole.match(/<[^>]*>|[^<]+/g)!;
    const pieces = [
      "<table>",
      "</table>",
      "<tr>",
      "<td rowspan=9 colspan=7>",
      "</td>",
      "<td",
      "<!--",
      "<p>",
      "<svg>",
      "<template>",
      "<select>",
      "<br>",
      "<sup>2</sup>",
      "<s>",
      "<script>",
      "<b><div>",
      "\u202e",
      "&nbsp;",
      "\0",
      '"',
      "<frameset>",
      "<bdo dir=rtl>",
      "<style>",
      "<a>",
      "<td style='display:none'>3",
    ];
    const edit = fc.tuple(
      fc.nat(parts.length - 1),
      fc.nat(parts.length - 1),
      fc.option(fc.constantFrom(...pieces)),
      fc.nat(3),
    );
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        const mutant = [...parts];
        for (const [at, other, piece, kind] of edits) {
          if (kind === 0) mutant.splice(at, 1);
          else if (kind === 1) mutant.splice(at, 0, mutant[other] ?? "");
          else if (kind === 2) mutant.splice(at, 0, piece ?? "<div>");
          else mutant[at] = (mutant[at] ?? "").slice(0, other % 7);
        }
        const { tokens, diagnostics } = read(mutant.join(""));
        expect(tokens.length > 0 || diagnostics.some(({ severity }) => severity === "error")).toBe(true);
        expect(wellFormed(tokens)).toBe(true);
      }),
      { numRuns: 800, seed: 20210131 },
    );
  });

  it("are typed for every bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        html.sniff({ name: "x", bytes });
        expect(wellFormed(read(bytes).tokens)).toBe(true);
      }),
    );
  });
});

/** Tables open and close in turn, cells stand in rows, and no two cells of a table overlap. */
function wellFormed(tokens: ReturnType<typeof read>["tokens"]): boolean {
  let taken: Set<string> | undefined;
  let row = 0;
  for (const token of tokens) {
    if (
      token.kind === "line" ? taken !== undefined : (token.kind === "table-start") !== (taken === undefined)
    )
      return false;
    if (token.kind === "table-start") [taken, row] = [new Set(), 0];
    if (token.kind === "row") row++;
    if (token.kind === "table-end") taken = undefined;
    if (token.kind !== "cell") continue;
    for (let y = row; y < row + token.rowSpan; y++) {
      for (let x = token.column!; x < token.column! + token.colSpan; x++) {
        if (taken!.has(`${y} ${x}`)) return false;
        taken!.add(`${y} ${x}`);
      }
    }
  }
  return taken === undefined;
}

const shared = new URL("../../../../shared/", import.meta.url);

describe.skipIf(!existsSync(shared))("real reports (skipped where ../shared is absent)", () => {
  const forms = () =>
    JSON.parse(readFileSync(new URL("templates.json", shared), "utf8")).families as Family[];
  interface Family {
    readonly id: string;
    readonly tables: readonly {
      readonly id: string;
      readonly grid?: readonly (readonly { rs: number; cs: number }[])[];
    }[];
  }

  /** Spans of every cell, a row a line: the shape alone. */
  const shape = (id: string) => {
    const grid = forms()
      .flatMap(({ tables }) => tables)
      .find((table) => table.id === id)!.grid!;
    return grid.map((row) => row.map(({ rs, cs }) => `${rs}x${cs}`).join(" "));
  };
  const shapes = (file: string) => {
    const bytes = new Uint8Array(readFileSync(new URL(`corpus/${file}/report.html`, shared)));
    const { tokens, diagnostics } = html.read({ name: file, bytes }, limits) as ReturnType<typeof read>;
    const tables: string[][] = [];
    for (const token of tokens) {
      if (token.kind === "table-start") tables.push([]);
      if (token.kind === "row") tables.at(-1)!.push("");
      if (token.kind === "cell")
        tables.at(-1)![tables.at(-1)!.length - 1] += ` ${token.rowSpan}x${token.colSpan}`;
    }
    return { tables: tables.map((rows) => rows.map((row) => row.trim())), lines: lines(tokens), diagnostics };
  };

  it("reads the tables of the 2019 form", () => {
    const { tables, diagnostics } = shapes("2019-shanghai-office");
    expect(tables.slice(1)).toEqual([shape("f3.t3"), shape("f3.t4")]);
    expect(tables[0]!.map((row) => row.split(" ").length)).toEqual(
      shape("f3.t2").map((row) => row.split(" ").length),
    );
    expect(diagnostics).toEqual([]);
  });

  it("reads the tables of the 2021 form", () => {
    const { tables, diagnostics } = shapes("2025-hangzhou-style");
    expect(tables[0]).toEqual(shape("f4.t2"));
    expect(tables[1]!.slice(3)).toEqual(shape("f4.t3").slice(3));
    expect(tables[2]!.at(-1)).toBe(shape("f4.t4").at(-1));
    expect(diagnostics).toEqual([]);
  });

  it("leaves text and Markdown to others", () => {
    for (const file of [
      "2020-miaoergou/report.txt",
      "2025-shanghai-office/report.txt",
      "2014-pingtan/report.txt",
      "2018-pingtan/report.txt",
      "2020-pingtan/report.txt",
      "2024-pingtan/report.txt",
      "2025-shuyang-county/report.md",
    ]) {
      expect(sniff(new Uint8Array(readFileSync(new URL(`corpus/${file}`, shared))), file)).toBe(false);
    }
  });
});
