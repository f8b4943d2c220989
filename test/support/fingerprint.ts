import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";

/** Hash of every output of a batch that must not change from run to run. */
export function fingerprint(out: string): Record<string, string> {
  const found: Record<string, string> = {};
  const walk = (folder: string): void => {
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      if (name === ".gongkai" || name.startsWith("timings.")) continue;
      if (statSync(path).isDirectory()) walk(path);
      else found[relative(out, path)] = createHash("sha256").update(readFileSync(path)).digest("hex");
    }
  };
  walk(out);
  return found;
}
