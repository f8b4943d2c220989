import type { Dir, Dirent } from "node:fs";
import { opendir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { isDocumentName } from "../adapters/archive.ts";
import { shownName } from "../adapters/entry-name.ts";
import { below, forwardSlashes, openable } from "./file-path.ts";
import type { FilePath } from "./file-path.ts";
import { parseGlob } from "./glob.ts";
import { isManifest, readManifest } from "./manifest.ts";

/** One file asked for. `fields` are its manifest columns but `path`. */
export interface InputFile {
  /** As the user would write it; recorded as the source's name. */
  readonly name: string;
  readonly path: FilePath;
  /** Why it is not read: a folder that may not be opened. */
  readonly refused?: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** Where a manifest's column `report` says which report it is a file of: that, and which manifest. */
  readonly report?: string;
}

/** A path given on the command line that is not there. */
export class MissingInput extends Error {}

/**
 * Every file under the given inputs, one at a time and in no certain order: files, folders (recursive), globs, and
 * manifests (`.csv`, `.jsonl`; their paths count from the manifest's folder, and rows of one `report` are files of one). What `isDocumentName` says no to is left out of
 * folders and globs, as is the folder `except`; symbolic links, pipes and the like are handed to `leaveOut`. A folder
 * that may not be opened and a file that a manifest names and is not there are yielded, too: they get a ledger row.
 * Throws MissingInput and ManifestError.
 */
export async function* findInputs(
  inputs: readonly string[],
  except: string,
  leaveOut: (name: string) => void = () => undefined,
): AsyncGenerator<InputFile> {
  for (const input of inputs) {
    const found = await stat(input).catch(() => null);
    const glob = found ? null : parseGlob(forwardSlashes(input));
    if (found?.isDirectory())
      yield* walk({ name: input, path: resolve(input) }, "", {
        except: resolve(except),
        matches: () => true,
        leaveOut,
      });
    else if (found && isManifest(input)) yield* listed(input);
    else if (found) yield { name: forwardSlashes(input), path: resolve(input) };
    else if (glob && (await stat(glob.root).catch(() => null)))
      yield* walk({ name: glob.root, path: resolve(glob.root) }, "", {
        except: resolve(except),
        matches: glob.matches,
        leaveOut,
      });
    else throw new MissingInput(input);
  }
}

interface Walk {
  readonly except: string;
  readonly matches: (path: string) => boolean;
  readonly leaveOut: (name: string) => void;
}

async function* walk(
  folder: { readonly name: string; readonly path: FilePath },
  relative: string,
  options: Walk,
): AsyncGenerator<InputFile> {
  let entries: Dir;
  try {
    // Typed for text alone; with `buffer` every name comes as its bytes.
    entries = await opendir(openable(folder.path), { encoding: "buffer" as BufferEncoding });
  } catch (error) {
    const refused = (error as NodeJS.ErrnoException).code ?? "unknown";
    return yield { name: `${forwardSlashes(folder.name)}/`, path: folder.path, refused };
  }
  for await (const entry of entries as unknown as AsyncIterable<Dirent<Buffer>>) {
    const [shown, path] = [shownName(entry.name), below(folder.path, entry.name)];
    const name = `${forwardSlashes(folder.name).replace(/\/$/, "")}/${shown}`;
    const inside = relative === "" ? shown : `${relative}/${shown}`;
    if (/^\.[^.]/.test(shown) || (typeof path === "string" && resolve(path) === options.except)) continue;
    if (entry.isDirectory()) yield* walk({ name, path }, inside, options);
    else if (!isDocumentName(inside) || !options.matches(inside)) continue;
    else if (entry.isFile()) yield { name, path };
    else options.leaveOut(name);
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
