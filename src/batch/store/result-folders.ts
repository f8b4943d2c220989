import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stateFolder } from "./settings.ts";

/** The folder of the results of one version under one set of options; others have folders of their own. */
export function resultsFolder(out: string, options: unknown): string {
  return join(
    stateFolder(out),
    "results",
    createHash("sha256").update(JSON.stringify(options)).digest("hex").slice(0, 16),
  );
}

/** Stores beside the results which version and options made them, for a merge that finds results of others. */
export function describeResults(folder: string, options: object): void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, describedIn);
  const draft = `${path}.${randomUUID()}.part`;
  writeFileSync(draft, JSON.stringify(options) + "\n");
  renameSync(draft, path);
}

const describedIn = "made-by.json";

/** Folders with results made by other versions or under other options, each with those options. */
export function otherResults(own: string): readonly { readonly folder: string; readonly options: object }[] {
  const all = dirname(own);
  return readdirSync(all)
    .map((name) => join(all, name))
    .filter((folder) => folder !== own)
    .flatMap((folder) => {
      try {
        return [{ folder, options: JSON.parse(readFileSync(join(folder, describedIn), "utf8")) as object }];
      } catch {
        return [];
      }
    });
}
