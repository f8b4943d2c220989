import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { convert, parseTemplate, templates, writers, type Conversion } from "../../../src/index.ts";
import { cellsOf } from "../../../src/record/index.ts";
import { flags, page, table } from "./page.ts";
import { drawNeighbour, neighbours, renderHtml } from "../../support/factory/index.ts";

const own = new Set(neighbours.map(({ id }) => id));

function read(name: string, bytes: Uint8Array): Promise<Conversion> {
  return convert({ name, bytes });
}

describe("行政执法统计年报", () => {
  const penalties = (fine: string) =>
    table(
      "行政处罚实施数量（宗）*9|合计（宗）*1/2|罚没金额（万元）*1/2",
      "警告、通报批评|罚款|没收违法所得、没收非法财物|暂扣许可证、执照，降低资质等级|吊销许可证、执照|限制开展生产经营活动|责令停产停业、责令关闭、限制从业|行政拘留|其他行政处罚",
      `21|${fine}|3|0|1|0|2|4|5|76|12.5`,
    );
  const licences = table(
    "行政许可实施数量（宗）*5",
    "申请数量|受理数量|许可数量|不予许可数量|撤销许可数量",
    "300|290|280|9|1",
  );

  it("is read by its own family", async () => {
    const conversion = await page(
      "清溪县2023年度行政执法统计年报",
      "<p>一、行政处罚实施情况统计表</p>",
      penalties("40"),
      "<p>二、行政许可实施情况统计表</p>",
      licences,
    );
    expect(conversion.report).toMatchObject({
      issuer: "清溪县",
      year: 2023,
      tables: {
        penalties: { kinds: { warning: 21, fine: 40, detention: 4 }, total: 76, amount: 12.5 },
        licences: { applied: 300, granted: 280, withdrawn: 1 },
      },
    });
    expect(new Set(Object.values(conversion.layouts))).toEqual(new Set(["enforcement-data-2021"]));
    expect(flags(conversion)).toEqual([
      "table-missing /report/tables/coercion",
      "table-missing /report/tables/others",
    ]);
  });

  it("is checked by its sums", async () => {
    const conversion = await page("清溪县2023年度行政执法统计年报", penalties("41"), licences);
    expect(flags(conversion)).toContain("penalties-total /report/tables/penalties/total");
  });
});

it("a heading known by recollection says so where it differs, and its numbers stand", async () => {
  const truth = drawNeighbour(
    neighbours.find(({ id }) => id === "enforcement-data-2021")!,
    5,
  );
  const html = new TextDecoder().decode(renderHtml(truth.blocks)).replace("或者财物", "或财物");
  const conversion = await read("a.html", new TextEncoder().encode(html));
  expect(conversion.report?.tables).toMatchObject({
    coercion: { measures: { sealing: truth.values["coercion.measures.sealing"] } },
  });
  expect(
    conversion.diagnostics.map(({ rule, severity, paths, args }) => ({ rule, severity, paths, args })),
  ).toEqual([
    {
      rule: "label-fuzzy",
      severity: "notice",
      paths: ["/report/tables/coercion/measures/sealing"],
      args: { label: "查封场所、设施或者财物", printed: "查封场所,设施或财物", basis: "recall" },
    },
  ]);
});

describe("“三公”经费支出决算表", () => {
  const halves = "合计*1/2|因公出国（境）费*1/2|公务用车购置及运行维护费*3|公务接待费*1/2";
  const leaves = "小计|公务用车购置费|公务用车运行维护费";

  it.each([
    ["as printed", []],
    ["with a row of column numbers", ["1|2|3|4|5|6|7|8|9|10|11|12"]],
  ])("is read %s", async (_, numbering) => {
    const conversion = await page(
      "青石市某局2022年度部门决算",
      "<p>七、财政拨款“三公”经费支出决算表</p><p>单位：万元</p>",
      table(
        "预算数*6|决算数*6",
        `${halves}|${halves}`,
        `${leaves}|${leaves}`,
        ...numbering,
        "30.5|2|18.5|0|18.5|10|25.25|0|17.25|0|17.25|8",
      ),
    );
    expect(conversion.report?.tables).toMatchObject({
      threePublic: {
        budget: { total: 30.5, abroad: 2, cars: { total: 18.5, bought: 0, run: 18.5 }, receptions: 10 },
        final: { total: 25.25, abroad: 0, cars: { total: 17.25, bought: 0, run: 17.25 }, receptions: 8 },
      },
    });
    expect(flags(conversion).filter((flag) => !flag.startsWith("issuer"))).toEqual([]);
  });
});

