import { describe, expect, it } from "vitest";
import { convert, parseTemplate } from "../../src/index.ts";
import type { Template } from "../../src/index.ts";

async function read(body: string) {
  const { report, diagnostics } = await convert({
    name: "report.html",
    bytes: new TextEncoder().encode(`<p>橡溪县水利局2023年政府信息公开工作年度报告</p>${body}`),
  });
  const rules = new Set(
    diagnostics
      .filter(
        ({ rule, severity }) => severity !== "notice" && rule !== "table-missing" && rule !== "row-missing",
      )
      .map(({ rule }) => rule),
  );
  const value = (path: string) =>
    path.split(".").reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], report!.tables);
  return { value, rules: [...rules] };
}

const table = (...rows: readonly string[]) =>
  `<table>${rows
    .map(
      (row) =>
        `<tr>${row
          .split(" ")
          .map((cell) => `<td>${cell}</td>`)
          .join("")}</tr>`,
    )
    .join("")}</table>`;
const applicants = "项目 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计";

describe("table 3", () => {
  it.each(["续表", "（续）", "接上页", "第 3 页 共 5 页", "- 3 -"])(
    "goes on below %j with the headings above it",
    async (between) => {
      const { value, rules } = await read(
        `${table(applicants, "一、本年新收政府信息公开申请数量 5 1 0 0 0 0 6", "（一）予以公开 3 1 0 0 0 0 4", "（二）部分公开 2 0 0 0 0 0 2")}<p>${between}</p>${table("2.重复申请 0 0 0 0 0 0 0", "（七）总计 5 1 0 0 0 0 6", "四、结转下年度继续办理 0 0 0 0 0 0 0")}`,
      );
      expect(value("applications.total.results.total")).toBe(6);
      expect(rules).not.toContain("header-missing");
    },
  );

  it("is read where 合计 stands for 总计, 其它 for 其他, 科研院所 for 科研机构, and 结转下年度 alone", async () => {
    const rows = [
      "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 0 0 0 0 0 0 0",
      "3.其它 2 0 1 0 0 0 3",
      "（七）合计 2 0 1 0 0 0 3",
      "四、结转下年度 0 0 0 0 0 4 4",
    ];
    const { value, rules } = await read(
      table("项目 自然人 商业企业 科研院所 社会公益组织 法律服务机构 其它 合计", ...rows),
    );
    expect(value("applications.legalPerson.researchInstitution.results")).toMatchObject({
      other: { other: 1 },
      total: 1,
    });
    expect(value("applications.legalPerson.other.carriedForward")).toBe(4);
    expect(rules).toEqual([]);
  });
});

it.each([
  ["（单位：万元）", "12.5", []],
  ["（单位：元）", "125000", ["unit-differs"]],
  ["（单位：万元）", "125000元", ["unit-differs"]],
])("fees headed %s, printed %s", async (unit, amount, expected) => {
  const { rules } = await read(
    table(
      "第二十条第（六）项",
      "信息内容 本年处理决定数量",
      "行政处罚 3",
      "行政强制 0",
      "第二十条第（八）项",
      `信息内容 本年收费金额${unit}`,
      `行政事业性收费 ${amount}`,
    ),
  );
  expect(rules).toEqual(expected);
});

it("rows with a bar between label and value are read where no table could be made of them", async () => {
  const block = (caption: string, heading: string, ...rows: readonly string[]) => [
    caption,
    "---",
    `信息内容 | ${heading}  `,
    ...rows.map((row) => `${row}  `),
  ];
  const lines = [
    ...block("第二十条第（五）项", "本年处理决定数量", "行政许可 | 7"),
    ...block("第二十条第（六）项", "本年处理决定数量", "行政处罚 | 3", "行政强制 | 0"),
    ...block("第二十条第（八）项", "本年收费金额（单位：万元）", "行政事业性收费 | 12.5"),
  ];
  const text = ["橡溪县水利局2023年政府信息公开工作年度报告", "二、主动公开政府信息情况", ...lines].join(
    "\n",
  );
  const { report } = await convert({ name: "report.txt", bytes: new TextEncoder().encode(text) });
  expect(report!.tables["proactiveDisclosure"]).toMatchObject({
    administrativeLicensing: { decisions: 7 },
    administrativeCoercion: { decisions: 0 },
    administrativeFees: { amount: 12.5 },
  });
});

it("tables printed twice on a page, once for telephones, are no others", async () => {
  const text = [
    applicants,
    "一、本年新收政府信息公开申请数量 5 1 0 0 0 0 6",
    "（一）予以公开 3 1 0 0 0 0 4",
    "（二）部分公开 2 0 0 0 0 0 2",
    "2.重复申请 0 0 0 0 0 0 0",
    "（七）总计 5 1 0 0 0 0 6",
    "四、结转下年度继续办理 0 0 0 0 0 0 0",
  ];
  const page = `<p>三、收到和处理政府信息公开申请情况</p>${table(...text)}`;
  expect((await read(page + page)).rules).toEqual((await read(page)).rules);
});

