import { createReadStream, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { csvRecords } from "../../src/batch/plan/manifest.ts";
import { folder, put, runBatch } from "../batch/support.ts";
import { gongkai } from "../cli/command-line.ts";
import { layOut, renderTextFile, renderings } from "../support/factory/index.ts";
import { asText, drawYears, issuer, withValues } from "./archive.ts";

const root = folder();
const at = (name: string): string => join(root, name);
afterAll(() => rmSync(root, { recursive: true }));

const years = drawYears(31, [2021, 2022, 2023]);
const html = renderings.find(({ id }) => id === "html")!;
const path = "applications.naturalPerson.carriedOver";
const revised = withValues(years[1]!, { [path]: years[1]!.values[path]! + 1 });
const named = (name: string, year: number, seed: number) => {
  const [truth] = drawYears(seed, [year]);
  return asText({ ...truth!, issuer: name, titleLines: [`${name}${year}年政府信息公开工作年度报告`] });
};
async function rows(file: string): Promise<Record<string, string>[]> {
  const records: (readonly string[])[] = [];
  for await (const record of csvRecords(createReadStream(at(file), "utf8") as AsyncIterable<string>))
    records.push(record);
  const [head = [], ...others] = records;
  return others.map((fields) => Object.fromEntries(head.map((name, index) => [name, fields[index] ?? ""])));
}

beforeAll(async () => {
  put(at("in"), {
    "2021/a.txt": asText(years[0]!),
    "2021/a.html": html.render(years[0]!),
    "2022/a.txt": asText(years[1]!),
    "2022/b.txt": renderTextFile(layOut(revised), "tabbed"),
    "2023/a.txt": asText(years[2]!),
    "北京市/2021.txt": named("朝阳区人民政府", 2021, 41),
    "吉林省长春市/2022.txt": named("朝阳区人民政府", 2022, 42),
    "note.txt": "今天天气很好。\n",
  });
  await runBatch([at("in")], at("dataset"));
});

test("a dataset is read through its tables: nothing of it is taken for a document, and nothing found is 0", async () => {
  const { code, err } = await gongkai(["panel", at("dataset"), "--out", at("panel")]);
  expect({
    code,
    counts: err
      .split("\n")
      .slice(0, 7)
      .map((line) => line.trim()),
  }).toEqual({
    code: 0,
    counts: [
      "3 issuers, 7 reports",
      "0  years without a report between others",
      "1  years with the same report more than once",
      "1  years with reports of different figures, one of which stands",
      "0  years with reports of offices merged since",
      "1  not in the panel: no report in it",
      expect.stringContaining("0  broken: applications carried over"),
    ],
  });
  expect((await rows("panel/unplaced.csv")).map(({ source }) => source)).toEqual([at("in/note.txt")]);
});

test("a report stands once, and what its other copies say is beside it", async () => {
  const own = (await rows("panel/panel.csv")).filter(
    (row) => row["issuer"] === issuer && row["year"] === "2022",
  );
  expect(own).toHaveLength(200);
  expect(own.filter(({ other_readings }) => other_readings !== "")).toEqual([
    expect.objectContaining({
      column: "naturalPerson",
      row: "carriedOver",
      value: String(years[1]!.values[path]),
      other_readings: String(years[1]!.values[path]! + 1),
      source: at("in/2022/a.txt"),
    }),
  ]);
  expect(
    (await rows("panel/reports.csv"))
      .filter((row) => row["issuer"] === issuer)
      .map(({ year, kind, stands, source }) => `${year} ${kind} ${stands} ${source!.replace(at("in/"), "")}`),
  ).toEqual([
    "2021 duplicate yes 2021/a.html",
    "2021 duplicate no 2021/a.txt",
    "2022 revised yes 2022/a.txt",
    "2022 revised no 2022/b.txt",
    "2023 one yes 2023/a.txt",
  ]);
});

test("issuers of one name in two provinces are two panels", async () => {
  expect(
    (await rows("panel/reports.csv"))
      .filter((row) => row["issuer"] !== issuer)
      .map(({ issuer_id, division_code, place, year }) => [issuer_id, division_code, place, year]),
  ).toEqual([
    ["110105", "110105", "北京市朝阳区", "2021"],
    ["220104", "220104", "吉林省长春市朝阳区", "2022"],
  ]);
});

test.each([
  ["cells.csv", "conversions.jsonl"],
  ["cells.parquet", "cells.csv"],
])("without its records it is read from %s", async (_, gone) => {
  rmSync(at(`dataset/${gone}`));
  const { code } = await gongkai(["panel", at("dataset"), "--out", at(gone)]);
  expect(code).toBe(0);
  expect(readFileSync(at(`${gone}/panel.csv`), "utf8")).toBe(readFileSync(at("panel/panel.csv"), "utf8"));
});

test("what is not finished is told, and one with a contradiction ends with 1", async () => {
  const broken = withValues(years[1]!, {
    [path]: years[1]!.values[path]! + 1,
    "applications.total.carriedOver": years[1]!.values["applications.total.carriedOver"]! + 1,
    "applications.naturalPerson.newlyReceived":
      years[1]!.values["applications.naturalPerson.newlyReceived"]! - 1,
    "applications.total.newlyReceived": years[1]!.values["applications.total.newlyReceived"]! - 1,
  });
  put(at("wrong"), { "1.txt": asText(years[0]!), "2.txt": asText(broken) });
  await runBatch([at("wrong")], at("other"), { formats: ["csv"] });
  const { code, err } = await gongkai(["panel", at("other"), "--out", at("other-panel")]);
  expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining("2  broken: applications") });
  expect(new Set((await rows("other-panel/findings.csv")).map(({ rule }) => rule))).toEqual(
    new Set(["x-carry"]),
  );
  rmSync(at("other/datapackage.json"));
  const unfinished = await gongkai(["panel", at("other"), "--out", at("other-panel")]);
  expect(unfinished).toMatchObject({ code: 2, err: expect.stringContaining("run gongkai merge") });
});

test("offices of one name whose place nothing tells: apart by folder, and in one folder joined with a warning", async () => {
  put(at("undecided"), {
    "甲/2021.txt": named("朝阳区人民政府", 2021, 51),
    "甲/2022.txt": named("朝阳区人民政府", 2022, 52),
    "乙/2023.txt": named("朝阳区人民政府", 2023, 53),
  });
  await runBatch([at("undecided")], at("undecided-dataset"));
  for (const source of ["undecided", "undecided-dataset"]) {
    const { code, err } = await gongkai(["panel", at(source), "--out", at("undecided-panel")]);
    expect([code, err.split("\n")[0]]).toEqual([1, "2 issuers, 3 reports"]);
    const found = (await rows("undecided-panel/findings.csv")).filter(({ rule }) => rule === "x-place");
    expect(found.map(({ year, issuer }) => [year, issuer])).toEqual([["2022", "朝阳区人民政府"]]);
  }
});

test("a panel written into a dataset would replace its findings and reports: 2", async () => {
  const before = readFileSync(at("dataset/findings.csv"));
  const { code, err } = await gongkai(["panel", at("dataset"), "--out", at("dataset")]);
  expect([code, err]).toEqual([2, expect.stringContaining(`${at("dataset")} holds a dataset`)]);
  expect(readFileSync(at("dataset/findings.csv")).equals(before)).toBe(true);
});
