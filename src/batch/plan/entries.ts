import { createHash, randomUUID } from "node:crypto";
import { closeSync, mkdirSync, openSync, readSync, renameSync, statSync, writeSync } from "node:fs";
import { open, unlink } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isDocumentName, marksDocument } from "../../adapters/archive.ts";
import { breather } from "../store/breath.ts";
import { Refused, readMember, readMembers } from "../store/archive.ts";
import type { Member } from "../store/archive.ts";
import type { PlanEntry } from "../store/buckets.ts";
import { openable } from "../store/file-path.ts";
import type { FilePath } from "../store/file-path.ts";
import type { InputFile } from "./inputs.ts";
import { stateFolder } from "../store/settings.ts";
import { failure } from "../store/status.ts";

/**
 * What an input file holds: the file itself or, if it is an archive, the archive's entries, with one level of nesting.
 * Never throws: what cannot be read becomes an entry that says so.
 */
export async function* entriesOf(
  input: InputFile,
  out: string,
  maximumBytes: number,
): AsyncGenerator<PlanEntry> {
  const { path } = input;
  const carried = input.fields ? { fields: input.fields } : {};
  let file: FileHandle | null = null;
  try {
    if (input.refused !== undefined) throw new Refused("unreadable", `folder: ${input.refused}`);
    // Checked before opening, because opening a named pipe would wait for a writer for ever.
    const found = statSync(openable(path));
    if (!found.isFile()) throw new Refused("unreadable", "not a file");
    const { sha256, zip } = await hashFile(path, found.size);
    if (zip) file = await open(openable(path));
    if (file && (await isArchive(file)))
      yield* membersOf(file, {
        name: input.name,
        path,
        depth: 0,
        carried,
        out,
        maximumBytes,
        unpacked: { bytes: 0 },
      });
    else yield { key: sha256, name: input.name, sha256, bytes: found.size, location: { path }, ...carried };
  } catch (error) {
    yield { ...unread(input.name, error, path), ...carried };
  } finally {
    await file?.close();
  }
}

interface Container {
  readonly name: string;
  readonly path: FilePath;
  readonly depth: number;
  readonly carried: { readonly fields?: Readonly<Record<string, string>> };
  readonly out: string;
  readonly maximumBytes: number;
  /** How many bytes the archives within have been unpacked to so far. */
  readonly unpacked: { bytes: number };
}

/** The entries of an archive. A problem with the archive itself becomes a last entry, after those read before it. */
async function* membersOf(file: FileHandle, container: Container): AsyncGenerator<PlanEntry> {
  let count = 0;
  const named = new Map<string, number>();
  try {
    for await (const member of readMembers(file)) {
      // Some programs mark a file's name as a folder's; if it holds bytes, it is read like any other file.
      const isMarked = member.size > 0 && member.name.endsWith("/");
      if (!isDocumentName(isMarked ? member.name.slice(0, -1) : member.name)) continue;
      count += 1;
      const nth = (named.get(member.name) ?? 0) + 1;
      named.set(member.name, nth);
      for await (const entry of memberEntries(file, member, container))
        yield nth === 1 ? entry : { ...entry, nth: `${nth} ${entry.nth ?? ""}`.trimEnd() };
    }
    if (count === 0) throw new Refused("empty", "archive without documents");
  } catch (error) {
    yield { ...unread(container.name, error), ...container.carried };
  }
}

async function* memberEntries(
  file: FileHandle,
  member: Member,
  container: Container,
): AsyncGenerator<PlanEntry> {
  const { path, depth, carried, maximumBytes } = container;
  const name = `${container.name}!/${member.name}`;
  const hash = createHash("sha256");
  const head: number[] = [];
  try {
    if (member.size > maximumBytes && !(await startsAsZip(file, member)))
      throw new Refused("too-large", `archive entry of ${member.size} bytes`);
    await readMember(file, member, (piece) => {
      hash.update(piece);
      for (let at = 0; head.length < 4 && at < piece.length; at++) head.push(piece[at] as number);
    });
  } catch (error) {
    yield { ...unread(name, error), ...carried };
    return;
  }
  const sha256 = hash.digest("hex");
  let nested: Nested | null = null;
  try {
    if (depth === 0 && isZip(head)) nested = await unpackNested(file, member, sha256, container);
  } catch (error) {
    yield { ...unread(name, error), ...carried };
    return;
  }
  if (nested === null) {
    yield { key: sha256, name, sha256, bytes: member.size, location: { path, member }, ...carried };
    return;
  }
  try {
    yield* membersOf(nested.file, { ...container, name, path: nested.path, depth: 1 });
  } finally {
    await nested.file.close();
  }
}

