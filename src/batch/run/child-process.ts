import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { verdictDescriptor } from "./protocol.ts";
import type { ChildSettings, KilledFor, Reply, Task } from "./protocol.ts";

/**
 * How a child ended without answering. `killed` means that it was killed from outside, by a person, the system or a
 * scheduler.
 */
export type Death = KilledFor | "killed" | "crash";

export interface Child {
  /** Resolves to the answer, or to how the child died if it gave none. */
  readonly convert: (task: Task) => Promise<Extract<Reply, { kind: "done" }> | Death>;
  /** How many documents it has been given. */
  readonly given: () => number;
  readonly end: () => void;
}

/**
 * Starts a child and waits until it has loaded everything. The child runs in the same way as this process: compiled if
 * this is compiled, or from source under the loader that `process.execArgv` names.
 */
export async function startChild(settings: ChildSettings): Promise<Child | Death> {
  const entry = fileURLToPath(new URL(`./child${extname(import.meta.url)}`, import.meta.url));
  const process_ = fork(entry, {
    serialization: "advanced",
    execArgv: [
      ...process.execArgv.filter((flag) => !flag.startsWith("--inspect")),
      `--max-old-space-size=${settings.limits.heapMegabytes}`,
    ],
    stdio: ["ignore", "ignore", "pipe", "ipc", "pipe"],
  });
  let given = 0;
  const death = deathOf(process_);
  process_.send(settings, () => undefined);
  // A child that never gets ready has no document to blame; it is given the time of one document.
  const ready = await answered(process_, death, settings.limits.seconds);
  if (typeof ready === "string") return ready;
  return {
    given: () => given,
    convert: async (task) => {
      given += 1;
      // The channel may close while this is being sent; the death of the child then reports it.
      process_.send(task, () => undefined);
      const reply = await answered(process_, death, task.pages * settings.limits.seconds);
      return typeof reply === "string" || reply.kind === "done" ? reply : "crash";
    },
    end: () => process_.kill("SIGKILL"),
  };
}

async function answered(child: ChildProcess, death: Promise<Death>, seconds: number): Promise<Reply | Death> {
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    child.kill("SIGKILL");
  }, seconds * 1000);
  let listener: ((reply: Reply) => void) | undefined;
  const reply = new Promise<Reply>((resolve) =>
    child.once("message", (listener = resolve as (reply: Reply) => void)),
  );
  const first = await Promise.race([reply, death]);
  clearTimeout(timer);
  if (listener) child.off("message", listener);
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
