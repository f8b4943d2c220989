import { describe, expect, test } from "vitest";
import { convert, parseTemplate, templates } from "../../src/index.ts";
import type { Conversion } from "../../src/model/index.ts";
import { startPanel } from "../../src/panel/index.ts";
import type { Mergers, PanelIssuer } from "../../src/panel/index.ts";
import type { ReportTruth } from "../support/factory/index.ts";
import { asText, drawYears, issuer, withValues } from "./archive.ts";

async function conversionOf(truth: ReportTruth, at = 0): Promise<Conversion> {
  return convert({ name: `${truth.year}-${at}.txt`, bytes: asText(truth) });
}

async function panelOf(truths: readonly ReportTruth[], mergers?: Mergers): Promise<readonly PanelIssuer[]> {
  const panel = startPanel({ templates, ...(mergers ? { mergers } : {}) });
  // Any order will do.
  for (const [at, truth] of [...truths].reverse().entries())
    expect(panel.add(await conversionOf(truth, at))).toBe(null);
  return [...panel.issuers()];
}

/** Findings as short lines: rule, year, path, both sides. */
async function findings(truths: readonly ReportTruth[], mergers?: Mergers): Promise<string[]> {
  const lines = (await panelOf(truths, mergers)).flatMap((one) => one.findings);
  return lines.map(
    ({ rule, year, path, expected, actual }) =>
      `${rule} ${year} ${path.replace("/report/", "")} ${expected} ${actual}`,
  );
}

test("years that follow from one another: no finding, over both forms and all rules", async () => {
  for (let seed = 1; seed <= 7; seed += 1) {
    const [one] = await panelOf(drawYears(seed, [2019, 2020, 2021, 2022, 2023]));
    expect(one!.findings, `seed ${seed}`).toEqual([]);
    expect(one!.assessed).toMatchObject({
      "x-carry": { held: 28, broken: 0, notAssessable: 0 },
      "x-inforce": { held: 4, broken: 0, notAssessable: 0 },
      "x-items": { held: 5, broken: 0, notAssessable: 0 },
    });
  }
});

test("small offices that differ little: no finding either", async () => {
  for (let seed = 1; seed <= 7; seed += 1)
    expect(await findings(drawYears(seed, [2021, 2022, 2023], { scale: "town" }))).toEqual([]);
});

test("applications carried over are last year's carried forward, across the change of form too", async () => {
  for (const year of [2020, 2021, 2022]) {
    const truths = drawYears(3, [year - 1, year]);
    const path = "applications.naturalPerson.carriedOver";
    const was = truths[1]!.values[path]!;
    expect(await findings([truths[0]!, withValues(truths[1]!, { [path]: was + 4 })])).toEqual([
      `x-carry ${year} tables/applications/naturalPerson/carriedOver ${was} ${was + 4}`,
    ]);
  }
});

test("the stock in force follows from issued and repealed, within the form of 2021 only", async () => {
  const path = "proactiveDisclosure.normativeDocuments.inForce";
  const truths = drawYears(4, [2021, 2022]);
  const was = truths[1]!.values[path]!;
  expect(await findings([truths[0]!, withValues(truths[1]!, { [path]: was + 1 })])).toEqual([
    `x-inforce 2022 tables/proactiveDisclosure/normativeDocuments/inForce ${was} ${was + 1}`,
  ]);
  const border = drawYears(4, [2020, 2021]);
  expect(await findings([border[0]!, withValues(border[1]!, { [path]: 9_999 })])).toEqual([]);
});

test("items are last year's and their change, within the form of 2019 only", async () => {
  const path = "proactiveDisclosure.administrativeLicensing.priorYearItems";
  const truths = drawYears(5, [2019, 2020]);
  const was = truths[1]!.values[path]!;
  expect(await findings([truths[0]!, withValues(truths[1]!, { [path]: was + 2 })])).toEqual([
    `x-items 2020 tables/proactiveDisclosure/administrativeLicensing/priorYearItems ${was} ${was + 2}`,
  ]);
});

test("a table printed a second time with the figures of the year before", async () => {
  const [before, after] = drawYears(6, [2022, 2023], { scale: "city" });
  const copied = Object.fromEntries(
    Object.entries(before!.values).filter(([path]) => path.startsWith("reviewAndLitigation.")),
  );
  expect(await findings([before!, withValues(after!, copied)])).toEqual([
    "x-identical 2023 tables/reviewAndLitigation null null",
  ]);
});

test("prose taken over with new figures", async () => {
  const [before, after] = drawYears(7, [2022, 2023]);
  const sections = before!.sections.map((section) => ({
    ...section,
    paragraphs: section.paragraphs.map((text) => text.replace(/2022/gu, "2023").replace(/\d+件/gu, "8件")),
  }));
  const [found, ...others] = await findings([before!, { ...after!, sections }]);
  expect(others).toEqual([]);
  expect(found).toMatch(/^x-copied 2023 sections null (1|0\.9\d?)$/u);
});

