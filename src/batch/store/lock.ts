import { randomUUID } from "node:crypto";
import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { makeStateFolder, stateFolder } from "./settings.ts";

/** The process that holds an output folder, or a part of the work in it. */
export interface Holder {
  readonly host: string;
  readonly process: number;
  readonly since: string;
}

/** Another run is at work on the same folder or part; the command line prints this as one line. */
export class Held extends Error {
  readonly holder: Holder;
  readonly path: string;

  constructor(holder: Holder, path: string) {
    super(`held by process ${holder.process} on ${holder.host} since ${holder.since}`);
    this.holder = holder;
    this.path = path;
  }
}

const beat = 20_000;
/** A holder on another machine that has not touched its lock for this long is taken to be gone. */
const silence = 10 * beat;
/** The locks that this process itself holds. */
const own = new Set<string>();

/**
 * Does `work` while no other run holds `name` in the output folder. A lock is a file that names its owner and is
 * touched every 20 seconds. It is taken over if its process is gone, or if its owner is on another machine and has been
 * silent for 200 seconds. `isRival` tells the names of other locks beside which the work may not be done. Throws Held.
 */
export async function locked<Value>(
  out: string,
  name: string,
  work: () => Promise<Value>,
  isRival: (name: string) => boolean = () => false,
): Promise<Value> {
  makeStateFolder(out);
  const path = join(stateFolder(out), `${name}.lock`);
  take(path);
  own.add(path);
  const heart = setInterval(() => touch(path), beat);
  heart.unref();
  try {
    // Asked once this lock stands, so that of two that begin at the same time at least one sees the other.
    refuseBeside(path, isRival);
    return await work();
  } finally {
    clearInterval(heart);
    own.delete(path);
    rmSync(path, { force: true });
  }
}

function refuseBeside(path: string, isRival: (name: string) => boolean): void {
  for (const file of readdirSync(dirname(path))) {
    const rival = join(dirname(path), file);
    if (!file.endsWith(".lock") || !isRival(file.slice(0, -".lock".length))) continue;
    const holder = holderOf(rival);
    if (holder !== null && isAlive(holder, rival, path)) throw new Held(holder, rival);
  }
}

function take(path: string): void {
  const holder: Holder = { host: hostname(), process: process.pid, since: new Date().toISOString() };
  const draft = `${path}.${randomUUID()}`;
  try {
    writeFileSync(draft, JSON.stringify(holder) + "\n");
    place(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** The lock is placed as a link to a complete file, so that nobody ever sees a lock without its owner. */
function place(draft: string, path: string): void {
  for (let attempt = 0; ; attempt++) {
    try {
      return linkSync(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = holderOf(path);
    if (holder !== null && (attempt > 0 || isAlive(holder, path, draft))) throw new Held(holder, path);
    rmSync(path, { force: true });
  }
}

/** The owner named in a lock file; null if the file is gone or names none. */
function holderOf(path: string): Holder | null {
  try {
    const found = JSON.parse(readFileSync(path, "utf8")) as Partial<Holder> | null;
    return typeof found?.host === "string" && typeof found.process === "number" ? (found as Holder) : null;
  } catch {
    return null;
  }
}

/**
 * Whether the holder is alive. Both files have times from the file system's own clock, so that machines with different
 * clocks agree. A lock whose time is that far in the future dates from before the clock was set back, and is as dead as
 * one that far in the past.
 */
function isAlive({ host, process: id }: Holder, path: string, draft: string): boolean {
  if (host !== hostname()) {
    const [touched, now] = [path, draft].map((it) => statSync(it, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    return Math.abs(now! - touched!) < silence;
  }
  // A restarted container may give this process the number that its predecessor had.
  if (id === process.pid) return own.has(path);
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function touch(path: string): void {
  try {
    // The first character is written again, so that the file system sets the time, whatever the clock of this machine
    // says.
    const file = openSync(path, "r+");
    try {
      writeSync(file, "{", 0);
    } finally {
      closeSync(file);
    }
  } catch {
    // Somebody removed the lock file by hand. The outputs are still safe, because each is renamed only when complete.
  }
}
