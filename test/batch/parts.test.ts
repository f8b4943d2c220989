import {
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gongkai } from "../cli/command-line.ts";
import { merge } from "../../src/batch/index.ts";
import { readSettings } from "../../src/batch/store/settings.ts";
import { drawReport, plain, renderings } from "../support/factory/index.ts";
import { folder, fingerprint, lines, put, reports, runBatch } from "./support.ts";

const root = folder();
afterAll(() => rmSync(root, { recursive: true }));
const at = (name: string): string => join(root, name);
const options = { formats: ["jsonl", "csv", "parquet"], parts: true } as const;
const shards = async (out: string, count: number, more: object = {}): Promise<void> => {
  for (let index = 1; index <= count; index++)
    await runBatch([at("in")], at(out), { ...options, shard: { index, count }, ...more });
};
const mergeAgain = (out: string) => merge(at(out), readSettings(at(out))!);
const filesOf = (out: string): string[] =>
  ["conversions", "cells", "findings"].flatMap((table) =>
    (readdirSync(join(at(out), table), { recursive: true }) as string[])
      .filter((name) => /\./u.test(name))
      .map((name) => `${table}/${name}`)
      .sort(),
  );
type Row = Readonly<Record<string, unknown>>;
const rowsOf = async (path: string): Promise<Row[]> =>
  parquetReadObjects({ file: await asyncBufferFromFile(path) });

beforeAll(async () => {
  put(at("in"), reports(6));
  put(at("in"), {
    "copies/1.html": renderings.find(({ id }) => id === "html")!.render(drawReport(3, plain)),
    "copies/2.html": renderings
      .find(({ id }) => id === "html")!
      .render(drawReport(3, { ...plain, plant: ["t3-row-sum"] })),
  });
  await runBatch([at("in")], at("one"), { formats: ["jsonl", "csv", "parquet"] });
  await shards("two", 2);
});

test("each shard's part stands before the merge, and together they are what one run writes", async () => {
  expect(existsSync(at("two/datapackage.json"))).toBe(false);
  expect(filesOf("two")).toEqual(
    [
      ["conversions", ["jsonl"]],
      ["cells", ["csv", "parquet"]],
      ["findings", ["csv", "parquet"]],
    ].flatMap(([table, extensions]) =>
      [1, 2].flatMap((index) => (extensions as string[]).map((it) => `${String(table)}/${index}-of-2.${it}`)),
    ),
  );
  const apart = [
    ...(await rowsOf(at("two/cells/1-of-2.parquet"))),
    ...(await rowsOf(at("two/cells/2-of-2.parquet"))),
  ];
  const inOne = await rowsOf(at("one/cells.parquet"));
  // Only the merge knows the other copies.
  const alone = (row: Row): string => JSON.stringify({ ...row, preferred: null, flag: null, rules: null });
  expect(apart.map(alone).sort()).toEqual(inOne.map(alone).sort());
  expect(apart.every(({ preferred }) => preferred === null)).toBe(true);
});

test("the merge adds what no shard knows and leaves the parts alone", async () => {
  const before = fingerprint(at("two"));
  await mergeAgain("two");
  const after = fingerprint(at("two"));
  expect(Object.fromEntries(Object.keys(before).map((name) => [name, after[name]]))).toEqual(before);
  for (const name of ["reports.csv", "reports.parquet", "ledger.csv", "ledger.jsonl", "summary.html"])
    expect(readFileSync(at(`two/${name}`)), name).toEqual(readFileSync(at(`one/${name}`)));
  const { resources } = JSON.parse(readFileSync(at("two/datapackage.json"), "utf8")) as {
    resources: { path: string; bytes: number; name: string }[];
  };
  expect(resources.map(({ path }) => path)).toEqual(expect.arrayContaining(filesOf("two")));
  expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
  expect(resources.every(({ path, bytes }) => statSync(at(`two/${path}`)).size === bytes)).toBe(true);
});

test("panel reads a dataset in parts as it reads one in one", async () => {
  const panelOf = async (out: string): Promise<string> => {
    const { code } = await gongkai(["panel", at(out), "--out", at(`${out}-panel`)]);
    return code + readFileSync(at(`${out}-panel/panel.csv`), "utf8").replaceAll(/warning|error/gu, "");
  };
  expect(await panelOf("two")).toBe(await panelOf("one"));
});

test("a part that is gone, cut, changed or of an earlier cut is made again or taken away", async () => {
  const before = fingerprint(at("two"));
  rmSync(at("two/cells/1-of-2.parquet"));
  copyFileSync(at("two/cells/1-of-2.csv"), at("two/findings/2-of-2.csv"));
  const records = at("two/conversions/2-of-2.jsonl");
  writeFileSync(records, readFileSync(records, "utf8").replace("2", "3"));
  await mergeAgain("two");
  expect(fingerprint(at("two"))).toEqual(before);
  await shards("two", 3);
  expect(filesOf("two").filter((name) => !name.includes("-of-3"))).toEqual([]);
  await mergeAgain("two");
  expect(lines(at("two/ledger.jsonl"))).toEqual(lines(at("one/ledger.jsonl")));
  await runBatch([at("in")], at("two"), { formats: ["jsonl", "csv", "parquet"] });
  expect(fingerprint(at("two"))).toEqual(fingerprint(at("one")));
});

test("parts by year; a whole run has one part; workbooks have none: 2", async () => {
  await runBatch([at("in")], at("years"), { formats: ["parquet"], byYear: true });
  await runBatch([at("in")], at("years"), { ...options, formats: ["parquet"], byYear: true });
  const names = readdirSync(at("years/cells"), { recursive: true }) as string[];
  expect(names.filter((name) => name.endsWith(".parquet")).map((name) => name.split("/").at(-1))).toEqual(
    expect.arrayContaining(["1-of-1.parquet"]),
  );
  expect(names.some((name) => name.endsWith("cells.parquet"))).toBe(false);
  const { code } = await gongkai(["batch", at("in"), "--out", at("none"), "--parts", "--to", "xlsx"]);
  expect(code).toBe(2);
});
