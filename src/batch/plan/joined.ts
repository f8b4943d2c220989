import { createHash } from "node:crypto";
import { inPlanOrder } from "../store/buckets.ts";
import type { BucketPart, PlanEntry } from "../store/buckets.ts";

/** Gathers the files of reports that stand in several: a page and its attachment, the pictures of its pages. */
export interface ReportFiles {
  /** `report` is the same for all files of one report, which are added in reading order. */
  readonly add: (report: string, entry: PlanEntry) => void;
  /** All that was added. The files of a report have one key, and one of them its parts. */
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

/** One key makes one content of them, which is converted once; the first in the order of plans is asked for its parts. */
function joined(files: readonly PlanEntry[]): readonly PlanEntry[] {
  const parts = new Map<string, BucketPart>();
  for (const { name, sha256, bytes, location } of files)
    if (sha256 !== null && bytes !== null && location !== null && !parts.has(sha256))
      parts.set(sha256, { name, sha256, bytes, location });
  if (parts.size < 2) return files;
  const key = hashOf([...parts.keys()]);
  const [first, ...others] = files.map((file) => ({ ...file, key })).sort(inPlanOrder);
  return [{ ...first!, parts: [...parts.values()] }, ...others];
}

/** As a conversion of several files is known by. */
function hashOf(hashes: readonly string[]): string {
  return createHash("sha256").update(hashes.join("\n")).digest("hex");
}
