/** Reads files with one reader in this process and prints what it made of each, and what it cost. */
import { readFileSync } from "node:fs";
import { readers } from "./readers.ts";
import type { Output } from "./readers.ts";

/** Answer of one run, as JSON on standard output. */
export interface WorkerAnswer {
  readonly files: readonly { readonly output: Output | null; readonly cpuMilliseconds: number; readonly error?: string }[];
  readonly peakMegabytes: number;
}

const [id, ...paths] = process.argv.slice(2);
const reader = readers.find((one) => one.id === id);
if (!reader) throw new Error(`no reader called ${id}`);

/** Of this process, and of the programs it has waited for (proc(5): utime, stime, cutime, cstime in ticks of 10 ms). */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  const stat = reader!.program === null ? null : readFileSync("/proc/self/stat", "utf8");
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ") ?? [];
  const children = stat === null ? 0 : (Number(fields[13]) + Number(fields[14])) * 10;
  return reader!.program === null ? (user + system) / 1000 : children;
}

const files: WorkerAnswer["files"][number][] = [];
for (const path of paths) {
  const before = cpu();
  try {
    const output = await reader.read(path);
    files.push({ output, cpuMilliseconds: cpu() - before });
  } catch (error) {
    files.push({ output: null, cpuMilliseconds: cpu() - before, error: String(error).slice(0, 300) });
  }
}
const answer: WorkerAnswer = { files, peakMegabytes: process.resourceUsage().maxRSS / 1024 };
// Some readers print on standard output themselves: the answer is what follows the mark.
process.stdout.write(`\n\u0001${JSON.stringify(answer)}`, () => process.exit(0));
