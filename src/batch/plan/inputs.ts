import type { Dirent } from "node:fs";
import { opendir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { isDocumentName } from "../../adapters/document-names.ts";
import { shownName } from "../../adapters/entry-name.ts";
import { below, forwardSlashes, openable } from "../store/file-path.ts";
import type { FilePath } from "../store/file-path.ts";
import { parseGlob } from "./glob.ts";
import type { Glob } from "./glob.ts";
import { isManifest, readManifest } from "./manifest.ts";
import { comparePages } from "./page-order.ts";

/** One file to read. `fields` are its manifest columns without `path`. */
export interface InputFile {
  /** As the user would write it; recorded as the source's name. */
  readonly name: string;
  readonly path: FilePath;
  /** Why it is not read, such as a folder that may not be opened. */
  readonly refused?: string;
  readonly fields?: Readonly<Record<string, string>>;
  /**
   * Identifies the report that this file belongs to: the manifest and the value of its column `report`, or the folder.
   */
  readonly report?: string;
}

/** A path given on the command line does not exist. */
export class MissingInput extends Error {}

/** The output folder was given as an input; a second run would take the dataset for documents. */
export class OutputAsInput extends Error {}

/**
 * Every file under the given inputs, one at a time and in no certain order: files, folders (recursive), globs, and
 * manifests (`.csv`, `.jsonl`; paths in them are relative to the manifest's folder, and rows with the same `report` are
 * files of one report). Folders and globs leave out the names that `isDocumentName` rejects, and the folder `except`. A
 * folder that may not be opened, and a file that a manifest names but that does not exist, are yielded too, so that
 * they get a ledger row. Throws MissingInput, OutputAsInput and ManifestError.
 */
export async function* findInputs(
  inputs: readonly string[],
  except: string,
  { leaveOut = () => undefined, folderIsReport = false }: FindOptions = {},
): AsyncGenerator<InputFile> {
  const output = await identityOf(resolve(except));
  const rest = { output, leaveOut, folderIsReport };
  for (const input of inputs) {
    const found = await stat(input).catch(() => null);
    const glob = found ? null : parseGlob(forwardSlashes(input));
    if (found?.isDirectory() && output !== null && (await identityOf(input)) === output)
      throw new OutputAsInput(input);
    if (found?.isDirectory())
      yield* walk({ name: input, path: resolve(input) }, "", { ...rest, matches: () => true });
    else if (found && isManifest(input)) yield* listed(input);
    else if (found) yield { name: forwardSlashes(input), path: resolve(input) };
    else if (glob && (await stat(glob.root).catch(() => null))) yield* matching(input, glob, rest);
    else throw new MissingInput(input);
  }
}

/** The files that a glob matches. One that matches nothing is a name that does not exist, and throws MissingInput. */
async function* matching(
  input: string,
  { root, matches }: Glob,
  rest: Omit<Walk, "matches">,
): AsyncGenerator<InputFile> {
  let found = 0;
  for await (const file of walk({ name: root, path: resolve(root) }, "", { ...rest, matches })) {
    found += 1;
    yield file;
  }
  if (found === 0) throw new MissingInput(input);
}

/** Identifies a folder whatever name or link leads to it; null where there is none. */
async function identityOf(path: FilePath): Promise<string | null> {
  const found = await stat(openable(path), { bigint: true }).catch(() => null);
  return found && `${found.dev} ${found.ino}`;
}

export interface FindOptions {
  /** Called with the names of symbolic links, pipes and the like, and of the folders of earlier batches. */
  readonly leaveOut?: (name: string) => void;
  /** Whether the files in each folder below an input are one report, in the order of their names: p2 before p10. */
  readonly folderIsReport?: boolean;
}

interface Walk extends Required<FindOptions> {
  /** Identity of the output folder, see `identityOf`. */
  readonly output: string | null;
  readonly matches: (path: string) => boolean;
}

async function* walk(
  folder: { readonly name: string; readonly path: FilePath },
  relative: string,
  options: Walk,
): AsyncGenerator<InputFile> {
  const isReport = options.folderIsReport && relative !== "";
  const ofReport: InputFile[] = [];
  // The bytes of its path, because names made readable for people may be alike.
  const identity = `${typeof folder.path === "string" ? folder.path : folder.path.hex}\0`;
  for await (const entry of entriesOf(folder.path)) {
    if (typeof entry === "string") {
      yield { name: `${forwardSlashes(folder.name)}/`, path: folder.path, refused: entry };
      break;
    }
    const [shown, path] = [shownName(entry.name), below(folder.path, entry.name)];
    const name = `${forwardSlashes(folder.name).replace(/\/$/, "")}/${shown}`;
    const inside = relative === "" ? shown : `${relative}/${shown}`;
    if (/^\.[^.]/.test(shown)) continue;
    if (entry.isDirectory()) {
      if (await isInput({ name, path }, options)) yield* walk({ name, path }, inside, options);
    } else if (!isDocumentName(inside) || !options.matches(inside)) continue;
    else if (!entry.isFile()) options.leaveOut(name);
    else if (isReport) ofReport.push({ name, path, report: identity });
    else yield { name, path };
  }
  yield* ofReport.sort((one, other) => comparePages(one.name, other.name));
}

/**
 * False for the output folder. What an earlier batch wrote is no input either, for its workbooks would be further
 * copies of the reports, and is told.
 */
async function isInput(
  { name, path }: Pick<InputFile, "name" | "path">,
  { output, leaveOut }: Walk,
): Promise<boolean> {
  if (output !== null && (await identityOf(path)) === output) return false;
  const isLeftOut = await holdsBatch(path);
  if (isLeftOut) leaveOut(`${name}/`);
  return !isLeftOut;
}

async function holdsBatch(folder: FilePath): Promise<boolean> {
  const settings = [".gongkai", "settings.json"].reduce<FilePath>(
    (path, name) => below(path, Buffer.from(name)),
    folder,
  );
  return (await stat(openable(settings)).catch(() => null)) !== null;
}

/** The entries of a folder. Where it cannot be opened or read to its end, the last item is the system's error code. */
async function* entriesOf(folder: FilePath): AsyncGenerator<Dirent<Buffer> | string> {
  try {
    // Node's types allow text encodings only; with `buffer` every name comes as its bytes.
    const entries = await opendir(openable(folder), { encoding: "buffer" as BufferEncoding });
    yield* entries as unknown as AsyncIterable<Dirent<Buffer>>;
  } catch (error) {
    yield (error as NodeJS.ErrnoException).code ?? "unknown";
  }
}

async function* listed(manifest: string): AsyncGenerator<InputFile> {
  for await (const { path = "", ...fields } of readManifest(manifest))
    yield {
      name: path,
      path: resolve(dirname(manifest), path),
      fields,
      ...(fields["report"] ? { report: `${manifest}\0${fields["report"]}` } : {}),
    };
}
