import { spawnSync } from "node:child_process";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import {
  drawReport,
  layOut,
  placeCells,
  plain,
  renderDocx,
  renderHtml,
  renderPortalHtml,
  renderText,
  splitLongTable,
} from "./index.ts";
import type { DocxOptions, FormBlock, TextOptions } from "./index.ts";
import { squeezed, tablesOfBlocks, tablesOfHtml } from "./tables-of-html.ts";

// Each rendering is read back by a program this project did not write.
const varied = [3, 17, 40, 91, 204].map((seed) => drawReport(seed, { labels: 0.4, notations: 0.3 }));

describe("html, read by parse5", () => {
  it.each([{}, { tableHead: true }, { encoding: "gb18030" }] as const)("clean %j", (options) => {
    for (const truth of varied) {
      const html = decode(
        renderHtml(layOut(truth), options),
        "encoding" in options ? options.encoding : "utf-8",
      );
      expect(tablesOfHtml(html)).toEqual(tablesOfBlocks(layOut(truth)));
    }
  });

  it.each(["utf-8", "gb18030"] as const)("portal page in %s, behind its own head table", (encoding) => {
    for (const truth of varied) {
      const html = decode(renderPortalHtml(layOut(truth), truth, { encoding }), encoding);
      expect(squeezed(tablesOfHtml(html).slice(1))).toEqual(squeezed(tablesOfBlocks(layOut(truth))));
    }
  });
});

describe("docx, read by mammoth", () => {
  const options: DocxOptions[] = [
    {},
    { writer: "wps" },
    { splitRuns: true },
    { contentControls: true },
    { trackedChanges: true },
    {
      writer: "wps",
      splitRuns: true,
      trackedChanges: true,
      contentControls: true,
      landscape: true,
      borders: false,
    },
  ];
  it.each(options)("%j", async (option) => {
    for (const truth of varied) {
      const { value: html } = await mammoth.convertToHtml({
        buffer: Buffer.from(renderDocx(layOut(truth), option)),
      });
      expect(trimmed(tablesOfHtml(html))).toEqual(trimmed(tablesOfBlocks(layOut(truth))));
    }
  });

  it("two tables with repeated headers stand for table 3", async () => {
    const blocks = splitLongTable(layOut(varied[0]!), 7);
    const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(renderDocx(blocks)) });
    expect(tablesOfHtml(html).length).toBe(4);
    expect(trimmed(tablesOfHtml(html))).toEqual(trimmed(tablesOfBlocks(blocks)));
  });

  it("automatic numbers are in numbering.xml and not in the text", () => {
    const parts = unzipSync(
      renderDocx(layOut(drawReport(1, { ...plain, year: 2022 })), { numbering: "all" }),
    );
    const document = strFromU8(parts["word/document.xml"]!);
    expect(document).not.toContain("一、");
    expect(document).not.toContain("1.属于国家秘密");
    expect(document).toContain("属于国家秘密");
    expect(strFromU8(parts["word/numbering.xml"]!)).toContain('<w:lvlText w:val="（%1）"/>');
  });

  it("automatic numbers, counted list by list, give the printed enumerators back", () => {
    for (const truth of varied) {
      const parts = unzipSync(renderDocx(layOut(truth), { numbering: "all" }));
      const numbered = (block: FormBlock): string[] => {
        if (block.kind === "heading") return block.level > 0 ? [block.text] : [];
        if (block.kind === "paragraph") return [];
        return block.rows
          .flat()
          .flatMap(({ role, text }) => (role === "label" || role === "group" ? [text] : []));
      };
      const wanted = layOut(truth)
        .flatMap(numbered)
        .flatMap(
          (text) => /^([一二三四五六七八九]、|（[一二三四五六七八九]）|[1-9][.、．])/.exec(text)?.[0] ?? [],
        );
      expect(
        enumerators(strFromU8(parts["word/document.xml"]!), strFromU8(parts["word/numbering.xml"]!)),
      ).toEqual(wanted);
    }
  });

  it("the same truth gives the same bytes", () => {
    expect(renderDocx(layOut(varied[0]!))).toEqual(renderDocx(layOut(varied[0]!)));
  });
});

const pandoc = spawnSync("pandoc", ["--version"]).status === 0;