it("page numbers and the title at the head of a page belong to no row", async () => {
  const title = "橡溪县水利局2023年政府信息公开工作年度报告";
  const rows = [
    "一、本年新收政府信息公开申请数量 5 1 0 0 0 0 6",
    "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0",
    "（一）予以公开 3 1 0 0 0 0 4",
    "1.属于国家秘密 0 0 0 0 0 0 0",
    "7.属于行政执法案卷 2 0 0 0 0 0 2",
    "8.属于行政查询事项 0 0 0 0 0 0 0",
  ];
  const text = [
    title,
    "三、收到和处理政府信息公开申请情况",
    applicants.slice(3),
    ...rows.slice(0, 4),
    "第 4 页 共 6 页",
    title,
    ...rows.slice(4),
  ].join("\n");
  const { report, diagnostics } = await convert({
    name: "report.txt",
    bytes: new TextEncoder().encode(text),
  });
  expect(report!.tables["applications"]).toMatchObject({
    total: { results: { denied: { enforcementCaseFile: 2 } } },
  });
  expect(diagnostics.map(({ rule }) => rule)).not.toContain("extra-row");
});

it("table 4 is read where its three groups are rows", async () => {
  const { value, rules } = await read(
    table(
      "类别 结果维持 结果纠正 其他结果 尚未审结 总计",
      "行政复议 1 2 0 0 3",
      "未经复议直接起诉 4 5 0 0 9",
      "复议后起诉 6 7 0 0 13",
    ),
  );
  expect(value("reviewAndLitigation")).toMatchObject({
    reconsideration: { upheld: 1, total: 3 },
    litigation: { direct: { corrected: 5, total: 9 }, afterReconsideration: { upheld: 6, total: 13 } },
  });
  expect(rules).toEqual([]);
});

it("a column of shares beside the form's hides none of them", async () => {
  const rows = [
    `${applicants} 占比`,
    "一、本年新收政府信息公开申请数量 5 1 0 0 0 0 6 60%",
    "二、上年结转政府信息公开申请数量 0 0 0 0 0 4 4 40%",
    "（一）予以公开 3 1 0 0 0 0 4 40%",
    "2.重复申请 0 0 0 0 0 0 0 0%",
    "（七）总计 5 1 0 0 0 4 10 100%",
  ];
  const pipes = rows.map((row) => `| ${row.replaceAll(" ", " | ")} |`).join("\n");
  for (const printed of [table(...rows), `<pre>${pipes}</pre>`]) {
    const { value, rules } = await read(printed);
    expect([
      value("applications.total.newlyReceived"),
      value("applications.naturalPerson.carriedOver"),
      value("applications.total.results.total"),
    ]).toEqual([6, 0, 10]);
    expect(rules).toContain("extra-column");
  }
});

it("a table printed again with other values is told once", async () => {
  const rows = (received: number) => [
    applicants,
    `一、本年新收政府信息公开申请数量 ${received} 0 0 0 0 0 ${received}`,
    `二、上年结转政府信息公开申请数量 ${received} 0 0 0 0 0 ${received}`,
    `（一）予以公开 ${received} 0 0 0 0 0 ${received}`,
    "2.重复申请 0 0 0 0 0 0 0",
    `（七）总计 ${received} 0 0 0 0 0 ${received}`,
    `四、结转下年度继续办理 ${received} 0 0 0 0 0 ${received}`,
  ];
  const { value, rules } = await read(`${table(...rows(5))}<p>2022年情况</p>${table(...rows(7))}`);
  expect(value("applications.total.newlyReceived")).toBe(5);
  expect(rules).toContain("repeated-table");
  expect(rules).not.toContain("repeated-row");
});

it("a form printed again casts doubt on its short labels, too", async () => {
  const labels = [
    "网站总访问量",
    "信息发布总数",
    "概况类信息更新量",
    "政务动态更新量",
    "维护数量",
    "开设数量",
  ];
  const rows = labels.map((label, index) => `          - { key: row${index}, label: ${label} }`);
  const { template } = parseTemplate(
    `id: site
name: 网站报表
years: [2017, null]
sections: [{ number: 1, title: 网站情况 }]
tables:
  - id: site
    section: 1
    title: 网站情况
    blocks:
      - columns: [{ key: "", label: "", type: count }]
        rows:\n${rows.join("\n")}\n`,
    "site.yaml",
  ) as { template: Template };
  const form = (number: number) =>
    `<p>一、网站情况</p>${table(...labels.map((label) => `${label} ${number}`))}`;
  const { report, diagnostics } = await convert(
    {
      name: "report.html",
      bytes: new TextEncoder().encode(`<p>青石市2023年网站报表</p>${form(10)}${form(20)}`),
    },
    { templates: [template] },
  );
  expect(Object.values(report!.tables["site"] as object)).toEqual(labels.map(() => 10));
  const told = diagnostics.flatMap(({ rule, paths }) => (rule === "repeated-table" ? (paths ?? []) : []));
  expect(told).toEqual(labels.map((_, index) => `/report/tables/site/row${index}`));
});
