import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { bucketBytes, bucketNames, compare, writeBuckets } from "../store/buckets.ts";
import type { PlanEntry } from "../store/buckets.ts";
import { entriesOf } from "./entries.ts";
import { findInputs } from "./inputs.ts";
import { reportFiles } from "./joined.ts";
import { belongs } from "../store/shard.ts";
import type { Shard } from "../store/shard.ts";
import { stateFolder } from "../store/settings.ts";

/** Describes a finished plan; stored beside its buckets. */
export interface PlanHead {
  readonly shard: Shard;
  readonly inputs: number;
  /** What the shard found, its own part and the others', as a count and a sum of hashes. Equal for all shards. */
  readonly found: string;
  /** CRC-32 of its buckets, because a power cut may leave files empty or ending in zeros. */
  readonly checksum: number;
  /** The columns of the manifests without `path`, sorted. */
  readonly fields: readonly string[];
  /**
   * Symbolic links, pipes, devices and sockets among the inputs, and folders of earlier batches. They are not followed,
   * but they are counted, and the first of them are named.
   */
  readonly leftOut: { readonly count: number; readonly names: readonly string[] };
}

export interface PlanOptions {
  readonly inputs: readonly string[];
  readonly out: string;
  readonly shard: Shard;
  /** Archive entries with more bytes than this are not unpacked. */
  readonly maximumBytes: number;
  readonly folderIsReport?: boolean;
  readonly onInput?: (count: number) => void;
}

/**
 * Reads every input once to hash it, and writes the plan for a shard: what to convert, and rows for what cannot be
 * converted. Archives are read in place; an archive within one is unpacked to the state folder. Replaces an earlier
 * plan.
 */
export async function plan(options: PlanOptions): Promise<PlanHead> {
  const { inputs, out, shard, maximumBytes, folderIsReport = false, onInput } = options;
  const folder = planFolder(out, shard);
  const draft = `${folder}.${randomUUID()}.part`;
  const buckets = writeBuckets(draft);
  const fields = new Set<string>();
  const leftOut = { count: 0, names: [] as string[] };
  const leaveOut = (name: string): void => {
    leftOut.count += 1;
    if (leftOut.names.length < namedLeftOut) leftOut.names.push(name);
  };
  let [seen, kept, sum] = [0, 0, 0];
  const keep = (entry: PlanEntry): void => {
    // Entries come in no certain order, so the first 48 bits of their hashes are added.
    sum = (sum + Number.parseInt(entry.key.slice(0, 12), 16)) % 2 ** 48;
    if (!belongs(entry.key, shard)) return;
    buckets.add(entry);
    kept += 1;
  };
  const together = reportFiles();
  for await (const input of findInputs(inputs, out, { leaveOut, folderIsReport })) {
    for (const name of Object.keys(input.fields ?? {})) fields.add(name);
    for await (const entry of entriesOf(input, out, maximumBytes)) {
      onInput?.((seen += 1));
      if (input.report === undefined || entry.failure) keep(entry);
      else together.add(input.report, entry);
    }
  }
  for (const entry of together.entries()) keep(entry);
  buckets.finish();
  leftOut.names.sort(compare);
  const found = `${seen} ${sum.toString(16)}`;
  const checksum = checksumOf(draft);
  const head: PlanHead = { shard, inputs: kept, found, checksum, fields: [...fields].sort(), leftOut };
  writeFileSync(join(draft, headName), JSON.stringify(head) + "\n");
  forgetOtherPlans(out, shard);
  removeAtOnce(folder);
  renameSync(draft, folder);
  return head;
}

function checksumOf(folder: string): number {
  return bucketNames.reduce((sum, bucket) => crc32(bucketBytes(folder, bucket), sum), 0);
}

const headName = "plan.json";
/** How many of the inputs left out are named; the rest are counted. */
const namedLeftOut = 100;

export interface Plan {
  readonly head: PlanHead;
  readonly folders: readonly string[];
  /** How many inputs each shard found, where they did not all find the same; otherwise empty. */
  readonly unlike: readonly { readonly shard: string; readonly inputs: number }[];
}

/** The finished parts of the plan in an output folder, or only one of them; null while any is missing or damaged. */
export function readPlan(out: string, part: Shard | null = null): Plan | null {
  const names = planNames(out).filter((name) => part === null || name === shardName(part));
  const parts = names.flatMap((name) => {
    const folder = join(stateFolder(out), "plan", name);
    try {
      const head = JSON.parse(readFileSync(join(folder, headName), "utf8")) as PlanHead;
      return checksumOf(folder) === head.checksum ? [{ folder, head }] : [];
    } catch {
      return [];
    }
  });
  const count = parts[0]?.head.shard.count;
  if (count === undefined || parts.length !== (part === null ? count : 1)) return null;
  const fields = [...new Set(parts.flatMap(({ head }) => head.fields))].sort();
  const inputs = parts.reduce((sum, { head }) => sum + head.inputs, 0);
  return {
    // Every shard walks all inputs, so that each part of the plan left out the same ones.
    head: { ...parts[0]!.head, shard: { index: 1, count: 1 }, inputs, fields },
    folders: parts.map(({ folder }) => folder),
    unlike: parts.every(({ head }) => head.found === parts[0]!.head.found)
      ? []
      : parts.map(({ head }) => ({ shard: shardName(head.shard), inputs: Number.parseInt(head.found, 10) })),
  };
}

function planFolder(out: string, shard: Shard): string {
  return join(stateFolder(out), "plan", shardName(shard));
}

/** The name of a shard in file names, such as `3-of-16`. */
export function shardName({ index, count }: Shard): string {
  return `${index}-of-${count}`;
}

function planNames(out: string): string[] {
  const folder = join(stateFolder(out), "plan");
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .filter((name) => /^\d+-of-\d+$/.test(name))
    .sort();
}

/** Removes plans with another number of shards, which are from an earlier run. */
function forgetOtherPlans(out: string, { count }: Shard): void {
  for (const name of planNames(out))
    if (!name.endsWith(`-of-${count}`)) removeAtOnce(join(stateFolder(out), "plan", name));
}

/** Removes a plan in one step, so that nobody who reads it takes the buckets already gone for empty ones. */
function removeAtOnce(folder: string): void {
  if (!existsSync(folder)) return;
  const aside = `${folder}.${randomUUID()}.part`;
  renameSync(folder, aside);
  rmSync(aside, { recursive: true, force: true });
}
