import { readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawReport, plain, renderings } from "../support/factory/index.ts";
import { folder, fingerprint, put, report, runBatch } from "./support.ts";

const root = folder();
const at = (name: string): string => join(root, name);
const html = renderings.find(({ id }) => id === "html")!;
afterAll(() => rmSync(root, { recursive: true }));

beforeAll(async () => {
  put(at("in"), {
    "a.html": html.render(drawReport(1, { ...plain, year: 2021 })),
    "b.html": html.render(drawReport(2, { ...plain, year: 2022 })),
    "c.html": html.render(drawReport(3, { ...plain, year: 2022 })),
  });
  await runBatch([at("in")], at("out"), { formats: ["jsonl", "csv"] });
});

const names = (): string[] => readdirSync(at("out")).sort();
const always = ["ledger.csv", "ledger.jsonl", "summary.html", "timings.csv", "timings.html"];
const parquetRows = async (path: string) =>
  parquetReadObjects({ file: new Uint8Array(readFileSync(at(path))).buffer });

test("a run with nothing to do leaves every file alone; one file gone, and all are written again", async () => {
  const files = () => names().map((name) => `${name} ${statSync(at(`out/${name}`)).ino}`);
  const [before, prints] = [files(), fingerprint(at("out"))];
  const tally = await runBatch([at("in")], at("out"), { formats: ["jsonl", "csv"] });
  expect(files()).toEqual(before);
  expect(tally).toMatchObject({ inputs: 3, records: 3 });
  expect(tally!.issuers.map(({ years }) => [...years.values()])).toEqual([[1], [1], [1]]);
  rmSync(at("out/findings.csv"));
  await runBatch([at("in")], at("out"), { formats: ["jsonl", "csv"] });
  expect(fingerprint(at("out"))).toEqual(prints);
});

test("packed files hold the same bytes, and say so in the data package", async () => {
  const plainFiles = ["conversions.jsonl", "cells.csv", "findings.csv", "reports.csv"];
  const before = plainFiles.map((name) => readFileSync(at(`out/${name}`), "utf8"));
  await runBatch([at("in")], at("out"), { formats: ["jsonl", "csv"], gzip: true });
  expect(names()).toEqual(
    [".gongkai", ...plainFiles.map((name) => `${name}.gz`), "datapackage.json", ...always].sort(),
  );
  const packed = plainFiles.map((name) => readFileSync(at(`out/${name}.gz`)));
  expect(packed.map((bytes) => gunzipSync(bytes).toString())).toEqual(before);
  expect(new Set(packed.map((bytes) => bytes[9]))).toEqual(new Set([255]));
  const { resources } = JSON.parse(readFileSync(at("out/datapackage.json"), "utf8"));
  expect(
    resources
      .map(({ name, path, compression }: Record<string, string>) => [name, path, compression])
      .slice(0, 2),
  ).toEqual([
    ["reports-csv", "reports.csv.gz", "gz"],
    ["conversions-jsonl", "conversions.jsonl.gz", "gz"],
  ]);
});

test("Parquet alone, by year: no other table, each year in a folder of its own", async () => {
  await runBatch([at("in")], at("out"), { formats: ["parquet"] });
  const whole = await parquetRows("out/cells.parquet");
  await runBatch([at("in")], at("out"), { formats: ["parquet"], byYear: true });
  expect(names()).toEqual(
    [".gongkai", "cells", "datapackage.json", "findings", "reports.parquet", ...always].sort(),
  );
  expect(readdirSync(at("out/cells")).sort()).toEqual(["year=2021", "year=2022"]);
  const byYear = [];
  for (const year of [2021, 2022]) {
    const rows = await parquetRows(`out/cells/year=${year}/cells.parquet`);
    expect(new Set(rows.map((row) => Number(row["year"])))).toEqual(new Set([year]));
    byYear.push(...rows);
  }
  expect(byYear).toHaveLength(whole.length);
});

test("a new input is not overlooked", async () => {
  put(at("in"), { "d.html": report(4) });
  const tally = await runBatch([at("in")], at("out"), { formats: ["parquet"], byYear: true });
  expect(tally).toMatchObject({ inputs: 4, records: 4 });
});
