import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawReport, plain, renderings } from "../../support/factory/index.ts";
import { valueAt } from "../../../src/record/index.ts";
import { folder, ledger, lines, put, runBatch } from "../support.ts";

const root = folder();
const repository = fileURLToPath(new URL("../../..", import.meta.url));
const out = join(root, "out");
const rendered = (seed: number, id: string): Uint8Array =>
  renderings.find((it) => it.id === id)!.render(drawReport(seed, plain));
const ofOneOffice = (seed: number): Uint8Array =>
  renderings
    .find(({ id }) => id === "html")!
    .render(
      drawReport(seed, {
        ...plain,
        fill: "unique",
        year: 2023,
        office: { issuer: "青石市人民政府", seat: "青石市", self: "本市" },
      }),
    );
const CHAOYANG = "朝阳区人民政府";
const html = (issuer: string, value: number, other = 7, signature = ""): string =>
  `<title>${issuer}2023年政府信息公开工作年度报告</title><h1>${issuer}2023年政府信息公开工作年度报告</h1>
<p>一、总体情况</p><p>无。</p><p>二、主动公开政府信息情况</p><table><tr><th>信息内容</th><th>本年处理决定数量</th></tr>
<tr><td>行政许可</td><td>${value}</td></tr><tr><td>行政处罚</td><td>${other}</td></tr></table><p>三、其他</p><p>无。</p><p>${signature}</p>`;

beforeAll(async () => {
  put(join(root, "in"), {
    "a/page.html": rendered(1, "html"),
    "a/form.docx": rendered(1, "docx-word"),
    "北京市/1.html": html(CHAOYANG, 5),
    "吉林省长春市/1.html": html(CHAOYANG, 6),
    "flat/1.html": html("桥西区教育局", 5),
    "flat/2.html": html("桥西区教育局", 6),
    "signed/1.html": html("鼓楼区教育局", 8, 7, "南京市鼓楼区教育局"),
    "signed/2.html": html("鼓楼区教育局", 8, 7, "徐州市鼓楼区教育局"),
    "signed/3.html": html("鼓楼区教育局", 8),
    "signed/4.html": html("市教育局", 8, 7, "淮安市教育局"),
    "apart/1.html": ofOneOffice(5),
    "apart/2.html": ofOneOffice(6),
    "revised/1.html": rendered(3, "html"),
    "revised/2.html": renderings
      .find(({ id }) => id === "html")!
      .render(drawReport(3, { ...plain, plant: ["t3-row-sum"] })),
  });
  await runBatch([join(root, "in")], out, { formats: ["csv"] });
});
afterAll(() => rmSync(root, { recursive: true }));

/** Rows of a table of the dataset as records; no field of these has a comma in it. */
function rows(name: string): Record<string, string>[] {
  const [header, ...others] = lines(join(out, name)).map((line) => line.trim().split(","));
  return others.map((fields) => Object.fromEntries(header!.map((column, at) => [column, fields[at]!])));
}
const byName = (name: string) => ledger(out).find((row) => row.name.endsWith(name))!;

test("copies of one report are one row, and the form as filled in stands for it", () => {
  const [page, form] = [byName("a/page.html"), byName("a/form.docx")];
  expect(page["report_id"]).toBe(form["report_id"]);
  expect([page["preferred"], form["preferred"]]).toEqual([false, true]);
  expect(rows("reports.csv").find(({ report_id }) => report_id === form["report_id"])).toMatchObject({
    copies: "2",
    agrees: "true",
    preferred_why: "format",
  });
});

test("issuers of one name in two places are two, told by the folder", () => {
  expect([byName("北京市/1.html"), byName("吉林省长春市/1.html")].map(({ report_id }) => report_id)).toEqual([
    "110105:2023",
    "220104:2023",
  ]);
});

