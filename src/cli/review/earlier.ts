import { existsSync, readFileSync, readdirSync, rmSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { isIndexPage } from "./pages.ts";

/** Whether pages may be written to the folder: it has no index, or its index is that of a review. */
export function isFree(out: string): boolean {
  const index = join(out, "index.html");
  return !existsSync(index) || isIndexPage(readFileSync(index, "utf8"));
}

/**
 * Removes the pages of an earlier review that this one did not write, and the folders of years left empty; returns how
 * many pages. Other files in the folder belong to somebody else and are left alone.
 */
export function removeEarlier(out: string, written: ReadonlySet<string>): number {
  let removed = 0;
  for (const year of foldersIn(out).filter((name) => YEAR.test(name))) {
    const pages = readdirSync(join(out, year)).filter(
      (name) => PAGE.test(name) && !written.has(`${year}/${name}`),
    );
    for (const name of pages) rmSync(join(out, year, name));
    removed += pages.length;
    if (pages.length > 0 && readdirSync(join(out, year)).length === 0) rmdirSync(join(out, year));
  }
  return removed;
}

/** Names of folders and pages as `pagePath` makes them; an interrupted run leaves `.part`. */
const YEAR = /^\d{4}$/u;
const PAGE = /^[\p{L}\p{N}]+-[0-9a-f]{16}\.html(?:\.part)?$/u;

function foldersIn(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((it) => (it.isDirectory() ? [it.name] : []));
}
