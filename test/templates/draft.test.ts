import { afterAll, describe, expect, test } from "vitest";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { convert, parseTemplate, read, rebuild, serializeTemplate, templates } from "../../src/index.ts";
import { draftTemplate } from "../../src/cli/draft/index.ts";
import { draftText } from "../../src/cli/draft/text.ts";
import {
  drawReport,
  layOut,
  plain,
  renderDocx,
  renderHtml,
  renderTextFile,
} from "../support/factory/index.ts";
import { folder, gongkai } from "../cli/command-line.ts";
import { example, exampleDocuments } from "./example.ts";

const official = layOut(drawReport(7, { ...plain, year: 2023, scale: "city" }));
const root = folder({
  ...exampleDocuments(),
  "report.html": renderHtml(example),
  "tabs.txt": renderTextFile(example, "leading-tab"),
  "official.docx": renderDocx(official),
  "prose.txt": "一、概述\n今天天气很好。\n",
});
afterAll(() => rmSync(root, { recursive: true }));

async function draft(name: string): Promise<string> {
  const { code, out, err } = await gongkai(["template", "draft", join(root, name)]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return out;
}

/** As the user leaves it after taking every proposed rule. */
function uncommented(text: string): string {
  return text.replace(/^# (rules:| {2}- )/gmu, "$1");
}

test("columns with groups, rows with groups and enumerators, types, units, sums", async () => {
  const lines = (await draft("report.docx")).split("\n").map((line) => line.trim());
  expect(lines).toContain('- { key: "c1", label: "警告", group: ["处罚种类"], type: "count" }');
  expect(lines).toContain('- { key: "c6", label: "罚没金额（万元）", type: "amount", unit: "万元" }');
  expect(lines).toContain(
    '- { key: "r2", label: "撤销或变更", enumerator: "（二）", group: ["一、行政复议"] }',
  );
  expect(
    lines.filter((line) => line.startsWith("#   -")).map((line) => /expression: "(.*)"/.exec(line)?.[1]),
  ).toEqual(["c1 + c2 + c3 + c4 == c5", "r1 + r2 + r3 + r4 == r5", "r5 + r6 == r7"]);
});

test("every format of one report gives the same draft", async () => {
  const drafts = await Promise.all(["report.docx", "report.txt", "report.html", "tabs.txt"].map(draft));
  const withoutName = new Set(drafts.map((text) => text.replace(/^.*\n/u, "")));
  expect(withoutName.size).toBe(1);
});

test("a draft is a template that reads its own report whole", async () => {
  const { template, problems } = parseTemplate(uncommented(await draft("report.docx")), "draft.yaml");
  expect(problems).toEqual([]);
  const source = { name: "report.docx", bytes: exampleDocuments()["report.docx"]! };
  const { report, diagnostics } = await convert(source, { templates: [template!] });
  expect(report?.tables).toMatchObject({
    t1: { r1: { c1: 12, c6: 48.65 }, r4: { c4: null } },
    t2: { r8: { c1: 214, c2: null } },
  });
  expect(diagnostics.filter(({ severity }) => severity !== "notice")).toEqual([]);
});

test("the draft of an official report has the official cells", async () => {
  const { template } = parseTemplate(uncommented(await draft("official.docx")), "draft.yaml");
  const shape = (of: (typeof templates)[number]) =>
    of.tables.map(({ blocks }) => blocks.map(({ rows, columns }) => `${rows.length} × ${columns.length}`));
  expect(shape(template!)).toEqual(shape(templates.find(({ id }) => id === "2021")!));
  const labels = (of: (typeof templates)[number]) =>
    of.tables[1]!.blocks[0]!.rows.map(({ enumerator, label, group }) => [...group, enumerator + label]);
  expect(labels(template!)).toEqual(labels(templates.find(({ id }) => id === "2021")!));
  const { diagnostics } = await convert(
    { name: "o.docx", bytes: renderDocx(official) },
    { templates: [template!] },
  );
  expect(diagnostics.filter(({ severity }) => severity !== "notice")).toEqual([]);
});

test("a draft reads next year's report of another office, ticks last in the rows, without a doubt", async () => {
  const report = (office: string, year: number, fine: string) =>
    new TextEncoder().encode(
      `<meta charset="utf-8"><h1>${office}${year}年行政处罚统计表</h1><table><tr><th>项目</th><th>上半年</th><th>下半年</th><th>是否公开</th></tr>
<tr><td>警告</td><td>12</td><td>5</td><td>☑是 □否</td></tr><tr><td>罚款</td><td>${fine}</td><td>8</td><td>□是 ☑否</td></tr></table>`,
    );
  const { tokens } = await read({ name: "a.html", bytes: report("青石市城市管理局", 2022, "7") });
  const { template } = draftTemplate(rebuild(tokens), "a.html")!;
  expect(serializeTemplate(template)).not.toMatch(/青石市|2022年/u);
  const next = { name: "b.html", bytes: report("清溪县水务局", 2023, "1,205") };
  const { report: read2023, diagnostics } = await convert(next, { templates: [template] });
  expect(read2023?.tables["t1"]).toMatchObject({ r2: { c1: 1205, c2: 8, c3: "o2" } });
  expect(diagnostics.filter(({ severity }) => severity !== "notice")).toEqual([]);
});

test("a document without tables gives no draft", async () => {
  const { code, err } = await gongkai(["template", "draft", join(root, "prose.txt")]);
  expect({ code, err }).toEqual({
    code: 2,
    err: `gongkai: ${join(root, "prose.txt")} has no table to draft a template from\n`,
  });
});

describe("values are no labels", () => {
  const page = (rows: readonly (readonly string[])[]): Uint8Array =>
    new TextEncoder().encode(
      `<meta charset="utf-8"><h1>青石市统计局2024年度网站工作年度报表</h1><p>一、基本情况</p><table>${rows
        .map(
          (cells) =>
            `<tr>${cells.map((cell) => (cell.startsWith("<") ? cell : `<td>${cell}</td>`)).join("")}</tr>`,
        )
        .join("")}</table>`,
    );
  const across = (text: string) => `<td colspan="2">${text}</td>`;

  /** The draft as labels, the blocks' columns before their rows; and what it reads in its own report. */
  async function drafted(rows: readonly (readonly string[])[]) {
    const bytes = page(rows);
    const { tokens } = await read({ name: "a.html", bytes });
    const { template } = draftTemplate(rebuild(tokens), "a.html")!;
    expect(parseTemplate(serializeTemplate(template), "draft.yaml").problems).toEqual([]);
    const { report } = await convert({ name: "a.html", bytes }, { templates: [template] });
    return {
      blocks: template.tables.map((table) =>
        table.blocks.map(({ columns, rows }) => [
          columns.map(({ label, type }) => `${label} ${type}`),
          rows.map(({ label, type }) => (type ? `${label} ${type}` : label)),
        ]),
      ),
      tables: report?.tables,
    };
  }

  test("texts, dates, ticks and addresses among numbers", async () => {
    const { blocks, tables } = await drafted([
      ["项目", "内容"],
      ["机构名称", "青石市统计局"],
      ["信息发布总数", "120"],
      ["开设日期", "2021年3月5日"],
      ["是否设立专栏", "☑是 □否"],
      ["首页网址", "http://www.example.gov.cn"],
      ["解读形式", "☑图解 ☑视频 □访谈"],
      ["留言数量", "18"],
    ]);
    expect(blocks).toEqual([
      [
        [
          ["内容 count"],
          [
            "机构名称 text",
            "信息发布总数",
            "开设日期 date",
            "是否设立专栏 choice",
            "首页网址 text",
            "解读形式 choice",
            "留言数量",
          ],
        ],
      ],
    ]);
    expect(tables).toMatchObject({
      t1: {
        r1: { c1: "青石市统计局" },
        r2: { c1: 120 },
        r3: { c1: "2021-03-05" },
        r4: { c1: "o1" },
        r6: { c1: ["o1", "o2"] },
        r7: { c1: 18 },
      },
    });
  });

  test("columns of ticks and of words, rows that are counted", async () => {
    const { blocks } = await drafted([
      ["序号", "名称", "数量", "是否公开", "责任科室"],
      ["1", "行政许可", "12", "√是 □否", "综合科"],
      ["2", "行政处罚", "7", "□是 √否", "法规科"],
      ["3", "行政强制", "0", "√是 □否", "综合科"],
    ]);
    expect(blocks).toEqual([
      [
        [
          ["数量 count", "是否公开 choice", "责任科室 text"],
          ["行政许可", "行政处罚", "行政强制"],
        ],
      ],
    ]);
  });

  test("tables side by side are one under the other", async () => {
    const { blocks } = await drafted([
      ["项目", "数量", "项目", "数量"],
      ["收到申请", "12", "答复申请", "11"],
      ["行政复议", "1", "行政诉讼", "0"],
    ]);
    expect(blocks).toEqual([
      [
        [["数量 count"], ["收到申请", "行政复议"]],
        [["数量 count"], ["答复申请", "行政诉讼"]],
      ],
    ]);
  });

  test("a value across the columns of labels and values", async () => {
    const { blocks } = await drafted([
      ["网站名称", across("青石市政府网")],
      ["主办单位", across("青石市人民政府办公室")],
      ['<td rowspan="2">信息发布</td>', "总数", "412"],
      ["概况类", "12"],
      ["是否使用", across("☑是 □否")],
    ]);
    expect(blocks).toEqual([
      [[[" count"], ["网站名称 text", "主办单位 text", "总数", "概况类", "是否使用 choice"]]],
    ]);
  });
});

describe("lists and records", () => {
  const grid = (...rows: readonly string[]): string =>
    `<table>${rows.map((row) => `<tr><td>${row.replaceAll("|", "</td><td>")}</td></tr>`).join("")}</table>`;
  /** The draft as text, and what it reads in its own report with every proposed rule. */
  async function drafted(html: string) {
    const bytes = new TextEncoder().encode(html);
    const { tokens } = await read({ name: "a.html", bytes });
    const text = draftText(draftTemplate(rebuild(tokens), "a.html")!, [], "");
    const { template, problems } = parseTemplate(uncommented(text), "draft.yaml");
    expect(problems).toEqual([]);
    const { report, diagnostics } = await convert({ name: "a.html", bytes }, { templates: [template!] });
    const doubts = diagnostics.filter(({ severity }) => severity !== "notice").map(({ rule }) => rule);
    return { lines: text.split("\n").map((line) => line.trim()), tables: report?.tables, doubts };
  }

  test("rows that the report names are a list, its total a fixed row", async () => {
    const { lines, tables, doubts } = await drafted(
      `<h1>清溪县2023年度帮扶项目年度报表</h1>${grid(
        "序号|项目名称|受益户数|投入资金（万元）|完成比例|是否完工|完工日期|备注",
        "1|东渠|120|35.5|50%|☑是 □否|2023-05-01|",
        "2|西渠|80|-60|60%|□是 ☑否|2023-06-01|",
        "|合计|200|-24.5||||",
      )}`,
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        '- { key: "c2", label: "投入资金（万元）", type: "signed-amount", unit: "万元" }',
        '- { key: "c3", label: "完成比例", type: "percent" }',
        '- { key: "c4", label: "是否完工", type: "choice", options: {"o1":["是"],"o2":["否"]} }',
        '- { key: "c5", label: "完工日期", type: "date" }',
        '- { key: "c6", label: "备注", type: "text", optional: true }',
        'open: { label: "项目名称" }',
        '- { key: "total", label: "合计" }',
        '#   - { id: "t1-rows-total", severity: "error", table: "t1", each: "column", expression: "rows.* == total" }',
      ]),
    );
    expect(tables).toMatchObject({
      t1: {
        rows: [
          { label: "东渠", c1: 120, c4: "o1" },
          { label: "西渠", c2: -60 },
        ],
        total: { c1: 200 },
      },
    });
    expect(doubts).toEqual([]);
  });

  test("a table that is printed for each of several is one form with records", async () => {
    const site = (name: string, mark: string) =>
      `<p>${name}</p>${grid(`网站名称|${name}`, "访问总量|12", `评分|${mark}`, "是否开放|☑是 □否")}`;
    const { lines, tables, doubts } = await drafted(
      `<h1>清溪县文化网站年度报表（2023年度）</h1>${site("甲网", "4")}${site("乙网", "3.5")}`,
    );
    expect(lines).toContain("records: many");
    expect(tables).toMatchObject({
      t1: [
        { label: "甲网", r3: { c1: 4 } },
        { label: "乙网", r3: { c1: 3.5 } },
      ],
    });
    expect(doubts).toEqual([]);
  });
});

test.each([
  ["青石市统计局2024年度网站工作年度报表", "网站工作年度报表"],
  ["2024年青石市统计局网站工作年度报表", "网站工作年度报表"],
  ["清溪县卫生健康局政府信息公开工作年度报告", "政府信息公开工作年度报告"],
  ["青石市人民政府办公室2024年政府信息公开工作年度报告（公开版）", "政府信息公开工作年度报告"],
  ["2024年青石市城市管理执法年报", "城市管理执法年报"],
  ["城市管理执法年报", "城市管理执法年报"],
  ["青石市政府网站年度工作报表", "政府网站年度工作报表"],
])("a name leaves out year and office: %s", (title, name) => {
  const line = { kind: "line", text: title, at: { line: 1 } } as const;
  const cell = (text: string, column: number) =>
    ({ text, row: 1, column, rowSpan: 1, columnSpan: 1, at: { line: 2 } }) as const;
  const grid = { width: 2, height: 1, cells: [cell("总数", 1), cell("3", 2)], at: { line: 2 } };
  const blocks = [line, { kind: "table", grid }] as unknown as Parameters<typeof draftTemplate>[0];
  expect(draftTemplate(blocks, "a.html")?.template.name).toBe(name);
});
