import { spawn, spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ended, fingerprint, folder, main, put, reports, start } from "./support.ts";

const present =
  spawnSync("parallel", ["--version"], { encoding: "utf8" }).stdout?.startsWith("GNU parallel") ?? false;

describe.skipIf(!present)("under GNU parallel (skipped where it is not installed)", () => {
  const root = folder();
  const [input, once, shards] = [join(root, "in"), join(root, "once"), join(root, "shards")];
  afterAll(() => rmSync(root, { recursive: true }));

  test("four shards, one killed and repeated, then merged: the bytes of a single run", async () => {
    put(input, { ...reports(10), "loop.txt": "FAULT loop" });
    const limits = ["--cpu-time", "2", "--workers", "1"];
    expect((await ended(start(main, ["batch", input, "--out", once, ...limits]))).code).toBe(0);

    const killed = start(main, ["batch", input, "--out", shards, "--shard", "2/4", ...limits]);
    const end = ended(killed);
    setTimeout(() => killed.kill("SIGKILL"), 1200);
    await end;

    const command = [
      process.execPath,
      main,
      "batch",
      input,
      "--out",
      shards,
      "--shard",
      "/4",
      "--quiet",
      ...limits,
    ];
    const faults = new URL("./faults.mjs", import.meta.url).href;
    const parallel = spawn(
      "parallel",
      ["--will-cite", "--jobs", "2", "-N0", ...command, ":::", "a", "b", "c", "d"],
      {
        stdio: ["ignore", "ignore", "pipe"],
        env: { ...process.env, NODE_OPTIONS: `--import ${faults}` },
      },
    );
    expect(await ended(parallel)).toEqual({ code: 0, err: "" });
    expect((await ended(start(main, ["merge", shards, "--quiet"]))).code).toBe(0);
    expect(fingerprint(shards)).toEqual(fingerprint(once));
  }, 180_000);
});
