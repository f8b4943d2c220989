import { spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seeded } from "../support/factory/index.ts";
import type { Random } from "../support/factory/index.ts";
import { ended, fingerprint, folder, ledger, lines, main, put, report, reports, start } from "./support.ts";
import type { Files } from "./support.ts";

const suite = fileURLToPath(new URL("../../../shared/suites/hostile", import.meta.url));
const limits = ["--cpu-time", "4", "--timeout", "60", "--memory", "700", "--heap", "300", "--workers", "2"];
const good = reports(18);

/** Fault, empty, cut, locked, misnamed, bombs, loops: each with the status it must end in. */
const hostile: Readonly<Record<string, readonly [content: string | Uint8Array, status: string]>> = {
  "loop.txt": ["FAULT loop", "timeout"],
  "heap.txt": ["FAULT heap", "memory"],
  "buffers.txt": ["FAULT buffers", "memory"],
  "abort.txt": ["FAULT abort", "crash"],
  "exit.txt": ["FAULT exit", "crash"],
  "stray.txt": ["FAULT stray", "crash"],
  "empty.docx": ["", "empty"],
  "cut.docx": [report(90, "docx-word").subarray(0, 4000), "truncated"],
  "zeros.pdf": [new Uint8Array(10_000), "*"],
  "noise.doc": [new Uint8Array(9000).map((_, index) => (index * index * 31 + 7) % 256), "unsupported"],
  "prose.html": ["<p>今天天气很好。</p>".repeat(50), "not-a-report"],
  "nested.html": ["<table><tr><td>".repeat(1000) + "一", "*"],
  "long-line.txt": ["一".repeat(3_000_000), "too-large"],
  "package.docx": [
    zipSync({
      "[Content_Types].xml": strToU8("<!DOCTYPE a [<!ENTITY b 'c'>]><Types>&b;</Types>"),
      "word/document.xml": strToU8("<w/>"),
    }),
    "*",
  ],
  "bomb.docx": [
    zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": new Uint8Array(150_000_000) }),
    "*",
  ],
};

const archive = (): Uint8Array => {
  const bytes = zipSync({
    "a.html": report(91),
    "locked.html": report(92),
    "huge.txt": [new Uint8Array(70_000_000), { level: 9 }],
    "nested.zip": zipSync({ "b.docx": report(93, "docx-wps") }),
  });
  const view = new DataView(bytes.buffer);
  // The second entry of the directory says that it is encrypted.
  const first = view.getUint32(bytes.length - 6, true);
  view.setUint16(first + 46 + "a.html".length + 8, 1, true);
  return bytes;
};

const root = folder();
const [input, calm] = [join(root, "in"), join(root, "calm")];
let fromSuite: readonly string[] = [];

beforeAll(async () => {
  put(join(input, "good"), good);
  put(
    join(input, "hostile"),
    Object.fromEntries(Object.entries(hostile).map(([name, [content]]) => [name, content])) as Files,
  );
  put(input, {
    "old.zip": archive(),
    "hostile/huge.txt": "x",
    "copies/again.html": good[Object.keys(good).find((name) => name.endsWith(".html"))!]!,
  });
  truncateSync(join(input, "hostile/huge.txt"), 100_000_000);
  if (existsSync(suite)) {
    // Each file by itself is the matter of hostile.test.ts; here some of them go through a batch.
    fromSuite = readdirSync(suite).filter((name, at) => name !== "INDEX.tsv" && at % 8 === 0);
    mkdirSync(join(input, "suite"));
    for (const name of fromSuite) copyFileSync(join(suite, name), join(input, "suite", name));
  }
  const { code, err } = await ended(start(main, ["batch", input, "--out", calm, ...limits]));
  expect({ code, err }).toMatchObject({ code: 0 });
}, 240_000);
afterAll(() => {
  rmSync(root, { recursive: true });
});

const statusOf = (out: string): Map<string, string> =>
  new Map(ledger(out).map(({ name, status }) => [name.slice(input.length + 1), status]));

test("every input has one row, whatever it is", () => {
  const rows = statusOf(calm);
  const expected = [
    ...Object.keys(good).map((name) => `good/${name}`),
    ...Object.keys(hostile).map((name) => `hostile/${name}`),
    ...["a.html", "locked.html", "huge.txt", "nested.zip!/b.docx"].map((name) => `old.zip!/${name}`),
    ...["hostile/huge.txt", "copies/again.html"],
    ...fromSuite.map((name) => `suite/${name}`),
  ];
  expect(lines(join(calm, "ledger.jsonl"))).toHaveLength(expected.length);
  expect([...rows.keys()].sort()).toEqual(expected.sort());
});

test("no good file is lost", () => {
  const rows = statusOf(calm);
  const names = [
    ...Object.keys(good).map((name) => `good/${name}`),
    "old.zip!/a.html",
    "old.zip!/nested.zip!/b.docx",
    "copies/again.html",
  ];
  expect(names.filter((name) => !rows.get(name)?.startsWith("converted"))).toEqual([]);
});