describe.skipIf(!pandoc)("text, read by pandoc (skipped where pandoc is not installed)", () => {
  const cases: ["pandoc-simple" | "pandoc-multiline" | "markdown-pipe", TextOptions][] = [
    ["pandoc-simple", {}],
    ["pandoc-simple", { ruled: false }],
    ["pandoc-multiline", {}],
    ["pandoc-multiline", { ruled: false }],
    ["markdown-pipe", {}],
    ["markdown-pipe", { covered: "repeated" }],
    ["markdown-pipe", { edges: "none", lineBreak: " " }],
    ["markdown-pipe", { edges: "end" }],
    ["markdown-pipe", { header: "blank" }],
  ];
  it.each(cases)("%s %j", (layout, options) => {
    for (const seed of [2, 5, 12]) {
      const blocks = layOut(drawReport(seed, { ...plain, labels: 0.4 }));
      const text = renderText(blocks, layout, options);
      const result = spawnSync("pandoc", ["-f", "markdown-smart", "-t", "html"], {
        input: text,
        encoding: "utf-8",
      });
      const tables = squeezed(tablesOfHtml(result.stdout)).map((rows) =>
        rows.map((row) => row.map(([cell]) => cell)),
      );
      const blankHeader = options.header === "blank";
      expect(
        blankHeader
          ? tables.map((rows) => rows.slice(rows[0]!.every((cell) => cell === "") ? 1 : 0))
          : tables,
      ).toEqual(flattened(blocks, options.covered === "repeated"));
    }
  });
});

const docutils = spawnSync("python3", ["-c", "import docutils"]).status === 0;

describe.skipIf(!docutils)(
  "grid tables with spans, read by docutils (skipped where docutils is not installed)",
  () => {
    it.each([{}, { ruled: false }, { columnWidth: 12 }])("%j", (options) => {
      for (const truth of varied) {
        const blocks = layOut(truth);
        const result = spawnSync("python3", ["-c", readGrids], {
          input: renderText(blocks, "pandoc-grid", options),
          encoding: "utf-8",
        });
        expect(JSON.parse(result.stdout)).toEqual(squeezed(tablesOfBlocks(blocks)));
      }
    });
  },
);

const readGrids = `
import json, re, sys
from docutils.parsers.rst.tableparser import GridTableParser
from docutils.statemachine import StringList
tables = []
for block in re.findall(r'(?:^[+|].*\\n)+', sys.stdin.read(), re.M):
    lines = StringList(block.rstrip('\\n').split('\\n'), 'grid')
    lines.pad_double_width('\\x00')
    _, head, body = GridTableParser().parse(lines)
    text = lambda cell: re.sub(r'[\\s\\x00]', '', ''.join(cell[3]))
    tables.append([[[text(cell), cell[0] + 1, cell[1] + 1] for cell in row if cell] for row in head + body])
print(json.dumps(tables))
`;

/** What a word processor would print before each numbered paragraph. */
function enumerators(document: string, numbering: string): string[] {
  const levels = [
    ...numbering.matchAll(
      /<w:start w:val="(\d)"\/><w:numFmt w:val="(\w+)"\/>.*?<w:lvlText w:val="(.*?)"\/>/g,
    ),
  ];
  const counted = new Map<number, number>();
  return [...document.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map((match) => {
    const list = Number(match[1]) - 1;
    const [, start, format, pattern] = levels[list]!;
    const value = counted.get(list) ?? Number(start);
    counted.set(list, value + 1);
    return pattern!.replace("%1", format === "decimal" ? String(value) : "一二三四五六七八九"[value - 1]!);
  });
}

function flattened(blocks: readonly FormBlock[], repeated: boolean): string[][][] {
  return blocks.flatMap((block) =>
    block.kind !== "table"
      ? []
      : [
          placeCells(block).map((row, at) =>
            row.map((cell, column) =>
              repeated || (cell.row === at && cell.column === column) ? cell.text.replace(/\s/g, "") : "",
            ),
          ),
        ],
  );
}

/** mammoth drops blank text at the ends of cells. */
function trimmed(tables: ReturnType<typeof tablesOfHtml>): ReturnType<typeof tablesOfHtml> {
  return tables.map((rows) =>
    rows.map((row) => row.map(([text, ...spans]) => [text.trim(), ...spans] as const)),
  );
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
