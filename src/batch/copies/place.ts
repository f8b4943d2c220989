import { bucketNames, bucketOf } from "../store/buckets.ts";

/** Where the files of a survey lie, as plain data: another process may read them. */
export interface SurveyPlace {
  readonly folder: string;
  /** Whether each of its sets is one file. */
  readonly isSmall: boolean;
}

/** To open and write 256 files three times over takes as long as to convert some fifty reports; so many inputs need one file. */
const INPUTS_IN_ONE_FILE = 4000;

export function surveyPlace(folder: string, inputs: number): SurveyPlace {
  return { folder, isSmall: inputs <= INPUTS_IN_ONE_FILE };
}

/** What a survey's sets are dealt to, see `bucketNames`. */
export function surveyBuckets({ isSmall }: SurveyPlace): readonly string[] {
  return isSmall ? bucketNames.slice(0, 1) : bucketNames;
}

export function surveyBucketOf({ isSmall }: SurveyPlace, key: string): string {
  return isSmall ? bucketNames[0]! : bucketOf(key);
}
