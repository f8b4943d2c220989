import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ledgerColumns } from "../../../src/batch/outputs/columns.ts";
import { datasetCells, datasetFindings } from "../../../src/batch/outputs/tables.ts";
import { csvHeader } from "../../../src/writers/tables/csv.ts";
import { writers } from "../../../src/writers/index.ts";
import { duckdb } from "../../../src/writers/tables/duckdb.ts";
import { drawReport, plain, renderings } from "../../support/factory/index.ts";
import { folder, fingerprint, lines, put, report, runBatch } from "../support.ts";

const root = folder();
const out = join(root, "out");
const duckdbThere = await duckdb.ready().then(
  () => true,
  () => false,
);

beforeAll(async () => {
  const html = renderings.find(({ id }) => id === "html")!;
  put(join(root, "in"), {
    "a.html": report(1),
    "=b.docx": report(2, "docx-word"),
    "broken.html": html.render(drawReport(3, { ...plain, plant: ["t3-row-sum"] })),
    "no.txt": "",
  });
  await runBatch([join(root, "in")], out, {
    formats: writers.map(({ id }) => id).filter((id) => id !== "duckdb" || duckdbThere),
    bom: true,
  });
});
afterAll(() => rmSync(root, { recursive: true }));

describe("tables", () => {
  test("the long CSV begins with a byte order mark and has the columns described", () => {
    const [header] = lines(join(out, "cells.csv"));
    expect(header).toBe("\ufeff" + csvHeader(datasetCells.columns).trim() + "\r");
  });

  test("Parquet holds what the CSV holds, typed", async () => {
    const file = readFileSync(join(out, "cells.parquet"));
    const rows = await parquetReadObjects({ file: new Uint8Array(file).buffer });
    expect(rows).toHaveLength(lines(join(out, "cells.csv")).length - 1);
    expect(Object.keys(rows[0]!)).toEqual(datasetCells.columns.map(({ name }) => name));
    expect(rows[0]).toMatchObject({
      table: "proactiveDisclosure",
      status: "given",
      value: expect.any(Number),
    });
  });

  test("the findings stand beside the cells, a row for each cell they name", async () => {
    const [header, ...rows] = lines(join(out, "findings.csv"));
    expect(header).toBe("\ufeff" + csvHeader(datasetFindings.columns).trim() + "\r");
    const broken = rows.filter((row) => row.includes(",t3-row-sum,error,"));
    expect(broken.some((row) => row.includes(",/report/tables/applications/total/"))).toBe(true);
    const file = readFileSync(join(out, "findings.parquet"));
    const typed = await parquetReadObjects({ file: new Uint8Array(file).buffer });
    expect(typed).toHaveLength(rows.length);
    expect(Object.keys(typed[0]!)).toEqual(datasetFindings.columns.map(({ name }) => name));
  });

  test("a cell that an error names says so in its row", async () => {
    const file = readFileSync(join(out, "cells.parquet"));
    const rows = await parquetReadObjects({ file: new Uint8Array(file).buffer });
    const flagged = rows.filter(({ flag }) => flag === "error");
    expect(flagged.length).toBeGreaterThan(0);
    expect(flagged.every(({ rules }) => String(rules).includes("t3-"))).toBe(true);
  });

  test("the ledger has the columns described", () => {
    expect(lines(join(out, "ledger.csv"))[0]).toBe(
      "\ufeff" + ledgerColumns.map(({ name }) => name).join(",") + "\r",
    );
    expect(Object.keys(JSON.parse(lines(join(out, "ledger.jsonl"))[0]!))).toEqual(
      ledgerColumns.map(({ name }) => name),
    );
  });

  test("the data package names every file with its size and hash, and every column in both languages", () => {
    const { resources } = JSON.parse(readFileSync(join(out, "datapackage.json"), "utf8"));
    expect(resources.map(({ path }: { path: string }) => path)).toEqual([
      "reports.csv",
      "reports.parquet",
      "conversions.json",
      "conversions.jsonl",
      "cells.csv",
      "findings.csv",
      "conversions.notes.txt",
      "cells.parquet",
      "findings.parquet",
      "ledger.csv",
      "ledger.jsonl",
    ]);
    const named = new Set(resources.map(({ path }: { path: string }) => path));
    const others = ["datapackage.json", "summary.html", "timings.csv", "timings.html"];
    const ownFolders = [".gongkai", "xlsx", ...(duckdbThere ? ["gongkai.duckdb"] : [])];
    expect(readdirSync(out).filter((name) => !named.has(name))).toEqual([...ownFolders, ...others].sort());
    const hashes = fingerprint(out);
    for (const { path, bytes, hash } of resources)
      expect([path, `sha256:${hashes[path]}`, readFileSync(join(out, path)).length]).toEqual([
        path,
        hash,
        bytes,
      ]);
    for (const { schema } of resources)
      for (const { description } of schema?.fields ?? [])
        expect(description).toMatch(/^[A-Za-z].*\. .*[\u4e00-\u9fff].*。$/u);
  });

  test.skipIf(!duckdbThere)("DuckDB answers (skipped where @duckdb/node-api is not installed)", async () => {
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const database = await DuckDBInstance.create(join(out, "gongkai.duckdb"));
    const connection = await database.connect();
    const answer = await connection.runAndReadAll(
      "SELECT count(*), count(DISTINCT sha256), (SELECT count(*) FROM ledger), (SELECT count(*) > 0 FROM findings) FROM cells",
    );
    const [[cells, reports, inputs, found] = []] = answer.getRows();
    connection.closeSync();
    database.closeSync();
    expect([Number(cells), Number(reports), Number(inputs), found]).toEqual([
      lines(join(out, "cells.csv")).length - 1,
      3,
      4,
      true,
    ]);
  });
});

