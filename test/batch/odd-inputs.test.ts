import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import { gongkai } from "../cli/command-line.ts";
import { defaultLimits } from "../../src/limits.ts";
import { plan } from "../../src/batch/plan/plan.ts";
import { whole } from "../../src/batch/store/shard.ts";
import { drawReport, plain, renderings } from "../support/factory/index.ts";
import { folder, fingerprint, ledger, lines, outcomes, put, report, runBatch } from "./support.ts";

const root = folder();
afterAll(() => rmSync(root, { recursive: true }));
const at = (name: string): string => join(root, name);
const jsonl = { formats: ["jsonl"] } as const;
const text = (seed: number): Uint8Array => report(seed, "html");
/** How many rows a plan of these inputs would have; nothing is converted. */
const planned = async (input: string, out: string): Promise<number> => {
  const { inputs } = await plan({
    inputs: [at(input)],
    out: at(out),
    shard: whole,
    maximumBytes: defaultLimits.maximumBytes,
  });
  return inputs;
};

test("names with line ends, quotes, tags, of 250 bytes, alike but for case or composition: a row each", async () => {
  const names = [
    "a\nb.txt",
    "a\r\nb.txt",
    'a",b.txt',
    "<b>&.txt",
    "\u202ea.txt",
    " a .txt",
    "-a.txt",
    "a.txt",
    "A.TXT",
    `${"é".normalize("NFC")}.txt`,
    `${"é".normalize("NFD")}.txt`,
    `${"年".repeat(82)}.txt`,
    "no extension",
    "a.b.c",
    "100%.txt",
    "..txt",
  ];
  put(at("names"), Object.fromEntries(names.map((name, index) => [name, `今天天气很好。\n${index}`])));
  await runBatch([at("names")], at("names-out"), { formats: ["jsonl", "csv"] });
  const rows = ledger(at("names-out"));
  expect(new Set(rows.map(({ name }) => name.slice(at("names").length + 1)))).toEqual(new Set(names));
  const page = readFileSync(at("names-out/summary.html"), "utf8");
  expect(page).not.toContain("<b>&.txt");
  expect(page).not.toContain("\u202e");
});

test("one content under many names is converted once; empty files, too, have a row each", async () => {
  put(at("same"), { "1.html": text(1), "b/2.html": text(1), "3.html": text(1), "e.txt": "", "e2.txt": "" });
  await runBatch([at("same"), at("same/1.html")], at("same-out"), jsonl);
  expect(
    ledger(at("same-out"))
      .map(({ name, status }) => `${name.split("/").at(-1)} ${status}`)
      .sort(),
  ).toEqual(["1.html converted", "2.html converted", "3.html converted", "e.txt empty", "e2.txt empty"]);
});

test("members of one name and content, archives of one name within an archive, bytes under the name of a folder: a row each", async () => {
  const inner = zipSync({ "c.html": text(2), "d.html": text(3) });
  const twice = (bytes: Uint8Array, from: string, to: string): Uint8Array =>
    Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll(from, to), "latin1");
  writeFileSync(
    at("twice.zip"),
    twice(
      zipSync({
        "a1.zip": inner,
        "a2.zip": inner,
        "b1.html": text(2),
        "b2.html": text(2),
        "marked/": text(4),
        "empty/": new Uint8Array(),
      }),
      "2.",
      "1.",
    ),
  );
  await runBatch([at("twice.zip")], at("twice-out"), jsonl);
  expect(outcomes(at("twice-out"), root)).toEqual([
    ...["c", "c", "d", "d"].map((name) => `twice.zip!/a1.zip!/${name}.html: converted`),
    ...["b1", "b1"].map((name) => `twice.zip!/${name}.html: converted`),
    "twice.zip!/marked/: converted",
  ]);
  // Encrypted ones cannot be told apart by content.
  const locked = twice(zipSync({ "b1.html": text(2), "b2.html": text(3) }), "2.", "1.");
  const view = new DataView(locked.buffer, locked.byteOffset);
  for (let entry = view.getUint32(locked.length - 6, true); view.getUint32(entry, true) === 0x02014b50;) {
    view.setUint16(entry + 8, 1, true);
    entry += 46 + view.getUint16(entry + 28, true);
  }
  writeFileSync(at("locked.zip"), locked);
  await runBatch([at("locked.zip")], at("locked-out"), jsonl);
  expect(outcomes(at("locked-out"), root)).toEqual(Array(2).fill("locked.zip!/b1.html: encrypted"));
  expect(ledger(at("locked-out")).map(({ duplicate_of }) => duplicate_of)).toEqual([null, null]);
});

