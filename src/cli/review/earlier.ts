import { existsSync, readFileSync, readdirSync, rmSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { isIndexPage } from "./pages.ts";

/** Whether pages may be written there: what stands there as the index is one of a review, or nothing is. */
export function isFree(out: string): boolean {
  const index = join(out, "index.html");
  return !existsSync(index) || isIndexPage(readFileSync(index, "utf8"));
}

/**
 * Removes the pages of an earlier review that this one did not write, and folders of years they leave empty; returns how
 * many. Anything else in the folder is somebody's own.
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

/** As `pagePath` makes them; an interrupted run leaves `.part`. */
const YEAR = /^\d{4}$/u;
const PAGE = /^[\p{L}\p{N}]+-[0-9a-f]{16}\.html(?:\.part)?$/u;

function foldersIn(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((it) => (it.isDirectory() ? [it.name] : []));
}
