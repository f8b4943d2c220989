import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDataset } from "../../src/batch/dataset/index.ts";
import { readText } from "../../src/batch/dataset/lines.ts";
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

const textOf = async (path: string): Promise<string> => {
  let text = "";
  for await (const piece of readText(at(path))) text += piece;
  return text;
};

test("a run with nothing to do leaves every file alone; one gone or changed, and all are written again", async () => {
  const files = () => names().map((name) => `${name} ${statSync(at(`out/${name}`)).ino}`);
  const [before, prints] = [files(), fingerprint(at("out"))];
  const tally = await runBatch([at("in")], at("out"), { formats: ["jsonl", "csv"] });
  expect(files()).toEqual(before);
  expect(tally).toMatchObject({ inputs: 3, records: 3 });
  expect(tally!.issuers.map(({ years }) => [...years.values()])).toEqual([[1], [1], [1]]);
  const spoilt = [
    () => rmSync(at("out/findings.csv")),
    // The size stays the same.
    () => writeFileSync(at("out/cells.csv"), readFileSync(at("out/cells.csv"), "utf8").replace("2", "3")),
  ];
  for (const spoil of spoilt) {
    spoil();
    await runBatch([at("in")], at("out"), { formats: ["jsonl", "csv"] });
    expect(fingerprint(at("out"))).toEqual(prints);
  }
});

test("packed files hold the same bytes, and say so in the data package", async () => {
  const plainFiles = ["conversions.jsonl", "cells.csv", "findings.csv", "reports.csv"];
  const before = plainFiles.map((name) => readFileSync(at(`out/${name}`), "utf8"));
  await runBatch([at("in")], at("out"), { formats: ["jsonl", "csv"], packing: "gzip" });
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

test("what Zstandard packs is the same for others and for this program's own readers", async () => {
  const plainFiles = ["conversions.jsonl", "cells.csv", "findings.csv", "reports.csv"];
  const before = await Promise.all(plainFiles.map((name) => textOf(`out/${name}.gz`)));
  await runBatch([at("in")], at("out"), { formats: ["jsonl", "csv"], packing: "zstd", bom: true });
  expect(names()).toEqual(
    [".gongkai", ...plainFiles.map((name) => `${name}.zst`), "datapackage.json", ...always].sort(),
  );
  const after = await Promise.all(plainFiles.map((name) => textOf(`out/${name}.zst`)));
  expect(after).toEqual(before.map((text, at) => (at === 0 ? text : `\ufeff${text}`)));
  const { resources } = JSON.parse(readFileSync(at("out/datapackage.json"), "utf8"));
  expect(resources[0]).toMatchObject({
    name: "reports-csv",
    path: "reports.csv.zst",
    mediatype: "text/csv",
    compression: "zst",
  });
  expect(readFileSync(at("out/summary.html"), "utf8")).toContain('href="cells.csv.zst"');
  const records: string[] = [];
  for await (const { conversion } of (await openDataset(at("out")))!.records([]))
    records.push(conversion.source.name);
  expect(records.map((it) => basename(it)).sort()).toEqual(["a.html", "b.html", "c.html"]);
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  const asked = await connection.runAndReadAll(
    `SELECT (SELECT count(DISTINCT sha256) FROM '${at("out/cells.csv.zst")}'), (SELECT count(*) FROM read_json('${at("out/conversions.jsonl.zst")}', format = 'newline_delimited', maximum_object_size = 100000000))`,
  );
  expect(asked.getRowsJson()).toEqual([["3", "3"]]);
  connection.closeSync();
  database.closeSync();
});

test("a file of Zstandard that is cut short or damaged is no short file", async () => {
  const whole = readFileSync(at("out/cells.csv.zst"));
  for (const bytes of [whole.subarray(0, -1), whole.subarray(0, whole.length >> 1), whole.subarray(1)]) {
    put(root, { "cut.csv.zst": bytes });
    await expect(textOf("cut.csv.zst")).rejects.toThrow();
  }
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
