import { opendir, stat } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { parseGlob } from "./glob.ts";
import { isManifest, readManifest } from "./manifest.ts";

/** One file asked for. `fields` are its manifest columns but `path`. */
export interface InputFile {
  /** As the user would write it; recorded as the source's name. */
  readonly name: string;
  readonly path: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** A path given on the command line that is not there. */
export class MissingInput extends Error {}

/**
 * Every file under the given inputs, one at a time and in no certain order: files, folders (recursive), globs, and
 * manifests (`.csv`, `.jsonl`; their paths count from the manifest's folder). What `isInput` says no to is left out of
 * folders and globs, as are symbolic links and the folder `except`. A file that a manifest names is yielded even when
 * it does not exist: it gets its ledger row. Throws MissingInput and ManifestError.
 */
export async function* findInputs(inputs: readonly string[], except: string): AsyncGenerator<InputFile> {
  for (const input of inputs) {
    const found = await stat(input).catch(() => null);
    const glob = found ? null : parseGlob(forwardSlashes(input));
    if (found?.isDirectory()) yield* walk(input, "", resolve(except), () => true);
    else if (found && isManifest(input)) yield* listed(input);
    else if (found) yield { name: forwardSlashes(input), path: input };
    else if (glob && (await stat(glob.root).catch(() => null)))
      yield* walk(glob.root, "", resolve(except), glob.matches);
    else throw new MissingInput(input);
  }
}

/** Left out of folders and archives: hidden files, what an archiver of macOS adds, and records (`*.json`). */
export function isInput(path: string): boolean {
  return !/(?:^|\/)(?:\.|__MACOSX\/)|\.json$|\/$/u.test(path);
}

async function* walk(
  root: string,
  below: string,
  except: string,
  matches: (path: string) => boolean,
): AsyncGenerator<InputFile> {
  for await (const entry of await opendir(join(root, below))) {
    const relative = below === "" ? entry.name : `${below}/${entry.name}`;
    const path = join(root, relative);
    if (entry.name.startsWith(".") || resolve(path) === except) continue;
    if (entry.isDirectory()) yield* walk(root, relative, except, matches);
    else if (entry.isFile() && isInput(relative) && matches(relative))
      yield { name: forwardSlashes(path), path };
  }
}

async function* listed(manifest: string): AsyncGenerator<InputFile> {
  for await (const { path = "", ...fields } of readManifest(manifest))
    yield { name: path, path: resolve(dirname(manifest), path), fields };
}

export function forwardSlashes(path: string): string {
  return path.split(sep).join("/");
}
