import { randomUUID } from "node:crypto";
import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { makeStateFolder, stateFolder } from "./settings.ts";

/** Who holds an output folder, or a part of the work in it. */
export interface Holder {
  readonly host: string;
  readonly process: number;
  readonly since: string;
}

/** Another run is at work on the same thing; the command line prints it as one line. */
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
/** A holder on another machine that has not shown itself for so long is gone. */
const silence = 10 * beat;
/** Locks that this very process holds. */
const own = new Set<string>();

/**
 * Does `work` while no other run holds `name` in the output folder. A lock is a file with its owner, touched every
 * 20 seconds: one whose process is gone, or on another machine has been silent for 200 seconds, is taken over.
 * Throws Held.
 */
export async function locked<Value>(out: string, name: string, work: () => Promise<Value>): Promise<Value> {
  makeStateFolder(out);
  const path = join(stateFolder(out), `${name}.lock`);
  take(path);
  own.add(path);
  const heart = setInterval(() => touch(path), beat);
  heart.unref();
  try {
    return await work();
  } finally {
    clearInterval(heart);
    own.delete(path);
    rmSync(path, { force: true });
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

/** A link to a file that is whole: nobody ever sees a lock without its owner. */
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

/** Null where the file is gone, or holds no owner. */
function holderOf(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return null;
  }
}

/**
 * Both files bear times of the file system's own clock, so that machines whose clocks differ agree; a lock that is as far ahead
 * as behind is of a time before that clock was set back.
 */
function isAlive({ host, process: id }: Holder, path: string, draft: string): boolean {
  if (host !== hostname()) {
    const [touched, now] = [path, draft].map((it) => statSync(it, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    return Math.abs(now! - touched!) < silence;
  }
  // A container started anew may give this very process the number its predecessor had.
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
    // Its first character once more: the time is set by the file system, whatever this machine's clock says.
    const file = openSync(path, "r+");
    try {
      writeSync(file, "{", 0);
    } finally {
      closeSync(file);
    }
  } catch {
    // Somebody took the lock file away by hand; the outputs are still whole, each is renamed when done.
  }
}
