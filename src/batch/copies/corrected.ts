import { correct } from "../../corrections/index.ts";
import type { Conversion, Correction, Template } from "../../model/index.ts";
import type { Language } from "../../findings/index.ts";
import type { BucketGroup } from "../store/buckets.ts";
import { markOf } from "../store/report-mark.ts";
import type { ReportMark } from "../store/report-mark.ts";
import type { StoredResult } from "../store/results.ts";

/**
 * People's corrections, applied to the stored results when these are read; the stored results themselves never change.
 */
export interface Corrected {
  readonly of: (conversion: Conversion) => Conversion;
  /** What a record is compared by with its copies; corrected values count. */
  readonly markOf: (group: BucketGroup, result: StoredResult) => ReportMark | null;
}

/** `templates` are all families that were looked for. */
export function corrected(settings: {
  readonly corrections?: readonly Correction[];
  readonly templates: readonly Template[];
  readonly language: Language;
}): Corrected {
  const { corrections = [] } = settings;
  const sources = new Set(corrections.map(({ source }) => source.sha256));
  const of = (conversion: Conversion): Conversion => correct(conversion, corrections, settings);
  return {
    of,
    markOf: ({ entries: [first] }, result) => {
      const conversion = sources.has(first.key) ? (result.read()?.conversion ?? null) : null;
      return conversion === null ? result.mark : markOf(of(conversion), settings.templates);
    },
  };
}
