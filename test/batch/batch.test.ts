import { createHash } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { merge, readSettings } from "../../src/batch/index.ts";
import type { Progress } from "../../src/batch/index.ts";
import { resultsFolder } from "../../src/batch/store/result-folders.ts";
import { resultId, resultLog } from "../../src/batch/store/results.ts";
import { conversionKey } from "../../src/batch/store/settings.ts";
import { failure } from "../../src/batch/store/status.ts";
import { fingerprint, folder, ledger, lines, outcomes, put, report, reports, runBatch } from "./support.ts";

const made: string[] = [];
const fresh = (files: Parameters<typeof folder>[0] = {}): string => {
  const root = folder(files);
  made.push(root);
  return root;
};
afterAll(() => made.forEach((root) => rmSync(root, { recursive: true })));

/** How many inputs a run converted, and how many it kept. */
async function counted(inputs: readonly string[], out: string, options: Parameters<typeof runBatch>[2] = {}) {
  const count = { converted: 0, kept: 0 };
  const onProgress = (progress: Progress): void => {
    if (progress.stage === "run") count[progress.kept ? "kept" : "converted"] += progress.inputs;
  };
  await runBatch(inputs, out, { ...options, onProgress });
  return count;
}

test("one row for every input: duplicates, wrong names, archives in archives, what is no report", async () => {
  const root = fresh({
    "in/a.html": report(1),
    "in/b/copy.html": report(1),
    "in/word-called.txt": report(2, "docx-word"),
    "in/page-called.docx": report(3, "html"),
    "in/empty.txt": "",
    "in/prose.txt": "今天天气很好。\n",
    "in/binary.txt": new Uint8Array(5000).map((_, index) => (index * 37) % 256),
    "in/cut.docx": report(4, "docx-word").subarray(0, 3000),
    "in/old.zip": zipSync({
      "2020/a.docx": report(5, "docx-wps"),
      "2020/inner.zip": zipSync({ "again.html": report(1), "third.zip": zipSync({ "x.txt": strToU8("x") }) }),
      "__MACOSX/._a.docx": strToU8("x"),
    }),
    "in/nothing.zip": zipSync({ "empty/": new Uint8Array() }),
  });
  await runBatch([join(root, "in")], join(root, "out"));
  expect(outcomes(join(root, "out"), `${root}/in`)).toEqual([
    "a.html: converted",
    "b/copy.html: converted",
    "binary.txt: unsupported",
    "cut.docx: truncated",
    "empty.txt: empty",
    "nothing.zip: empty",
    "old.zip!/2020/a.docx: converted",
    "old.zip!/2020/inner.zip!/again.html: converted",
    "old.zip!/2020/inner.zip!/third.zip: unsupported",
    "page-called.docx: converted",
    "prose.txt: not-a-report",
    "word-called.txt: converted",
  ]);
  const copies = ledger(join(root, "out")).filter(({ duplicate_of }) => duplicate_of?.endsWith("in/a.html"));
  expect(copies.map(({ name }) => name.replace(`${root}/in/`, ""))).toEqual([
    "b/copy.html",
    "old.zip!/2020/inner.zip!/again.html",
  ]);
  expect(lines(join(root, "out/conversions.jsonl"))).toHaveLength(4);
});

test("a manifest's columns are carried through, and what it names in vain has a row", async () => {
  const root = fresh({
    "a.html": report(1),
    "m.csv": "path,issuer,url\na.html,=甲,https://example.org/1\ngone.txt,乙,\n",
  });
  await runBatch([join(root, "m.csv")], join(root, "out"));
  expect(
    ledger(join(root, "out"))
      .map(({ name, status, retryable, manifest }) => [name, status, retryable, manifest])
      .sort(),
  ).toEqual([
    ["a.html", "converted", false, { issuer: "=甲", url: "https://example.org/1" }],
    ["gone.txt", "unreadable", true, { issuer: "乙", url: "" }],
  ]);
  const [header, ...rows] = lines(join(root, "out/ledger.csv"));
  expect(header?.trim().split(",").slice(-2)).toEqual(["manifest_issuer", "manifest_url"]);
  expect(rows.find((row) => row.startsWith("a.html"))).toContain(",'=甲,https");
});

test("shards that share one plan", async () => {
  const root = fresh();
  put(join(root, "in"), reports(4));
  const out = join(root, "out");
  await runBatch([join(root, "in")], out, { only: "plan" });
  for (const index of [1, 2])
    await runBatch([join(root, "in")], out, { only: "run", shard: { index, count: 2 } });
  await merge(out, readSettings(out)!);
  expect(ledger(out)).toHaveLength(4);
});

describe("a second run", () => {
  test("does only what changed, and forgets what is gone", async () => {
    const root = fresh();
    const [input, out] = [join(root, "in"), join(root, "out")];
    put(input, { "a.html": report(1), "b.html": report(2), "c.html": report(3) });
    expect(await counted([input], out)).toEqual({ converted: 3, kept: 0 });
    const before = fingerprint(out);
    expect(await counted([input], out)).toEqual({ converted: 0, kept: 3 });
    expect(fingerprint(out)).toEqual(before);
    put(input, { "b.html": report(9) });
    rmSync(join(input, "c.html"));
    expect(await counted([input], out)).toEqual({ converted: 1, kept: 1 });
    await runBatch([input], join(root, "anew"));
    expect(fingerprint(out)).toEqual(fingerprint(join(root, "anew")));
  });

  test("converts all again under other options", async () => {
    const root = fresh({ "a.html": report(1) });
    const out = join(root, "out");
    await counted([join(root, "a.html")], out);
    expect(await counted([join(root, "a.html")], out, { language: "zh" })).toEqual({ converted: 1, kept: 0 });
  });

  test("keeps failures, and tries those again that may pass when asked", async () => {
    const root = fresh({ "a.html": report(1), "b.txt": "" });
    const [input, out] = [[join(root, "a.html"), join(root, "b.txt")], join(root, "out")];
    await runBatch(input, out, { only: "plan" });
    const log = resultLog(resultsFolder(out, conversionKey(readSettings(out)!)));
    const key = createHash("sha256").update(report(1)).digest("hex");
    const late = { status: "timeout", failure: failure("timeout", ""), mark: null, milliseconds: 1 } as const;
    log.add({ id: resultId({ key, name: "a.html" }), ...late }, new Uint8Array());
    log.close();
    await runBatch(input, out);
    expect(outcomes(out, root)).toEqual(["a.html: timeout", "b.txt: empty"]);
    expect(await counted(input, out)).toEqual({ converted: 0, kept: 2 });
    expect(await counted(input, out, { retry: true })).toEqual({ converted: 1, kept: 1 });
    expect(outcomes(out, root)).toEqual(["a.html: converted", "b.txt: empty"]);
  });
});

test("what an earlier run left and this one does not make is taken away", async () => {
  const root = fresh({ "a.html": report(1) });
  const out = join(root, "out");
  await runBatch([join(root, "a.html")], out, { formats: ["csv", "parquet", "xlsx"] });
  await runBatch([join(root, "a.html")], out, { formats: ["jsonl"] });
  expect(readdirSync(out).filter((name) => /cells|xlsx|part/.test(name))).toEqual([]);
});
