import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { compiledProgram } from "../support/compiled.ts";
import { folder, page, withoutProgress } from "./command-line.ts";

// The program as a process; everything else is tested inside this one.

const root = folder(Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}.html`, page()])));
afterAll(() => rmSync(root, { recursive: true }));

const main = compiledProgram();

function shell(script: string): { code: number | null; out: string; err: string } {
  const define = `gongkai() { "${process.execPath}" "${main}" "$@"; }; `;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", define + script], {
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: withoutProgress(stderr) };
}

test("a reader that stops early is no error", () => {
  const { out, err } = shell(`gongkai convert "${root}" | head -1`);
  expect({ out, err }).toEqual({ out: "[\n", err: "" });
});

test("standard input and output, exit code 0, and the process ends", () => {
  const { code, out, err } = shell(`cat "${root}/0.html" | gongkai convert - --to jsonl`);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(JSON.parse(out)).toMatchObject({ source: { name: "stdin" } });
});

test("bad usage is one line without a stack", () => {
  expect(shell("gongkai convert")).toEqual({
    code: 2,
    out: "",
    err: "gongkai: missing required argument 'path'\n",
  });
});
