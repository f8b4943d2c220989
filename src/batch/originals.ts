import { createHash } from "node:crypto";
import { open, stat } from "node:fs/promises";
import { readMember } from "./archive.ts";
import { bucketOf, readBucket } from "./buckets.ts";
import type { Location } from "./buckets.ts";
import { openable } from "./file-path.ts";
import { readPlan } from "./plan.ts";
import { readSettings } from "./state.ts";

/** The bytes of an input by its hash and name; null where no file holds them any more. */
export type Originals = (input: {
  readonly sha256: string;
  readonly name: string;
}) => Promise<Uint8Array | null>;

/**
 * Where the inputs of a dataset lie: as its plan has them, in archives too, or else where their names lead from the working
 * directory, for a dataset that was moved together with its archive. Fastest in the order of hashes, which outputs have.
 */
export function originalsOf(out: string, maximumBytes: number): Originals {
  const folders = (readSettings(out) && readPlan(out)?.folders) ?? [];
  let bucket = "";
  let locations = new Map<string, readonly Location[]>();
  const planned = (sha256: string): readonly Location[] => {
    if (bucketOf(sha256) !== bucket) {
      bucket = bucketOf(sha256);
      locations = new Map(
        readBucket(folders, bucket).map(({ key, entries }) => [
          key,
          entries.flatMap(({ location }) => location ?? []),
        ]),
      );
    }
    return locations.get(sha256) ?? [];
  };
  return async ({ sha256, name }) => {
    for (const location of [...planned(sha256), { path: name }]) {
      const bytes = await bytesAt(location, maximumBytes).catch(() => null);
      if (bytes && createHash("sha256").update(bytes).digest("hex") === sha256) return bytes;
    }
    return null;
  };
}

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
