import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { merge, openDataset, Unfinished } from "../../src/batch/index.ts";
import { describeResults, resultsFolder } from "../../src/batch/store/result-folders.ts";
import { conversionKey, readSettings } from "../../src/batch/store/settings.ts";
import { folder, ledger, outcomes, report, runBatch } from "./support.ts";

const root = folder();
afterAll(() => rmSync(root, { recursive: true }));
const at = (name: string): string => join(root, name);
const text = (seed: number): Uint8Array => report(seed, "html");

test("names that are not UTF-8 are read by their bytes and shown as the GBK they are", async () => {
  mkdirSync(at("gbk"));
  const names = ["c4eab1a8", "b1a8b8e6", "ff31", "ff32"];
  for (const [index, hex] of names.entries())
    writeFileSync(
      Buffer.concat([Buffer.from(`${at("gbk")}/`), Buffer.from(hex, "hex"), Buffer.from(".html")]),
      text(index + 1),
    );
  await runBatch([at("gbk")], at("gbk-out"), { formats: ["jsonl"] });
  const rows = ledger(at("gbk-out"));
  expect(rows.map(({ status }) => status)).toEqual(Array(4).fill("converted"));
  expect(rows.map(({ name }) => name.split("/").at(-1))).toEqual(
    expect.arrayContaining(["年报.html", "报告.html"]),
  );
});

test("every member of an archive has its row, however its name begins", async () => {
  const members = { "./a/1.html": text(1), "../2.html": text(2), "..3.html": text(3), "b/./4.html": text(4) };
  writeFileSync(at("dots.zip"), zipSync({ ...members, ".hidden": text(5), "__MACOSX/6.html": text(6) }));
  await runBatch([at("dots.zip")], at("dots-out"), { formats: ["jsonl"] });
  expect(outcomes(at("dots-out"), root)).toEqual(
    ["../2.html", "..3.html", "a/1.html", "b/./4.html"].map((name) => `dots.zip!/${name}: converted`),
  );
});

test("an OFD document is one row", async () => {
  writeFileSync(at("a.ofd"), zipSync({ "OFD.xml": strToU8("<a/>"), "Doc_0/Document.xml": strToU8("<a/>") }));
  await runBatch([at("a.ofd")], at("ofd-out"), { formats: ["jsonl"] });
  expect(ledger(at("ofd-out"))).toHaveLength(1);
});

test("an archive within an archive that is packed to fill a disk is refused, and nothing is left of any", async () => {
  const bomb = zipSync({ "a.html": [new Uint8Array(40 << 20), { level: 0 }] });
  const fine = zipSync({ "b.html": text(7) });
  writeFileSync(at("outer.zip"), zipSync({ "bomb.zip": [bomb, { level: 9 }], "fine.zip": fine }));
  await runBatch([at("outer.zip")], at("outer-out"), { formats: ["jsonl"] });
  expect(outcomes(at("outer-out"), root)).toEqual([
    "outer.zip!/bomb.zip: too-large",
    "outer.zip!/fine.zip!/b.html: converted",
  ]);
  expect(existsSync(at("outer-out/.gongkai/nested"))).toBe(false);
});

test("links and pipes are counted and named on the summary page", async () => {
  mkdirSync(at("links"));
  writeFileSync(at("links/a.html"), text(8));
  symlinkSync("a.html", at("links/b.html"));
  const pipe = spawnSync("mkfifo", [at("links/c.html")]).status === 0;
  await runBatch([at("links")], at("links-out"), { formats: ["jsonl"] });
  expect(readFileSync(at("links-out/summary.html"), "utf8")).toMatch(
    pipe
      ? /not read \(2\)<\/h2><ul><li>[^<]*links\/b.html<\/li><li>[^<]*links\/c.html</
      : /not read \(1\)<\/h2><ul><li>[^<]*links\/b.html</,
  );
});

test.skipIf(process.getuid?.() === 0)(
  "a folder that may not be opened has its row (skipped for root)",
  async () => {
    mkdirSync(at("shut/inner"), { recursive: true });
    writeFileSync(at("shut/a.html"), text(11));
    chmodSync(at("shut/inner"), 0);
    await runBatch([at("shut")], at("shut-out"), { formats: ["jsonl"] });
    chmodSync(at("shut/inner"), 0o700);
    expect(outcomes(at("shut-out"), root)).toEqual(["shut/a.html: converted", "shut/inner/: unreadable"]);
  },
);

test("a result that is damaged on disk is made again, and the dataset stands until the new one is whole", async () => {
  writeFileSync(at("one.html"), text(9));
  await runBatch([at("one.html")], at("one-out"), { formats: ["jsonl"] });
  const before = readFileSync(at("one-out/conversions.jsonl"));
  const results = readdirSync(at("one-out/.gongkai/results"), { recursive: true }) as string[];
  const log = join(
    at("one-out/.gongkai/results"),
    results.find((name) => name.endsWith(".log"))!,
  );
  const bytes = readFileSync(log);
  bytes[bytes.length - 20]! ^= 0xff;
  writeFileSync(log, bytes);
  const settings = readSettings(at("one-out"))!;
  await expect(merge(at("one-out"), settings)).rejects.toThrow(Unfinished);
  expect(readFileSync(at("one-out/conversions.jsonl"))).toEqual(before);
  await runBatch([at("one.html")], at("one-out"), { formats: ["jsonl"] });
  expect(readFileSync(at("one-out/conversions.jsonl"))).toEqual(before);
});