describe("政府网站工作年度报表", () => {
  const rows = [
    "网站名称*3|清溪县人民政府",
    "首页网址*3|http://www.example.gov.cn",
    "主办单位*3|清溪县人民政府办公室",
    "网站类型*3|☑政府门户网站 □部门网站 □专项网站",
    "政府网站标识码*3|0330000012",
    "ICP备案号|某ICP备00000012号|公安机关备案号|某公网安备0033号",
    "独立用户访问总量（单位：个）*3|5120",
    "网站总访问量（单位：次）*3|70120",
    "信息发布（单位：条）*1/4|总数*2|76",
    "概况类信息更新量*2|5",
    "政务动态信息更新量*2|41",
    "信息公开目录信息更新量*2|30",
    "专栏专题（单位：个）*1/2|维护数量*2|6",
    "新开设数量*2|2",
    "解读回应*1/5|解读信息发布*1/4|总数（单位：条）|12",
    "解读材料数量（单位：条）|7",
    "解读产品数量（单位：个）|4",
    "媒体评论文章数量（单位：篇）|1",
    "回应公众关注热点或重大舆情数量（单位：次）*2|3",
    "办事服务*1/7|是否发布服务事项目录*2|√是 □否",
    "注册用户数（单位：个）*2|801",
    "政务服务事项数量（单位：项）*2|90",
    "可全程在线办理政务服务事项数量（单位：项）*2|60",
    "办件量（单位：件）*1/3|总数|50",
    "自然人办件量|20",
    "法人办件量|30",
    "安全防护*1/6|安全检测评估次数（单位：次）*2|12",
    "发现问题数量（单位：个）*2|3",
    "问题整改数量（单位：个）*2|2",
    "是否建立安全监测预警机制*2|■是 □否",
    "是否开展应急演练*2|是□ 否☑",
    "是否明确网站安全责任人*2|☑是 □否",
    "移动新媒体*1/3|是否有移动新媒体*2|□是 □否",
    "微信*1/2|名称|清溪发布",
    "信息发布量（单位：条）|310",
    "创新发展*3|□搜索即服务 ☑多语言版本 ☑无障碍浏览 □千人千网 □其他",
  ];

  it("has numbers, texts, ticks and a date below", async () => {
    const conversion = await page(
      "政府网站工作年度报表（2022年度）",
      table(...rows),
      "<p>填报单位：清溪县人民政府办公室 填报日期：2023-01-12</p>",
    );
    expect(conversion.report).toMatchObject({ year: 2022, issuer: "清溪县人民政府办公室", otherTables: [] });
    const expected = {
      label: "清溪县人民政府",
      name: "清溪县人民政府",
      kind: "portal",
      code: "0330000012",
      icp: "某ICP备00000012号",
      police: "某公网安备0033号",
      visitors: 5120,
      published: { total: 76, overview: 5, news: 41, catalogue: 30 },
      explained: { total: 12 },
      services: { catalogue: "yes", handled: { total: 50, persons: 20, legal: 30 } },
      exchange: { platform: null },
      security: { checks: 12, monitoring: "yes", drill: "no" },
      media: {
        any: null,
        weibo: { name: null, published: null },
        wechat: { name: "清溪发布", published: 310 },
      },
      innovation: ["languages", "accessible"],
      date: "2023-01-12",
    };
    expect(conversion.report?.tables["site"]).toMatchObject([expected]);
    expect(flags(conversion).filter((flag) => !flag.startsWith("row-missing"))).toEqual([
      "choice-unclear /report/tables/site/0/media/any",
    ]);
  });

  it("a second site in one file is a record of its own", async () => {
    const second = rows.map((row) =>
      row.replace("清溪县人民政府", "清溪县文化网").replace(/(网站总访问量.*\|)70120$/u, "$145"),
    );
    const below = (day: number) => `<p>填报单位：清溪县人民政府办公室 填报日期：2023-01-${day}</p>`;
    const parts = [table(...rows), below(12), table(...second), below(15)];
    const conversion = await page("清溪县政府网站工作年度报表（2022年度）", ...parts);
    expect(conversion.report?.tables["site"]).toMatchObject([
      { label: "清溪县人民政府", visits: 70120, published: { total: 76 }, date: "2023-01-12" },
      { label: "清溪县文化网", visits: 45, published: { total: 76 }, date: "2023-01-15" },
    ]);
    expect(conversion.evidence["/report/tables/site/1/visits"]).toMatchObject({ raw: "45" });
    expect(conversion.report?.otherTables).toEqual([]);
    const csv = String(writers.find((it) => it.id === "csv")!.piece(conversion, templates));
    expect(csv).toContain("清溪县文化网");
  });
});

