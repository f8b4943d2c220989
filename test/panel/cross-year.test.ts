import { expect, test } from "vitest";
import { convert, templates } from "../../src/index.ts";
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
  for (let seed = 1; seed <= 20; seed += 1) {
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
  for (let seed = 1; seed <= 20; seed += 1)
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
  expect(
    one!.findings.map(({ rule, before, after }) => [rule, before.year, after.source.slice(0, 4)]),
  ).toEqual([["x-carry", 2021, "2022"]]);
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
