import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "../support/fast-check.ts";
import { describe, expect, it } from "vitest";
import { cellsOf, convert, numberOf } from "../../src/index.ts";
import type { Conversion, Tables } from "../../src/model/index.ts";
import { drawAnnexReport, plantableAnnexRules, renderings } from "../support/factory/index.ts";

const ofText = (text: string): Promise<Conversion> =>
  convert({ name: "report.txt", bytes: new TextEncoder().encode(text) });
const rules = ({ diagnostics }: Conversion): string[] => [...new Set(diagnostics.map(({ rule }) => rule))];

/** Every number of the record by its path, joined with dots. */
function numbers(tables: Tables): [string, number | null][] {
  return cellsOf({ tables }).map(({ path, value }) => [path, numberOf(value)]);
}

/** Whether an error or a warning names the cell, a prefix of its path, or all tables. */
function isFlagged({ diagnostics }: Conversion, path: string): boolean {
  const pointer = `/report/tables/${path.replaceAll(".", "/")}`;
  return diagnostics.some(
    ({ severity, path: one, paths = [] }) =>
      severity !== "notice" &&
      [...(one === undefined ? [] : [one]), ...paths].some(
        (named) => pointer === named || pointer.startsWith(`${named}/`),
      ),
  );
}

const seed = fc.integer({ min: 1, max: 1_000_000 });
const runs = { numRuns: 3, seed: 20_140_401 };
const annexRenderings = renderings.filter(({ id }) =>
  [
    "leading-tab",
    "tabbed",
    "markdown-pipe",
    "pandoc-grid",
    "pandoc-simple",
    "pandoc-multiline",
    "aligned",
    "cell-per-line",
    "fused",
    "html",
    "docx-word",
    "docx-wps",
  ].includes(id),
);
const bordered = annexRenderings.filter(({ keeps }) => keeps !== "text");
const forms = ["2014", "2014-levels", "fujian"] as const;

describe.each(bordered)("an indicator list as $id", ({ extension, render }) => {
  it.each(forms)("gives back every cell of form %s, blank ones as null", async (form) => {
    await fc.assert(
      fc.asyncProperty(seed, fc.constantFrom(0, 0.2), async (seed, blanks) => {
        const truth = drawAnnexReport(seed, { form, blanks });
        const { report, layouts } = await convert({ name: `report.${extension}`, bytes: render(truth) });
        expect(Object.values(layouts)).toEqual([form]);
        expect(Object.fromEntries(numbers(report!.tables))).toMatchObject(truth.values);
        expect(report!.title).toBe(truth.title);
        expect(report!.sections.map(({ number }) => number)).toEqual([
          0,
          ...truth.sections.map(({ number }) => number),
        ]);
      }),
      runs,
    );
  });
});

describe.each(annexRenderings)("an indicator list as $id", ({ extension, render }) => {
  it("gives no wrong value without a flag", async () => {
    await fc.assert(
      fc.asyncProperty(
        seed,
        fc.constantFrom(...forms),
        fc.constantFrom(0, 0.2, 0.5),
        async (seed, form, blanks) => {
          const truth = drawAnnexReport(seed, { form, blanks });
          const conversion = await convert({ name: `report.${extension}`, bytes: render(truth) });
          const wrong = numbers(conversion.report!.tables).filter(
            ([path, value]) => value !== null && value !== truth.values[path] && !isFlagged(conversion, path),
          );
          expect(wrong).toEqual([]);
        },
      ),
      runs,
    );
  });
});

