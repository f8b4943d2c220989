/**
 * Runs a batch to its end while its children are killed as often as asked, and its parent after every tenth of those
 * kills. Every input must have a row and every report a record, and the bytes must be those of an undisturbed run.
 * Run: npm run build && npx tsx bench/chaos.ts [kills] [documents] [milliseconds between kills, on average]
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { drawReport, plain, renderings, seeded } from "../test/support/factory/index.ts";
import { fingerprint } from "../test/support/fingerprint.ts";
import { childrenOf, main, root } from "./batch-run.ts";

const [kills, documents, pause] = [2, 3, 4]
  .map((at) => Number(process.argv[at] ?? NaN))
  .map((it, at) => (Number.isNaN(it) ? [50, 1000, 550][at]! : it)) as [number, number, number];
const KILLS_A_PARENT = 10;
const random = seeded(kills);
const [input, calm, wild] = [join(root, "in"), join(root, "calm"), join(root, "wild")];
const argv = (out: string): string[] => [main, "batch", input, "--out", out, "--workers", "2", "--quiet"];

mkdirSync(input);
for (let seed = 1; seed <= documents; seed++) {
  const { extension, render } = renderings[seed % renderings.length]!;
  writeFileSync(join(input, `${seed}.${extension}`), render(drawReport(seed, plain)));
}
if (spawnSync(process.execPath, argv(calm)).status !== 0) throw new Error("the calm run failed");

let [killed, parents] = [0, 0];
let code: number | null = null;
while (code === null) {
  const parent = spawn(process.execPath, argv(wild), { stdio: "ignore" });
  const end = new Promise<number | null>((resolve) => parent.on("exit", resolve));
  for (let here = 0; here < KILLS_A_PARENT && killed < kills && parent.exitCode === null;) {
    await wait(2 * pause * random.next());
    const children = childrenOf(parent.pid!);
    if (children.length === 0) continue;
    spawnSync("kill", ["-9", String(random.pick(children))]);
    [killed, here] = [killed + 1, here + 1];
  }
  if (killed < kills && parent.exitCode === null) {
    parent.kill("SIGKILL");
    parents += 1;
  }
  code = await end;
}

const rows = readFileSync(join(wild, "ledger.jsonl"), "utf8").trim().split("\n");
const same = JSON.stringify(fingerprint(wild)) === JSON.stringify(fingerprint(calm));
console.log(
  `${killed} children and ${parents} parents killed; exit code ${code}; ${rows.length} rows of ${documents}; ${same ? "the same bytes" : "OTHER BYTES"}`,
);
rmSync(root, { recursive: true, force: true });
process.exitCode = same && code === 0 && killed === kills ? 0 : 1;
