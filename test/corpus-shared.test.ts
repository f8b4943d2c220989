import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { convert, templates } from "../src/index.ts";
import type { Conversion } from "../src/model/index.ts";
import { misread, reportCells } from "./support/cells.ts";

const corpus = new URL("../../shared/corpus/", import.meta.url);
const present = existsSync(corpus);
const folders = present
  ? readdirSync(corpus).filter((name) => existsSync(new URL(`${name}/truth.json`, corpus)))
  : [];

/** Families beside the annual report: none of its reports is read as one of them. */
const neighbours = new Set(templates.filter(({ named }) => named).map(({ id }) => id));

interface Truth {
  readonly year: number;
  readonly values: Readonly<Record<string, number | null>>;
  readonly layout: Readonly<Record<string, string>>;
}

describe.skipIf(!present)("real reports (skipped without ../shared/corpus)", () => {
  it.each(folders)("%s: every cell is the truth, or flagged", async (folder) => {
    const { values, year, layout } = truthOf(folder);
    const conversion = await converted(folder);
    expect(misread(values, conversion, ["right", "missing-flagged", "wrong-flagged"])).toEqual([]);
    expect(conversion.report?.year).toBe(year);
    expect(Object.values(conversion.layouts).filter((id) => neighbours.has(id))).toEqual([]);
    for (const [table, ids] of Object.entries(layout).filter(([id]) => id in conversion.layouts))
      expect(ids.replace(/ \(.*/u, "").split("/")).toContain(conversion.layouts[table]);
  });

  it.each([
    ["2019-shanghai-office", 198],
    ["2020-miaoergou", 198],
    ["2024-hongze", 186],
    ["2024-huaian", 200],
    ["2025-hangzhou-style", 200],
  ])("%s: all %i cells are right, none of them inferred", async (folder, count) => {
    const conversion = await converted(folder);
    const { values } = truthOf(folder);
    expect(misread(values, conversion)).toEqual([]);
    expect(Object.keys(values)).toHaveLength(count);
    expect(reportCells(conversion).filter(({ status }) => status === "inferred")).toEqual([]);
  });

  it("the blank form: 200 cells, all null, all blank", async () => {
    const cells = reportCells(await converted("blank-2021-form"));
    expect(cells).toHaveLength(200);
    expect(cells.filter(({ value, status }) => value !== null || status !== "blank")).toEqual([]);
  });

  it("2020-pingtan: the sums that its authors got wrong are found, with both sides", async () => {
    const { diagnostics } = await converted("2020-pingtan");
    const sums = diagnostics.filter(({ rule }) => rule === "t3-result-sum");
    expect(sums.map(({ path, args }) => [path, args?.["left"], args?.["right"]])).toEqual([
      ["/report/tables/applications/naturalPerson/results/total", 26, 20],
      ["/report/tables/applications/total/results/total", 27, 21],
    ]);
  });
});

function truthOf(folder: string): Truth {
  return JSON.parse(readFileSync(new URL(`${folder}/truth.json`, corpus), "utf8")) as Truth;
}

function converted(folder: string): Promise<Conversion> {
  const name = readdirSync(new URL(`${folder}/`, corpus)).find((file) => file.startsWith("report."))!;
  return convert({ name, bytes: new Uint8Array(readFileSync(new URL(`${folder}/${name}`, corpus))) });
}
