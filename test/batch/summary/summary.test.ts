import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { byDivision } from "../../../src/batch/summary/by-division.ts";
import { summaryPage } from "../../../src/batch/summary/summary.ts";
import { placeIssuer } from "../../../src/places/index.ts";
import { browserPath, startBrowser } from "../../page/chromium.ts";
import { layOut, drawReport, plain, renderTextFile } from "../../support/factory/index.ts";
import { folder, put, runBatch } from "../support.ts";

const root = folder();
const at = (name: string): string => join(root, name);
const of = (issuer: string, year: number, seed: number): Uint8Array =>
  renderTextFile(
    layOut({
      ...drawReport(seed, { ...plain, year }),
      issuer,
      titleLines: [`${issuer}${year}年政府信息公开工作年度报告`],
    }),
    "tabbed",
  );
let html = "";

beforeAll(async () => {
  put(at("in"), {
    "1.txt": of("江苏省淮安市洪泽区人民政府", 2021, 1),
    "2.txt": of("江苏省淮安市人民政府", 2022, 2),
    "3.txt": of("青石市人民政府办公室", 2022, 3),
    "一个名字很长而且没有任何空格可以断行的文件夹/没有报告的文件.txt": "今天天气很好。\n",
    "empty.docx": "",
  });
  await runBatch([at("in")], at("out"), { formats: ["csv", "xlsx"], language: "zh" });
  html = readFileSync(at("out/summary.html"), "utf8");
});
afterAll(() => rmSync(root, { recursive: true }));

const plainText = (text: string): string =>
  text
    .replace(/<style>.*?<\/style>/su, "")
    .replace(/<[^>]*>/gu, " ")
    .replace(/\s+/gu, " ");

test("inputs without a record are named, with what became of them", () => {
  const [, part = ""] = /没有记录的输入（2 份）(.*?)<\/table>/su.exec(html) ?? [];
  expect(part).toContain("没有报告的文件.txt</th><td><code>not-a-report");
  expect(part).toContain("empty.docx</th><td><code>empty");
});

test("the files beside it are linked", () => {
  const links = [...html.matchAll(/href="([^"]+)"/gu)].map(([, link]) => link);
  expect(links).toEqual([
    "ledger.csv",
    "reports.csv",
    "cells.csv",
    "findings.csv",
    "datapackage.json",
    "xlsx/2021/",
    "xlsx/2022/",
    "timings.html",
  ]);
});

test("provinces say how much of each level there is, and open for their prefectures", () => {
  expect(plainText(html)).toMatch(
    /江苏省 2 份报告 省级 0\/1 地级 1\/\d+ 县级 1\/\d+ 乡级 0\/\d+ 淮安市 2 份报告 地级 1\/1 县级 1\/\d+ .*另有 1 份报告未载明地区/u,
  );
});

test("offices count for the place they belong to, a place once", () => {
  const placed = ["淮安市洪泽区人民政府", "淮安市洪泽区财政局", "北京市人民政府"].map((name) => ({
    placement: placeIssuer(name),
  }));
  const { provinces, undecided } = byDivision([...placed, { placement: placeIssuer("清溪县人民政府") }]);
  expect(
    provinces.map(({ name, reports, levels }) => [name, reports, levels.map(({ covered }) => covered)]),
  ).toEqual([
    ["北京市", 1, [1, 0, 0, 0]],
    ["江苏省", 2, [0, 0, 1, 0]],
  ]);
  expect(undecided).toBe(1);
});

describe.skipIf(browserPath === undefined)("on a phone (skipped: there is no Chromium)", () => {
  test.each(["summary.html", "timings.html"])("%s has no sideways scroll at 390 px", async (name) => {
    const browser = await startBrowser();
    try {
      const page = await browser.newPage({ viewport: { width: 390, height: 800 } });
      await page.goto(`file://${at(`out/${name}`)}`);
      for (const summary of await page.locator("summary").all()) await summary.click();
      const widths = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        ...[...document.querySelectorAll("td, th, li, p, summary")].map(
          (it) => it.getBoundingClientRect().right,
        ),
      ]);
      expect(Math.max(...widths)).toBeLessThanOrEqual(390);
    } finally {
      await browser.close();
    }
  });

  test("however many years and however long its names, nothing is wider than the screen", async () => {
    const years = new Map(Array.from({ length: 18 }, (_, year) => [2008 + year, 1 + (year % 3)]));
    const long = "某某自治区".repeat(12);
    const page = summaryPage(
      {
        inputs: 1,
        contents: 1,
        records: 1,
        retryable: 0,
        statuses: [["converted-with-findings", 1]],
        issuers: [{ issuer: long, records: 9, years }],
        unusable: [{ name: "a/".repeat(90), status: "damaged", detail: "x".repeat(200) }],
        divisions: byDivision([{ placement: placeIssuer("淮安市洪泽区人民政府") }]),
        unusedCorrections: 0,
        rules: [{ rule: "copies-differ", severity: "warning", documents: 1, example: "y".repeat(300) }],
      },
      { count: 1, names: ["z".repeat(200)] },
      { language: "en", formats: ["csv", "xlsx"] },
    );
    const browser = await startBrowser();
    try {
      const phone = await browser.newPage({ viewport: { width: 390, height: 800 } });
      await phone.setContent(page);
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    } finally {
      await browser.close();
    }
  });
});