test("copies that differ are one report whose cells say so, in both", () => {
  const id = byName("revised/1.html")["report_id"];
  expect(rows("reports.csv").find(({ report_id }) => report_id === id)).toMatchObject({
    copies: "2",
    agrees: "false",
    preferred_source: expect.stringContaining("revised/1.html"),
    preferred_why: "fewest doubts",
  });
  const differing = rows("cells.csv").filter(
    ({ report_id, rules }) => report_id === id && rules!.split(" ").includes("copies-differ"),
  );
  const at = new Map<string, string[]>();
  for (const { row, column, value } of differing)
    at.set(`${row} ${column}`, [...(at.get(`${row} ${column}`) ?? []), value!]);
  expect(at.size).toBeGreaterThan(0);
  for (const [one, other, ...others] of at.values()) expect([one === other, others]).toEqual([false, []]);
});

test("copies that differ everywhere: every cell says so, the findings name twenty and how many there are", () => {
  const id = byName("apart/1.html")["report_id"];
  const cells = rows("cells.csv").filter(
    ({ report_id, rules, preferred }) =>
      report_id === id && preferred === "true" && rules!.split(" ").includes("copies-differ"),
  );
  const findings = rows("findings.csv").filter(
    ({ report_id, rule, preferred }) => report_id === id && preferred === "true" && rule === "copies-differ",
  );
  expect(cells.length).toBeGreaterThan(20);
  expect(findings).toHaveLength(20);
  expect(findings[0]!["message"]).toContain(`Cells differ (${cells.length}) from those in `);
});

test("files of a name that several offices bear, with other numbers: what is alike in both is in doubt, too", () => {
  const cells = rows("cells.csv").filter(({ issuer, value }) => issuer === "桥西区教育局" && value !== "");
  expect(cells.map(({ value, rules }) => `${value} ${rules}`).sort()).toEqual([
    "5 copies-differ offices-may-differ",
    "6 copies-differ offices-may-differ",
    ...["7", "7"].map((value) => `${value} offices-may-differ`),
  ]);
});

test("files of such a name with the same numbers, signed in two places, are in doubt, too; one place alone decides", () => {
  const cells = rows("cells.csv").filter(({ issuer, value }) => issuer === "鼓楼区教育局" && value !== "");
  expect(new Set(cells.map(({ rules }) => rules))).toEqual(new Set(["offices-may-differ"]));
  expect(cells).toHaveLength(6);
  expect(rows("reports.csv").find(({ issuer }) => issuer === "鼓楼区教育局")).toMatchObject({
    agrees: "false",
    division_code: "",
    place_candidates: "320106 320302",
  });
  const signed = rows("reports.csv").find(({ issuer }) => issuer === "市教育局");
  expect(signed).toMatchObject({ division_code: "3208", level: "prefecture", placed_by: "signature" });
});

test("every row of every table points at a report", () => {
  const ids = new Set(rows("reports.csv").map(({ report_id }) => report_id));
  for (const name of ["cells.csv", "findings.csv"])
    expect(rows(name).filter(({ report_id }) => !ids.has(report_id))).toEqual([]);
  const { resources } = JSON.parse(readFileSync(join(out, "datapackage.json"), "utf8"));
  const keys = resources.flatMap(({ name, schema }: { name: string; schema?: { foreignKeys?: object } }) =>
    schema?.foreignKeys ? [name] : [],
  );
  expect(keys).toEqual(["cells-csv", "findings-csv", "ledger-csv"]);
});

test("the README's question gets the number the report prints, not that of all its copies", async () => {
  const answer = join(root, "answer");
  await runBatch([join(repository, "corpus/2021")], answer, { formats: ["csv"] });
  const [header, ...others] = lines(join(answer, "cells.csv")).map((line) => line.trim().split(","));
  const of = (fields: string[], column: string): string => fields[header!.indexOf(column)]!;
  const asked = { preferred: "true", flag: "", table: "applications", row: "newlyReceived", column: "total" };
  const applications = others
    .filter((fields) => Object.entries(asked).every(([column, value]) => of(fields, column) === value))
    .reduce((sum, fields) => sum + Number(of(fields, "value")), 0);
  const golden = JSON.parse(readFileSync(join(repository, "golden/2021/fanwan/record.json"), "utf8"));
  expect(applications).toBe(valueAt(golden, "applications.total.newlyReceived"));
});
