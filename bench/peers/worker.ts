/** Reads files with one reader in this process and prints what it made of each, and what it cost. */
import { readFileSync } from "node:fs";
import { programKilobytes, readers } from "./readers.ts";
import type { Output } from "./readers.ts";

/** The answer of one run, as JSON on standard output. */
export interface WorkerAnswer {
  readonly files: readonly {
    readonly output: Output | null;
    readonly cpuMilliseconds: number;
    readonly error?: string;
  }[];
  /** The peak memory of this process, or of the largest program it ran; 0 where that is not known. */
  readonly peakMegabytes: number;
}

const [id, ...paths] = process.argv.slice(2);
const reader = readers.find((one) => one.id === id);
if (!reader) throw new Error(`no reader called ${id}`);

/**
 * The CPU time of this process and of the programs it has waited for (proc(5): utime, stime, cutime, cstime in ticks of
 * 10 ms).
 */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  const stat = reader!.program === null ? null : readFileSync("/proc/self/stat", "utf8");
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ") ?? [];
  const children = stat === null ? 0 : (Number(fields[13]) + Number(fields[14])) * 10;
  return reader!.program === null ? (user + system) / 1000 : children;
}

const files: WorkerAnswer["files"][number][] = [];
// A library is measured warm: it has read every file once before.
if (reader.program === null) for (const path of paths) await reader.read(path).catch(() => null);
for (const path of paths) {
  const before = cpu();
  try {
    const output = await reader.read(path);
    files.push({ output, cpuMilliseconds: cpu() - before });
  } catch (error) {
    files.push({ output: null, cpuMilliseconds: cpu() - before, error: String(error).slice(0, 300) });
  }
}
const answer: WorkerAnswer = {
  files,
  peakMegabytes: (reader.program === null ? process.resourceUsage().maxRSS : programKilobytes) / 1024,
};
// Some readers print on standard output themselves, so the answer is what follows the mark.
process.stdout.write(`\n\u0001${JSON.stringify(answer)}`, () => process.exit(0));
