import { expect, test } from "vitest";
import { formCells, putCell } from "../../src/arithmetic/paths.ts";
import { withRecords } from "../../src/arithmetic/records.ts";
import { checkReport } from "../../src/checks/index.ts";
import { convert, parseTemplate, templates, word } from "../../src/index.ts";
import type { AnnualReport, Conversion, Diagnostic, Template } from "../../src/model/index.ts";
import { startPanel } from "../../src/panel/index.ts";
import { asText, drawYears, withValues } from "../panel/archive.ts";
import {
  drawArchive,
  drawReport,
  layOut,
  plantableRules,
  renderings,
  renderTextFile,
} from "../support/factory/index.ts";

/** The form as a report has it: where there are records of it, one. */
const printed = (form: Template): Template => (form.records ? withRecords(form, ["青石"]) : form);

/** A report on a form, its cells filled by `fill`. */
function reportOn(form: Template, fill: (index: number) => number | null): AnnualReport {
  const root: Record<string, unknown> = {};
  for (const [index, { steps }] of printed(form)
    .tables.flatMap((table) => formCells(table))
    .entries())
    putCell(root, steps, fill(index));
  return { tables: root, sections: [], otherTables: [], facts: [] } as unknown as AnnualReport;
}

function at(root: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce((node, step) => (node as Record<string, unknown> | null | undefined)?.[step], root);
}

/** Findings whose `actual` is not the value at their `path`. */
const untrue = (root: unknown, diagnostics: readonly Diagnostic[]) =>
  diagnostics.filter(
    ({ path, actual }) => path !== undefined && actual !== undefined && at(root, path) !== actual,
  );

test.each(templates.map((template) => [template.id, template] as const))(
  "what a finding of form %s says a cell is, it is; both sides are the sums of their cells",
  (_, template) => {
    const layouts = Object.fromEntries(printed(template).tables.map(({ id }) => [id, template.id]));
    const raised = new Set<string>();
    for (const step of [3, 7, 11, -5, 2, 5]) {
      const report = reportOn(template, (index) => (index * step * step + step) % 13);
      const found = checkReport(report, {}, layouts, [template]);
      expect(untrue({ report }, found)).toEqual([]);
      for (const { rule, relation } of found) {
        raised.add(rule);
        for (const { sum, terms } of relation ? [relation.left, relation.right] : []) {
          expect(terms.every(({ label }) => label !== "")).toBe(true);
          if (terms.some(({ label, pointers }) => pointers.length === 0 || label.endsWith("(…)"))) continue;
          const values = terms.flatMap(({ sign, pointers }) =>
            pointers.map((pointer) => sign * (at({ report }, pointer) as number)),
          );
          expect(values.reduce((total, value) => total + value, 0)).toBe(sum);
        }
      }
    }
    expect(template.rules.map(({ id }) => id).filter((id) => !raised.has(id) && !RARE.has(id))).toEqual([]);
  },
);

/** Rules that only a report of zeros, of numbers chosen for them, or of several forms breaks. */
const RARE = new Set(["t3-group-zero", "f3-decisions-misfill", "three-public-part"]);

test("and so in every report of the factory", async () => {
  for (const [index, plant] of plantableRules.entries()) {
    const rendering = renderings[(index * 5) % renderings.length]!;
    const truth = drawReport(index + 1, { plant: [plant] });
    const name = `report.${rendering.extension}`;
    const conversion = await convert({ name, bytes: await rendering.render(truth) });
    expect(untrue(conversion, conversion.diagnostics)).toEqual([]);
  }
});

test.each([
  [2020, "applications.naturalPerson.carriedOver", "x-carry"],
  [2020, "proactiveDisclosure.administrativeLicensing.priorYearItems", "x-items"],
  [2023, "proactiveDisclosure.normativeDocuments.inForce", "x-inforce"],
])("and so of %d across years, where %s is wrong", async (year, changed, rule) => {
  const panel = startPanel({ templates });
  const [before, truth] = drawYears(3, [year - 1, year]);
  const after = withValues(truth!, { [changed]: truth!.values[changed]! + 3 });
  const root = await convert({ name: "after.txt", bytes: asText(after) });
  panel.add(await convert({ name: "before.txt", bytes: asText(before!) }));
  panel.add(root);
  const found = [...panel.issuers()].flatMap(({ findings }) => findings);
  const path = `/report/tables/${changed.replaceAll(".", "/")}`;
  expect(found).toMatchObject([{ rule, path, expected: truth!.values[changed]! }]);
  expect(found.map(({ actual }) => actual)).toEqual([at(root, path)]);
});