test("what is left of a table that could not be read is nobody's prose", async () => {
  const labels = templates
    .find(({ id }) => id === "2014")!
    .tables[0]!.blocks[0]!.rows.map(({ enumerator, label, unit }) => `${enumerator}${label}${unit}`);
  const [before, after] = drawYears(16, [2022, 2023]);
  const withRest = (truth: ReportTruth, figure: number): ReportTruth => ({
    ...truth,
    sections: truth.sections.map((section) =>
      section.number === 5
        ? { ...section, paragraphs: [...section.paragraphs, labels.join(`${figure}`)] }
        : section,
    ),
  });
  expect(await findings([withRest(before!, 3), withRest(after!, 17)])).toEqual([]);
});

test("a blank cell leaves the rule open, and a year apart is compared with nothing", async () => {
  const truths = drawYears(8, [2021, 2022]);
  const [one] = await panelOf([
    truths[0]!,
    withValues(truths[1]!, { "applications.total.carriedOver": null }),
  ]);
  expect(one!.findings).toEqual([]);
  expect(one!.assessed["x-carry"]).toEqual({ held: 6, broken: 0, notAssessable: 1 });
  const [apart] = await panelOf(drawYears(8, [2020, 2022, 2024]));
  expect(apart!.findings).toEqual([]);
  expect(apart!.years.map(({ year, kind }) => `${year} ${kind}`)).toEqual([
    "2020 one",
    "2021 gap",
    "2022 one",
    "2023 gap",
    "2024 one",
  ]);
});

test("duplicate and revised reports are told apart and all listed", async () => {
  const [first, second, third] = drawYears(9, [2021, 2022, 2023]);
  const path = "applications.naturalPerson.carriedOver";
  const revised = withValues(second!, { [path]: second!.values[path]! + 1 });
  const [one] = await panelOf([first!, first!, second!, revised, third!]);
  expect(one!.years.map(({ kind, reports }) => [kind, reports.length])).toEqual([
    ["duplicate", 2],
    ["revised", 2],
    ["one", 1],
  ]);
  // The one whose sums hold stands for its year, and the other's numbers beside its own.
  expect(one!.findings).toEqual([]);
  expect([...one!.years[1]!.otherReadings]).toEqual([
    ["/report/tables/applications/naturalPerson/carriedOver", [second!.values[path]! + 1]],
  ]);
});

test("spellings of one issuer are one, and offices merged by the mapping are not held against each other", async () => {
  const truths = drawYears(10, [2021, 2022, 2023]);
  const renamed = (truth: ReportTruth, name: string): ReportTruth => ({
    ...truth,
    issuer: name,
    titleLines: [`${name}${truth.year}年政府信息公开工作年度报告`],
  });
  const spelled = [truths[0]!, renamed(truths[1]!, "霁溪縣人民政府"), renamed(truths[2]!, "霁溪县")];
  const panel = await panelOf(spelled);
  expect(panel.map(({ name, years }) => [name, years.length])).toEqual([[issuer, 3]]);

  const other = renamed(drawYears(11, [2021])[0]!, "苔岭乡人民政府");
  expect((await panelOf([...truths, other])).length).toBe(2);
  const [merged, ...others] = await panelOf([...truths, other], new Map([["苔岭乡", issuer]]));
  expect(others).toEqual([]);
  expect(merged!.years.map(({ kind }) => kind)).toEqual(["merged", "one", "one"]);
  expect(merged!.findings).toEqual([]);
});

test("what has no place says why", async () => {
  const panel = startPanel({ templates });
  const conversion = await conversionOf(drawYears(12, [2022])[0]!);
  const report = conversion.report!;
  expect(panel.add({ ...conversion, report: null })).toBe("no-report");
  expect(panel.add({ ...conversion, report: { ...report, issuer: null } })).toBe("no-issuer");
  expect(panel.add({ ...conversion, report: { ...report, year: null } })).toBe("no-year");
  expect(panel.add({ ...conversion, report: { ...report, year: 1e15 } })).toBe("no-year");
  expect(panel.add({ ...conversion, layouts: { applications: "other" } })).toBe("unknown-layout");
  expect([...panel.issuers()]).toEqual([]);
});

