import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Script } from "node:vm";
import { crc32 } from "node:zlib";
import { privateFolder } from "./compile-cache.ts";

/**
 * The value of a script, with what V8 compiled of it kept for the next start. Node's own cache (`keepCompiled`) is only
 * had from 22.1 on, and of modules it keeps no function that is compiled when it is first called; of a script V8 gives
 * all that ran until the process ends. `convert` of a text takes a quarter less CPU by it.
 */
export function evaluated(path: string): unknown {
  const { value, keep } = evaluatedWith(path, keptFile(path, process.argv, process.env));
  if (keep === null) return value;
  if (process.send === undefined) process.once("exit", keep);
  else setTimeout(keep, CHILD_RUNS).unref();
  return value;
}

/** A child of a batch is killed when all is done; after so many milliseconds it has converted its first documents. */
const CHILD_RUNS = 2000;

/** What V8 compiled differs between commands, and between releases of Node, which would replace each other's. */
function keptFile(
  path: string,
  [, program = "", command = ""]: readonly string[],
  environment: NodeJS.ProcessEnv,
): string | null {
  if (environment["NODE_DISABLE_COMPILE_CACHE"]) return null;
  const folder = environment["NODE_COMPILE_CACHE"] || privateFolder(environment);
  const part = /^[a-z]+$/u.test(command) ? `-${command}` : "";
  const started = `${basename(program, ".js")}${part}`;
  const [script] = basename(path).split("-");
  return folder && join(folder, `${started}-${script}-${process.version}-${process.arch}.code`);
}

/**
 * The value of a script, in UTF-16, which V8 takes as it is. Compiled code may be kept of it in a file: `keep` writes it,
 * and is null where there is nothing new, or no place, to keep.
 */
export function evaluatedWith(
  path: string,
  file: string | null,
): { readonly value: unknown; readonly keep: (() => void) | null } {
  const cachedData = file === null ? null : keptIn(file, path);
  const script = new Script(readFileSync(path, "utf16le"), {
    filename: path,
    ...(cachedData && { cachedData }),
  });
  const isKept = cachedData !== null && script.cachedDataRejected === false;
  const keep = file === null || isKept ? null : () => writeKept(file, path, script.createCachedData());
  return { value: script.runInThisContext(), keep };
}

/**
 * The code kept in a file, if it is whole and of this script. V8 asks whether its own version and flags made it, but not
 * whether it is damaged, nor, except for its length, from what source.
 */
function keptIn(file: string, path: string): Buffer | null {
  try {
    const bytes = readFileSync(file);
    const code = bytes.subarray(SUM_BYTES);
    return bytes.length > SUM_BYTES && bytes.readUInt32LE() === sumOf(code, path) ? code : null;
  } catch {
    return null;
  }
}

/** A folder that cannot be written does no harm. Renamed into place, because other processes read it. */
function writeKept(file: string, path: string, code: Buffer): void {
  const sum = Buffer.alloc(SUM_BYTES);
  sum.writeUInt32LE(sumOf(code, path));
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, Buffer.concat([sum, code]), { mode: 0o600 });
    renameSync(draft, file);
  } catch {
    // The next start compiles again.
  }
}

const SUM_BYTES = 4;

/** The name of a script says by its hash what is in it. */
function sumOf(code: Buffer, path: string): number {
  return crc32(code, crc32(basename(path)));
}