test("hostile files end in the status that says why", () => {
  const rows = statusOf(calm);
  const wanted = Object.entries(hostile).flatMap(([name, [, status]]) =>
    status === "*" ? [] : [[name, status]],
  );
  expect(wanted.map(([name]) => [name, rows.get(`hostile/${name}`)])).toEqual(wanted);
  expect([
    rows.get("old.zip!/locked.html"),
    rows.get("old.zip!/huge.txt"),
    rows.get("hostile/huge.txt"),
  ]).toEqual(["encrypted", "too-large", "too-large"]);
});

test.skipIf(process.platform === "win32")(
  "killed again and again, parent and children, and run to its end: the same bytes",
  async () => {
    // Without those that wait for a limit: each of the four runs would wait again.
    const brief = ["abort.txt", "exit.txt", "empty.docx", "cut.docx", "prose.html"];
    const [some, whole, wild] = [join(root, "some"), join(root, "whole"), join(root, "wild")];
    put(some, { ...good, ...Object.fromEntries(brief.map((name) => [name, hostile[name]![0]])) } as Files);
    const argv = (out: string): string[] => ["batch", some, "--out", out, ...limits];
    expect((await ended(start(main, argv(whole)))).code).toBe(0);
    const random = seeded(42);
    for (const [kills, patience] of [
      [1, 1200],
      [2, 2500],
    ] as const) {
      const parent = start(main, argv(wild));
      const end = ended(parent);
      await killChildren(parent, random, kills, patience);
      parent.kill("SIGKILL");
      await end;
    }
    const parent = start(main, argv(wild));
    const end = ended(parent);
    await killChildren(parent, random, 4, 4000);
    expect((await end).code).toBe(0);
    expect(ledger(wild)).toEqual(ledger(whole));
    expect(fingerprint(wild)).toEqual(fingerprint(whole));
  },
  240_000,
);

test.skipIf(process.platform === "win32")(
  "a disk that is full, for the results or for the outputs: worth another try, and then the same bytes",
  async () => {
    put(join(root, "few"), reports(4));
    const argv = [main, "batch", join(root, "few"), "--workers", "1", "--out"];
    // No file may grow over so many kilobytes: what writes meets an error of the system as on a full disk.
    for (const kilobytes of [2, 60]) {
      const { status, stderr } = spawnSync(
        "bash",
        ["-c", `ulimit -f ${kilobytes}; exec "$0" "$@"`, process.execPath, ...argv, join(root, "full")],
        { encoding: "utf8" },
      );
      expect([status, stderr.trim().split("\n").at(-1)]).toEqual([
        1,
        "gongkai: cannot write the output: EFBIG",
      ]);
      expect(readdirSync(join(root, "full"))).toEqual([".gongkai"]);
    }
    for (const out of ["full", "ample"])
      expect((await ended(start(main, [...argv.slice(1), join(root, out)]))).code).toBe(0);
    expect(fingerprint(join(root, "full"))).toEqual(fingerprint(join(root, "ample")));
  },
);

// Apart from the others: its limit is short, and under load a good file might meet it.
test("what hangs without working is ended by the clock", async () => {
  put(join(root, "hang"), { "hang.txt": "FAULT hang" });
  const out = join(root, "hung");
  expect((await ended(start(main, ["batch", join(root, "hang"), "--out", out, "--timeout", "6"]))).code).toBe(
    0,
  );
  expect(ledger(out).map(({ status, retryable }) => [status, retryable])).toEqual([["timeout", true]]);
});

test.skipIf(process.platform === "win32")("no child outlives a parent that was killed", async () => {
  const parent = start(main, [
    "batch",
    join(input, "hostile/loop.txt"),
    "--out",
    join(root, "orphan"),
    "--cpu-time",
    "500",
  ]);
  const end = ended(parent);
  let children: number[] = [];
  while (children.length === 0) children = await wait(50, childrenOf(parent));
  // Long enough for the document to be in its endless loop.
  await wait(1500);
  children = childrenOf(parent);
  parent.kill("SIGKILL");
  await end;
  expect(children.length).toBeGreaterThan(0);
  while (children.some(alive)) await wait(50);
});

/** Milliseconds until a child is at work. */
const FIRST = 900;

/** Some kills of a random child at random moments within so many milliseconds; only children of this very process. */
async function killChildren(
  parent: ChildProcess,
  random: Random,
  kills: number,
  patience: number,
): Promise<void> {
  const moments = Array.from(
    { length: kills },
    () => FIRST + random.next() * Math.max(0, patience - FIRST),
  ).sort((a, b) => a - b);
  let now = 0;
  for (const moment of [...moments, patience]) {
    await wait(moment - now);
    now = moment;
    if (parent.exitCode !== null || moment === patience) continue;
    const children = childrenOf(parent);
    const victim = children.length > 0 ? random.pick(children) : null;
    if (victim) spawnSync("kill", ["-9", String(victim)]);
  }
}

function childrenOf({ pid }: ChildProcess): number[] {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  const rows = stdout.split("\n").map((line) => line.trim().split(/\s+/).map(Number));
  return rows.filter(([, parent]) => parent === pid).map(([child]) => child!);
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