describe("rules of the list of 2014", () => {
  const html = annexRenderings.find(({ id }) => id === "html")!;

  it.each(plantableAnnexRules("2014"))("%s is found where it is broken, and nothing else", async (plant) => {
    for (let seed = 1; seed <= 2; seed++) {
      const truth = drawAnnexReport(seed, { form: "2014", plant });
      expect(truth.plantedErrors.map(({ rule }) => rule)).toContain(plant);
      const found = rules(await convert({ name: "report.html", bytes: html.render(truth) }));
      expect(found.sort()).toEqual([...new Set(truth.plantedErrors.map(({ rule }) => rule))].sort());
    }
  });

  it("no sum is asked of channels, of 制发规范性文件总数, of closed against received", async () => {
    for (let seed = 1; seed <= 8; seed++) {
      expect(
        rules(
          await convert({ name: "report.html", bytes: html.render(drawAnnexReport(seed, { form: "2014" })) }),
        ),
      ).toEqual([]);
    }
  });

  it("a blank operand is never zero", async () => {
    const conversion = await convert({
      name: "report.html",
      bytes: html.render(drawAnnexReport(3, { form: "2014", blanks: 0.5 })),
    });
    expect(rules(conversion)).toEqual(["not-assessable"]);
  });
});

describe("labels and units of a list", () => {
  const list = (rows: readonly string[]) =>
    `<h1>甲县2015年政府信息公开工作年度报告</h1><h2>一、概述</h2><p>略。</p><h2>二、主动公开政府信息情况</h2><p>略。</p><table><tr><td>统计指标</td><td>单位</td><td>统计数</td></tr>${rows
      .map(
        (row) =>
          `<tr>${row
            .split("|")
            .map((cell) => `<td>${cell}</td>`)
            .join("")}</tr>`,
      )
      .join("")}</table>`;
  const rows = [
    "三、依申请公开情况|——|",
    "（一）收到申请数|件|7",
    "1.当面申请数|件|2",
    "2.传真申请数|件|1",
    "3.网络申请数|件|4",
    "4.信函申请数|件|0",
    "（二）申请办结件数|件|7",
    "1.按时办结数|件|7",
    "2.延期办结数|件|0",
    "四、行政复议数量|件|0",
    "五、行政诉讼数量|件|0",
    "六、举报投诉数量|件|1",
    "七、依申请公开信息收取的费用|元|35",
    "（二）设置政府信息查阅点数|个|3",
    "2.兼职人员数|人|1",
    "（二）举办各类培训班数|次|2",
    "（三）接受培训人员数|人次|40",
  ];
  const page = () => convert({ name: "report.html", bytes: new TextEncoder().encode(list(rows)) });

  it("a label known by recollection only is matched tolerantly, and the difference told", async () => {
    const { report, diagnostics } = await page();
    expect(numbers(report!.tables)).toContainEqual(["annex.applications.closed.total", 7]);
    expect(numbers(report!.tables)).toContainEqual(["annex.capacity.readingPoints", 3]);
    expect(diagnostics.filter(({ rule }) => rule === "label-fuzzy").map(({ args }) => args)).toEqual([
      { label: "申请办结数", printed: "申请办结件数", basis: "recall" },
      { label: "设置政府信息公开查阅点数", printed: "设置政府信息查阅点数", basis: "recall" },
    ]);
  });

  it("the unit printed goes before the form's", async () => {
    const { evidence } = await page();
    expect(evidence["/report/tables/annex/feesCollected"]).toMatchObject({ raw: "35", unit: "元", yuan: 35 });
  });
});