test.each([1, 2, 3])("and so where the sum of all years since 2008 is wrong, archive %d", async (seed) => {
  const { reports, breaks } = drawArchive(seed, "f2-cumulative");
  const panel = startPanel({ templates });
  const conversions = await Promise.all(
    reports.map((truth) =>
      convert({ name: `${truth.year}.txt`, bytes: renderTextFile(layOut(truth), "tabbed") }),
    ),
  );
  for (const conversion of conversions) panel.add(conversion);
  const found = [...panel.issuers()].flatMap(({ findings }) => findings);
  const cumulative = found.filter(({ rule }) => rule === "f2-cumulative");
  expect(cumulative.length).toBe(breaks.filter(({ rule }) => rule === "f2-cumulative").length);
  for (const { year, path, expected, actual } of cumulative) {
    const conversion = conversions[reports.findIndex((report) => report.year === year)];
    expect(path).toMatch(/\/cumulative$/u);
    expect(actual).toBe(at(conversion, path));
    expect(expected).not.toBe(actual);
  }
});

async function stock(before: number, used: number, left: number): Promise<Conversion["diagnostics"]> {
  const form = `id: stock
name: 库存表
years: [2020, null]
sections: [{ number: 1, title: 库存情况 }]
tables:
  - id: stock
    section: 1
    title: 库存情况
    blocks:
      - columns: [{ key: seeds, label: 种子, type: count }]
        rows: [{ key: before, label: 年初数 }, { key: used, label: 领用数 }, { key: after, label: 年末数 }]
rules:
  - { id: stock-left, table: stock, each: column, expression: before == used + after }
`;
  const { template } = parseTemplate(form, "stock.yaml");
  const text = `一、库存情况\n\n| 项目 | 种子 |\n|---|---|\n| 年初数 | ${before} |\n| 领用数 | ${used} |\n| 年末数 | ${left} |\n`;
  const { diagnostics } = await convert(
    { name: "stock.md", bytes: new TextEncoder().encode(text) },
    { templates: [template!] },
  );
  return diagnostics;
}

test("a total on the left is what is said to be wrong, and by how much", async () => {
  const found = (await stock(10, 3, 5)).filter(({ severity }) => severity === "error");
  expect(found).toMatchObject([
    {
      rule: "stock-left",
      path: "/report/tables/stock/before/seeds",
      expected: 8,
      actual: 10,
      message:
        "年初数 / 种子: 年初数 = 领用数 + 年末数 does not hold, 10 against 8 (table 1, row 2, column 2, line 5).",
      relation: {
        within: "种子",
        left: {
          sum: 10,
          terms: [{ sign: 1, label: "年初数", pointers: ["/report/tables/stock/before/seeds"] }],
        },
        right: { sum: 8 },
      },
    },
  ]);
});

const layouts = { applications: "2021" };
const form2021 = templates.find(({ id }) => id === "2021")!;
const applications = (changed: Readonly<Record<string, number | null>>) => {
  const cells = form2021.tables.flatMap((table) => formCells(table));
  return reportOn(form2021, (index) => {
    const path = cells[index]!.pointer.replace("/report/tables/applications/", "");
    return path in changed ? changed[path]! : 0;
  });
};

test("where both sides have several cells none of them is to blame", () => {
  const report = applications({ "total/newlyReceived": 7, "naturalPerson/newlyReceived": 7 });
  const found = checkReport(report, {}, layouts, [form2021]);
  expect(found.map(({ rule, expected, actual }) => [rule, expected, actual])).toEqual([
    ["t3-balance", undefined, undefined],
    ["t3-balance", undefined, undefined],
  ]);
  expect(found[0]!.relation).toMatchObject({ within: "自然人", left: { sum: 7 }, right: { sum: 0 } });
});

test("a blank total whose parts are given is one notice, of its row and column together", () => {
  const blank = "total/newlyReceived";
  const path = `/report/tables/applications/${blank}`;
  const report = applications({ [blank]: null, "naturalPerson/newlyReceived": 7 });
  const evidence = { [path]: { raw: "", status: "blank", at: null } } as const;
  const found = checkReport(report, evidence, layouts, [form2021]).filter(
    ({ rule }) => rule === "total-blank",
  );
  expect(found).toEqual([{ rule: "total-blank", severity: "notice", path, expected: 7, actual: null }]);
  expect(checkReport(report, {}, layouts, [form2021]).some(({ rule }) => rule === "total-blank")).toBe(false);
});

test.each(templates.map((template) => [template.id, template] as const))(
  "a sum of form %s that does not hold is said in words",
  (id, form) => {
    const layouts = Object.fromEntries(printed(form).tables.map((table) => [table.id, id]));
    const found = checkReport(
      reportOn(form, (index) => index * index + 1),
      {},
      layouts,
      templates,
    );
    const broken = found.filter(({ relation }) => relation);
    for (const language of ["en", "zh"] as const)
      expect(
        broken
          .map((finding) => word(finding, { language, templates, layouts }))
          .filter((sentence) => sentence.includes('{"')),
      ).toEqual([]);
  },
);
