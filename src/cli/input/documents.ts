import { createHash } from "node:crypto";
import type { Dirent } from "node:fs";
import { statSync } from "node:fs";
import { open, readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { shownName } from "../../adapters/entry-name.ts";
import { comparePages } from "../../batch/plan/page-order.ts";
import { Refused, readMember } from "../../batch/store/archive.ts";
import type { Member } from "../../batch/store/archive.ts";
import { below, forwardSlashes, openable } from "../../batch/store/file-path.ts";
import type { FilePath } from "../../batch/store/file-path.ts";
import type { Failure } from "../../batch/store/status.ts";
import type { Io } from "../terminal/io.ts";
import { bytesInPieces } from "./file-bytes.ts";

/** A file to read, or standard input. */
export interface GivenDocument {
  /** As the user would write it; recorded as the source's name. */
  readonly name: string;
  /** Path below the folder that was given; its output goes to the same place below the output folder. */
  readonly relative: string;
  /** Null stands for standard input. */
  readonly path: FilePath | null;
  /** Set where the document is an entry of the ZIP archive at `path`. */
  readonly member?: Member;
  /** Set for a report in several files: the files in reading order. `path` is then that of the first. */
  readonly parts?: readonly GivenDocument[];
  /** Why it cannot be read, if that is known before reading. */
  readonly failure?: Failure;
}

/**
 * The documents under the given paths. Folders are walked in the order of names, p2 before p10; dot files, JSON files
 * (records, `about.json`), symbolic links and the folder `except` are left out. Throws the system's error for a path
 * that does not exist.
 */
export async function findDocuments(
  paths: readonly string[],
  except: string | null,
): Promise<GivenDocument[]> {
  const found: GivenDocument[] = [];
  for (const path of paths) {
    if (path === "-") found.push({ name: "stdin", relative: "stdin", path: null });
    else if (statSync(path).isDirectory()) {
      const taken = new Set<string>();
      for await (const document of walk({ name: path, relative: "", path }, except && resolve(except)))
        found.push({ ...document, relative: distinct(document.relative, taken) });
    } else found.push({ name: forwardSlashes(path), relative: basename(path), path });
  }
  return found;
}

interface Folder extends Pick<GivenDocument, "name" | "relative"> {
  readonly path: FilePath;
}

async function* walk(folder: Folder, except: string | null): AsyncGenerator<GivenDocument> {
  for (const { entry, name } of await entriesIn(folder.path)) {
    const path = below(folder.path, entry.name);
    const relative = folder.relative === "" ? name : `${folder.relative}/${name}`;
    const document = { name: forwardSlashes(join(folder.name, name)), relative, path };
    if (name.startsWith(".") || (typeof path === "string" && resolve(path) === except)) continue;
    if (entry.isDirectory()) yield* walk(document, except);
    else if (entry.isFile() && !name.endsWith(".json")) yield document;
  }
}

/** The entries of a folder in the order of their names, p2 before p10; `name` is the form for people. */
export async function entriesIn(
  folder: FilePath,
): Promise<readonly { readonly entry: Dirent<Buffer>; readonly name: string }[]> {
  // Node's types allow text encodings only; with `buffer` every name comes as its bytes.
  const encoding = "buffer" as BufferEncoding;
  const entries = await readdir(openable(folder), { withFileTypes: true, encoding });
  return (entries as unknown as Dirent<Buffer>[])
    .map((entry) => ({ entry, name: shownName(entry.name) }))
    .sort((a, b) => comparePages(a.name, b.name) || Buffer.compare(a.entry.name, b.entry.name));
}

/**
 * A path to write to that no other document has taken, by its number behind it. File names are bytes, and two may read
 * the same to people.
 */
export function distinct(path: string, taken: Set<string>): string {
  let one = path;
  for (let count = 2; taken.has(one); count++) one = `${path}~${count}`;
  taken.add(one);
  return one;
}

/** The bytes of a document; `kept` holds no more than was asked for, the rest is only counted and hashed. */
export interface Loaded {
  readonly kept: Uint8Array;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Reads in pieces, so that a file far over the limit costs no memory. Throws the system's error, and Refused where an
 * entry of an archive cannot be read.
 */
export async function loadInput(
  { path, member, failure }: GivenDocument,
  keep: number,
  io: Pick<Io, "stdin">,
): Promise<Loaded> {
  if (failure) throw new Refused(failure.status, failure.detail);
  const hash = createHash("sha256");
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const take = (part: Uint8Array): void => {
    if (bytes < keep) chunks.push(part.slice(0, keep - bytes));
    bytes += part.length;
    hash.update(part);
  };
  if (path !== null && member) await readEntry(path, member, take);
  else for await (const part of path === null ? io.stdin : bytesInPieces(path)) take(part);
  return { kept: new Uint8Array(Buffer.concat(chunks)), bytes, sha256: hash.digest("hex") };
}

async function readEntry(path: FilePath, member: Member, take: (part: Uint8Array) => void): Promise<void> {
  const file = await open(openable(path));
  try {
    await readMember(file, member, take);
  } finally {
    await file.close();
  }
}
