import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The built command. */
export const main: string = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
if (!existsSync(main)) throw new Error("run npm run build first");

/** A folder in the system's place for temporary files that is removed with this process. */
export const root: string = mkdtempSync(join(tmpdir(), "gongkai-bench-"));
process.on("exit", () => rmSync(root, { recursive: true, force: true }));

export interface Run {
  readonly seconds: number;
  /** Of the parent and all its children. */
  readonly cpuSeconds: number;
  /** Megabytes. */
  readonly parent: number;
  readonly children: readonly number[];
}

/** Where `runBatch` writes to. */
export const out: string = join(root, "out");

/**
 * Runs the built command over a folder, from the start or `again` on what it left, and watches the memory of parent and
 * children.
 */
export async function runBatch(
  input: string,
  workers: number,
  {
    watch,
    again = false,
    more = [],
  }: {
    readonly watch?: (megabytes: number) => void;
    readonly again?: boolean;
    readonly more?: readonly string[];
  } = {},
): Promise<Run> {
  if (!again) rmSync(out, { recursive: true, force: true });
  const began = performance.now();
  // A shell counts the time of everything that ran under it.
  const options = ["--out", out, "--workers", String(workers), "--quiet", ...more];
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

/**
 * How long one process, or several side by side, take to convert everything in a folder, each of them all of it. That
 * is what the machine gives to a further process: the collector and the compilers of one process run on other processors
 * than its own code does.
 */
export async function runPlain(folder: string, processes: number): Promise<number> {
  const index = new URL("../dist/index.js", import.meta.url).href;
  const code = `
    const [{ convert }, { readFileSync, readdirSync }] = await Promise.all([import("${index}"), import("node:fs")]);
    const folder = process.argv[1];
    for (const name of readdirSync(folder)) await convert({ name, bytes: new Uint8Array(readFileSync(folder + "/" + name)) });`;
  const began = performance.now();
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      spawn(process.execPath, ["--input-type=module", "-e", code, folder], { stdio: "inherit" }).on(
        "close",
        (status) => (status === 0 ? resolve() : reject(new Error(`ended with ${String(status)}`))),
      );
    });
  await Promise.all(Array.from({ length: processes }, one));
  return (performance.now() - began) / 1000;
}

/** Read from /proc; empty where that is missing. */
export function childrenOf(pid: number): number[] {
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
