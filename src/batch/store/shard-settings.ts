import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stateFolder } from "./settings.ts";
import type { Settings } from "./settings.ts";

/** An option in which some shards differ from the merge. */
export interface OtherOption {
  readonly option: string;
  /** The names of these shards, such as `3-of-16`. */
  readonly shards: readonly string[];
}

/**
 * Options that decide what a dataset says or how it is written, but no result. A shard that differs in one of them
 * would otherwise go unnoticed. The formats are asked of the merge itself.
 */
const OPTIONS = {
  corrections: "--corrections",
  formerNames: "--former-names",
  bom: "--bom",
  packing: "--gzip, --zstd",
  byYear: "--by-year",
  parts: "--parts",
} as const satisfies Partial<Record<keyof Settings, string>>;

/** Notes the options of a shard, and forgets those of shards of another count. */
export function noteShardSettings(out: string, name: string, settings: Settings): void {
  const folder = folderIn(out);
  mkdirSync(folder, { recursive: true });
  const count = name.replace(/^\d+/u, "");
  for (const file of readdirSync(folder)) if (!file.endsWith(`${count}.json`)) rmSync(join(folder, file));
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(optionsOf(settings)));
}

/** Forgets the shards, for a dataset that one run makes as a whole. */
export function forgetShardSettings(out: string): void {
  rmSync(folderIn(out), { recursive: true, force: true });
}

/** The options in which shards differ from these settings. */
export function otherOptions(out: string, settings: Settings): readonly OtherOption[] {
  const own = optionsOf(settings);
  const shards = namesIn(folderIn(out)).map((file) => ({
    name: file.replace(/\.json$/u, ""),
    options: notedIn(join(folderIn(out), file)),
  }));
  return Object.keys(own).flatMap((option) => {
    const unlike = shards.filter(({ options }) => options[option] !== own[option]);
    return unlike.length === 0 ? [] : [{ option, shards: unlike.map(({ name }) => name) }];
  });
}

function optionsOf(settings: Settings): Record<string, string> {
  return Object.fromEntries(
    Object.entries(OPTIONS).map(([key, option]) => [
      option,
      JSON.stringify(settings[key as keyof typeof OPTIONS] ?? null),
    ]),
  );
}

/** The options noted in a file; none where it is damaged, so that the shard has to be run again. */
function notedIn(path: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Record<string, string>;
  } catch {
    return {};
  }
}

function folderIn(out: string): string {
  return join(stateFolder(out), "shards");
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
