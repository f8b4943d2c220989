import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import { verdictDescriptor } from "./protocol.ts";
import type { ChildSettings, KilledFor, Reply, Task } from "./protocol.ts";

/**
 * How a child ended without answering. `killed` means that it was killed from outside, by a person, the system or a
 * scheduler.
 */
export type Death = KilledFor | "killed" | "crash";

export interface Child {
  /**
   * Tasks are answered one after the other, so that a task can be given before the one before it is answered and the
   * child never waits for its parent.
   */
  readonly convert: (task: Task) => Promise<Answer>;
  /** How many documents it has been given. */
  readonly given: () => number;
  /** Kills the child; what it has not answered counts as not begun. */
  readonly end: () => void;
}

export interface Answer {
  /**
   * How the child died if it gave no reply; `unbegun` where it was at another task when it died, or was ended, which says
   * nothing about this document.
   */
  readonly reply: Extract<Reply, { kind: "done" }> | Death | "unbegun";
  /** From the answer to the task before it. */
  readonly milliseconds: number;
}

/**
 * Starts a child and waits until it has loaded everything. The child runs in the same way as this process: compiled if
 * this is compiled, or from source under the loader that `process.execArgv` names.
 */
export async function startChild(settings: ChildSettings): Promise<Child | Death> {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const entry = fileURLToPath(new URL(`./child.${extension}`, import.meta.url));
  const process_ = fork(entry, {
    serialization: "advanced",
    execArgv: [
      ...process.execArgv.filter((flag) => !flag.startsWith("--inspect")),
      `--max-old-space-size=${settings.limits.heapMegabytes}`,
    ],
    stdio: ["ignore", "ignore", "pipe", "ipc", "pipe"],
  });
  const next = repliesOf(process_);
  process_.send(settings, () => undefined);
  // A child that never gets ready has no document to blame; it is given the time of one document.
  const ready = await answered(process_, next, settings.limits.seconds);
  if (typeof ready === "string") return ready;
  let given = 0;
  let alive = true;
  const convert = async (task: Task): Promise<Answer> => {
    if (!alive) return { reply: "unbegun", milliseconds: 0 };
    const began = performance.now();
    const reply = await answered(process_, next, task.pages * settings.limits.seconds);
    const milliseconds = Math.round(performance.now() - began);
    if (typeof reply !== "string" && reply.kind === "done") return { reply, milliseconds };
    const wasEnded = !alive;
    alive = false;
    return { reply: wasEnded ? "unbegun" : typeof reply === "string" ? reply : "crash", milliseconds };
  };
  let before: Promise<unknown> = Promise.resolve();
  return {
    given: () => given,
    convert(task) {
      given += 1;
      // The channel may close while this is being sent; the death of the child then reports it.
      process_.send(task, () => undefined);
      const answer = before.then(() => convert(task));
      before = answer;
      return answer;
    },
    end() {
      alive = false;
      process_.kill("SIGKILL");
    },
  };
}

/**
 * Gives the replies one by one, also those that came before anybody asked, and then how the child died. Nothing is left
 * waiting on the death for each document, because a promise keeps all that wait on it, with the records they brought.
 */
function repliesOf(child: ChildProcess): () => Promise<Reply | Death> {
  const come: (Reply | Death)[] = [];
  let asking: ((reply: Reply | Death) => void) | null = null;
  let died: Death | null = null;
  const tell = (reply: Reply | Death): void => {
    if (asking) asking(reply);
    else come.push(reply);
    asking = null;
  };
  child.on("message", tell);
  void deathOf(child).then((death) => {
    died = death;
    if (asking) tell(death);
  });
  return () =>
    new Promise((resolve) => {
      const first = come.shift() ?? died;
      if (first) resolve(first);
      else asking = resolve;
    });
}

async function answered(
  child: ChildProcess,
  next: () => Promise<Reply | Death>,
  seconds: number,
): Promise<Reply | Death> {
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    child.kill("SIGKILL");
  }, seconds * 1000);
  const first = await next();
  clearTimeout(timer);
  return timedOut && typeof first === "string" ? "timeout" : first;
}

function deathOf(child: ChildProcess): Promise<Death> {
  const said = tail(child.stderr);
  const verdict = tail(child.stdio[verdictDescriptor] as NodeJS.ReadableStream);
  return new Promise((resolve) => {
    child.on("error", () => resolve("crash"));
    // `close` is awaited and not `exit`, because the child's last output must have arrived.
    child.on("close", (_code, signal) => {
      if (verdict() === "timeout" || verdict() === "memory") resolve(verdict() as Death);
      else if (said().includes("heap out of memory")) resolve("memory");
      else if (
        signal === "SIGABRT" ||
        signal === "SIGSEGV" ||
        signal === "SIGBUS" ||
        signal === "SIGILL" ||
        signal === "SIGTRAP" ||
        signal === "SIGFPE"
      )
        resolve("crash");
      else resolve(signal === null ? "crash" : "killed");
    });
  });
}

/** Collects the last characters of a stream. */
function tail(stream: NodeJS.ReadableStream | null): () => string {
  let text = "";
  stream?.setEncoding("utf8").on("data", (piece: string) => (text = (text + piece).slice(-8192)));
  return () => text;
}