describe("workbooks", () => {
  const parts = (name: RegExp): Record<string, string> => {
    const found = readdirSync(join(out, "xlsx"), { recursive: true, encoding: "utf8" }).find((it) =>
      name.test(it),
    )!;
    return Object.fromEntries(
      Object.entries(unzipSync(readFileSync(join(out, "xlsx", found)))).map(([part, bytes]) => [
        part,
        strFromU8(bytes),
      ]),
    );
  };
  const broken = (): Record<string, string> => {
    const sha256 = lines(join(out, "ledger.csv"))
      .find((row) => row.includes("broken.html"))!
      .split(",")[3]!;
    return parts(new RegExp(sha256.slice(0, 10)));
  };

  test("a workbook each, a sheet a table besides the first", () => {
    expect(
      readdirSync(join(out, "xlsx"), { recursive: true, encoding: "utf8" }).filter((name) =>
        name.endsWith(".xlsx"),
      ),
    ).toHaveLength(3);
    expect(Object.keys(broken()).filter((part) => /worksheets\/sheet\d/.test(part))).toHaveLength(4);
  });

  test("findings stand as comments on their cells", () => {
    const {
      "xl/comments3.xml": comments = "",
      "xl/drawings/vmlDrawing3.vml": boxes = "",
      "xl/worksheets/sheet3.xml": sheet = "",
    } = broken();
    expect(comments).toMatch(/<comment ref="[A-J]\d+" authorId="0"><text><t xml:space="preserve">error: /);
    expect(boxes.match(/ObjectType="Note"/g)?.length).toBe(comments.match(/<comment /g)?.length);
    expect(sheet).toMatch(/<legacyDrawing r:id="rId-comments-2"\/><\/worksheet>$/);
  });

  test("merged labels as on the form, numbers as numbers", () => {
    const sheet = broken()["xl/worksheets/sheet3.xml"]!;
    const merged = [...sheet.matchAll(/mergeCell ref="([^"]+)"/g)].map((found) => found[1]!);
    // The corner, the two header groups, and 三、本年度办理结果 beside its 20 rows or more.
    expect(merged).toEqual(expect.arrayContaining(["A1:C3", "D1:J1", "E2:I2"]));
    expect(merged.some((range) => /^A6:A2[5-9]$/.test(range))).toBe(true);
    expect(/<c r="J4" s="\d+"><v>\d+<\/v><\/c>/.test(sheet)).toBe(true);
  });
});
