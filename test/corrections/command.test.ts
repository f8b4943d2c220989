import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { serializeCorrections } from "../../src/index.ts";
import { folder, gongkai } from "../cli/command-line.ts";
import { correction, draft, received } from "./drafts.ts";

const root = folder({ "in/report.md": draft.bytes });
const file = join(root, "corrections.jsonl");
const report = join(root, "in", "report.md");
writeFileSync(file, serializeCorrections([correction({ ...draft, name: "report.md" }, received, 17, 16)]));
afterAll(() => rmSync(root, { recursive: true }));

const row = (csv: string): string | undefined =>
  csv.split("\r\n").find((line) => line.includes(",newlyReceived,total,"));

it("convert: the long table has the corrected value, its printed text and its status", async () => {
  const { code, out } = await gongkai(["convert", report, "--to", "csv", "--corrections", file]);
  expect(code).toBe(0);
  expect(row(out)).toContain(",newlyReceived,total,16,件,17,corrected,,");
});

it("check: a corrected draft is clean", async () => {
  expect((await gongkai(["check", report])).code).toBe(1);
  const { code, err } = await gongkai(["check", report, "--corrections", file]);
  expect([code, err]).toEqual([0, ""]);
});

it("check: says that corrections of other files were not used", async () => {
  const other = join(root, "other.jsonl");
  writeFileSync(
    other,
    serializeCorrections([correction({ name: "x.md", bytes: new Uint8Array(1) }, received, 17, 16)]),
  );
  const { err } = await gongkai(["check", report, "--corrections", other]);
  expect(err).toBe("gongkai: 1 correction not used: made on other files, or on other versions of these\n");
});

it("a line that is no correction is wrong use", async () => {
  const broken = join(root, "broken.jsonl");
  writeFileSync(broken, "{}\n");
  expect(await gongkai(["check", report, "--corrections", broken, "--lang", "zh"])).toEqual({
    code: 2,
    out: "",
    err: `gongkai: ${broken} 第 1 行不是有效的更正记录：schema 缺失或有误\n`,
  });
});

it("panel: records and documents alike", async () => {
  const records = join(root, "record.jsonl");
  writeFileSync(records, (await gongkai(["convert", report, "--to", "jsonl"])).out);
  for (const input of [records, report]) {
    const out = join(root, "panel");
    await gongkai(["panel", input, "--out", out, "--corrections", file]);
    expect(readFileSync(join(out, "panel.csv"), "utf8")).toContain("corrected");
    rmSync(out, { recursive: true });
  }
});

it("golden: a corrected archive is recorded as corrected", async () => {
  const snapshot = join(root, "golden.jsonl");
  await gongkai(["golden", "record", join(root, "in"), "--snapshot", snapshot, "--corrections", file]);
  const same = ["golden", "check", join(root, "in"), "--snapshot", snapshot];
  expect((await gongkai([...same, "--corrections", file])).code).toBe(0);
  expect((await gongkai(same)).code).toBe(1);
});
