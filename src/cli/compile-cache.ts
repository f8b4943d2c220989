import { lstatSync, mkdirSync } from "node:fs";
import module from "node:module";
import { isAbsolute, join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Lets Node (from 22.1) keep compiled code for the next start, where NODE_COMPILE_CACHE says or in a folder of the
 * user's own, and not at all with NODE_DISABLE_COMPILE_CACHE. Node ignores code that another version compiled or whose
 * source has changed; a folder that cannot be written does no harm.
 */
export function keepCompiled(environment: Environment): void {
  const { enableCompileCache } = module as { readonly enableCompileCache?: (folder: string) => void };
  const folder = enableCompileCache === undefined ? null : privateFolder(environment);
  if (folder !== null) enableCompileCache?.(folder);
}

/**
 * The folder for caches that the system names for a user (XDG Base Directory 0.8; LOCALAPPDATA on Windows), made where
 * it is missing. Compiled code is run as it is found, so it is never kept where another user could put some: not in the
 * folder for temporary files, which is Node's own choice, nor in one that belongs to somebody else or is open to
 * others.
 */
export function privateFolder(environment: Environment): string | null {
  const named = [environment["XDG_CACHE_HOME"], environment["LOCALAPPDATA"]];
  const home = environment["HOME"];
  const caches = [...named, home && join(home, ".cache")].find((path) => path && isAbsolute(path));
  if (!caches) return null;
  const folder = join(caches, "gongkai");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    const user = process.getuid?.();
    const isOwn = user === undefined || (found.uid === user && (found.mode & OTHERS_WRITE) === 0);
    return found.isDirectory() && isOwn ? folder : null;
  } catch {
    return null;
  }
}

/** The right of the group and of everybody else to write. */
const OTHERS_WRITE = 0o022;