interface Nested {
  readonly file: FileHandle;
  readonly path: string;
}

/** Where archives within archives are unpacked; removed once the run no longer needs them. */
export function nestedFolder(out: string): string {
  return join(stateFolder(out), "nested");
}

/**
 * An archive within an archive is compressed already, so one that unpacks to more than this many times its size was
 * made to fill a disk.
 */
const nestedRatio = 20;
const ratioMattersFrom = 16 << 20;
const nestedSum = 2 ** 32;

/** Unpacks a ZIP inside a ZIP to disk, named by its hash; null if it is a document, such as a DOCX. Throws Refused. */
async function unpackNested(
  outer: FileHandle,
  member: Member,
  sha256: string,
  { out, unpacked }: Container,
): Promise<Nested | null> {
  unpacked.bytes += member.size;
  if (unpacked.bytes > nestedSum)
    throw new Refused("too-large", `archives within an archive of over ${nestedSum} bytes`);
  if (member.size > ratioMattersFrom && member.size > member.packed * nestedRatio)
    throw new Refused("too-large", `archive within an archive, packed ${nestedRatio} times and more`);
  const path = join(nestedFolder(out), `${sha256}.zip`);
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}.part`;
  const target = openSync(draft, "w");
  try {
    await readMember(outer, member, (piece) => void writeSync(target, piece));
  } finally {
    closeSync(target);
  }
  const file = await open(draft);
  if (await isArchive(file)) {
    renameSync(draft, path);
    return { file, path };
  }
  await file.close();
  await unlink(draft);
  return null;
}

async function isArchive(file: FileHandle): Promise<boolean> {
  try {
    for await (const member of readMembers(file)) if (marksDocument(member.name)) return false;
    return true;
  } catch {
    // A broken package is left to the document's own reader, which reports what is wrong.
    return false;
  }
}

const nestedLimit = 1 << 30;

async function startsAsZip(file: FileHandle, member: Member): Promise<boolean> {
  if (member.size > nestedLimit) return false;
  const head: number[] = [];
  const enough = new Error();
  try {
    await readMember(file, member, (piece) => {
      head.push(...piece.subarray(0, 4));
      throw enough;
    });
  } catch (error) {
    if (error !== enough) throw error;
  }
  return isZip(head);
}

/**
 * Whether bytes begin a ZIP: with a local header, or with the end record of an archive without entries (APPNOTE 4.3).
 */
export function isZip([first, second, third, fourth]: ArrayLike<number> & Iterable<number>): boolean {
  return (
    first === 0x50 && second === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6))
  );
}

/**
 * Hashes a file with synchronous reads. Most inputs are one short read, and waiting for another thread would take as
 * long as reading.
 */
async function hashFile(
  path: FilePath,
  size: number,
): Promise<{ readonly sha256: string; readonly zip: boolean }> {
  const file = openSync(openable(path), "r");
  try {
    return await hashOpened(file, size);
  } finally {
    closeSync(file);
  }
}

async function hashOpened(
  file: number,
  size: number,
): Promise<{ readonly sha256: string; readonly zip: boolean }> {
  const breathe = breather();
  const hash = createHash("sha256");
  // The buffer is no larger than the file needs, because a megabyte for each of a million small files would keep the
  // garbage collector busy.
  const buffer = Buffer.allocUnsafe(Math.min(size + 1, 1 << 20));
  let zip = false;
  for (let position = 0; ;) {
    const bytesRead = readSync(file, buffer, 0, buffer.length, position);
    if (bytesRead === 0) return { sha256: hash.digest("hex"), zip };
    if (position === 0) zip = isZip(buffer.subarray(0, Math.min(4, bytesRead)));
    hash.update(buffer.subarray(0, bytesRead));
    position += bytesRead;
    await breathe();
  }
}

/**
 * The entry for an input that could not be read. Its key comes from the path as the system has it, because names made
 * readable for people may be alike.
 */
function unread(name: string, error: unknown, path: FilePath | string = name): PlanEntry {
  const reason =
    error instanceof Refused
      ? error.failure
      : failure("unreadable", (error as NodeJS.ErrnoException).code ?? "unknown");
  const key = createHash("sha256")
    .update(`unread:${typeof path === "string" ? name : path.hex}`)
    .digest("hex");
  return { key, name, sha256: null, bytes: null, location: null, failure: reason };
}
