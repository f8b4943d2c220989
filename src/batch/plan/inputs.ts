import type { Dirent } from "node:fs";
import { opendir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { isDocumentName } from "../../adapters/archive.ts";
import { shownName } from "../../adapters/entry-name.ts";
import { below, forwardSlashes, openable } from "../store/file-path.ts";
import type { FilePath } from "../store/file-path.ts";
import { parseGlob } from "./glob.ts";
import { isManifest, readManifest } from "./manifest.ts";
import { comparePages } from "./page-order.ts";

/** One file asked for. `fields` are its manifest columns but `path`. */
export interface InputFile {
  /** As the user would write it; recorded as the source's name. */
  readonly name: string;
  readonly path: FilePath;
  /** Why it is not read: a folder that may not be opened. */
  readonly refused?: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** Which report it is a file of: what a manifest's column `report` says, and which manifest; or its folder. */
  readonly report?: string;
}

/** A path given on the command line that is not there. */
export class MissingInput extends Error {}

/** The output folder itself given as an input: a second run would take the dataset for documents. */
export class OutputAsInput extends Error {}

/**
 * Every file under the given inputs, one at a time and in no certain order: files, folders (recursive), globs, and
 * manifests (`.csv`, `.jsonl`; their paths count from the manifest's folder, and rows of one `report` are files of one). What
 * `isDocumentName` says no to is left out of folders and globs, as is the folder `except`. A folder that may not be opened
 * and a file that a manifest names and is not there are yielded, too: they get a ledger row.
 * Throws MissingInput, OutputAsInput and ManifestError.
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
    else if (glob && (await stat(glob.root).catch(() => null)))
      yield* walk({ name: glob.root, path: resolve(glob.root) }, "", { ...rest, matches: glob.matches });
    else throw new MissingInput(input);
  }
}

/** Which folder it is, under whatever name or link; null where there is none. */
async function identityOf(path: FilePath): Promise<string | null> {
  const found = await stat(openable(path), { bigint: true }).catch(() => null);
  return found && `${found.dev} ${found.ino}`;
}

export interface FindOptions {
  /** Takes the names of symbolic links, pipes and the like. */
  readonly leaveOut?: (name: string) => void;
  /** The files in a folder below an input are those of one report, in the order of their names: p2 before p10. */
  readonly folderIsReport?: boolean;
}

interface Walk extends Required<FindOptions> {
  /** The output folder, see `identityOf`. */
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
      if (options.output === null || (await identityOf(path)) !== options.output)
        yield* walk({ name, path }, inside, options);
    } else if (!isDocumentName(inside) || !options.matches(inside)) continue;
    else if (!entry.isFile()) options.leaveOut(name);
    else if (isReport) ofReport.push({ name, path, report: `${folder.name}\0` });
    else yield { name, path };
  }
  yield* ofReport.sort((one, other) => comparePages(one.name, other.name));
}

/** The entries of a folder; where it may not be opened, or not be read to its end, at last the system's code of the reason. */
async function* entriesOf(folder: FilePath): AsyncGenerator<Dirent<Buffer> | string> {
  try {
    // Typed for text alone; with `buffer` every name comes as its bytes.
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
