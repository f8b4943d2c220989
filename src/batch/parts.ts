import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { withBuiltIn } from "../templates/index.ts";
import { contents } from "./contents.ts";
import { corrected } from "./copies/corrected.ts";
import { areAsWritten } from "./outputs/file-sink.ts";
import type { WrittenFile } from "./outputs/file-sink.ts";
import { descriptionName, longTables } from "./outputs/names.ts";
import { openOutputs } from "./outputs/outputs.ts";
import { shardName } from "./plan/plan.ts";
import { copyOf } from "./copies/reports.ts";
import { breather } from "./store/breath.ts";
import { bucketNames } from "./store/buckets.ts";
import { plannedResults } from "./store/planned.ts";
import { logsByBucket } from "./store/results.ts";
import { belongs, whole } from "./store/shard.ts";
import type { Shard } from "./store/shard.ts";
import type { Making } from "./summary/standing.ts";
import { conversionKey, stateFolder } from "./store/settings.ts";

/**
 * Writes the shards' parts of the records, cells and findings, such as `cells/3-of-16.parquet`, and returns their
 * files. All shards must have the same count. A part that would come out the same is left alone. Parts know nothing of
 * each other: which copy of a report is preferred, and whether copies agree, is in the reports, which the merge writes.
 * Null where a result is missing or damaged.
 */
export async function makeParts(
  out: string,
  making: Making,
  shards: readonly Shard[],
): Promise<readonly WrittenFile[] | null> {
  const files: WrittenFile[] = [];
  for (const { shard, key } of keysOf(making, shards)) {
    const part = key === null ? null : await makePart(out, making, shard, key);
    if (part === null) return null;
    files.push(...part);
  }
  return files;
}

async function makePart(
  out: string,
  making: Making,
  shard: Shard,
  key: string,
): Promise<readonly WrittenFile[] | null> {
  const known = stampOf(out, shard);
  if (known?.key === key && (await areAsWritten(out, known.files))) return known.files;
  const draft = join(partsFolder(out), `${shardName(shard)}.draft`);
  rmSync(draft, { recursive: true, force: true });
  const files = await write(draft, making, shard);
  if (files === null) return null;
  // From here until the next merge the dataset is incomplete.
  rmSync(join(out, descriptionName), { force: true });
  forget(out, (name, { count }) => name === shardName(shard) || count !== shard.count);
  sweep(out);
  const remember = (stamp: Stamp): void => writeFileSync(stampPath(out, shard), JSON.stringify(stamp) + "\n");
  remember({ key: "", files });
  for (const { name } of files) {
    mkdirSync(dirname(join(out, name)), { recursive: true });
    renameSync(join(draft, name), join(out, name));
  }
  rmSync(draft, { recursive: true });
  remember({ key, files });
  return files;
}

/** The shards that have a part here, or the whole where there is none. */
export function partShards(out: string): readonly Shard[] {
  const count = stamps(out)[0]?.shard.count ?? 1;
  return Array.from({ length: count }, (_, at) => ({ index: at + 1, count }));
}

/** Forgets which parts there were, for a dataset that is written as a whole. */
export function forgetParts(out: string): void {
  rmSync(partsFolder(out), { recursive: true, force: true });
}

interface Stamp {
  readonly key: string;
  readonly files: readonly WrittenFile[];
}

async function write(draft: string, making: Making, shard: Shard): Promise<readonly WrittenFile[] | null> {
  const { settings } = making;
  const templates = withBuiltIn(settings.templates);
  const correction = corrected({ ...settings, templates });
  const folders = { out: draft, aside: join(draft, "aside") };
  const outputs = await openOutputs(folders, settings, templates, shardName(shard));
  const breathe = breather();
  const logs = logsByBucket(making.results);
  for (const bucket of bucketNames)
    for (const { group, result, outcome, line } of contents(making, bucket, { shard, logs })) {
      await breathe();
      if (outcome === null) return null;
      if ("status" in outcome || !result) continue;
      const mark = correction.markOf(group, result);
      const reportId = mark === null ? "" : copyOf(group, mark, result.packed, settings.formerNames).id;
      const record = correction.of(outcome);
      const conversion = { ...record, dataset: { reportId, preferred: null } };
      const written = record === outcome ? line : null;
      for (const output of outputs)
        await output.settle(await output.draft(conversion, written), { preferred: null, changed: null });
    }
  const files: WrittenFile[] = [];
  for (const output of outputs) files.push(...(await output.finish()));
  return files;
}

/**
 * The key of each part: a hash of everything that decides its bytes; null where a result is missing. A result follows
 * from content, version and options, but a failure need not repeat, so failures are part of the key. One pass over plan
 * and results gives the keys of many parts.
 */
function keysOf({ settings, plan: { folders }, results }: Making, shards: readonly Shard[]) {
  const head = JSON.stringify([conversionKey(settings), settings]);
  const parts = shards.map((shard) => ({ shard, hash: createHash("sha256").update(head), isWhole: true }));
  const span = shards.length === 1 ? shards[0]! : whole;
  for (const [{ entries }, result] of plannedResults({ folders, results }, span, { marksOnly: true })) {
    const [{ key, name, fields, failure, parts: files }] = entries;
    const part = parts.find(({ shard }) => belongs(key, shard))!;
    if (!failure && !result) part.isWhole = false;
    part.hash.update(JSON.stringify([key, name, fields, files, failure ?? result?.failure, result?.mark]));
  }
  return parts.map(({ shard, hash, isWhole }) => ({ shard, key: isWhole ? hash.digest("hex") : null }));
}

function forget(out: string, which: (name: string, shard: Shard) => boolean): void {
  for (const { name, shard, files } of stamps(out)) {
    if (!which(name, shard)) continue;
    for (const file of files) rmSync(join(out, file.name), { force: true });
    rmSync(stampPath(out, shard), { force: true });
  }
}

/**
 * Removes files that a whole dataset, written by year, left in the folders of the parts; they would be read together
 * with the parts.
 */
function sweep(out: string): void {
  for (const table of longTables) {
    if (!existsSync(join(out, table))) continue;
    for (const name of readdirSync(join(out, table), { recursive: true, encoding: "utf8" }))
      if (/\.(?:parquet|jsonl|csv|gz|zst)$/u.test(name) && !/(?:^|[\\/])\d+-of-\d+\.[a-z.]+$/u.test(name))
        rmSync(join(out, table, name), { force: true });
  }
}

function stamps(out: string) {
  mkdirSync(partsFolder(out), { recursive: true });
  return readdirSync(partsFolder(out)).flatMap((file) => {
    const found = /^((\d+)-of-(\d+))\.json$/u.exec(file);
    const shard = found ? { index: Number(found[2]), count: Number(found[3]) } : whole;
    const stamp = found && stampOf(out, shard);
    return stamp ? [{ name: found[1]!, shard, files: stamp.files }] : [];
  });
}

function stampOf(out: string, shard: Shard): Stamp | null {
  try {
    return JSON.parse(readFileSync(stampPath(out, shard), "utf8")) as Stamp;
  } catch {
    return null;
  }
}

function stampPath(out: string, shard: Shard): string {
  return join(partsFolder(out), `${shardName(shard)}.json`);
}

function partsFolder(out: string): string {
  return join(stateFolder(out), "parts");
}
