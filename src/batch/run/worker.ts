import { setTimeout as pause } from "node:timers/promises";
import { startChild } from "./child-process.ts";
import type { Child, Death } from "./child-process.ts";
import type { ChildSettings, Task } from "./protocol.ts";
import type { ReportMark } from "../store/report-mark.ts";
import { failure } from "../store/status.ts";
import type { Failure, Status } from "../store/status.ts";

export interface ChildOutcome {
  readonly status: Status;
  readonly failure: Failure | null;
  readonly mark: ReportMark | null;
  readonly packed: Uint8Array;
  readonly milliseconds: number;
  /** How many pages are pictures and were left unread. */
  readonly scans: number;
}

/** Converts documents one at a time in a child process, which is replaced when it dies or grows old. */
export interface Worker {
  /** A task may be given before the one before it is done. */
  readonly convert: (task: Task) => Promise<ChildOutcome>;
  readonly end: () => void;
}

/** No child can be started, so that nothing can be converted on this machine now. */
export class NoChild extends Error {}

/** How many children killed from outside are followed by another one for the same document. */
const outsideKills = 8;
/**
 * How many children may die before they are ready. The machine may be short of memory for a while, so each try waits
 * longer.
 */
const failedStarts = 8;
const firstPause = 50;

export function startWorker(settings: ChildSettings): Worker {
  let child: Child | null = null;
  let starting: Promise<Child | Death> | null = null;
  let everReady = false;
  let ended = false;

  /**
   * A child that is ready. If no child has ever started on this machine, the run ends; later on, a failed start costs
   * only the document.
   */
  const start = async (): Promise<Child | Death> => {
    for (let attempt = 1; ; attempt++) {
      const started = await startChild(settings);
      if (typeof started !== "string") {
        everReady = true;
        child = started;
        if (ended) child.end();
        return started;
      }
      if (ended || (attempt >= failedStarts && !everReady)) throw new NoChild(started);
      if (attempt >= failedStarts) return started;
      await pause(firstPause * 2 ** attempt);
    }
  };
  const ready = async (): Promise<Child | Death> =>
    child ?? (starting ??= start().finally(() => (starting = null)));
  const drop = (old: Child): void => {
    old.end();
    if (child === old) child = null;
  };

  return {
    async convert(task) {
      for (let kills = 0; ;) {
        const current = await ready();
        if (typeof current === "string") {
          const failure = deathFailure(current, settings);
          return {
            status: failure.status,
            failure,
            mark: null,
            packed: new Uint8Array(),
            milliseconds: 0,
            scans: 0,
          };
        }
        const { convert, given } = current;
        const fresh = given() === 0;
        const { reply, milliseconds } = await convert(task);
        if (typeof reply !== "string") {
          const { recycleDocuments, recycleMegabytes } = settings.limits;
          if (given() >= recycleDocuments || reply.residentBytes > recycleMegabytes * 2 ** 20) drop(current);
          return {
            status: reply.status,
            failure: reply.failure,
            mark: reply.mark,
            packed: reply.packed,
            milliseconds,
            scans: reply.scans,
          };
        }
        drop(current);
        if (ended) throw new NoChild(reply);
        if (reply === "unbegun") continue;
        if (reply === "killed" && ++kills < outsideKills) continue;
        if (!fresh && (reply === "memory" || reply === "crash")) continue;
        const failure = deathFailure(reply, settings);
        return {
          status: failure.status,
          failure,
          mark: null,
          packed: new Uint8Array(),
          milliseconds,
          scans: 0,
        };
      }
    },
    end() {
      ended = true;
      if (child) drop(child);
    },
  };
}

function deathFailure(death: Death, { limits }: ChildSettings): Failure {
  switch (death) {
    case "timeout":
      return failure(
        "timeout",
        `more than ${limits.cpuSeconds} s of work or ${limits.seconds} s by the clock`,
      );
    case "memory":
      return failure(
        "memory",
        `more than ${limits.memoryMegabytes} MB, or ${limits.heapMegabytes} MB of heap`,
      );
    case "killed":
      return failure("crash", `the process was killed from outside ${outsideKills} times`);
    case "crash":
      return failure("crash", "the process died");
  }
}
