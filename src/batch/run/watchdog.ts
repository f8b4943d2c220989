import type { writeSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { ChildLimits } from "../store/limits.ts";
import { verdictDescriptor } from "./protocol.ts";

export interface Watchdog {
  readonly ready: Promise<void>;
  /** Marks the beginning of a document, from which its CPU time is counted. */
  readonly begin: (pages: number) => void;
  readonly end: () => void;
}

/**
 * Starts a thread that keeps running even if the converting thread is in an endless loop. It ends the process when the
 * document uses too much, or when the parent is gone and nobody waits for the answer.
 */
export function startWatchdog(limits: ChildLimits): Watchdog {
  const began = new Float64Array(new SharedArrayBuffer(16));
  // The code is passed as text, so that it starts the same way from compiled files and under a loader, which threads do
  // not inherit.
  const source = `(${watch.toString()})(require("node:worker_threads").workerData, require("node:fs").writeSync)`;
  const worker = new Worker(source, {
    eval: true,
    workerData: { limits, began, verdictDescriptor, parent: process.ppid },
  });
  return {
    ready: new Promise((resolve) => worker.once("online", resolve)),
    begin(pages) {
      const { user, system } = process.cpuUsage();
      began[1] = pages * limits.cpuSeconds * 1e6;
      began[0] = user + system;
    },
    end() {
      began[0] = 0;
    },
  };
}

interface WatchData {
  readonly limits: ChildLimits;
  /**
   * Two numbers of CPU microseconds: what the process had used when the document began (0 while there is none), and
   * what the document may use.
   */
  readonly began: Float64Array;
  readonly verdictDescriptor: number;
  readonly parent: number;
}

/** Runs in the thread, and must not use anything from outside itself. */
function watch({ limits, began, verdictDescriptor, parent }: WatchData, write: typeof writeSync): void {
  setInterval(() => {
    const since = began[0] ?? 0;
    const { user, system } = process.cpuUsage();
    const late = since > 0 && user + system - since > began[1]! && since === began[0];
    const large = since > 0 && process.memoryUsage.rss() > limits.memoryMegabytes * 2 ** 20;
    if (process.ppid === parent && !late && !large) return;
    if (late || large) write(verdictDescriptor, late ? "timeout" : "memory");
    process.kill(process.pid, "SIGKILL");
  }, 50);
}
