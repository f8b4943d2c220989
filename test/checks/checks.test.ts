import { describe, expect, it } from "vitest";
import { checkReport } from "../../src/checks/index.ts";
import { formCells } from "../../src/arithmetic/paths.ts";
import { templates } from "../../src/templates/index.ts";
import { readFacts } from "../../src/mapper/prose/facts/facts.ts";
import type { AnnualReport, Tables } from "../../src/model/index.ts";

const layouts = { proactiveDisclosure: "2019", applications: "2019", reviewAndLitigation: "2019" };

/** Findings of a report whose cells are all 0 but for the given ones, as `rule path expected≠actual`. */
function findings(
  changed: Readonly<Record<string, number | null>>,
  prose: readonly string[] = [],
  otherTables: AnnualReport["otherTables"] = [],
): string[] {
  const form = templates.find((template) => template.id === "2019")!;
  const tables: Record<string, unknown> = {};
  for (const { pointer, row } of form.tables.flatMap(formCells)) {
    if (row.optional) continue;
    const path = pointer.replace("/report/tables/", "");
    const steps = path.split("/");
    let node = tables;
    for (const step of steps.slice(0, -1)) node = (node[step] ??= {}) as Record<string, unknown>;
    node[steps.at(-1)!] = path in changed ? changed[path] : 0;
  }
  const sections = [{ number: 1, title: "一、总体情况", paragraphs: prose, headings: [] }];
  const report = {
    year: 2034,
    sections,
    tables: tables as Tables,
    otherTables,
    facts: sections.flatMap((section) => readFacts(section)).map(({ fact }) => fact),
  } as unknown as AnnualReport;
  return checkReport(report, {}, layouts, templates).map(({ rule, path, paths, expected, actual }) => {
    const where = (path ?? paths?.[0] ?? "").replace("/report/tables/", "");
    return rule === "not-assessable" ? `${rule} ${paths!.length}` : `${rule} ${where} ${expected}≠${actual}`;
  });
}

const applications = (column: string, row: string) => `applications/${column}/${row}`;

describe("checks of one report", () => {
  it("find nothing in a report of zeros", () => {
    expect(findings({})).toEqual([]);
  });

  it("a column that does not balance, a row and a result that do not add up", () => {
    expect(findings({ [applications("total", "newlyReceived")]: 5 })).toEqual([
      "t3-balance applications/total/newlyReceived undefined≠undefined",
      "t3-row-sum applications/total/newlyReceived 0≠5",
    ]);
    expect(
      findings({
        [applications("naturalPerson", "results/granted")]: 3,
        [applications("total", "results/granted")]: 3,
      }),
    ).toEqual([
      "t3-result-sum applications/naturalPerson/results/total 3≠0",
      "t3-result-sum applications/total/results/total 3≠0",
      "t3-group-zero applications/naturalPerson/results/total undefined≠0",
      "t3-group-zero applications/total/results/total undefined≠0",
    ]);
  });

  it("a block of table 4 whose 总计 is not the sum of its parts", () => {
    expect(
      findings({
        "reviewAndLitigation/reconsideration/upheld": 10,
        "reviewAndLitigation/reconsideration/corrected": 1,
      }),
    ).toEqual(["t4-block-sum reviewAndLitigation/reconsideration/total 11≠0"]);
  });

  it("negative and broken counts; 本年增/减 may be negative, an amount may have decimals", () => {
    expect(
      findings({
        "proactiveDisclosure/administrativePenalties/itemsChange": -185,
        "proactiveDisclosure/centralizedProcurement/amount": 2018359.39,
        "proactiveDisclosure/regulations/newlyMade": -1,
        "proactiveDisclosure/regulations/totalDisclosed": 1.5,
      }),
    ).toEqual([
      "nonneg proactiveDisclosure/regulations/newlyMade >= 0≠-1",
      "integer proactiveDisclosure/regulations/totalDisclosed undefined≠1.5",
    ]);
  });

  it("what table 2 says of itself", () => {
    expect(
      findings({
        "proactiveDisclosure/regulations/newlyDisclosed": 7,
        "proactiveDisclosure/administrativeLicensing/priorYearItems": 21,
        "proactiveDisclosure/administrativeLicensing/itemsChange": 19,
        "proactiveDisclosure/administrativeLicensing/decisions": 40,
      }),
    ).toEqual([
      "f3-disclosed-le proactiveDisclosure/regulations/totalDisclosed 7≠0",
      "f3-decisions-misfill proactiveDisclosure/administrativeLicensing/decisions 40≠40",
    ]);
  });

  it("a blank operand makes a rule not assessable and never counts as zero", () => {
    expect(
      findings({
        [applications("naturalPerson", "newlyReceived")]: null,
        [applications("total", "newlyReceived")]: 1,
        [applications("total", "carriedForward")]: 1,
      }),
    ).toEqual(["t3-row-sum applications/total/carriedForward 0≠1", "not-assessable 1", "not-assessable 1"]);
  });

  it.each([
    ["共受理政府信息公开申请5件。", ["n-received applications/total/newlyReceived 5≠0"]],
    ["共受理政府信息公开申请0件。", []],
    ["代表区政府受理政府信息公开申请5件。", []],
    [
      "答复3件（含上年度结转申请1件，另有2件顺延到下年度答复）。",
      [
        "n-replied applications/total/results/total 3≠0",
        "n-replied applications/total/carriedOver 1≠0",
        "n-replied applications/total/carriedForward 2≠0",
      ],
    ],
    [
      "其中，予以公开4件、部分公开0件、不予公开1件。",
      [
        "n-groups applications/total/results/granted 4≠0",
        "n-groups applications/total/results/denied/stateSecret 1≠0",
      ],
    ],
    [
      "行政复议2件，其中结果维持1件；行政诉讼0件。",
      [
        "n-review reviewAndLitigation/reconsideration/total 2≠0",
        "n-review reviewAndLitigation/reconsideration/upheld 1≠0",
      ],
    ],
    [
      "收取信息处理费2230元，其中甲局880元、乙局1070元、丙局270元。",
      ["n-fee /report/facts/0/value 2220≠2230"],
    ],
    ["收取信息处理费2220元，其中甲局880元、乙局1070元、丙局270元。", []],
  ])("text against tables: %s", (sentence, expected) => {
    expect(findings({}, [sentence])).toEqual(expected);
  });
});