const corpus = new URL("../../../shared/corpus/", import.meta.url);
describe.skipIf(!existsSync(corpus))(
  "real reports with Fujian's list (skipped: the real reports are not at hand)",
  () => {
    const report = (name: string) =>
      convert({
        name: "report.txt",
        bytes: new Uint8Array(readFileSync(new URL(`${name}/report.txt`, corpus))),
      });
    const both = (path: string, current: number | null, cumulative: number | null) => [
      `annexFujian.${path}.current ${current}`,
      `annexFujian.${path}.cumulative ${cumulative}`,
    ];
    const cells = ({ report }: Conversion) =>
      numbers(report!.tables).map(([path, value]) => `${path} ${value}`);

    it("2014, a space between all cells: every number as printed", async () => {
      const conversion = await report("2014-pingtan");
      expect(cells(conversion)).toEqual([
        ...both("disclosed.total", 2543, 78967),
        ...both("disclosed.website", 2543, 78967),
        ...both("disclosed.gazette", 0, 0),
        ...both("applications.received.total", 1, 1),
        ...both("applications.received.inPerson", 0, 0),
        ...both("applications.received.online", 0, 0),
        ...both("applications.received.letterOrFax", 1, 1),
        ...both("applications.replied.total", 1, 1),
        ...both("applications.replied.granted", 1, 1),
        ...both("applications.replied.partiallyGranted", 0, 0),
        ...both("applications.replied.denied", 0, 0),
        ...both("applications.replied.other", 0, 0),
        ...both("feeReductions", 0, 0),
        ...both("litigationAndReports", 0, 0),
        ...both("reconsideration", 0, 0),
        ...both("litigation", 0, 0),
      ]);
      expect(rules(conversion)).toEqual([]);
      expect(conversion.report!.sections.map(({ number }) => number)).toEqual([0, 2, 3, 4, 6, 7]);
      expect(
        conversion.report!.facts.map(({ fact, value, population }) => `${fact} ${value} ${population}`),
      ).toEqual([
        "proactivelyDisclosed 2543 null",
        "proactivelyDisclosed 1687 区管委会及区直各部门",
        "proactivelyDisclosed 856 各乡镇",
        "applicationsReceived 1 信函",
        "reconsiderations 0 null",
      ]);
    });

    it("2018, digits run together: zeros can be cut in one way, 206912106 as the text states it", async () => {
      const conversion = await report("2018-pingtan");
      const read = cells(conversion);
      expect(read).toHaveLength(30);
      expect(read.filter((cell) => !cell.endsWith(" 0"))).toEqual([
        ...both("disclosed.total", 2069, 12106),
        ...both("disclosed.website", 2069, 12106),
      ]);
      const byText = conversion.diagnostics.filter(({ rule }) => rule === "inferred-from-text");
      expect(byText.map(({ severity, args }) => `${severity} ${args!["raw"]}`)).toEqual([
        "warning 206912106",
        "warning 206912106",
      ]);
      expect(conversion.diagnostics.filter(({ rule }) => rule === "inferred-from-sums")).toHaveLength(13);
      expect(conversion.report!.sections.map(({ number }) => number)).toEqual([0, 2, 3, 5, 6, 7]);
    });
  },
);

