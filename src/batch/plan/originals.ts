import { createHash, randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { open, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readMember } from "../store/archive.ts";
import { bucketOf, readBucket } from "../store/buckets.ts";
import type { BucketGroup, Location, BucketPart } from "../store/buckets.ts";
import type { ConvertedSource, SourceFile } from "../../model/index.ts";
import { entriesOf } from "./entries.ts";
import { openable } from "../store/file-path.ts";
import { readPlan } from "./plan.ts";
import { readSettings } from "../store/settings.ts";

export interface Originals {
  /** The bytes of each file of a record; null for one that is no longer found anywhere. */
  readonly of: (source: ConvertedSource) => Promise<readonly (Uint8Array | null)[]>;
  /** Removes the files that archives within archives were unpacked to. */
  readonly close: () => void;
}

/**
 * Finds the inputs of a dataset: where its plan has them, in archives too, or else where their names lead from the
 * working directory. The names serve for a dataset that was moved together with its archive, and for archives within
 * archives, which a batch unpacks only while it runs. Asking in the order of hashes, which the outputs have, is
 * fastest.
 */
export function originalsOf(out: string, maximumBytes: number): Originals {
  const folders = (readSettings(out) && readPlan(out)?.folders) ?? [];
  let bucket = "";
  let groups = new Map<string, BucketGroup["entries"]>();
  const planned = (key: string): readonly Planned[] => {
    if (bucketOf(key) !== bucket) {
      bucket = bucketOf(key);
      groups = new Map(readBucket(folders, bucket).map((group) => [group.key, group.entries]));
    }
    return (groups.get(key) ?? []).flatMap(({ sha256, location, parts = [] }): readonly Planned[] =>
      sha256 !== null && location !== null ? [...parts, { sha256, location }] : parts,
    );
  };
  const named = archivesByName(maximumBytes);
  const of: Originals["of"] = (source) => {
    const known = planned(source.sha256);
    const bytesOf = async ({ sha256, name }: SourceFile): Promise<Uint8Array | null> => {
      const own = known.filter((part) => part.sha256 === sha256).map(({ location }) => location);
      const sameAt = async (location: Location): Promise<Uint8Array | null> => {
        const bytes = await bytesAt(location, maximumBytes).catch(() => null);
        return bytes && createHash("sha256").update(bytes).digest("hex") === sha256 ? bytes : null;
      };
      for (const location of [...own, { path: name }]) {
        const bytes = await sameAt(location);
        if (bytes) return bytes;
      }
      const inside = await named.locationOf(name, sha256);
      return inside && sameAt(inside);
    };
    return Promise.all((source.files ?? [source]).map(bytesOf));
  };
  return { of, close: named.close };
}

/**
 * Finds the contents of archives by the names of their entries, such as `a.zip!/b.zip!/c.docx`. Each archive is read
 * only once.
 */
function archivesByName(maximumBytes: number) {
  const folder = join(tmpdir(), `gongkai-${randomUUID()}`);
  const archives = new Map<string, Promise<ReadonlyMap<string, Location>>>();
  const contents = async (path: string): Promise<ReadonlyMap<string, Location>> => {
    const found = new Map<string, Location>();
    for await (const { sha256, location } of entriesOf({ name: path, path }, folder, maximumBytes))
      if (sha256 !== null && location !== null) found.set(sha256, location);
    return found;
  };
  return {
    async locationOf(name: string, sha256: string): Promise<Location | null> {
      const end = name.indexOf("!/");
      if (end < 0) return null;
      const path = name.slice(0, end);
      const archive = archives.get(path) ?? contents(path);
      archives.set(path, archive);
      return (await archive).get(sha256) ?? null;
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

type Planned = Pick<BucketPart, "sha256" | "location">;

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
