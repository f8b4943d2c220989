import { createHash } from "node:crypto";
import { inPlanOrder } from "../store/buckets.ts";
import type { BucketPart, PlanEntry } from "../store/buckets.ts";

/**
 * Gathers the files of reports that consist of several, such as a page and its attachment, or pictures of the pages.
 */
export interface ReportFiles {
  /** `report` is the same for all files of one report, which are added in reading order. */
  readonly add: (report: string, entry: PlanEntry) => void;
  /** Everything that was added. All files of a report get the same key, and one of them gets the parts. */
  readonly entries: () => Iterable<PlanEntry>;
}

export function reportFiles(): ReportFiles {
  const reports = new Map<string, PlanEntry[]>();
  return {
    add(report, entry) {
      const files = reports.get(report);
      if (files) files.push(entry);
      else reports.set(report, [entry]);
    },
    *entries() {
      for (const files of reports.values()) yield* joined(files);
    },
  };
}

/**
 * Gives the files one key, which makes them one content that is converted once. The first of them in plan order gets
 * the parts.
 */
function joined(files: readonly PlanEntry[]): readonly PlanEntry[] {
  const parts = new Map<string, BucketPart>();
  for (const { name, sha256, bytes, location } of files)
    if (sha256 !== null && bytes !== null && location !== null && !parts.has(sha256))
      parts.set(sha256, { name, sha256, bytes, location });
  if (parts.size < 2) return files;
  const key = hashOf([...parts.keys()]);
  // A file that is named twice in one report counts once, like any other input.
  const once = new Map(files.map((file) => [JSON.stringify(file), file]));
  const [first, ...others] = [...once.values()].map((file) => ({ ...file, key })).sort(inPlanOrder);
  return [{ ...first!, parts: [...parts.values()] }, ...others];
}

/** The hash by which a conversion of several files is known. */
function hashOf(hashes: readonly string[]): string {
  return createHash("sha256").update(hashes.join("\n")).digest("hex");
}
