import type { Progress } from "../../batch/index.ts";
import type { BatchWording } from "../wording/batch-wording.ts";
import type { Io } from "./io.ts";

/**
 * What a person sees while a batch runs: on a terminal one line that is rewritten, elsewhere a new line every ten
 * seconds.
 */
export interface BatchProgress {
  readonly show: (progress: Progress) => void;
  /** Removes the line from a terminal; elsewhere prints how the batch ended. */
  readonly finish: () => void;
}

const width = 24;

export function batchProgress(io: Io, words: BatchWording, now: () => number = Date.now): BatchProgress {
  const count = { planned: 0, done: 0, kept: 0, converted: 0, withFindings: 0, failed: 0, merged: 0 };
  const pace = io.terminal ? 200 : 10_000;
  let stage: Progress["stage"] | null = null;
  let due = 0;
  let began = now();
  let line = "";

  const print = (): void => {
    if (line === "") return;
    io.err(io.terminal ? `\r\u001b[K${line}` : `${line}\n`);
    line = "";
  };

  return {
    show(progress) {
      if (progress.stage !== stage) {
        print();
        [stage, began, due] = [progress.stage, now(), now() + (io.terminal ? 0 : pace)];
      }
      line = lineOf(progress);
      if (now() < due) return;
      due = now() + pace;
      print();
    },
    finish() {
      if (io.terminal) io.err("\r\u001b[K");
      else print();
    },
  };

  function lineOf(progress: Progress): string {
    if (progress.stage === "plan") return words.planning((count.planned = progress.inputs));
    if (progress.stage === "merge") {
      count.merged += progress.inputs;
      return bar(count.merged, progress.total) + words.merging(count.merged, progress.total);
    }
    const { inputs, status, kept, total } = progress;
    count.done += inputs;
    if (kept) count.kept += inputs;
    count[
      status === "converted" ? "converted" : status === "converted-with-findings" ? "withFindings" : "failed"
    ] += inputs;
    const fresh = count.done - count.kept;
    const rate = fresh / Math.max(1, (now() - began) / 1000);
    const secondsLeft = total === null || rate === 0 ? null : (total - count.done) / rate;
    return (
      (total === null ? "" : bar(count.done, total)) + words.running({ ...count, total, rate, secondsLeft })
    );
  }

  function bar(done: number, total: number): string {
    if (!io.terminal) return "";
    const full = Math.round((width * done) / Math.max(1, total));
    return `[${"#".repeat(full)}${" ".repeat(width - full)}] ${Math.floor((100 * done) / Math.max(1, total))}%  `;
  }
}
