import { bucketNames, bucketOf } from "../store/buckets.ts";

/** Where the files of a survey are, as plain data, because another process may read them. */
export interface SurveyPlace {
  readonly folder: string;
  /** Whether each set of the survey is a single file. */
  readonly isSmall: boolean;
}

/**
 * Up to this many inputs use one file for each set, because opening and writing 256 files three times takes as long as
 * converting some fifty reports.
 */
const INPUTS_IN_ONE_FILE = 4000;

export function surveyPlace(folder: string, inputs: number): SurveyPlace {
  return { folder, isSmall: inputs <= INPUTS_IN_ONE_FILE };
}

/** The buckets over which the sets of a survey are distributed, see `bucketNames`. */
export function surveyBuckets({ isSmall }: SurveyPlace): readonly string[] {
  return isSmall ? bucketNames.slice(0, 1) : bucketNames;
}

export function surveyBucketOf({ isSmall }: SurveyPlace, key: string): string {
  return isSmall ? bucketNames[0]! : bucketOf(key);
}
