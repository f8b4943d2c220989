import { readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { descriptionName, outputNames } from "./names.ts";

/**
 * Moves the draft to its place, and removes outputs of an earlier merge that this one did not write, such as a format
 * no longer asked for, except those that are `apart`. A description that stands promises whole files of one merge, so
 * the earlier one goes first and the new one comes last.
 */
export function publish(draft: string, out: string, apart: readonly string[]): void {
  rmSync(join(out, descriptionName), { force: true });
  const made = readdirSync(draft).filter((name) => name !== descriptionName);
  for (const name of made) {
    // A file is replaced in one step, but a folder has to be removed first.
    if (statSync(join(draft, name)).isDirectory()) rmSync(join(out, name), { recursive: true, force: true });
    renameSync(join(draft, name), join(out, name));
  }
  for (const name of outputNames)
    if (!made.includes(name) && !apart.includes(name))
      rmSync(join(out, name), { recursive: true, force: true });
  renameSync(join(draft, descriptionName), join(out, descriptionName));
  rmSync(draft, { recursive: true });
}
