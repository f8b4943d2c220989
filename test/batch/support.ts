import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { batch, defaultChildLimits, whole } from "../../src/batch/index.ts";
import type { BatchOptions } from "../../src/batch/index.ts";
import { compiled, compiledProgram } from "../support/compiled.ts";
import { drawReport, plain, renderings } from "../support/factory/index.ts";

export { fingerprint } from "../support/fingerprint.ts";

// `batch` hands its own flags on to its children, which run compiled: from source each takes a second to start.
const children = new URL("../support/compiled-children.mjs", import.meta.url).href;
if (!process.execArgv.includes(children)) process.execArgv.push("--import", children);
process.env["GONGKAI_COMPILED"] = compiled();

/** The command line, compiled. */
export const main = compiledProgram();

export type Files = Readonly<Record<string, string | Uint8Array>>;

export function folder(files: Files = {}): string {
  const root = mkdtempSync(join(tmpdir(), "gongkai-batch-"));
  put(root, files);
  return root;
}

export function put(root: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
}

/** Reports of every rendering in turn, each with its own figures. */
export function reports(count: number, firstSeed = 1): Record<string, Uint8Array> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const rendering = renderings[(index * 7) % renderings.length]!;
      const seed = firstSeed + index;
      return [
        `r${String(seed).padStart(3, "0")}.${rendering.extension}`,
        rendering.render(drawReport(seed, plain)),
      ];
    }),
  );
}

export function report(seed = 1, id = "html"): Uint8Array {
  return renderings.find((it) => it.id === id)!.render(drawReport(seed, plain));
}

/** A batch in this process with little said. */
export function runBatch(inputs: readonly string[], out: string, options: Partial<BatchOptions> = {}) {
  return batch({
    inputs,
    out,
    shard: whole,
    workers: 2,
    limits: defaultChildLimits,
    language: "en",
    infer: true,
    templates: [],
    formats: ["jsonl", "csv", "parquet"],
    bom: false,
    retry: false,
    ocr: true,
    only: null,
    ...options,
  });
}

export interface Row {
  readonly name: string;
  readonly status: string;
  readonly retryable: boolean;
  readonly duplicate_of: string | null;
  readonly manifest?: Readonly<Record<string, string>>;
  readonly [column: string]: unknown;
}

export function ledger(out: string): Row[] {
  return lines(join(out, "ledger.jsonl")).map((line) => JSON.parse(line) as Row);
}

/** `name: status` of every row, in name order, with the folder taken off. */
export function outcomes(out: string, root: string): string[] {
  return ledger(out)
    .map(({ name, status }) => `${name.replace(`${root}/`, "")}: ${status}`)
    .sort();
}

export function lines(path: string): string[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "");
}

const faults = new URL("./faults.mjs", import.meta.url).href;
/** The compiled command line as a process, with the faults in place. */
export function start(
  main: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(process.execPath, [main, ...argv], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, NODE_OPTIONS: `--import ${faults}`, ...environment },
  });
}

export function ended(child: ChildProcess): Promise<{ readonly code: number | null; readonly err: string }> {
  let err = "";
  child.stderr?.setEncoding("utf8").on("data", (piece: string) => (err += piece));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, err })));
}