test("folders whose names read alike are two reports, for names are bytes", async () => {
  const folders = [Buffer.from("甲"), Buffer.from([0xbc, 0xd7])];
  for (const [index, name] of folders.entries()) {
    const path = Buffer.concat([Buffer.from(`${at("alike")}/`), name]);
    mkdirSync(path, { recursive: true });
    writeFileSync(Buffer.concat([path, Buffer.from("/p1.txt")]), `今天天气很好。${index}`);
    writeFileSync(Buffer.concat([path, Buffer.from("/p2.txt")]), `明天也是。${index}`);
  }
  await runBatch([at("alike")], at("alike-out"), { ...jsonl, folderIsReport: true });
  const rows = ledger(at("alike-out"));
  expect([rows.length, new Set(rows.map(({ part_of }) => part_of)).size]).toEqual([4, 2]);
});

test("an output folder within the input is no input, by any name; as the input it is wrong use: 2", async () => {
  put(at("around"), { "1.html": text(4) });
  mkdirSync(at("around/out"));
  symlinkSync(at("around/out"), at("link"));
  for (const out of ["around/out", "link", "around/out"]) {
    await runBatch([at("around")], at(out), jsonl);
    expect(outcomes(at(out), root)).toEqual(["around/1.html: converted"]);
  }
  for (const input of ["around/out", "link"]) {
    const { code, err } = await gongkai(["batch", at(input), "--out", at("around/out"), "--quiet"]);
    expect([code, err]).toEqual([
      2,
      `gongkai: ${at(input)} is the output folder itself: give another folder to --out\n`,
    ]);
  }
});

test("a circle of links ends", async () => {
  put(at("circle"), { "a/1.html": text(5) });
  symlinkSync("..", at("circle/a/up"));
  expect(await planned("circle", "circle-out")).toBe(1);
});

test("2,000 files in one folder: a row each", async () => {
  put(
    at("many"),
    Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`${index}.txt`, `${index}`])),
  );
  expect(await planned("many", "many-out")).toBe(2000);
});

test("a file that a clock set back made older than its result: nothing is done again", async () => {
  put(at("clock"), { "1.html": text(6) });
  await runBatch([at("clock")], at("clock-out"), jsonl);
  const before = fingerprint(at("clock-out"));
  utimesSync(at("clock/1.html"), 0, 0);
  let kept = 0;
  await runBatch([at("clock")], at("clock-out"), {
    ...jsonl,
    onProgress: (it) => void (it.stage === "run" && it.kept && (kept += 1)),
  });
  expect([kept, fingerprint(at("clock-out"))]).toEqual([1, before]);
  expect(existsSync(at("clock-out/.gongkai/1-of-1.lock"))).toBe(false);
});

test("what a manifest says of bytes that lie in a folder, too, counts; columns bear any name", async () => {
  const office = { issuer: "市教育局", seat: "", self: "本局" };
  const page = renderings
    .find(({ id }) => id === "html")!
    .render(drawReport(1, { ...plain, year: 2022, office }));
  put(at("said"), {
    "in/a.html": page,
    "in/b.html": report(2),
    "m.jsonl": '{"path":"in/a.html","city":"淮安市"}\n{"path":"in/b.html","__proto__":"p"}\n',
  });
  await runBatch([at("said/in"), at("said/m.jsonl")], at("said-out"), { formats: ["csv"] });
  expect(lines(at("said-out/reports.csv")).filter((row) => row.includes(",3208,"))).toHaveLength(1);
  expect(readFileSync(at("said-out/ledger.csv"), "utf8")).not.toContain("object");
});