describe("reports of 2008 to 2013", () => {
  const prose = [
    "乙县2010年政府信息公开工作年度报告",
    "一、概述",
    "县里设了一个查阅点。",
    "二、主动公开政府信息情况",
    "全年主动公开政府信息1.2万条。",
    "三、依申请公开政府信息情况",
    "共收到政府信息公开申请三十二件，其中，同意公开20件，不予公开2件。",
    "四、政府信息公开的收费及减免情况",
    "收取检索费等费用120元。",
    "五、复议、诉讼情况",
    "未发生因政府信息公开引起的行政复议，行政诉讼1件。",
    "六、主要问题和改进措施",
    "目录不全。",
  ];

  it("without a table give sections, fields and facts, and no error", async () => {
    const conversion = await ofText(prose.join("\n"));
    const { report } = conversion;
    expect(rules(conversion)).toEqual([]);
    expect(report).toMatchObject({ year: 2010, issuer: "乙县", tables: {}, otherTables: [] });
    expect(report!.sections.map(({ number, title }) => `${number} ${title}`)).toEqual([
      "0 ",
      "7 一、概述",
      "1 二、主动公开政府信息情况",
      "2 三、依申请公开政府信息情况",
      "3 四、政府信息公开的收费及减免情况",
      "4 五、复议、诉讼情况",
      "5 六、主要问题和改进措施",
    ]);
    expect(report!.sections.flatMap(({ paragraphs }) => paragraphs)).toEqual(
      prose.filter((line) => !/^[一二三四五六]、/u.test(line)),
    );
    expect(
      report!.facts.map(
        ({ fact, value, unit, approximate }) => `${fact} ${value}${unit}${approximate ? " ~" : ""}`,
      ),
    ).toEqual([
      "proactivelyDisclosed 12000条 ~",
      "applicationsReceived 32件",
      "granted 20件",
      "denied 2件",
      "feesCollected 120元",
      "reconsiderations 0件",
      "litigation 1件",
    ]);
    expect(conversion.evidence["/report/facts/1"]).toEqual({
      raw: "收到政府信息公开申请三十二件",
      status: "given",
      at: { line: 7 },
    });
  });

  it("of later years without a table lack one", async () => {
    expect(rules(await ofText(prose.join("\n").replace("2010", "2016")))).toEqual(["no-tables"]);
  });

  it("keep a table of no known form as printed, and say so", async () => {
    const table = ["指标\t城区\t郊区", "灯杆数\t12\t7", "路牌数\t3\t/", "报亭数\t1\t2"];
    const conversion = await ofText([...prose, "七、附表", "街道设施", "", ...table, ""].join("\n"));
    expect(conversion.report!.tables).toEqual({});
    expect(conversion.report!.otherTables).toEqual([
      {
        within: null,
        title: "街道设施",
        columns: ["城区", "郊区"],
        rows: [
          { labels: ["灯杆数"], values: ["12", "7"] },
          { labels: ["路牌数"], values: ["3", "/"] },
          { labels: ["报亭数"], values: ["1", "2"] },
        ],
      },
    ]);
    expect(rules(conversion)).toEqual(["unknown-table"]);
    expect(conversion.evidence["/report/otherTables/0"]).toMatchObject({ raw: "街道设施", status: "given" });
  });

  it("with a regional list: codes and units stand beside the values, sums are checked", async () => {
    const rows = [
      ["申请总次数", "条", "12", "3", "20"],
      ["其中：1.当面申请数", "条", "13", "1", "4"],
      ["2.传真申请数", "条", "14", "0", "0"],
      ["3.电子邮件申请数", "条", "15", "0", "6"],
      ["4.网上申请数", "条", "16", "2", "5"],
      ["5.信函申请数", "条", "17", "0", "4"],
      ["6.其它形式申请数", "条", "18", "0", "0"],
    ];
    const known = [
      ["主动信息公开", "条", "01"],
      ["公文类信息数", "条", "03"],
      ["提供服务类信息数", "条", "05"],
      ["网站专栏页面访问量", "人次", "06"],
      ["现场接待人数", "人次", "07"],
      ["网上咨询数", "人次", "08"],
      ["咨询电话接听数", "人次", "09"],
      ["依申请公开信息目录数", "条", "10"],
    ];
    const staff = ["政府信息公开指定专职人员数", "人", "49**", "1", "2"];
    const all = [
      ["指标名称", "计算单位", "代码", "本月累计", "年度累计"],
      ...known.map((row) => [...row, "1", "2"]),
      ...rows,
      staff,
    ];
    const html = `<h1>丙区2011年政府信息公开工作年度报告</h1><p>一、概述</p><p>略。</p><p>二、主动公开情况</p><p>略。</p><table>${all.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
    const { report, layouts, diagnostics } = await convert({
      name: "report.html",
      bytes: new TextEncoder().encode(html),
    });
    expect(layouts).toEqual({ annexShanghai: "2008" });
    expect(numbers(report!.tables)).toContainEqual(["annexShanghai.applications.received.total.year", 20]);
    expect(numbers(report!.tables)).toContainEqual(["annexShanghai.staff.total.month", 1]);
    expect(
      diagnostics
        .filter(({ rule }) => rule === "f1-d2-sums")
        .map(({ expected, actual }) => [expected, actual]),
    ).toEqual([[19, 20]]);
  });
});

it("no form family is named in the mapper's code", () => {
  const folder = new URL("../../src/mapper/", import.meta.url);
  const named = (readdirSync(folder, { recursive: true }) as string[]).filter((file) => {
    if (!file.endsWith(".ts")) return false;
    const code = readFileSync(new URL(file, folder), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, "");
    return /2008|2014|2019|2021|annex|fujian|shanghai|dingxi/iu.test(code);
  });
  expect(named).toEqual([]);
});
