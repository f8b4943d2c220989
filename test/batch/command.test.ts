import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { gongkai } from "../cli/command-line.ts";
import { readSettings } from "../../src/batch/store/settings.ts";
import { batchProgress } from "../../src/cli/terminal/batch-progress.ts";
import { batchWording } from "../../src/cli/wording/batch-wording.ts";
import { folder, put, report } from "./support.ts";

const root = folder({ "a.html": report(1), "bad.csv": "name\nx\n", "bad.jsonl": "{}\n", file: "x" });
afterAll(() => rmSync(root, { recursive: true }));
const at = (name: string): string => join(root, name);

test("a run says what it did and exits 0, whatever became of the documents", async () => {
  writeFileSync(at("b.txt"), "");
  const { code, out, err } = await gongkai([
    "batch",
    at("a.html"),
    at("b.txt"),
    "--out",
    at("out"),
    "--workers",
    "1",
  ]);
  expect({ code, out }).toEqual({ code: 0, out: "" });
  expect(err.trim().split("\n").at(-1)).toBe(`2 inputs, 1 record: see ${at("out")}/summary.html`);
  expect(await gongkai(["merge", at("out"), "--quiet", "--lang", "zh"])).toEqual({
    code: 0,
    out: "",
    err: "",
  });
});

test("a dataset keeps its language under another locale, until another is asked for", async () => {
  const batch = ["batch", at("a.html"), "--out", at("kept"), "--plan-only", "--quiet"];
  const language = () => readSettings(at("kept"))?.language;
  await gongkai(batch, "", { environment: { LANG: "zh_CN.UTF-8" } });
  expect(language()).toBe("zh");
  await gongkai(batch, "", { environment: { LANG: "C" } });
  expect(language()).toBe("zh");
  await gongkai([...batch, "--lang", "en"], "", { environment: { LANG: "zh_CN.UTF-8" } });
  expect(language()).toBe("en");
});

test.each([
  [["batch", "nowhere", "--out", "OUT"], "no such file, folder or match: nowhere"],
  [
    ["batch", "FILE", "--out", "OUT", "--shard", "9/4"],
    "9/4 names no shard: give I/N, or /N inside an array job or GNU parallel",
  ],
  [["batch", "FILE", "--out", "OUT", "--workers", "0"], "--workers must be a number above zero, not 0"],
  [["batch", "CSV", "--out", "OUT"], "CSV, row 1: the manifest has no column named path"],
  [["batch", "JSONL", "--out", "OUT"], "JSONL, row 1: the path is missing"],
  [["merge", "nowhere"], "nowhere is not the output folder of a batch"],
  [
    ["batch", "FILE", "--out", "OUT", "--former-names", "CSV"],
    "CSV:2: a name, the code of a division of today and a year are needed, then merged or nothing",
  ],
])("%j is wrong use: 2", async (argv, sentence) => {
  const paths: Readonly<Record<string, string>> = {
    OUT: at("other"),
    FILE: at("file"),
    CSV: at("bad.csv"),
    JSONL: at("bad.jsonl"),
  };
  const { code, err } = await gongkai(argv.map((word) => paths[word] ?? word));
  const expected = Object.entries(paths).reduce(
    (text, [word, path]) => text.replace(new RegExp(`^${word}\\b`), path),
    sentence,
  );
  expect({ code, err: err.split("\n").at(-2) }).toEqual({ code: 2, err: `gongkai: ${expected}` });
});

test("an output that can never be written is not tried again: 42; one that another run holds is wrong use: 2", async () => {
  const argv = ["batch", at("a.html"), "--quiet", "--out"];
  expect((await gongkai([...argv, at("file")])).code).toBe(42);
  await gongkai([...argv, at("held"), "--plan-only"]);
  const holder = { host: hostname(), process: process.ppid, since: "2026-01-31T00:00:00.000Z" };
  writeFileSync(at("held/.gongkai/1-of-1.lock"), JSON.stringify(holder));
  const { code, err } = await gongkai([...argv, at("held")]);
  expect([code, err]).toEqual([2, expect.stringContaining(String(process.ppid))]);
});

test.each(["xlsx/mine.xlsx", "cells/notes.md", "reports.csv", "summary.html"])(
  "a folder where others keep %s is no output folder: 2, and it stays",
  async (name) => {
    put(at("others"), { [name]: "mine" });
    const { code, err } = await gongkai(["batch", at("file"), "--out", at("others"), "--quiet"]);
    expect([code, err]).toEqual([2, expect.stringContaining("was not written by batch")]);
    expect(readFileSync(at(`others/${name}`), "utf8")).toBe("mine");
    rmSync(at("others"), { recursive: true });
  },
);

test("a dataset whose working files were deleted is made anew", async () => {
  const batch = ["batch", at("file"), "--out", at("anew"), "--to", "csv", "--quiet"];
  await gongkai(batch);
  rmSync(at("anew/.gongkai"), { recursive: true });
  expect(await gongkai(batch)).toMatchObject({ code: 0 });
});

test("shards that have not all run are worth another try: 1", async () => {
  await gongkai(["batch", at("a.html"), "--out", at("half"), "--shard", "1/2", "--workers", "1", "--quiet"]);
  const { code, err } = await gongkai(["merge", at("half")]);
  expect({ code, err }).toEqual({
    code: 1,
    err: "gongkai: the plan is not whole: a shard has not started, batch --plan-only was not run, or a file of it is damaged\n",
  });
});

test("progress: a bar on a terminal, lines elsewhere", () => {
  const said = (terminal: boolean): string => {
    let [text, clock] = ["", 0];
    const io = {
      stdin: [] as unknown as AsyncIterable<Uint8Array>,
      out: async () => undefined,
      err: (piece: string) => void (text += piece),
      terminal,
      columns: null,
      environment: {},
    };
    const progress = batchProgress(io, batchWording.en, () => (clock += 2_000));
    for (let index = 0; index < 8; index++)
      progress.show({
        stage: "run",
        inputs: 1,
        total: 12,
        status: index % 4 === 3 ? "crash" : "converted",
        kept: index === 0,
      });
    progress.finish();
    return text.replaceAll("\r\u001b[K", "\n");
  };
  expect(said(true).split("\n").at(-2)).toBe(
    "[################        ] 66%  8/12  0.2/s  0:26 left  6 clean, 0 with findings, 2 failed, 1 from before",
  );
  expect(said(false).split("\n")).toHaveLength(4);
});
