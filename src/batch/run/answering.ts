import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { open } from "node:fs/promises";
import { extname } from "node:path";
import { convert } from "../../convert.ts";
import { defaultLimits } from "../../limits.ts";
import type { Conversion, Source } from "../../model/index.ts";
import { Refused, readMember } from "../store/archive.ts";
import type { Member } from "../store/archive.ts";
import type { BucketPart } from "../store/buckets.ts";
import { openable } from "../store/file-path.ts";
import type { FilePath } from "../store/file-path.ts";
import type { ChildSettings, Reply, Task } from "./protocol.ts";
import { markOf } from "../store/report-mark.ts";
import { pack } from "../store/results.ts";
import { failure, failureOf, statusOf } from "../store/status.ts";
import type { Failure } from "../store/status.ts";
import { startWatchdog } from "./watchdog.ts";
import type { Watchdog } from "./watchdog.ts";

/** Converts what it is sent, one document after another, until its parent is gone. */
export function answerTasks(): void {
  process.on("disconnect", () => process.exit());
  process.once("message", (settings: ChildSettings) => {
    const watchdog = startWatchdog(settings.limits);
    // The next task comes before this one is answered, and waits.
    let before = Promise.resolve();
    process.on("message", (task: Task) => {
      before = before.then(() => answer(task, settings, watchdog));
    });
    void watchdog.ready.then(() => process.send?.({ kind: "ready" } satisfies Reply));
  });
}

async function answer(task: Task, settings: ChildSettings, watchdog: Watchdog): Promise<void> {
  watchdog.begin(task.pages);
  const { outcome, scans } = await outcomeOf(task, settings);
  const packed = "status" in outcome ? new Uint8Array() : pack(outcome);
  watchdog.end();
  const rest = { kind: "done", residentBytes: process.memoryUsage.rss(), scans } as const;
  const reply: Reply =
    "status" in outcome
      ? { ...rest, status: outcome.status, failure: outcome, mark: null, packed }
      : {
          ...rest,
          status: statusOf(outcome),
          failure: null,
          mark: markOf(outcome, settings.convert.templates ?? []),
          packed,
        };
  // What went wrong beside the conversion ends the process here, and not in the next document.
  await new Promise(setImmediate);
  // What the reply leaves unwritten would otherwise wait until the next document is converted.
  await new Promise((written) => process.send?.(reply, written));
}

interface Outcome {
  readonly outcome: Conversion | Failure;
  readonly scans: number;
}

async function outcomeOf(task: Task, settings: ChildSettings): Promise<Outcome> {
  const failed = (outcome: Failure): Outcome => ({ outcome, scans: 0 });
  const sources: Source[] = [];
  try {
    for (const part of task.parts)
      sources.push({ name: `document${extname(part.name.toLowerCase())}`, bytes: await load(part) });
  } catch (error) {
    // The plan has read all of it, so that whatever is wrong with an archive now is new, and may be right again.
    const code = error instanceof Refused ? CHANGED : (error as NodeJS.ErrnoException).code;
    return failed(failure("unreadable", code ?? "unknown"));
  }
  try {
    const conversion = await convert(sources, settings.convert);
    const source = sourceOf(conversion, task);
    const scans = conversion.diagnostics.filter(({ rule }) => rule === "needs-ocr").length;
    return { outcome: failureOf(conversion) ?? { ...conversion, source }, scans };
  } catch (error) {
    return failed(failure("crash", error instanceof Error ? error.constructor.name : "unknown", false));
  }
}

/**
 * The source as it was planned, because only the head is read of a document over the limit. It has no names; the merge
 * adds them.
 */
function sourceOf({ source }: Conversion, { parts: [only, ...others] }: Task): Conversion["source"] {
  const { sha256, bytes } = only!;
  return others.length === 0 ? { name: "", sha256, bytes } : { ...source, name: "" };
}

const CHANGED = "changed since it was planned";

/** The planned bytes; of a document over the limit, only as many as are needed to see that it is. */
async function load({ location, bytes, sha256 }: BucketPart): Promise<Uint8Array> {
  const enough = Math.min(bytes, defaultLimits.maximumBytes + 1);
  const content = Buffer.alloc(enough);
  const length = await (location.member
    ? readPacked(location.path, location.member, content)
    : readPlain(location.path, content));
  const changed =
    length !== bytes || (enough === bytes && createHash("sha256").update(content).digest("hex") !== sha256);
  if (changed) throw new Refused("unreadable", CHANGED);
  return new Uint8Array(content.buffer, content.byteOffset, content.length);
}

/** Fills `content` from the start of a member, and returns the length of the whole. */
async function readPacked(path: FilePath, member: Member, content: Buffer): Promise<number> {
  const file = await open(openable(path));
  try {
    let length = 0;
    await readMember(file, member, (piece) => {
      content.set(piece.subarray(0, Math.max(0, content.length - length)), Math.min(length, content.length));
      length += piece.length;
    });
    return length;
  } finally {
    await file.close();
  }
}

/** Fills `content` from the start of a file, and returns the length of the whole. */
function readPlain(path: FilePath, content: Buffer): number {
  const file = openSync(openable(path), "r");
  try {
    const { size } = fstatSync(file);
    let length = 0;
    for (let read = 1; length < content.length && read > 0; length += read)
      read = readSync(file, content, length, content.length - length, length);
    return length + Math.max(0, size - content.length);
  } finally {
    closeSync(file);
  }
}
