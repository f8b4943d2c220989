import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { convert, parseTemplate, withBuiltIn, type Conversion } from "../../../src/index.ts";

const own = `
id: cultural-site
name: 文化场馆年度报表
years: [2015, null]
tables:
  - id: site
    title: 文化场馆年度报表
    blocks:
      - columns: [{ key: "", label: "", type: count }]
        rows:
          - { key: name, label: 场馆名称, type: text }
          - { key: code, label: 场馆编码, type: text }
          - { key: opened, label: 开放日期, type: date }
          - { key: free, label: 是否免费开放, type: choice, options: { yes: [是], no: [否] } }
          - { key: services, label: 服务项目, type: choice, several: true, options: { guide: [讲解], wifi: [无线网络], other: [其他] } }
          - { key: visitors, label: 参观人数, unit: 人次 }
          - { key: growth, label: 同比增长, type: percent }
          - { key: surplus, label: 收支结余, type: signed-amount, unit: 万元 }
          - { key: weibo, label: 名称, group: [微博], type: text, optional: true }
          - { key: wechat, label: 名称, group: [微信], type: text, optional: true }
`;
const { template } = parseTemplate(own, "own.yaml");

function read(name: string, text: string): Promise<Conversion> {
  return convert({ name, bytes: new TextEncoder().encode(text) }, { templates: withBuiltIn([template!]) });
}

const html = (rows: readonly (readonly string[])[], below = ""): string =>
  `<h1>文化场馆年度报表（2023年度）</h1><p>填报单位：青石市博物馆</p><table border="1">${rows
    .map((cells) => `<tr>${cells.map((cell, at) => `<td${spanOf(cells, at)}>${cell}</td>`).join("")}</tr>`)
    .join("")}</table><p>${below}</p>`;

/** All rows are as wide as the widest one of three cells. */
const spanOf = (cells: readonly string[], at: number): string =>
  at === 1 && cells.length === 2 ? ' colspan="2"' : "";

const filled: readonly (readonly string[])[] = [
  ["场馆名称", "青石市博物馆"],
  ["场馆编码", "0330100"],
  ["开放日期", "2012年5月18日"],
  ["是否免费开放", "☑是 □否"],
  ["服务项目", "☑讲解 □无线网络 ☑其他"],
  ["参观人数（单位：人次）", "51200"],
  ["同比增长", "-3.5%"],
  ["收支结余（万元）", "-12.5"],
  ["微信", "名称", "青石博物"],
];
const site = {
  name: "青石市博物馆",
  code: "0330100",
  opened: "2012-05-18",
  free: "yes",
  services: ["guide", "other"],
  visitors: 51200,
  growth: -3.5,
  surplus: -12.5,
  wechat: "青石博物",
};

const flags = ({ diagnostics }: Conversion): string[] =>
  diagnostics
    .filter(({ severity }) => severity !== "notice")
    .map(({ rule, path }) => `${rule} ${path ?? ""}`);

describe("a form with texts, dates and ticks", () => {
  it("is read from a page, without a doubt", async () => {
    const conversion = await read("a.html", html(filled));
    expect(conversion.report).toMatchObject({
      title: "文化场馆年度报表（2023年度）",
      issuer: "青石市博物馆",
      year: 2023,
      tables: { site },
      otherTables: [],
    });
    expect(flags(conversion)).toEqual([]);
    expect(conversion.evidence["/report/tables/site/free"]).toMatchObject({
      raw: "☑是 □否",
      status: "given",
    });
  });

  it("is read from lines of label and value", async () => {
    const lines = filled.slice(0, 8).map((cells) => cells.join("："));
    const conversion = await read("a.txt", ["文化场馆年度报表", "（2023年度）", ...lines].join("\n"));
    const { wechat, ...rest } = site;
    expect(wechat).toBe("青石博物");
    expect(conversion.report?.tables).toEqual({ site: rest });
  });

  it("is read where two rows stand beside each other", async () => {
    const conversion = await read(
      "a.html",
      html([["场馆名称", "甲馆", "场馆编码", "0021"], ...filled.slice(2, 8)]).replaceAll(
        'colspan="2"',
        'colspan="3"',
      ),
    );
    expect(conversion.report?.tables).toMatchObject({ site: { name: "甲馆", code: "0021" } });
  });

  it("takes a field below the table", async () => {
    const conversion = await read(
      "a.html",
      html([...filled.slice(0, 2), ...filled.slice(3, 8)], "填报人：某 联系电话：0571-0000000"),
    );
    expect(flags(conversion)).toEqual(["row-missing "]);
    expect(conversion.report?.tables).toMatchObject({ site: { opened: null, free: "yes" } });
  });

  it.each([
    ["是否免费开放", "□是 □否", "free", "choice-unclear"],
    ["是否免费开放", "☑是 ☑否", "free", "choice-unclear"],
    ["是否免费开放", "是（部分）", "free", "choice-unclear"],
    ["是否免费开放", "其他：☑半价", "free", "choice-unclear"],
    ["开放日期", "建馆时", "opened", "unreadable-value"],
    ["开放日期", "2012年5月18日前", "opened", "unreadable-value"],
    ["收支结余", "12.5（亏损）", "surplus", "unreadable-value"],
    ["参观人数", "约五万", "visitors", "unreadable-value"],
  ])("%s %s is null and told", async (label, text, key, rule) => {
    const rows = filled.map((cells) => (cells[0]!.startsWith(label) ? [cells[0]!, text] : cells));
    const conversion = await read("a.html", html(rows));
    expect(conversion.report?.tables["site"]).toMatchObject({ [key]: null });
    expect(flags(conversion)).toEqual([`${rule} /report/tables/site/${key}`]);
  });

  it("says of a line what stands behind its label, though it has a colon of its own", async () => {
    const lines = filled.slice(0, 8).map((cells) => cells.join("："));
    const text = ["文化场馆年度报表", "（2023年度）", ...lines].join("\n").replace("☑是 □否", "其他：☑半价");
    const conversion = await read("a.txt", text);
    expect(conversion.report?.tables).toMatchObject({ site: { free: null } });
    expect(flags(conversion)).toContain("choice-unclear /report/tables/site/free");
  });

  it("keeps a blank apart from an unclear one", async () => {
    const rows = filled.map((cells) => (cells[0] === "场馆名称" ? ["场馆名称", ""] : cells));
    const { report, evidence } = await read("a.html", html(rows));
    expect(report?.tables["site"]).toMatchObject({ name: null });
    expect(evidence["/report/tables/site/name"]).toMatchObject({ status: "blank" });
  });
});