// golden.test.ts holds every form of every report against these; their first line names the layouts.
test("no annual report of the corpus, in any format, is read as one of these", () => {
  const notes = readdirSync("golden", { recursive: true, encoding: "utf8" }).filter(
    (name) => !name.startsWith("neighbours") && /notes\.[^/]*\.txt$/u.test(name),
  );
  expect(notes.length).toBeGreaterThan(60);
  const crossed = notes.filter((name) => {
    const text = readFileSync(`golden/${name}`, "utf8");
    return [...own].some((id) => text.includes(id));
  });
  expect(crossed).toEqual([]);
});

const forms = new URL("../../../../shared/forms/", import.meta.url);
describe.skipIf(!existsSync(forms))("samples beside the project (skipped where they are absent)", () => {
  it.each([
    ["enforcement-sample.html", "enforcement-data-2021"],
    ["site-sample.html", "government-site"],
  ])("%s is read as %s and nothing else", async (name, layout) => {
    const conversion = await read(name, new Uint8Array(readFileSync(new URL(name, forms))));
    expect(new Set(Object.values(conversion.layouts))).toEqual(new Set([layout]));
  });

  it("the enforcement sample whole, without a doubt", async () => {
    const bytes = new Uint8Array(readFileSync(new URL("enforcement-sample.html", forms)));
    const conversion = await read("enforcement-sample.html", bytes);
    expect(flags(conversion)).toEqual([]);
    const cells = cellsOf(conversion.report!);
    expect(cells).toHaveLength(37);
    expect(cells.filter(({ value }) => value === null)).toEqual([]);
    expect(conversion.report?.tables).toMatchObject({
      penalties: { total: 6238, amount: 175.79 },
      coercion: { measures: { seizure: 26 }, enforcement: { court: 64 }, total: 148 },
      others: { levies: { amount: 4567.8 }, rewards: { amount: 1.5 }, other: 77 },
    });
  });

  it("the site sample: all 42 rows it prints, and the others told", async () => {
    const bytes = new Uint8Array(readFileSync(new URL("site-sample.html", forms)));
    const { report, diagnostics } = await read("site-sample.html", bytes);
    const cells = cellsOf(report!);
    expect(cells.filter(({ value, path }) => value !== null && path !== "site.0.label")).toHaveLength(42);
    const told = new Set(diagnostics.flatMap(({ path, paths }) => [path, ...(paths ?? [])]));
    expect(cells.filter(({ value, pointer }) => value === null && !told.has(pointer))).toEqual([]);
    expect(report?.tables["site"]).toMatchObject([
      {
        code: "3300000001",
        services: { catalogue: "yes", handled: { total: 88000 } },
        exchange: { messages: { days: 3.5 } },
        media: { wechat: { name: "青溪发布", subscribers: 45678 } },
        innovation: ["search", "accessible"],
      },
    ]);
  });

  it("the 三公 draft reads its twelve cells", async () => {
    const draft = readFileSync(new URL("three-public.yaml", forms), "utf8");
    const { template, problems } = parseTemplate(draft, "three-public.yaml");
    expect(problems).toEqual([]);
    const { values, blocks } = drawNeighbour(
      neighbours.find(({ id }) => id === "three-public-expenses")!,
      3,
    );
    const source = { name: "a.html", bytes: renderHtml(blocks) };
    const conversion = await convert(source, { templates: [template!] });
    const found = cellsOf(conversion.report!).map(({ path, value }) => [path, value]);
    expect(Object.fromEntries(found)).toEqual(values);
    expect(found).toHaveLength(12);
    expect(flags(conversion)).toEqual([]);
  });
});

it("a site printed again with other texts and figures is another record, and one of the same name is told", async () => {
  const form = neighbours.find(({ id }) => id === "government-site")!;
  const [one, other] = [drawNeighbour(form, 5), drawNeighbour(form, 7)];
  const conversion = await read("a.html", renderHtml([...one.blocks, ...other.blocks.slice(1)]));
  const found = new Map(cellsOf(conversion.report!).map(({ path, value }) => [path, value]));
  for (const key of ["code", "police", "visitors"]) {
    expect(found.get(`site.0.${key}`)).toEqual(one.values[`site.0.${key}`]);
    expect(found.get(`site.1.${key}`)).toEqual(other.values[`site.0.${key}`]);
  }
  const twice = await read("a.html", renderHtml([...one.blocks, ...one.blocks.slice(1)]));
  expect(flags(twice)).toEqual(["records-alike "]);
});
