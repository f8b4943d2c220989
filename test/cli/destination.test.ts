import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writers } from "../../src/index.ts";
import { folder, gongkai, page } from "./command-line.ts";

let root: string;

beforeAll(() => {
  root = folder({ "in/a.html": page(), "in/b.html": page({ year: 2022 }) });
});
afterAll(() => rmSync(root, { recursive: true }));

const bytesOf = (out: string): Uint8Array => new Uint8Array(Buffer.from(out, "latin1"));

test("every writer but the database is one of convert, and all are of batch", async () => {
  const { err: convert } = await gongkai(["convert", "a", "--to", "none", "--lang", "en"]);
  const { err: batch } = await gongkai(["batch", "a", "--out", "b", "--to", "none", "--lang", "en"]);
  for (const { id, kind } of writers) {
    expect(batch).toMatch(new RegExp(`\\b${id}\\b`, "u"));
    expect(new RegExp(`\\b${id}\\b`, "u").test(convert)).toBe(kind !== "database");
  }
});

test("a workbook is a file for each report, or the output for one", async () => {
  const { code } = await gongkai(["convert", join(root, "in"), "--to", "xlsx", "--out", join(root, "out")]);
  expect(code).toBe(0);
  const written = readFileSync(join(root, "out/b.html.xlsx"));
  expect(strFromU8(unzipSync(written)["xl/workbook.xml"]!)).toContain("行政复议");
  const { out } = await gongkai(["convert", join(root, "in/b.html"), "--to", "xlsx"]);
  expect(Buffer.from(bytesOf(out)).equals(written)).toBe(true);
  const { code: several, err } = await gongkai(["convert", join(root, "in"), "--to", "xlsx", "--lang", "en"]);
  expect([several, err]).toEqual([
    2,
    "gongkai: --to xlsx makes binary files: name a folder with --out; the output for one report may also go into a file or pipe\n",
  ]);
});

test("no bytes go to a terminal", async () => {
  const { code, out } = await gongkai(["convert", join(root, "in/a.html"), "--to", "parquet"], "", {
    columns: 80,
  });
  expect([code, out]).toEqual([2, ""]);
});

test("Parquet holds the rows of all reports, as CSV does", async () => {
  const { out } = await gongkai(["convert", join(root, "in"), "--to", "parquet"]);
  const rows = await parquetReadObjects({ file: bytesOf(out).buffer as ArrayBuffer });
  const { out: csv } = await gongkai(["convert", join(root, "in"), "--to", "csv"]);
  expect(rows).toHaveLength(csv.trim().split("\r\n").length - 1);
  expect(new Set(rows.map(({ year }) => year))).toEqual(new Set([2022, 2023]));
});

test("one document that gave nothing leaves no bytes", async () => {
  const { code, out } = await gongkai(["convert", join(root, "none.html"), "--to", "parquet"]);
  expect([code, out]).toEqual([2, ""]);
});
