import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findInputs } from "../../../src/batch/plan/inputs.ts";
import { findDocuments, loadInput } from "../../../src/cli/input/documents.ts";
import { firstBytes } from "../../../src/cli/input/file-bytes.ts";

const root = mkdtempSync(join(tmpdir(), "gongkai-"));
afterAll(() => rmSync(root, { recursive: true }));

for (const name of [
  "b/2.txt",
  "b/10.txt",
  "a.txt",
  "about.json",
  "b/x.json",
  ".hidden",
  ".git/c.txt",
  "out/a.txt",
]) {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), name);
}
symlinkSync(root, join(root, "loop"));

test("folders are walked in name order, without dot files, records, links and the output", async () => {
  const found = await findDocuments([root], join(root, "out"));
  expect(found.map(({ relative }) => relative)).toEqual(["a.txt", "b/2.txt", "b/10.txt"]);
  expect(found[1]?.name).toBe(join(root, "b/2.txt"));
});

test("a folder's files are in one order for convert --as-one and for a batch whose folders are reports", async () => {
  const pages = ["第10页.txt", "第２页.txt", "p2.txt", "p10.txt", "p02.txt", "p1.txt", "附件.txt"];
  const reports = join(root, "out", "reports");
  mkdirSync(join(reports, "青石市"), { recursive: true });
  for (const name of pages) writeFileSync(join(reports, "青石市", name), name);
  const one = (await findDocuments([reports], null)).map(({ relative }) => relative.slice(4));
  const other: string[] = [];
  for await (const { name } of findInputs([reports], join(root, "elsewhere"), { folderIsReport: true }))
    other.push(name.slice(reports.length + 5));
  expect(one).toEqual(["p1.txt", "p02.txt", "p2.txt", "p10.txt", "第２页.txt", "第10页.txt", "附件.txt"]);
  expect(other).toEqual(one);
});

test.runIf(process.platform === "linux")("names that are no UTF-8 are read by their bytes", async () => {
  const gbk = Buffer.from([0xb1, 0xa8, 0xb8, 0xe6, 0x2e, 0x74, 0x78, 0x74]);
  mkdirSync(join(root, "out/gbk"), { recursive: true });
  writeFileSync(Buffer.concat([Buffer.from(join(root, "out/gbk/")), gbk]), "一");
  writeFileSync(join(root, "out/gbk/报告.txt"), "二");
  const found = await findDocuments([join(root, "out/gbk")], null);
  expect(found.map(({ relative }) => relative)).toEqual(["报告.txt", "报告.txt~2"]);
  const stdin = (async function* () {})();
  const texts = await Promise.all(found.map((document) => loadInput(document, 9, { stdin })));
  expect(texts.map(({ kept }) => new TextDecoder().decode(kept))).toEqual(["一", "二"]);
});

test("a file asked for by name is taken whatever it is called", async () => {
  const found = await findDocuments([join(root, "about.json"), "-"], null);
  expect(found.map(({ relative }) => relative)).toEqual(["about.json", "stdin"]);
});

test("a document over the limit is counted and hashed in full, and held in part", async () => {
  const chunks = ["abc", "de", "fghi"].map((text) => new TextEncoder().encode(text));
  const stdin = (async function* () {
    yield* chunks;
  })();
  const { kept, bytes, sha256 } = await loadInput({ name: "stdin", relative: "stdin", path: null }, 4, {
    stdin,
  });
  expect(new TextDecoder().decode(kept)).toBe("abcd");
  expect(bytes).toBe(9);
  expect(sha256).toBe(createHash("sha256").update("abcdefghi").digest("hex"));
});

test.runIf(process.platform === "linux")("a pipe is read as a stream, and not looked at before", async () => {
  const path = join(root, "pipe");
  execFileSync("mkfifo", [path]);
  expect(firstBytes(path, 4)).toHaveLength(0);
  const writing = writeFile(path, "abc");
  const { kept, bytes } = await loadInput({ name: path, relative: "pipe", path }, 9, {
    stdin: (async function* () {})(),
  });
  await writing;
  expect([new TextDecoder().decode(kept), bytes]).toEqual(["abc", 3]);
});

test("the head of a file is what it begins with, and of nothing else", () => {
  expect(new TextDecoder().decode(firstBytes(join(root, "a.txt"), 4))).toBe("a.tx");
  for (const path of [root, join(root, "missing")]) expect(firstBytes(path, 4)).toHaveLength(0);
});
