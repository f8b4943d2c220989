import { bucketNames, readBucket } from "../store/buckets.ts";
import type { Corrected } from "../outputs/corrected.ts";
import { copyOf, gatherReports } from "../outputs/reports.ts";
import type { DatasetReport } from "../outputs/reports.ts";
import { readResults, resultId, logsByBucket } from "../store/results.ts";

/** What a merge must know before it writes the first row. */
export interface ResultsSurvey {
  /** Ids of results that are not there. */
  readonly missing: ReadonlySet<string>;
  readonly reports: readonly Omit<DatasetReport, "agrees">[];
}

/** Reads the plan and the small part of every result, not its conversion; holds about a kilobyte a record. */
export function surveyResults(
  folders: readonly string[],
  results: string,
  { markOf }: Corrected,
): ResultsSurvey {
  const missing = new Set<string>();
  const copies: ReturnType<typeof copyOf>[] = [];
  const logs = logsByBucket(results);
  for (const bucket of bucketNames) {
    const groups = readBucket(folders, bucket).filter(({ entries: [first] }) => !first.failure);
    if (groups.length === 0) continue;
    const found = readResults(results, bucket, { marksOnly: true, logs });
    for (const group of groups) {
      const id = resultId(group.entries[0]);
      const result = found.get(id);
      if (!result) missing.add(id);
      else {
        const mark = markOf(group, result);
        if (mark) copies.push(copyOf(group, mark, result.conversion));
      }
    }
  }
  return { missing, reports: gatherReports(copies) };
}