test("a plan that a power cut left empty, cut or ending in zeros is not whole, and planned anew", async () => {
  const options = { formats: ["jsonl"] } as const;
  await runBatch([at("one.html")], at("cut-out"), options);
  const plan = at("cut-out/.gongkai/plan/1-of-1");
  const path = join(
    plan,
    readdirSync(plan).find((name) => name.endsWith(".jsonl"))!,
  );
  const bytes = readFileSync(path);
  const settings = { ...readSettings(at("cut-out"))!, formats: ["csv"] } as const;
  for (const left of [
    Buffer.alloc(0),
    bytes.subarray(0, 90),
    Buffer.concat([bytes.subarray(0, 90), Buffer.alloc(90)]),
  ]) {
    writeFileSync(path, left);
    await expect(merge(at("cut-out"), settings)).rejects.toThrow(Unfinished);
  }
  await runBatch([at("one.html")], at("cut-out"), options);
  expect(ledger(at("cut-out"))).toHaveLength(1);
});

test("settings that a power cut left empty are no stack trace, and a dataset cut short is not read", async () => {
  await runBatch([at("one.html")], at("dark-out"), { formats: ["jsonl"] });
  expect(await openDataset(at("dark-out"))).not.toBeNull();
  writeFileSync(at("dark-out/.gongkai/settings.json"), "");
  expect(readSettings(at("dark-out"))).toBeNull();
  const records = readFileSync(at("dark-out/conversions.jsonl"));
  writeFileSync(at("dark-out/conversions.jsonl"), records.subarray(0, 1000));
  expect(await openDataset(at("dark-out"))).toBeNull();
});

test("shards of other inputs or options are told, for some inputs would be in none of them", async () => {
  const [one, other] = [at("shards/1.html"), at("shards/2.html")];
  mkdirSync(at("shards"));
  writeFileSync(one, text(11));
  writeFileSync(other, text(12));
  const shard = (index: number, inputs: readonly string[], more: object = {}) =>
    runBatch(inputs, at("shards-out"), { formats: ["csv"], shard: { index, count: 2 }, ...more });
  const merging = () => merge(at("shards-out"), readSettings(at("shards-out"))!);
  await shard(1, [one]);
  await shard(2, [other]);
  await expect(merging()).rejects.toMatchObject({
    inputs: [
      { shard: "1-of-2", inputs: 1 },
      { shard: "2-of-2", inputs: 1 },
    ],
  });
  await shard(1, [other, one], { packing: "gzip" });
  await shard(2, [one, other]);
  await expect(merging()).rejects.toMatchObject({
    inputs: [],
    options: [{ option: "--gzip, --zstd", shards: ["1-of-2"] }],
  });
  await shard(1, [one, other]);
  await merging();
  expect(ledger(at("shards-out"))).toHaveLength(2);
});

test("a dataset whose files are half replaced has no description, and the next run makes it whole", async () => {
  const formats = { formats: ["csv"] } as const;
  await runBatch([at("one.html")], at("half-out"), formats);
  const before = readFileSync(at("half-out/cells.csv"));
  // A folder in the place of a file stops the replacing halfway, as a kill does.
  rmSync(at("half-out/ledger.csv"));
  mkdirSync(at("half-out/ledger.csv/in-the-way"), { recursive: true });
  await expect(runBatch([at("one.html")], at("half-out"), formats)).rejects.toThrow(/EISDIR|ENOTEMPTY/u);
  expect(existsSync(at("half-out/datapackage.json"))).toBe(false);
  rmSync(at("half-out/ledger.csv"), { recursive: true });
  await runBatch([at("one.html")], at("half-out"), formats);
  expect(existsSync(at("half-out/datapackage.json"))).toBe(true);
  expect(readFileSync(at("half-out/cells.csv"))).toEqual(before);
});

test("a merge that finds results of other options or of another version says which", async () => {
  writeFileSync(at("two.html"), text(10));
  const shard = { index: 1, count: 2 } as const;
  for (const index of [1, 2])
    await runBatch([at("two.html")], at("two-out"), { formats: ["jsonl"], shard: { ...shard, index } });
  const settings = readSettings(at("two-out"))!;
  await expect(merge(at("two-out"), { ...settings, infer: false })).rejects.toMatchObject({
    missing: 1,
    madeBy: [{ infer: true, language: "en" }],
  });
  const key = conversionKey(settings);
  const older = { ...key, version: "0.0.1" };
  renameSync(resultsFolder(at("two-out"), key), resultsFolder(at("two-out"), older));
  describeResults(resultsFolder(at("two-out"), older), older);
  await expect(merge(at("two-out"), settings)).rejects.toMatchObject({ madeBy: [{ version: "0.0.1" }] });
});
