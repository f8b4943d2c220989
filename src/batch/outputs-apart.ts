import { fork } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, renameSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { WrittenFile } from "./outputs/file-sink.ts";
import type { OutputFormat, Settings } from "./store/settings.ts";
import { writeOutputs } from "./write-outputs.ts";
import type { OutputsTask } from "./write-outputs.ts";

/** Outputs written by a process of their own while the merge writes the rest. */
export interface OutputsApart {
  /**
   * The files it has written to `folder`; null where a result has been damaged since. If the process fails, they are
   * written here instead.
   */
  readonly files: () => Promise<readonly WrittenFile[] | null>;
  readonly end: () => void;
}

/**
 * The formats worth a process of their own. Parquet takes as long as JSON Lines and CSV together, so it is worth one
 * only beside another of these.
 */
export function formatsApart({ formats, parts = false }: Settings): readonly OutputFormat[] {
  const isShared = formats.includes("parquet") && !formats.includes("duckdb");
  return isShared && !parts && (formats.includes("jsonl") || formats.includes("csv")) ? ["parquet"] : [];
}

/**
 * Starts the process at once. It writes to a folder of its own, so that a process that outlives its merge touches no
 * later draft.
 */
export function startOutputs(task: OutputsTask): OutputsApart {
  const own = join(task.survey.folder, randomUUID());
  const entry = fileURLToPath(new URL(`./outputs-child${extname(import.meta.url)}`, import.meta.url));
  const child = fork(entry, {
    serialization: "advanced",
    execArgv: process.execArgv.filter((flag) => !flag.startsWith("--inspect")),
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const answer = new Promise<{ readonly files: readonly WrittenFile[] | null } | null>((resolve) => {
    child.once("message", (message) => resolve(message as { readonly files: readonly WrittenFile[] | null }));
    child.once("close", () => resolve(null));
    child.once("error", () => resolve(null));
  });
  child.send({ ...task, folder: own }, () => undefined);
  return {
    async files() {
      const done = await answer;
      if (done === null) return writeOutputs(task);
      mkdirSync(task.folder, { recursive: true });
      if (done.files)
        for (const name of readdirSync(own)) renameSync(join(own, name), join(task.folder, name));
      return done.files;
    },
    end: () => child.kill("SIGKILL"),
  };
}
