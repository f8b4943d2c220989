import { createHash } from "node:crypto";
import { open, stat } from "node:fs/promises";
import { readMember } from "./archive.ts";
import { bucketOf, readBucket } from "./buckets.ts";
import type { Group, Location, Part } from "./buckets.ts";
import type { ConvertedSource, SourceFile } from "../model/index.ts";
import { openable } from "./file-path.ts";
import { readPlan } from "./plan.ts";
import { readSettings } from "./state.ts";

/** The bytes of each file of a record; null for one that no file holds any more. */
export type Originals = (source: ConvertedSource) => Promise<readonly (Uint8Array | null)[]>;

/**
 * Where the inputs of a dataset lie: as its plan has them, in archives too, or else where their names lead from the working
 * directory, for a dataset that was moved together with its archive. Fastest in the order of hashes, which outputs have.
 */
export function originalsOf(out: string, maximumBytes: number): Originals {
  const folders = (readSettings(out) && readPlan(out)?.folders) ?? [];
  let bucket = "";
  let groups = new Map<string, Group["entries"]>();
  const planned = (key: string): readonly Planned[] => {
    if (bucketOf(key) !== bucket) {
      bucket = bucketOf(key);
      groups = new Map(readBucket(folders, bucket).map((group) => [group.key, group.entries]));
    }
    return (groups.get(key) ?? []).flatMap(({ sha256, location, parts = [] }): readonly Planned[] =>
      sha256 !== null && location !== null ? [...parts, { sha256, location }] : parts,
    );
  };
  return (source) => {
    const known = planned(source.sha256);
    const bytesOf = async ({ sha256, name }: SourceFile): Promise<Uint8Array | null> => {
      const own = known.filter((part) => part.sha256 === sha256).map(({ location }) => location);
      for (const location of [...own, { path: name }]) {
        const bytes = await bytesAt(location, maximumBytes).catch(() => null);
        if (bytes && createHash("sha256").update(bytes).digest("hex") === sha256) return bytes;
      }
      return null;
    };
    return Promise.all((source.files ?? [source]).map(bytesOf));
  };
}

type Planned = Pick<Part, "sha256" | "location">;

async function bytesAt({ path, member }: Location, maximumBytes: number): Promise<Uint8Array | null> {
  const found = await stat(openable(path));
  if (!found.isFile() || (member?.size ?? found.size) > maximumBytes) return null;
  const file = await open(openable(path));
  try {
    if (!member) return await file.readFile();
    const pieces: Uint8Array[] = [];
    await readMember(file, member, (piece) => void pieces.push(piece.slice()));
    return Buffer.concat(pieces);
  } finally {
    await file.close();
  }
}