describe("applications received, in words that may count those carried over", () => {
  const [own, carried] = [applications("total", "newlyReceived"), applications("total", "carriedOver")];
  const said = (sentence: string) =>
    findings({ [own]: 70, [carried]: 7 }, [sentence]).filter((one) => one.startsWith("n-received"));

  it.each([
    ["新收政府信息公开申请70件。", []],
    ["新收政府信息公开申请77件。", ["n-received applications/total/newlyReceived 77≠70"]],
    ["共受理政府信息公开申请77件。", []],
    ["共受理政府信息公开申请78件。", ["n-received applications/total/newlyReceived 78≠70"]],
    ["全年收办政府信息公开申请77件。", []],
    ["收到申请77件（含上年结转7件）。", []],
    ["收到申请70件（含上年结转7件）。", ["n-received applications/total/newlyReceived 70≠77"]],
    // Only the first figure of a sentence is sure to be about all of them.
    ["共受理政府信息公开申请77件，办理政府信息公开申请60件。", []],
  ])("%s", (sentence, expected) => {
    expect(said(sentence)).toEqual(expected);
  });
});

describe("text that corrects a number of a table", () => {
  const licensing = "proactiveDisclosure/administrativeLicensing/decisions";

  it.each([
    "更正：上表行政许可处理决定数量应为99件。",
    "注：行政许可处理决定数量含上年3件，实际为 9 件。",
    "表二中“行政许可”的处理决定数量有误，应为９９件",
    "原报告中行政许可处理决定数量有误，现更正为99件",
    "（本报告于3月5日更正：行政许可处理决定数量由12更正为99）",
  ])("%s", (said) => {
    expect(findings({ [licensing]: 12 }, ["灯塔修好了。", said])).toEqual([
      expect.stringMatching(/^n-correction proactiveDisclosure\/administrativeLicensing\/decisions \d+≠12$/u),
    ]);
  });

  it.each([
    "注：上表行政许可处理决定数量为上半年数据。",
    "备注：行政许可处理决定数量系上年度统计数",
    "注：行政许可处理决定数量截至11月底数据。",
    "注：行政许可处理决定数量为2009年数据。",
    "备 注：行政许可处理决定数量系上年度统计数",
    "勘误：行政许可处理决定数量系上半年数据。",
    "说明：行政处罚处理决定数量是2034年统计数，行政许可处理决定数量是2009年统计数。",
  ])("a note on the time of a number: %s", (said) => {
    expect(findings({ [licensing]: 12 }, [said])).toEqual([
      expect.stringContaining(`n-correction ${licensing}`),
    ]);
  });

  it.each([
    "注：行政许可处理决定数量截至12月31日统计。",
    "全年行政许可处理决定数量为上半年数据的两倍。",
    "注：行政许可处理决定数量按决定书计。",
    "说明：行政许可处理决定数量有所增加，主要是去年统计口径不同。",
    "更正：上表行政许可处理决定数量应为12件。",
    "对有误的行政许可公示信息及时更正，全年更正为3条。",
    "注：上表总计应为99件。",
    "将办理行政许可的时限由20个工作日修改为10个工作日。",
  ])("is none in %s", (said) => {
    expect(findings({ [licensing]: 12 }, [said])).toEqual([]);
  });

  it("also below a heading, and in a table of 原文 and 更正", () => {
    const expected = [expect.stringContaining(`n-correction ${licensing} 99≠12`)];
    const below = ["六、更正说明", "行政许可处理决定数量应为99件。"];
    expect(findings({ [licensing]: 12 }, ["更正说明", below[1]!])).toEqual(expected);
    expect(findings({ [licensing]: 12 }, below)).toEqual(expected);
    const table = (values: readonly string[]) => ({
      within: null,
      title: "勘误表",
      columns: ["原文", "更正"],
      rows: [{ labels: ["表二 行政许可", "处理决定数量"], values }],
    });
    expect(findings({ [licensing]: 12 }, [], [table(["12", "99件"])])).toEqual(expected);
    expect(findings({ [licensing]: 12 }, [], [table(["99", "12"])])).toEqual([]);
    expect(
      findings({ [licensing]: 12 }, [], [{ ...table(["11", "99"]), title: "附表", columns: [] }]),
    ).toEqual([]);
  });
});
