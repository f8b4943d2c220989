import { prepared } from "../arithmetic/prepared.ts";
import type { Conversion, Correction } from "../model/index.ts";

/** Corrections made on these very bytes, and those made on other bytes under this file's name. */
export function correctionsOf(
  { sha256, name }: Conversion["source"],
  corrections: readonly Correction[],
): { readonly own: readonly Correction[]; readonly outdated: readonly Correction[] } {
  const { byHash, byFile } = indexed(corrections);
  const alike = byFile.get(fileOf(name)) ?? [];
  return {
    own: byHash.get(sha256) ?? [],
    outdated: alike.filter(({ source }) => source.sha256 !== sha256 && isSameFile(source.name, name)),
  };
}

/** One file of corrections serves an archive, so each document looks up its own. */
const indexed = prepared((corrections: readonly Correction[]) => ({
  byHash: grouped(corrections, ({ source }) => source.sha256),
  byFile: grouped(corrections, ({ source }) => fileOf(source.name)),
}));

function grouped(
  corrections: readonly Correction[],
  key: (correction: Correction) => string,
): ReadonlyMap<string, readonly Correction[]> {
  const groups = new Map<string, Correction[]>();
  for (const correction of corrections) {
    const group = groups.get(key(correction));
    if (group) group.push(correction);
    else groups.set(key(correction), [correction]);
  }
  return groups;
}

/** A page knows a file only by its name, a command line by its path: the longer must end in the shorter. */
function isSameFile(one: string, other: string): boolean {
  const [first, second] = [steps(one), steps(other)];
  const length = Math.min(first.length, second.length);
  return first.slice(-length).join("/") === second.slice(-length).join("/");
}

function fileOf(name: string): string {
  return steps(name).at(-1) ?? "";
}

function steps(name: string): string[] {
  return name.split(/[\\/]/u).filter((step) => step !== "" && step !== ".");
}