describe("columns of words", () => {
  const list = parseTemplate(
    `{id: inspections, name: 检查年报, years: [2020, null], tables: [{id: visits, title: 检查情况, blocks: [{columns: [
      {key: what, label: 检查事项, type: text}, {key: count, label: 检查次数, type: count},
      {key: when, label: 完成时间, type: date}, {key: open, label: 是否公开, type: choice, options: {yes: [是], no: [否]}},
      {key: fine, label: 罚款金额, type: amount, unit: 万元, optional: true}],
      rows: [{key: first, label: 上半年}, {key: second, label: 下半年}]}]}]}`,
    "list.json",
  ).template!;
  const page = (columns: readonly string[], ...rows: readonly (readonly string[])[]): Promise<Conversion> =>
    convert(
      {
        name: "a.html",
        bytes: new TextEncoder().encode(
          `<h1>青石市检查年报</h1><table>${[columns, ...rows].map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`,
        ),
      },
      { templates: [list] },
    );

  it("stand among columns of numbers", async () => {
    const { report } = await page(
      ["时段", "检查事项", "检查次数", "完成时间", "是否公开", "罚款金额"],
      ["上半年", "食品安全", "12", "2023-06-30", "√是 □否", "3.5"],
      ["下半年", "特种设备", "7", "2023-12-20", "否", "0"],
    );
    expect(report?.tables).toEqual({
      visits: {
        first: { what: "食品安全", count: 12, when: "2023-06-30", open: "yes", fine: 3.5 },
        second: { what: "特种设备", count: 7, when: "2023-12-20", open: "no", fine: 0 },
      },
    });
  });

  it("that are optional may be missing without a finding", async () => {
    const { report, diagnostics } = await page(
      ["时段", "检查事项", "检查次数", "完成时间", "是否公开"],
      ["上半年", "食品安全", "12", "2023-06-30", "√是 □否"],
      ["下半年", "特种设备", "7", "2023-12-20", "否"],
    );
    expect(report?.tables).toMatchObject({ visits: { second: { count: 7, open: "no" } } });
    expect(diagnostics.filter(({ path }) => path?.includes("visits"))).toEqual([]);
    expect(report?.tables["visits"]).not.toMatchObject({ first: { fine: null } });
  });
});

const forms = new URL("../../../../shared/forms/", import.meta.url);
describe.skipIf(!existsSync(forms))(
  "the site report drafted beside the project (skipped where it is absent)",
  () => {
    it("is read whole", async () => {
      const text = readFileSync(new URL("site.yaml", forms), "utf8").replace(/^records: many.*$/mu, "");
      const { template: drafted, problems } = parseTemplate(text, "site.yaml");
      expect(problems).toEqual([]);
      const bytes = new Uint8Array(readFileSync(new URL("site-sample.html", forms)));
      const { report } = await convert({ name: "site.html", bytes }, { templates: [drafted!] });
      expect(report).toMatchObject({ year: 2023, issuer: "青溪县人民政府办公室" });
      expect(report?.tables["site"]).toMatchObject({
        code: "3300000001",
        kind: "portal",
        icp: "浙ICP备12345678号",
        police: "浙公网安备33000002000001号",
        visitors: 512340,
        exchange: { messages: { days: 3.5 } },
        innovation: ["search", "accessible"],
        date: "2024-01-12",
        media: { weibo: { name: null }, wechat: { name: "青溪发布" } },
      });
    });
  },
);
