import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writers } from "../../writers/index.ts";
import { areAsWritten } from "../outputs/file-sink.ts";
import type { WrittenFile } from "../outputs/file-sink.ts";
import { isWhole, wholeName } from "../outputs/names.ts";
import { bucketNames } from "../store/buckets.ts";
import type { Tally } from "./coverage.ts";
import type { PlanHead } from "../plan/plan.ts";
import { conversionKey, stateFolder } from "../store/settings.ts";
import type { Settings } from "../store/settings.ts";

/** What a merge is made from. */
export interface Making {
  readonly settings: Settings;
  readonly plan: { readonly head: PlanHead; readonly folders: readonly string[] };
  /** Folder of the results. */
  readonly results: string;
}

/**
 * The tally of the existing dataset if a merge would write it again byte for byte: the plan and settings are the same,
 * no result was added since, and every file is as it was written. Null otherwise. Reads the plan, the names of the logs
 * and the outputs, but no result.
 */
export async function standingDataset(out: string, making: Making): Promise<Tally | null> {
  try {
    const { key, tally, files } = JSON.parse(readFileSync(stampOf(out), "utf8")) as Stamp;
    const { formats } = making.settings;
    // The folders of records' own files and the database are large and no data; it is enough that they exist.
    const others = writers.filter((it) => formats.includes(it.id) && isWhole(it)).map(wholeName);
    if (key !== datasetKey(making) || !others.every((name) => existsSync(join(out, name)))) return null;
    if (!(await areAsWritten(out, files))) return null;
    return { ...tally, issuers: tally.issuers.map((it) => ({ ...it, years: new Map(it.years) })) };
  } catch {
    return null;
  }
}

/** Remembers the dataset once all outputs are in place; `files` are those to verify before it is trusted again. */
export function rememberDataset(
  out: string,
  making: Making,
  { tally, files }: { readonly tally: Tally; readonly files: readonly WrittenFile[] },
): void {
  const issuers = tally.issuers.map((it) => ({ ...it, years: [...it.years] }));
  const stamp: Stamp = { key: datasetKey(making), files, tally: { ...tally, issuers } };
  const path = stampOf(out);
  writeFileSync(`${path}.part`, JSON.stringify(stamp) + "\n");
  renameSync(`${path}.part`, path);
}

interface Stamp {
  readonly key: string;
  readonly files: readonly WrittenFile[];
  readonly tally: Omit<Tally, "issuers"> & {
    readonly issuers: readonly (Omit<Tally["issuers"][number], "years"> & {
      readonly years: readonly (readonly [number | null, number])[];
    })[];
  };
}

function stampOf(out: string): string {
  return join(stateFolder(out), "merged.json");
}

/**
 * A key of everything a merge depends on. Each log has a name of its own, so that names, sizes and times show whether a
 * result was added or a log was touched.
 */
export function datasetKey({ settings, plan, results }: Making): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([conversionKey(settings), settings, plan.head]));
  for (const name of readdirSync(results)
    .filter((it) => it.endsWith(".log"))
    .sort()) {
    const { size, mtimeMs } = statSync(join(results, name));
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  for (const bucket of bucketNames)
    for (const folder of plan.folders) {
      const path = join(folder, `${bucket}.jsonl`);
      if (existsSync(path)) hash.update(readFileSync(path));
    }
  return hash.digest("hex");
}
