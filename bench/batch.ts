/**
 * Documents a second and peak memory of a batch over generated reports of each format, with 1 and 2 workers, against the
 * same conversions in this process; what is between them is the price of isolation. The time of a batch holds
 * everything: planning, starting children, merging into JSON Lines, CSV and Parquet.
 * Run: npm run build && npx tsx bench/batch.ts [documents of each format]; PDF only where Chromium prints them.
 * `npx tsx bench/batch.ts flat 100000` instead watches the parent's memory over so many small documents, all different.
 */
import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { convert } from "../src/index.ts";
import { drawReport, plain, renderings } from "../test/support/factory/index.ts";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
if (!existsSync(main)) throw new Error("run npm run build first");
const root = mkdtempSync(join(tmpdir(), "gongkai-bench-"));
process.on("exit", () => rmSync(root, { recursive: true, force: true }));

if (process.argv[2] === "flat") await flat(Number(process.argv[3] ?? 100_000));
else await speed(Number(process.argv[2] ?? 300));

async function speed(count: number): Promise<void> {
  console.log(`${count} documents of each format`);
  console.log(
    "CPU ms a document: in process, batch with 1 and 2 workers; documents a second with 1 and 2; a second run with nothing to do, in % of the first; peak memory",
  );
  for (const id of ["tabbed", "html", "docx-word"]) {
    const rendering = renderings.find((it) => it.id === id)!;
    const folder = join(root, id);
    mkdirSync(folder);
    for (let seed = 1; seed <= count; seed++)
      writeFileSync(
        join(folder, `${seed}.${rendering.extension}`),
        rendering.render(drawReport(seed, plain)),
      );
    await line(id, folder, count);
  }
  const pdf = fileURLToPath(new URL("../../shared/corpus/2024-huaian/report.pdf", import.meta.url));
  if (!existsSync(pdf)) return console.log("pdf         not measured: no corpus here");
  // One report, made different by a comment behind its end.
  mkdirSync(join(root, "pdf"));
  const bytes = readFileSync(pdf);
  const some = Math.ceil(count / 10);
  for (let index = 0; index < some; index++)
    writeFileSync(join(root, "pdf", `${index}.pdf`), Buffer.concat([bytes, Buffer.from(`\n% ${index}\n`)]));
  await line(`pdf (${some})`, join(root, "pdf"), some);
}

async function line(name: string, folder: string, count: number): Promise<void> {
  const sources = readdirSync(folder).map((it) => ({
    name: it,
    bytes: new Uint8Array(readFileSync(join(folder, it))),
  }));
  await convert(sources[0]!);
  const before = process.cpuUsage();
  for (const source of sources) await convert(source);
  const { user, system } = process.cpuUsage(before);
  const one = await run(folder, 1);
  const two = await run(folder, 2);
  const again = await run(folder, 2, undefined, true);
  const numbers = [(user + system) / 1e6, one.cpuSeconds, two.cpuSeconds].map((it) => (1000 * it) / count);
  const rates = [one, two].map(({ seconds }) => count / seconds);
  const columns = [...numbers, ...rates].map((it) => it.toFixed(1).padStart(11)).join("");
  const memory = [two.parent, ...two.children].map((it) => it.toFixed(0)).join(", ");
  const share = ((100 * again.seconds) / two.seconds).toFixed(1);
  console.log(`${name.padEnd(10)}${columns}${share.padStart(8)} %   ${memory} MB`);
}

interface Run {
  readonly seconds: number;
  /** Of the parent and every child. */
  readonly cpuSeconds: number;
  /** Megabytes. */
  readonly parent: number;
  readonly children: readonly number[];
}

async function run(
  input: string,
  workers: number,
  watch?: (megabytes: number) => void,
  again = false,
): Promise<Run> {
  const out = join(root, "out");
  if (!again) rmSync(out, { recursive: true, force: true });
  const began = performance.now();
  // A shell counts the time of all that ran under it.
  const options = ["--out", out, "--workers", String(workers), "--quiet"];
  const argv = [
    "-c",
    'TIMEFORMAT="%U %S"; time "$@"',
    "bash",
    process.execPath,
    main,
    "batch",
    input,
    ...options,
  ];
  const shell = spawn("bash", argv, { stdio: ["ignore", "inherit", "pipe"] });
  let said = "";
  shell.stderr.setEncoding("utf8").on("data", (piece: string) => (said += piece));
  let parent = 0;
  const peaks = new Map<number, number>();
  const timer = setInterval(() => {
    const pid = childrenOf(shell.pid!)[0];
    if (pid === undefined) return;
    const own = megabytesOf(pid);
    parent = Math.max(parent, own);
    watch?.(own);
    for (const child of childrenOf(pid))
      peaks.set(child, Math.max(peaks.get(child) ?? 0, megabytesOf(child)));
  }, 100);
  const code = await new Promise((resolve) => shell.on("close", resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`batch ended with ${String(code)}: ${said}`);
  const [user, system] = said.trim().split("\n").at(-1)!.split(" ").map(Number);
  const seconds = (performance.now() - began) / 1000;
  const children = [...peaks.values()].sort((a, b) => b - a).slice(0, workers);
  return { seconds, cpuSeconds: user! + system!, parent, children };
}

/** From /proc; nothing where there is none. */
function childrenOf(pid: number): number[] {
  return procFile(`${pid}/task/${pid}/children`).trim().split(" ").filter(Boolean).map(Number);
}

function megabytesOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(procFile(`${pid}/status`))?.[1] ?? 0) / 1024;
}

function procFile(name: string): string {
  try {
    return readFileSync(`/proc/${name}`, "utf8");
  } catch {
    return "";
  }
}

/** One document in ten is a report, short of a table; what the others cost is planning, isolation and the ledger. */
async function flat(count: number): Promise<void> {
  const rendering = renderings.find((it) => it.id === "tabbed")!;
  const shortened = (seed: number): string => {
    const lines = new TextDecoder().decode(rendering.render(drawReport(seed, plain))).split("\n");
    const [first, fourth] = ["一、", "四、"].map((ordinal) =>
      lines.findIndex((it) => it.startsWith(ordinal)),
    ) as [number, number];
    return [...lines.slice(0, first), ...lines.slice(fourth)].join("\n");
  };
  const reports = Array.from({ length: 20 }, (_, seed) => shortened(seed + 1));
  for (let index = 0; index < count; index++) {
    const folder = join(root, "flat", String(index % 1000));
    if (index < 1000) mkdirSync(folder, { recursive: true });
    const text = index % 10 === 0 ? reports[(index / 10) % reports.length]! : "今天天气很好。";
    writeFileSync(join(folder, `${index}.txt`), `${text}\n${index}\n`);
  }
  const seen: number[] = [];
  const { seconds, parent } = await run(join(root, "flat"), 2, (megabytes) => void seen.push(megabytes));
  const tenths = Array.from({ length: 10 }, (_, tenth) =>
    Math.max(...seen.slice((tenth * seen.length) / 10, ((tenth + 1) * seen.length) / 10)).toFixed(0),
  );
  console.log(
    `${count} documents in ${seconds.toFixed(0)} s; parent ${parent.toFixed(0)} MB at most; by tenths of the time: ${tenths.join(" ")} MB`,
  );
}
