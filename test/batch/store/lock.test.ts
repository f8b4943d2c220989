import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Held, locked } from "../../../src/batch/store/lock.ts";
import { folder } from "../support.ts";

const root = folder();
afterAll(() => rmSync(root, { recursive: true }));
const path = join(root, ".gongkai/merge.lock");
const work = () => locked(root, "merge", async () => "done");

function heldBy(holder: object): void {
  mkdirSync(join(root, ".gongkai"), { recursive: true });
  writeFileSync(path, JSON.stringify({ since: "2026-01-31T00:00:00.000Z", ...holder }));
}

test("one at a time, and free again whether the work succeeds or fails", async () => {
  await expect(locked(root, "merge", work)).rejects.toThrow(Held);
  expect(existsSync(path)).toBe(false);
  expect(await work()).toBe("done");
});

test("other parts of the work do not wait", async () =>
  expect(await locked(root, "1-of-2", () => locked(root, "2-of-2", work))).toBe("done"));

test("a process of this machine that is gone holds nothing, one that lives does", async () => {
  heldBy({ host: hostname(), process: 2 ** 22 + 7 });
  expect(await work()).toBe("done");
  heldBy({ host: hostname(), process: process.ppid });
  await expect(work()).rejects.toMatchObject({ holder: { process: process.ppid }, path });
});

test("a process of another machine holds while it shows itself", async () => {
  heldBy({ host: "elsewhere", process: 1 });
  await expect(work()).rejects.toThrow("held by process 1 on elsewhere since 2026-01-31T00:00:00.000Z");
  utimesSync(path, 0, 0);
  expect(await work()).toBe("done");
});

test("a clock set back leaves nobody locked out", async () => {
  heldBy({ host: "elsewhere", process: 1 });
  const tomorrow = Date.now() / 1000 + 86_400;
  utimesSync(path, tomorrow, tomorrow);
  expect(await work()).toBe("done");
  // What was this process's number before the machine was started anew.
  heldBy({ host: hostname(), process: process.pid, since: "2999-01-01T00:00:00.000Z" });
  expect(await work()).toBe("done");
});

test.each(["", "null", "5", "{}"])("a lock without an owner is nobody's: %j", async (text) => {
  writeFileSync(path, text);
  expect(await work()).toBe("done");
});