describe("rules that a form has from year to year", () => {
  const annex = (year: number, rows: readonly (readonly [string, number, number])[]) =>
    convert({
      name: `${year}.txt`,
      bytes: new TextEncoder().encode(
        `清溪县统计局${year}年政府信息公开年度报告\n一、概述\n概述的话。\n附表：\n指标名称\t计量单位\t${year}年度\t历年累计\n${rows
          .map(([label, current, cumulative]) => `${label}\t条\t${current}\t${cumulative}\n`)
          .join("")}`,
      ),
    });
  const rows = (website: number, all: number) =>
    [
      ["主动公开信息数", 9, 64],
      ["其中：1、网站公开", website, all],
      ["2、政府公报公开", 1, 3],
      ["受理依申请公开信息总数", 5, 12],
      ["其中：1、当面申请数", 5, 12],
      ["对申请的答复总数", 5, 12],
      ["其中：1、同意公开答复数", 5, 12],
    ] as const;
  const later = (website: number, all: number) =>
    rows(website, all).map(([label, current, cumulative]) =>
      label.includes("网站")
        ? ([label, current, cumulative] as const)
        : ([label, current, cumulative + current] as const),
    );
  const fujian = async (website: number, all: number) => {
    const panel = startPanel({ templates });
    expect(panel.add(await annex(2012, rows(8, 61)))).toBe(null);
    expect(panel.add(await annex(2013, later(website, all)))).toBe(null);
    return [...panel.issuers()][0]!;
  };

  test("the sum of all years is last year's and this year's figure together", async () => {
    const { findings, assessed } = await fujian(8, 69);
    expect(findings).toEqual([]);
    expect(assessed["f2-cumulative"]).toMatchObject({ held: 7, broken: 0 });
  });

  test("broken, it names the cell and both numbers", async () => {
    const { findings } = await fujian(8, 68);
    expect(
      findings.map(({ rule, severity, year, path, expected, actual }) => [
        rule,
        severity,
        year,
        path,
        expected,
        actual,
      ]),
    ).toEqual([
      ["f2-cumulative", "warning", 2013, "/report/tables/annexFujian/disclosed/website/cumulative", 69, 68],
    ]);
  });
});

test("a form of one's own brings its own rules across years", async () => {
  const { template, problems } = parseTemplate(
    `id: own
name: 信访工作年报
years: [2020, null]
sections: [{ number: 1, title: 数据 }]
tables:
  - id: letters
    section: 1
    title: 信访情况表
    blocks:
      - columns: [{ key: opened, label: 本年新收, type: count }, { key: open, label: 年末未结, type: count }]
        rows: [{ key: mail, label: 来信 }, { key: visit, label: 来访 }]
acrossYears:
  - id: own-open
    table: letters
    each: row
    expression: open <= lastYear.open + opened
    meaning: 未结数不会多于上年未结与本年新收之和
`,
    "own.yaml",
  );
  expect(problems).toEqual([]);
  const panel = startPanel({ templates: [template!, ...templates] });
  for (const [year, open] of [
    [2021, 4],
    [2022, 9],
    [2023, 20],
  ] as const) {
    const text = `清溪县信访局${year}年信访工作年报\n一、数据\n\t本年新收\t年末未结\n来信\t6\t${open}\n来访\t6\t3\n`;
    panel.add(
      await convert(
        { name: `${year}.txt`, bytes: new TextEncoder().encode(text) },
        { templates: [template!, ...templates] },
      ),
    );
  }
  const [one] = panel.issuers();
  // The cell stands on the left: it prints 20, and 15 would be the most.
  expect(one!.findings).toMatchObject([
    { rule: "own-open", year: 2023, path: "/report/tables/letters/mail/open", expected: 15, actual: 20 },
  ]);
  expect(one!.assessed["own-open"]).toEqual({ held: 3, broken: 1, notAssessable: 0 });
});

test.each([
  ["expression: lastYear.gone + opened == open", "gone"],
  ["expression: opened", "== "],
])("what a rule across years may have wrong is told: %s", (line, said) => {
  const { problems } = parseTemplate(
    `id: own\nname: 年报\nyears: [2020, null]\ntables: [{ id: t, title: 表, blocks: [{ columns: [{ key: opened, label: 新收, type: count }, { key: open, label: 未结, type: count }], rows: [{ key: a, label: 甲 }] }] }]\nacrossYears:\n  - { id: own-open, table: t, each: row, ${line} }\n`,
    "own.yaml",
  );
  expect(problems.map(({ message }) => message).join()).toContain(said);
});

test("issuers of one name in two places never share a panel, whatever their years", async () => {
  const panel = startPanel({ templates });
  const truths = drawYears(13, [2021, 2022]).map((truth) => ({
    ...truth,
    issuer: "朝阳区人民政府",
    titleLines: [`朝阳区人民政府${truth.year}年政府信息公开工作年度报告`],
  }));
  for (const folder of ["北京市", "吉林省/长春市"])
    for (const truth of truths) {
      const conversion = await conversionOf(truth);
      panel.add({ ...conversion, source: { ...conversion.source, name: `${folder}/${truth.year}.txt` } });
    }
  expect(
    [...panel.issuers()].map(({ id, place, years }) => [id, place, years.map(({ kind }) => kind)]),
  ).toEqual([
    ["110105", "北京市朝阳区", ["one", "one"]],
    ["220104", "吉林省长春市朝阳区", ["one", "one"]],
  ]);
});
