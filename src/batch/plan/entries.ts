import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { isDocumentName } from "../../adapters/document-names.ts";
import { Refused, isFollowed, readMember, readMembers } from "../store/archive.ts";
import type { Member } from "../store/archive.ts";
import type { PlanEntry } from "../store/buckets.ts";
import { openable } from "../store/file-path.ts";
import type { FilePath } from "../store/file-path.ts";
import { hashFile } from "../store/hash.ts";
import type { InputFile } from "./inputs.ts";
import { isArchive, isZip, startsAsZip, unpackNested } from "./nested.ts";
import type { Nested } from "./nested.ts";
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
    const { sha256, head } = await hashFile(path, found.size);
    if (isZip(head)) file = await open(openable(path));
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
    if (await isFollowed(file)) throw new Refused("damaged", "another archive follows in the same file");
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
