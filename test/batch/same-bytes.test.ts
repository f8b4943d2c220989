import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { merge, readSettings } from "../../src/batch/index.ts";
import { ended, fingerprint, folder, main, put, reports, start } from "./support.ts";

const root = folder();
put(join(root, "in"), { ...reports(10), "bad.txt": "x", "copy.txt": "x" });
afterAll(() => {
  rmSync(root, { recursive: true });
});

/** Exit code of a batch into this folder, and its outputs. */
async function run(name: string, ...options: readonly string[]) {
  const out = join(root, name);
  const { code } = await ended(start(main, ["batch", join(root, "in"), "--out", out, "--quiet", ...options]));
  return { code, files: fingerprint(out) };
}

test("1, 2 and 5 workers give the same bytes", async () => {
  const one = await run("one", "--workers", "1");
  expect(Object.keys(one.files)).toEqual([
    "cells.csv",
    "cells.parquet",
    "conversions.jsonl",
    "datapackage.json",
    "findings.csv",
    "findings.parquet",
    "ledger.csv",
    "ledger.jsonl",
    "reports.csv",
    "reports.parquet",
    "summary.html",
  ]);
  expect(await run("two", "--workers", "2")).toEqual(one);
  expect(await run("five", "--workers", "5")).toEqual(one);
}, 180_000);

test("so does a merge of what was converted before", async () => {
  const out = join(root, "afterwards");
  const beside = await run("afterwards", "--workers", "2");
  for (const name of [".gongkai/merged.json", "cells.parquet"]) rmSync(join(out, name));
  await merge(out, readSettings(out)!);
  expect(fingerprint(out)).toEqual(beside.files);
  const left = ["merged.json", "plan", "results", "settings.json"];
  expect(readdirSync(join(out, ".gongkai")).sort()).toEqual(left);
});

test("so do shards in any order, and nothing is written before the last", async () => {
  const one = await run("one", "--workers", "1");
  const out = join(root, "shards");
  const shardsMerged = async () => (await ended(start(main, ["merge", out, "--quiet"]))).code;
  for (const index of [3, 1])
    expect(await run("shards", "--shard", `${index}/3`)).toEqual({ code: 0, files: {} });
  expect([await shardsMerged(), existsSync(join(out, "ledger.csv"))]).toEqual([1, false]);
  await run("shards", "--shard", "2/3");
  // One that ran twice counts once.
  await run("shards", "--shard", "2/3");
  expect([await shardsMerged(), fingerprint(out)]).toEqual([0, one.files]);
}, 180_000);
