import type { Corrected } from "../outputs/corrected.ts";
import { copyOf, gatherReports } from "../outputs/reports.ts";
import type { DatasetReport } from "../outputs/reports.ts";
import { plannedResults } from "../store/planned.ts";
import type { PlanWithResults } from "../store/planned.ts";
import { resultId } from "../store/results.ts";
import { whole } from "../store/shard.ts";

/** What a merge must know before it writes the first row. */
export interface ResultsSurvey {
  /** Ids of results that are not there. */
  readonly missing: ReadonlySet<string>;
  readonly reports: readonly Omit<DatasetReport, "agrees">[];
}

/** Reads the plan and the small part of every result, not its conversion; holds about a kilobyte a record. */
export function surveyResults(planned: PlanWithResults, { markOf }: Corrected): ResultsSurvey {
  const missing = new Set<string>();
  const copies: ReturnType<typeof copyOf>[] = [];
  for (const [group, result] of plannedResults(planned, whole, { marksOnly: true })) {
    const [first] = group.entries;
    if (first.failure) continue;
    if (!result) missing.add(resultId(first));
    else {
      const mark = markOf(group, result);
      if (mark) copies.push(copyOf(group, mark, result.conversion));
    }
  }
  return { missing, reports: gatherReports(copies) };
}
